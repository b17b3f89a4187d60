"""Who is at the other end of an admin request."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.models import User


def person(request: "HttpRequest") -> "User":
    """Return the signed-in person; the admin lets nobody else in as far as its views."""
    return cast("User", request.user)
