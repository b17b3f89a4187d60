"""How often one client may do something: refused past the rates, and told how they stand either way."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from redis.exceptions import RedisError
from rest_framework.throttling import BaseThrottle

from api.clients import client_identity
from api.counting import Window, count
from api.rates import CLOSED_WITHOUT_REDIS, rates_of

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request
    from rest_framework.views import APIView

logger = logging.getLogger(__name__)


class ScopedThrottle(BaseThrottle):
    """Counts one scope of `api.rates`. Does nothing with RATE_LIMITS=off."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.windows: list[Window] = []

    def allow_request(self, request: "Request", view: "APIView") -> bool:
        if not settings.RATE_LIMITS:
            return True
        is_guest = not request.user.is_authenticated
        self.windows = count_scope(self.scope, client_identity(request), is_guest=is_guest)
        return not any(window.is_exceeded for window in self.windows)

    def wait(self) -> float:
        return seconds_to_wait(self.windows)


def count_scope(scope: str, who: str, *, is_guest: bool) -> list[Window]:
    """Count this time and return how `who` stands; nothing while there is nothing to count with.

    Raises RedisError for a scope that stays closed without Redis.
    """
    if not settings.RATE_LIMITS:
        return []
    try:
        return count(scope, who, rates_of(scope, is_guest=is_guest))
    except RedisError:
        if scope in CLOSED_WITHOUT_REDIS:
            raise
        logger.warning("Redis is down: %s goes unthrottled", scope)
        return []


def seconds_to_wait(windows: Sequence[Window]) -> int:
    """Return after how many seconds nothing is exceeded any more."""
    return max((window.seconds_left for window in windows if window.is_exceeded), default=1)


def add_rate_limit_headers(response: "HttpResponseBase", windows: Sequence[Window]) -> None:
    """Say how the client stands, in `RateLimit-*`: in the window that binds first, and by what rates.

    In the form of draft-ietf-httpapi-ratelimit-headers-06; docs/adr/0023 says why that one.
    """
    if not windows:
        return
    tightest = min(windows, key=lambda w: (not w.is_exceeded, w.remaining, -w.seconds_left))
    response["RateLimit-Limit"] = str(tightest.rate.limit)
    response["RateLimit-Remaining"] = str(tightest.remaining)
    response["RateLimit-Reset"] = str(tightest.seconds_left)
    response["RateLimit-Policy"] = ", ".join(f"{w.rate.limit};w={w.rate.window}" for w in windows)
