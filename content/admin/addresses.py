"""Addresses of Wagtail's that ours take the place of: signing in and out, one's account, completing tags.

Sign-in and passwords are the site's own, with its rate limits and rules.
"""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access

from content.admin.account import AdminAccount
from content.admin.links import OutsideLink
from content.admin.tags import complete_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

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


def _guarded(view: "Callable[..., HttpResponseBase]") -> "Callable[..., HttpResponseBase]":
    return never_cache(require_admin_access(view))


# Found before Wagtail's own.
urls = [
    path("login/", to_site_login, name="wagtailadmin_login"),
    path("logout/", LogoutView.as_view(next_page="/"), name="wagtailadmin_logout"),
    path("password_reset/", RedirectView.as_view(url="/password/reset")),
    path("password_reset/<path:rest>", RedirectView.as_view(url="/password/reset")),
    path("account/", _guarded(AdminAccount.as_view()), name="wagtailadmin_account"),
    path(
        "choose-external-link/",
        _guarded(OutsideLink.as_view()),
        name="wagtailadmin_choose_page_external_link",
    ),
    path(
        "tag-autocomplete/content/tag/",
        _guarded(complete_tag),
        name="wagtailadmin_tag_model_autocomplete",
    ),
]
