"""The admin's sign-in, sign-out and password pages: the site's own, with its rate limits and rules."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

if TYPE_CHECKING:
    from django.http import HttpRequest

ADMIN = "/admin/"


@never_cache
def to_site_login(request: "HttpRequest") -> HttpResponseRedirect:
    """Send the visitor to the site's sign-in, and from there back to where they were going."""
    target = request.GET.get("next", ADMIN)
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = ADMIN
    if request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin"):
        return HttpResponseRedirect(target)
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': target})}")


# Found before Wagtail's own.
urls = [
    path("login/", to_site_login),
    path("logout/", LogoutView.as_view(next_page="/")),
    path("password_reset/", RedirectView.as_view(url="/password/reset")),
    path("password_reset/<path:rest>", RedirectView.as_view(url="/password/reset")),
]
