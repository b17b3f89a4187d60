"""PostgreSQL and Redis, embedded unless DATABASE_URL and REDIS_URL point elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from deploy.local.child import Program
from deploy.local.layout import Layout
from deploy.local.postgres import database_url, prepare_postgres
from deploy.local.private_values import PrivateValues
from deploy.local.redis_server import prepare_redis, redis_url


@dataclass(frozen=True)
class Services:
    """What to start, and the URLs under which the database and Redis are reached."""

    programs: list[Program]
    urls: Mapping[str, str]


def prepare_services(
    layout: Layout,
    private: PrivateValues,
    ports: Mapping[str, int],
    *,
    database: str = "",
    redis: str = "",
    durable: bool = True,
) -> Services:
    """Return the embedded services for each URL that is empty, and the URLs of both."""
    programs = []
    if not database:
        password = private.postgres_password
        programs.append(
            prepare_postgres(layout, port=ports["postgres"], password=password, durable=durable)
        )
        database = database_url(password, ports["postgres"])
    if not redis:
        programs.append(prepare_redis(layout, port=ports["redis"], password=private.redis_password))
        redis = redis_url(private.redis_password, ports["redis"])
    return Services(programs, {"DATABASE_URL": database, "REDIS_URL": redis})
