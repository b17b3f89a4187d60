"""Firsthand keeps no documents, but Wagtail's pages name the address of their list."""

from typing import TYPE_CHECKING

from wagtail.api.v2.views import BaseAPIViewSet

from content.models import Image

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.api.v2.router import WagtailAPIRouter


class NoDocuments(BaseAPIViewSet):
    """An admin API endpoint that never holds anything."""

    name = "documents"
    model = Image

    def get_queryset(self) -> "QuerySet[Image]":
        return Image.objects.none()


def add_empty_list(router: "WagtailAPIRouter") -> None:
    router.register_endpoint("documents", NoDocuments)
