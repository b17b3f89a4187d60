"""That the workers live: each says so every few seconds, and what has not been said lately is doubted."""

import logging
import time
from typing import Any

from celery.signals import heartbeat_sent
from django.core.cache import cache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# By the name that each worker has before the `@` (deploy/bin).
WORKERS = {"mail": "worker", "images": "images-worker"}
BELIEVED_SECONDS = 20
EVERY_SECONDS = 5

_last: dict[str, float] = {}


class NoHeartbeat(Exception):
    """A worker has not been heard of lately."""


@heartbeat_sent.connect
def note_heartbeat(sender: Any, **kwargs: Any) -> None:
    """Keep that this worker lives. Its main process calls this every two seconds while it has a broker."""
    name = sender.eventer.hostname.partition("@")[0]
    if time.monotonic() - _last.get(name, -EVERY_SECONDS) < EVERY_SECONDS:
        return
    try:
        beat(name)
    except RedisError:
        logger.warning("Redis is down: no heartbeat is kept")
    else:
        _last[name] = time.monotonic()


def beat(name: str) -> None:
    """Have the worker believed to live for a while. Raises RedisError."""
    cache.set(_key(name), 1, timeout=BELIEVED_SECONDS)


def check_heartbeat(name: str) -> None:
    """Raise NoHeartbeat, or RedisError when nobody can tell."""
    if cache.get(_key(name)) is None:
        raise NoHeartbeat(name)


def _key(name: str) -> str:
    return f"heartbeat:{name}"
