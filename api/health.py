"""Whether the process is up, and whether it can do its work."""

from collections.abc import Callable
from functools import partial

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from api.heartbeats import WORKERS, check_heartbeat
from api.problems import MEDIA_TYPE, RETRY_SECONDS, problem
from content.images.storage import both_storages


def healthz(request: HttpRequest) -> HttpResponse:
    """The process is up."""
    return _uncached(JsonResponse({"status": "ok"}))


def readyz(request: HttpRequest) -> HttpResponse:
    """200 when everything behind the process answers; 503 names what is down."""
    parts = {name: _is_up(check) for name, check in CHECKS.items()}
    if all(parts.values()):
        return _uncached(JsonResponse({"status": "ok", "parts": dict.fromkeys(parts, "ok")}))
    down = [name for name, up in parts.items() if not up]
    answer = problem(503, code="service_unavailable", detail=f"Down: {', '.join(down)}.")
    answer["parts"] = {name: "ok" if up else "down" for name, up in parts.items()}
    response = JsonResponse(answer, status=503, content_type=MEDIA_TYPE)
    response["Retry-After"] = str(RETRY_SECONDS)
    return _uncached(response)


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _redis() -> None:
    cache.get("readyz")


def _storage() -> None:
    for storage in both_storages():
        storage.check()


CHECKS: dict[str, Callable[[], None]] = {
    "database": _database,
    "redis": _redis,
    "storage": _storage,
    **{process: partial(check_heartbeat, name) for name, process in WORKERS.items()},
}


def _is_up(check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception:  # whatever a broken service raises, it is down
        return False
    return True


def _uncached(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
