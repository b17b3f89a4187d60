"""Where each part answers. The site's own pages are Astro's; this is the API, sign-in and the admin."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from api.health import healthz, readyz
from api.media import MediaView
from content.admin import addresses as admin_addresses

urlpatterns = [
    path("api/", include("api.urls")),
    path("_allauth/", include("allauth.headless.urls")),
    path("admin/", include(admin_addresses.urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("media/<path:path>", MediaView.as_view()),
    path("healthz", healthz),
    path("readyz", readyz),
]

handler400 = "api.problems.bad_request"
handler403 = "api.problems.forbidden"
handler404 = "api.problems.not_found"
handler500 = "api.problems.server_error"
