"""What no view can do for itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from api.problems import SERVICE_ERRORS, service_down


class ServiceDownMiddleware:
    """Answers 503 with `Retry-After` where a view outside the API meets a service that is down."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return service_down() if isinstance(exception, SERVICE_ERRORS) else None
