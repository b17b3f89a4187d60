"""How often one client may do what costs something. Counted in Redis, in fixed windows."""

import logging
import math
import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.throttling import BaseThrottle

from api.clients import client_identity
from engagement.models import RequestSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rest_framework.request import Request
    from rest_framework.views import APIView

logger = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 3600, 86_400

# Scope to (how often, in how many seconds); all of them must hold.
RATES: dict[str, tuple[tuple[int, int], ...]] = {
    "sign_up": ((10, HOUR),),
    "password": ((5, 5 * MINUTE),),
    "post": ((60, HOUR),),
    "image": ((60, MINUTE), (600, DAY)),
    "request": ((10, MINUTE), (60, DAY)),
    "report": ((10, MINUTE), (60, DAY)),
    "challenge": ((60, MINUTE),),
    "write": ((120, MINUTE),),
}
# Of people who are not signed in, besides the scope's own rates: what the operator set, in an hour.
GUEST_RATES: "dict[str, Callable[[], int]]" = {
    "request": lambda: RequestSettings.current().guest_requests_per_hour,
}
# Without Redis nobody may try passwords or make accounts; everything else goes on.
CLOSED_WITHOUT_REDIS = {"sign_up", "password"}


class ScopedThrottle(BaseThrottle):
    """Counts a view's `throttle_scopes[method]`. Does nothing with RATE_LIMITS=off."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.seconds_left = 0.0

    def allow_request(self, request: "Request", view: "APIView") -> bool:
        if not settings.RATE_LIMITS:
            return True
        try:
            return all(self._allows(request, *rate) for rate in self._rates(request))
        except RedisError:
            if self.scope in CLOSED_WITHOUT_REDIS:
                raise
            logger.warning("Redis is down: %s goes unthrottled", self.scope)
            return True

    def wait(self) -> float:
        return max(1, math.ceil(self.seconds_left))

    def _rates(self, request: "Request") -> "Iterator[tuple[int, int]]":
        yield from RATES[self.scope]
        if self.scope in GUEST_RATES and not request.user.is_authenticated:
            yield GUEST_RATES[self.scope](), HOUR

    def _allows(self, request: "Request", limit: int, window: int) -> bool:
        now = time.time()
        key = f"throttle:{self.scope}:{window}:{int(now // window)}:{client_identity(request)}"
        cache.add(key, 0, timeout=window)
        try:
            count = cache.incr(key)
        except ValueError:  # It expired between the two calls: a new window.
            return True
        self.seconds_left = window - now % window
        return count <= limit
