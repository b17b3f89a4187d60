"""Completing tags without telling what stands in other people's drafts."""

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.urls import path
from wagtail.snippets.views.snippets import SnippetViewSet

from content.models import RejectReason, Tag

if TYPE_CHECKING:
    from django.http import HttpRequest

TAGS_OFFERED = 10


def complete_tag(request: "HttpRequest") -> JsonResponse:
    """Return tags of live posts that begin with `term`, most used first."""
    term = request.GET.get("term", "").strip()
    tags = Tag.objects.in_use().starting_with(term)[:TAGS_OFFERED] if term else Tag.objects.none()
    return JsonResponse([tag.name for tag in tags], safe=False)


class TagViewSet(SnippetViewSet):
    model = Tag
    icon = "tag"
    menu_label = "Tags"
    menu_name = "tags"
    menu_order = 120
    add_to_admin_menu = True
    list_display = ["name"]
    search_fields = ["name"]
    form_fields = ["name", "slug"]
    ordering = "name"
    copy_view_enabled = False


class RejectReasonViewSet(SnippetViewSet):
    model = RejectReason
    icon = "warning"
    menu_label = "Review reasons"
    menu_name = "review-reasons"
    menu_order = 800
    add_to_settings_menu = True
    list_display = ["label", "code", "sort_order"]
    form_fields = ["label", "code", "sort_order"]
    copy_view_enabled = False


# The address of Wagtail's own completion for our tags, found first.
urls = [
    path("tag-autocomplete/content/tag/", complete_tag, name="wagtailadmin_tag_model_autocomplete"),
]
