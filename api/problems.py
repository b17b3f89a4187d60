"""Every error as an RFC 9457 problem document, whoever raised it."""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.views import defaults
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError
from rest_framework import exceptions
from rest_framework.response import Response

from accounts.errors import InvalidInput, ReauthenticationRequired, RuleBroken
from api.errors import ServiceDown, TooLarge
from content.images.stored import StorageDown

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
STALE_PAGE = "Your page is too old. Load it again and repeat what you did."
SERVICE_ERRORS = (OperationalError, InterfaceError, RedisError, BrokerError, StorageDown)

Errors = list[dict[str, str]]


def problem(status: int, *, code: str, detail: str, errors: Errors | None = None) -> dict[str, Any]:
    """Return the document. `code` is for programs, `detail` for the person."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "errors": errors or [],
    }


def problem_response(exc: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None, which DRF raises again, for what is our own mistake."""
    if isinstance(exc, InvalidInput):
        entry = {"field": exc.field, "code": exc.code, "message": exc.message}
        return _answer(400, code="invalid", detail=exc.message, errors=[entry])
    if isinstance(exc, RuleBroken):
        entry = {"field": exc.field, "code": exc.code, "message": exc.message}
        return _answer(409, code=exc.code, detail=exc.message, errors=[entry])
    if isinstance(exc, ReauthenticationRequired):
        return _answer(401, code=exc.code, detail=exc.message)
    known = _as_api_exception(exc)
    return None if known is None else _from_api_exception(known)


def _as_api_exception(exc: Exception) -> exceptions.APIException | None:
    if isinstance(exc, exceptions.APIException):
        return exc
    if isinstance(exc, Http404):
        return exceptions.NotFound()
    if isinstance(exc, PermissionDenied):
        return exceptions.PermissionDenied()
    if isinstance(exc, RequestDataTooBig):
        return TooLarge()
    if isinstance(exc, (SuspiciousOperation, MultiPartParserError, UnreadablePostError)):
        return exceptions.ParseError()
    if isinstance(exc, SERVICE_ERRORS):
        logger.error("A backing service is down", exc_info=exc)
        return ServiceDown()
    return None


def _from_api_exception(exc: exceptions.APIException) -> Response:
    if isinstance(exc, exceptions.ValidationError):
        errors = list(_flatten(exc.detail, ()))
        detail = errors[0]["message"] if len(errors) == 1 else "Some of what was sent does not fit."
        return _answer(400, code="invalid", detail=detail, errors=errors)
    if isinstance(exc, exceptions.Throttled):
        return _slow_down(exc)
    code = str(exc.get_codes()) if isinstance(exc.detail, str) else exc.default_code
    response = _answer(exc.status_code, code=code, detail=str(exc.detail))
    if exc.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = str(RETRY_SECONDS)
    if header := getattr(exc, "auth_header", None):
        response["WWW-Authenticate"] = header
    return response


def _slow_down(exc: exceptions.Throttled) -> Response:
    seconds = int(getattr(exc, "wait", None) or 1)
    response = _answer(exc.status_code, code=exc.default_code, detail=_wait_words(seconds))
    response["Retry-After"] = str(seconds)
    return response


def _wait_words(seconds: int) -> str:
    minutes = -(-seconds // 60)
    wait = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"That was a lot in a short time. Please try again in {wait}."


def _answer(status: int, *, code: str, detail: str, errors: Errors | None = None) -> Response:
    document = problem(status, code=code, detail=detail, errors=errors)
    return Response(
        document, status=status, headers={"Cache-Control": "no-store"}, content_type=MEDIA_TYPE
    )


def _flatten(detail: Any, path: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield DRF's nested errors as a flat list with dotted fields."""
    if isinstance(detail, dict):
        for key, inner in detail.items():
            here = path if key == "non_field_errors" else (*path, str(key))
            yield from _flatten(inner, here)
    elif isinstance(detail, list):
        for position, inner in enumerate(detail):
            nested = isinstance(inner, (dict, list))
            yield from _flatten(inner, (*path, str(position)) if nested else path)
    else:
        yield {
            "field": ".".join(path),
            "code": getattr(detail, "code", "invalid"),
            "message": str(detail),
        }


# ---------------------------------------------------------------- outside of DRF's views


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_admin(request):
        return defaults.page_not_found(request, exception)
    return plain_problem(404, code="not_found", detail="There is nothing here.")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_admin(request):
        return render(request, "wagtailadmin/400.html", status=400)
    return plain_problem(400, code="parse_error", detail="The request could not be understood.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_admin(request):
        return defaults.permission_denied(request, exception)
    return plain_problem(403, code="permission_denied", detail="You may not do this.")


def server_error(request: HttpRequest) -> HttpResponse:
    if _is_admin(request):
        return defaults.server_error(request)
    return plain_problem(
        500, code="error", detail="Something went wrong on our side. We have been told."
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    if _is_admin(request):
        return render(request, "wagtailadmin/403_csrf.html", status=403)
    return plain_problem(403, code="csrf_failed", detail=STALE_PAGE)


def service_down() -> HttpResponse:
    response = plain_problem(503, code=ServiceDown.default_code, detail=ServiceDown.default_detail)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def too_many(seconds: int) -> HttpResponse:
    """Return the answer to who asks too often, outside of DRF's views."""
    response = plain_problem(
        429, code=exceptions.Throttled.default_code, detail=_wait_words(seconds)
    )
    response["Retry-After"] = str(seconds)
    return response


def plain_problem(status: int, *, code: str, detail: str) -> HttpResponse:
    """Return a problem document as a plain Django response."""
    response = JsonResponse(
        problem(status, code=code, detail=detail), status=status, content_type=MEDIA_TYPE
    )
    response["Cache-Control"] = "no-store"
    return response


def _is_admin(request: HttpRequest) -> bool:
    return request.path.startswith("/admin")
