"""PostgreSQL and Redis, embedded unless DATABASE_URL and REDIS_URL point elsewhere."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.account import remove_moved_data
from deploy.local.child import Program
from deploy.local.keeper import Keeper
from deploy.local.layout import Layout
from deploy.local.ports import choose_ports
from deploy.local.postgres import database_url, prepare_postgres
from deploy.local.private_values import PrivateValues, load_private_values
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


@contextlib.contextmanager
def throwaway_services() -> Iterator[Mapping[str, str]]:
    """Run the services on fresh, empty data while the block runs; yield their URLs.

    DATABASE_URL and REDIS_URL in the environment are respected: what they name is used instead.
    """
    with tempfile.TemporaryDirectory(prefix="firsthand-services-") as folder:
        layout = Layout(Path(folder).resolve())
        layout.create()
        services = prepare_services(
            layout,
            load_private_values(layout),
            choose_ports(layout, ("postgres", "redis"), 0),
            database=os.environ.get("DATABASE_URL", ""),
            redis=os.environ.get("REDIS_URL", ""),
            durable=False,
        )
        keeper = Keeper(layout, print)
        try:
            for program in services.programs:
                keeper.add(program)
            wait_for(keeper)
            yield services.urls
        finally:
            keeper.stop()
            remove_moved_data(layout)


def wait_for(keeper: Keeper, seconds: float = 60.0) -> None:
    """Return once every program serves; raise TimeoutError with the logs of those that do not."""
    deadline = time.monotonic() + seconds
    while waiting := [child for child in keeper.children if not child.is_ready()]:
        if time.monotonic() > deadline or not all(child.is_running() for child in waiting):
            raise TimeoutError("\n".join(f"{child.name}:\n{child.read_log()}" for child in waiting))
        time.sleep(0.05)
