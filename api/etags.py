"""Versions: `ETag` out, `If-None-Match` and `If-Match` in."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.http import parse_etags
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder

from api.errors import StaleVersion

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request

# Counts that others change: an editor need not start over because somebody sent a request meanwhile, or
# because a picture became ready.
COUNTERS = frozenset({"request_count", "unread_count", "unread_requests", "post_count", "storage"})

CODING = re.compile(r'-(?:gzip|zstd|br)"$')


def etag_of(data: Any) -> str:
    """Return a strong ETag of what a response says."""
    text = json.dumps(data, cls=JSONEncoder, sort_keys=True, separators=(",", ":"))
    return _etag_of_bytes(text.encode())


def etag_of_answer(response: "HttpResponseBase") -> str:
    """Return a strong ETag of an answer, rendered already or not."""
    if isinstance(response, Response):
        return etag_of(response.data)
    assert isinstance(response, HttpResponse)
    return _etag_of_bytes(response.content)


def own_etag_of(data: dict[str, Any]) -> str:
    """Return the ETag of a representation that its owner may edit: of what an edit can change.

    Counters are left out, and of a picture all but which it is and how it is described: it becomes
    ready, and its files move, while somebody writes.
    """
    steady = {key: value for key, value in data.items() if key not in COUNTERS}
    if "images" in steady:
        steady["images"] = [{"id": one["id"], "alt": one["alt"]} for one in steady["images"]]
    return etag_of(steady)


def is_fresh(request: "Request", etag: str) -> bool:
    """Whether the client holds this version already (weak comparison, as RFC 9110 asks)."""
    known = _named(request.headers.get("If-None-Match", ""))
    return "*" in known or etag in (one.removeprefix("W/") for one in known)


def has_if_match(request: "Request") -> bool:
    return "If-Match" in request.headers


def check_if_match(request: "Request", current: Callable[[], dict[str, Any]]) -> None:
    """Raise StaleVersion when `If-Match` names another version than `current()`, read under a lock."""
    if not has_if_match(request):
        return
    wanted = _named(request.headers["If-Match"])
    if "*" not in wanted and own_etag_of(current()) not in wanted:
        raise StaleVersion


def _etag_of_bytes(said: bytes) -> str:
    return f'"{hashlib.sha256(said).hexdigest()[:32]}"'


def _named(header: str) -> list[str]:
    """The tags in a header as we gave them out: a proxy that compresses an answer marks its tag with
    the coding's name (RFC 9110, 8.8.3.3).
    """
    return [CODING.sub('"', tag) for tag in parse_etags(header)]
