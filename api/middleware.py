"""What no view can do for itself."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from redis.exceptions import RedisError

from api.clients import address_identity
from api.problems import SERVICE_ERRORS, service_down, too_many
from api.throttles import add_rate_limit_headers, count_scope, seconds_to_wait

SIGN_IN = "/_allauth/"
# DELETE signs out, which must work without Redis, and tries no password.
COUNTED = frozenset({"POST", "PUT", "PATCH"})
# Until allauth's own limits, which do not say for how long, let somebody through again.
ALLAUTH_WAIT_SECONDS = 60


class ServiceDownMiddleware:
    """Answers 503 with `Retry-After` where a view outside the API meets a service that is down."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return service_down() if isinstance(exception, SERVICE_ERRORS) else None


class SignInThrottleMiddleware:
    """Counts what goes to allauth by household, and says on every answer how the caller stands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(SIGN_IN) or request.method not in COUNTED:
            return self.get_response(request)
        try:
            windows = count_scope("sign_in", address_identity(request), is_guest=True)
        except RedisError:
            return service_down()
        if any(window.is_exceeded for window in windows):
            response = too_many(seconds_to_wait(windows))
        else:
            response = self.get_response(request)
        add_rate_limit_headers(response, windows)
        if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers.setdefault("Retry-After", str(ALLAUTH_WAIT_SECONDS))
        return response
