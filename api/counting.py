"""Counting what clients do, in Redis, in fixed windows; one trip however many windows there are."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings
from redis import Redis

from api.rates import Rate


@dataclass(frozen=True)
class Window:
    """How a client stands in one window, this time counted."""

    rate: Rate
    count: int
    seconds_left: int

    @property
    def is_exceeded(self) -> bool:
        return self.count > self.rate.limit

    @property
    def remaining(self) -> int:
        return max(0, self.rate.limit - self.count)


def count(scope: str, who: str, rates: Sequence[Rate]) -> list[Window]:
    """Count this time for `who`, and return how they stand. Raises RedisError.

    What is refused by one window costs nothing in the others: who asks too often for a minute has
    not used up the day.
    """
    now = time.time()
    keys = [f"throttle:{scope}:{r.limit}:{r.window}:{int(now // r.window)}:{who}" for r in rates]
    windows = [
        Window(rate, number, max(1, math.ceil(rate.window - now % rate.window)))
        for rate, number in zip(rates, _increment(keys, rates), strict=True)
    ]
    if not any(window.is_exceeded for window in windows):
        return windows
    _give_back([key for key, window in zip(keys, windows, strict=True) if not window.is_exceeded])
    return [w if w.is_exceeded else replace(w, count=w.count - 1) for w in windows]


def _increment(keys: Sequence[str], rates: Sequence[Rate]) -> list[int]:
    with _redis().pipeline(transaction=False) as pipeline:
        for key, rate in zip(keys, rates, strict=True):
            pipeline.incr(key).expire(key, rate.window)
        return pipeline.execute()[::2]


def _give_back(keys: Sequence[str]) -> None:
    with _redis().pipeline(transaction=False) as pipeline:
        for key in keys:
            pipeline.decr(key)
        pipeline.execute()


def _redis() -> Redis:
    """The cache's Redis, spoken to directly: Django's cache has no way to count in one trip."""
    cache_settings = settings.CACHES["default"]
    return _connected(cache_settings["LOCATION"], **cache_settings["OPTIONS"])


@cache
def _connected(url: str, **options: float) -> Redis:
    return Redis.from_url(url, **options)
