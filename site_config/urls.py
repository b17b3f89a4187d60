"""Where each part answers. The site's own pages are Astro's; this is the API, sign-in and the admin."""

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from accounts.google import come_back
from api.health import healthz, readyz
from api.media import MediaView
from api.metrics import metrics
from content.admin import addresses as admin_addresses


def nowhere(request: HttpRequest, **kwargs: str) -> NoReturn:
    raise Http404


urlpatterns = [
    path("api/", include("api.urls")),
    # Telephone numbers are not asked for; allauth's route for them would fail.
    path("_allauth/<slug:client>/v1/account/phone", nowhere),
    # The name is the one that allauth looks for.
    path("_allauth/google/callback", come_back, name="google_callback"),
    path("_allauth/", include("allauth.headless.urls")),
    path("admin/", include(admin_addresses.urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("media/<path:path>", MediaView.as_view()),
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
]

handler400 = "api.problems.bad_request"
handler403 = "api.problems.forbidden"
handler404 = "api.problems.not_found"
handler500 = "api.problems.server_error"
