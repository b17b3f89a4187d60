"""The problem documents and headers of the OpenAPI document, each with a name of its own."""

import re
from http import HTTPStatus
from typing import Any

PROBLEMS = {
    400: ("invalid", "Malformed or invalid; `errors` says where."),
    401: ("not_authenticated", "Not signed in."),
    403: ("permission_denied", "Signed in, but not allowed; or the CSRF token is missing."),
    404: ("not_found", "Absent, or not yours to know of."),
    409: ("idempotency_key_reused", "A rule about state forbids it."),
    412: ("stale_version", "`If-Match` names an older version."),
    413: ("too_large", "The body is too large."),
    415: ("unsupported_media_type", "Wrong media type."),
    429: ("throttled", "Too often; see `Retry-After`."),
    503: ("service_unavailable", "A backing service is down; see `Retry-After`."),
}
RETRY_AFTER = {
    "required": True,
    "description": "After how many seconds to try again.",
    "schema": {"type": "integer", "minimum": 0},
}
NUMBER = {"type": "integer", "minimum": 0}
HEADERS: dict[str, Any] = {
    "ETag": {
        "description": "This version, for `If-None-Match` and, of what is one's own, `If-Match`.",
        "schema": {"type": "string"},
    },
    "RateLimit-Limit": {"description": "How often one may ask in a window.", "schema": NUMBER},
    "RateLimit-Remaining": {"description": "How often still, in this window.", "schema": NUMBER},
    "RateLimit-Reset": {"description": "When it ends, in seconds.", "schema": NUMBER},
    "RateLimit-Policy": {
        "description": "All rates that hold: times, and the window in seconds.",
        "schema": {"type": "string"},
        "example": "120;w=60",
    },
    "Retry-After": RETRY_AFTER,
}


def name_of(status: int) -> str:
    """Return what the component of a status is called, as in `NotFound`."""
    return re.sub(r"\W", "", f"{HTTPStatus(status).phrase.title()}Problem")


def add_problems(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Put the problems and headers that operations refer to into the document."""
    result["components"]["headers"] = HEADERS
    result["components"]["responses"] = {name_of(status): _answer(status) for status in PROBLEMS}
    return result


def _answer(status: int) -> dict[str, Any]:
    code, description = PROBLEMS[status]
    example = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": description,
        "errors": [],
    }
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
    names = ["Retry-After"] if status in (429, 503) else []
    return {
        "description": description,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        "content": {"application/problem+json": content},
    }
