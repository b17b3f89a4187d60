"""What every route shares: who may ask, how often, and what a cache may keep."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from accounts.models import User
from api.etags import etag_of_answer, is_fresh, own_etag_of
from api.options import TellsMethods
from api.throttles import ScopedThrottle, add_rate_limit_headers

PUBLIC_CACHE = "public, max-age=0, must-revalidate"
PERSONAL_CACHE = "private, no-store"


class AnswersInJson(BaseContentNegotiation):
    """JSON, whatever `Accept` says: there is nothing else to choose."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return next((one for one in parsers if _takes(one.media_type, request.content_type)), None)

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class WrittenJson(HttpResponse):
    """An answer that is JSON already, for what PostgreSQL has written out."""

    def __init__(self, text: str) -> None:
        super().__init__(text, content_type="application/json")


class ApiView(TellsMethods):
    """One resource's route. Signed-in only, except for the methods named in `open_to_all`.

    An anonymous GET is public and carries an ETag; whatever a signed-in person gets is theirs alone,
    unless `same_for_all` says that it reads the same for everybody. `throttle_scopes` names the scope of
    `api.rates` for a method, or None for a method that is not counted.
    """

    content_negotiation_class = AnswersInJson
    metadata_class = None
    open_to_all: ClassVar[frozenset[str]] = frozenset()
    same_for_all = False
    throttle_scopes: ClassVar[dict[str, str | None]] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if not hasattr(self, str(request.method).lower()):
            self.http_method_not_allowed(request)
        super().initial(request, *args, **kwargs)

    def get_permissions(self) -> list[BasePermission]:
        method = "GET" if self.request.method == "HEAD" else self.request.method
        is_open = method in self.open_to_all or method == "OPTIONS"
        return [AllowAny() if is_open else IsAuthenticated()]

    def get_throttles(self) -> list[BaseThrottle]:
        scope = self._throttle_scope()
        self.throttles = [ScopedThrottle(scope)] if scope else []
        return list(self.throttles)

    def finalize_response(  # type: ignore[override]  # DRF's stubs know no answer but its own
        self, request: Request, response: HttpResponseBase, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[arg-type]
        for throttle in getattr(self, "throttles", []):
            add_rate_limit_headers(response, throttle.windows)
        if response.has_header("Cache-Control"):
            return response
        if request.method in ("GET", "HEAD") and response.status_code == 200 and self._is_public():
            return self._public(response)
        response["Cache-Control"] = PERSONAL_CACHE if response.status_code < 400 else "no-store"
        return response

    @property
    def me(self) -> User:
        """The signed-in person; only behind a permission that asks for one."""
        user = self.request.user
        assert isinstance(user, User)
        return user

    def own(self, data: dict[str, Any], *, status: int = 200) -> Response:
        """Return a representation that its reader may edit, with the ETag for `If-Match`."""
        return Response(
            data,
            status=status,
            headers={"ETag": own_etag_of(data), "Cache-Control": PERSONAL_CACHE},
        )

    def _throttle_scope(self) -> str | None:
        method = "GET" if self.request.method == "HEAD" else self.request.method or ""
        if method in self.throttle_scopes:
            return self.throttle_scopes[method]
        if method == "OPTIONS":
            return None
        if method != "GET":
            return "write"
        if self.request.query_params.get("q"):
            return "search"
        return None if self.request.user.is_authenticated else "read"

    def _is_public(self) -> bool:
        return self.same_for_all or not self.request.user.is_authenticated

    def _public(self, response: HttpResponseBase) -> HttpResponseBase:
        etag = etag_of_answer(response)
        if is_fresh(self.request, etag):
            _empty(response)
        response["ETag"] = etag
        response["Cache-Control"] = PUBLIC_CACHE
        if not self.same_for_all:
            patch_vary_headers(response, ("Cookie", "X-Session-Token"))
        return response


def _empty(response: HttpResponseBase) -> None:
    """Make it the answer to who has this version already."""
    response.status_code = 304
    if isinstance(response, Response):
        response.data = None
    elif isinstance(response, HttpResponse):
        response.content = b""
        del response["Content-Type"]


def _takes(media_type: str, content_type: str) -> bool:
    return content_type.split(";")[0].strip().lower() == media_type
