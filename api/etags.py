"""Versions: `ETag` out, `If-None-Match` and `If-Match` in."""

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils.http import parse_etags
from rest_framework.utils.encoders import JSONEncoder

from api.errors import StaleVersion

if TYPE_CHECKING:
    from rest_framework.request import Request

# Counts that others change: an editor need not start over because somebody sent a request meanwhile.
COUNTERS = frozenset({"request_count", "unread_count", "unread_requests", "post_count"})


def etag_of(data: Any) -> str:
    """Return a strong ETag of what a response says."""
    text = json.dumps(data, cls=JSONEncoder, sort_keys=True, separators=(",", ":"))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def own_etag_of(data: dict[str, Any]) -> str:
    """Return the ETag of a representation that its owner may edit: of all but the counters."""
    return etag_of({key: value for key, value in data.items() if key not in COUNTERS})


def is_fresh(request: "Request", etag: str) -> bool:
    """Whether the client holds this version already (weak comparison, as RFC 9110 asks)."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or etag in (one.removeprefix("W/") for one in known)


def has_if_match(request: "Request") -> bool:
    return "If-Match" in request.headers


def check_if_match(request: "Request", current: Callable[[], dict[str, Any]]) -> None:
    """Raise StaleVersion when `If-Match` names another version than `current()`, read under a lock."""
    if not has_if_match(request):
        return
    wanted = parse_etags(request.headers["If-Match"])
    if "*" not in wanted and own_etag_of(current()) not in wanted:
        raise StaleVersion
