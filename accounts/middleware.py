"""Faults that are not the server's own, told as such on every route that programs speak to."""

import json
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from redis.exceptions import RedisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

SIGN_IN = "/_allauth/"
SPOKEN_TO_BY_PROGRAMS = ("/api", SIGN_IN)
RETRY_AFTER = "5"  # seconds


class TellFaultsApart:
    """Turn what would be a 500 into whose fault it is, as a problem document.

    400 for JSON whose text is no Unicode (a lone surrogate such as `\\ud800`): Python reads it without
    complaint, and only encoding it, to hash a password or ask the database, fails. 400 for JSON that
    allauth could not read: nested too deeply, or with a number of thousands of digits. 503 with
    Retry-After while Redis or the database is down; sign-in counts its tries in Redis.
    """

    def __init__(self, get_response: "Callable[[HttpRequest], HttpResponse]") -> None:
        self.get_response = get_response

    def __call__(self, request: "HttpRequest") -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: "HttpRequest", view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        if not request.path.startswith(SIGN_IN):
            return None
        if request.content_type == "multipart/form-data":
            # Once read as a form, its body cannot be read as JSON any more.
            return problem(415, "Unsupported Media Type", "Send JSON; no files are taken here.")
        if not _is_within_bounds(request.body):
            return problem(400, "Bad Request", "What you sent is too deep or too long to be read.")
        return None

    def process_exception(
        self, request: "HttpRequest", exception: Exception
    ) -> HttpResponse | None:
        if not request.path.startswith(SPOKEN_TO_BY_PROGRAMS):
            return None
        if isinstance(exception, UnicodeEncodeError):
            return problem(
                400, "Bad Request", "The text you sent contains characters that are not Unicode."
            )
        if isinstance(exception, (RedisError, OperationalError, InterfaceError)):
            answer = problem(
                503, "Service Unavailable", "Something we depend on is down. Try again soon."
            )
            answer["Retry-After"] = RETRY_AFTER
            return answer
        return None


def _is_within_bounds(body: bytes) -> bool:
    """Whether reading the body as JSON ends well or in an error that allauth expects."""
    try:
        json.loads(body)
    except (json.JSONDecodeError, UnicodeDecodeError):
        return True
    except (RecursionError, ValueError):
        return False
    return True


def problem(status: int, title: str, detail: str, *, field: str = "") -> JsonResponse:
    """Return a problem document (RFC 9457) about what was sent, or about its `field`."""
    error = {"field": field, "code": "invalid", "message": detail}
    document = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": [error] if field else [],
    }
    return JsonResponse(document, status=status, content_type="application/problem+json")
