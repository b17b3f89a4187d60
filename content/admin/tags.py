"""Tags and reasons for moderators; completing tags without telling what stands in drafts."""

from typing import TYPE_CHECKING

from django.http import JsonResponse
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


class WithoutChooser(SnippetViewSet):
    """Nothing in the admin chooses one of these from a list."""

    def register_chooser_viewset(self) -> None:
        """Leave Wagtail's chooser out."""


class TagViewSet(WithoutChooser):
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


class RejectReasonViewSet(WithoutChooser):
    model = RejectReason
    icon = "warning"
    menu_label = "Review reasons"
    menu_name = "review-reasons"
    menu_order = 800
    add_to_settings_menu = True
    list_display = ["label", "code", "sort_order"]
    form_fields = ["label", "code", "sort_order"]
    copy_view_enabled = False
