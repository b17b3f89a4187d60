"""The two ways in: the browser's session with its CSRF token, and the app's session token."""

from typing import TYPE_CHECKING

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import PermissionDenied

from api.problems import STALE_PAGE

if TYPE_CHECKING:
    from rest_framework.request import Request


class BrowserSessionAuthentication(SessionAuthentication):
    """Signed in by cookie. Naming a scheme makes DRF answer 401, not 403, to who is not signed in."""

    def enforce_csrf(self, request: "Request") -> None:
        """Tell a person with a stale page what to do, in the words that every other route has."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise PermissionDenied(STALE_PAGE, "csrf_failed") from error

    def authenticate_header(self, request: "Request") -> str:
        return "Session"


class AppSessionAuthentication(XSessionTokenAuthentication):
    """Signed in by the `X-Session-Token` header that allauth's app client hands out."""
