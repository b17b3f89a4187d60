"""Where each part answers. The site's own pages are Astro's; this is the API, sign-in and the admin."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("api/", include("api.urls")),
    path("_allauth/", include("allauth.headless.urls")),
    path("admin/", include(wagtailadmin_urls)),
]
