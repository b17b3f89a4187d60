"""Text that no database can hold is the client's mistake, on every route."""

from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


class RefuseBrokenText:
    """Answer 400, not 500, to JSON whose text is no Unicode (a lone surrogate such as `\\ud800`).

    Python reads such text without complaint; encoding it, to hash a password or ask the database,
    is what fails.
    """

    def __init__(self, get_response: "Callable[[HttpRequest], HttpResponse]") -> None:
        self.get_response = get_response

    def __call__(self, request: "HttpRequest") -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: "HttpRequest", exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, UnicodeEncodeError):
            return None
        return JsonResponse(
            {
                "type": "about:blank",
                "title": "Bad Request",
                "status": 400,
                "detail": "The text you sent contains characters that are not Unicode.",
                "errors": [],
            },
            status=400,
            content_type="application/problem+json",
        )
