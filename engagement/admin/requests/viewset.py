"""Requests in the admin, as a snippet of which Wagtail's list and its view for reading are all there is."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import Permission
from django.urls import path
from wagtail.admin.menu import MenuItem
from wagtail.snippets.views.snippets import SnippetViewSet

from content.admin.people import person
from engagement.admin.requests.listing import RequestFilters, RequestList
from engagement.admin.requests.views import (
    BlockSender,
    DecideHeld,
    DropRequest,
    ReadRequest,
    ReleaseRequest,
)
from engagement.admin.requests.words import heading_for
from engagement.models import PostRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern
    from wagtail.admin.ui.sidebar import LinkMenuItem

CONFIRM = "firsthand_admin/requests/confirm.html"


class RequestMenuItem(MenuItem):
    def render_component(self, request: "HttpRequest") -> "LinkMenuItem":
        item = super().render_component(request)
        user = person(request)
        # The heading in full would be cut off in the sidebar.
        item.label = self.label if user.is_moderator else heading_for(user)
        return item


class RequestViewSet(SnippetViewSet):
    """Adding, editing, copying, deleting, history, usage and choosing have no address here.

    Who reads which request is `RequestPolicy`'s to say, for the list as for one.
    """

    model = PostRequest
    icon = "mail"
    base_url_path = "requests"
    admin_url_namespace = "requests"
    menu_label = "Requests"
    menu_name = "requests"
    menu_order = 115
    menu_item_class = RequestMenuItem
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    list_per_page = 30
    ordering = "-created_at"
    search_fields = ["name", "post__title"]

    filterset_class = RequestFilters
    index_view_class = RequestList
    inspect_view_class = ReadRequest
    # The template writes its own; a field of each would cost queries.
    inspect_view_fields = ["name"]
    index_template_name = "firsthand_admin/requests/list.html"
    index_results_template_name = "firsthand_admin/requests/results.html"
    inspect_template_name = "firsthand_admin/requests/detail.html"

    def get_urlpatterns(self) -> "list[URLPattern]":
        return [
            path("", self.index_view, name="list"),
            path("results/", self.index_results_view, name="list_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/release/", self._deciding(ReleaseRequest), name="release"),
            path("<int:pk>/drop/", self._deciding(DropRequest), name="drop"),
            path("<int:pk>/block/", self._deciding(BlockSender), name="block"),
        ]

    def get_permissions_to_register(self) -> "QuerySet[Permission]":
        """None that an administrator could give a group."""
        return Permission.objects.none()

    def register_chooser_viewset(self) -> None:
        """Nothing in the admin chooses a request, so there is no chooser to guard."""

    def _deciding(self, view_class: type[DecideHeld]) -> "Callable[..., HttpResponse]":
        view: Callable[..., HttpResponse] = self.construct_view(
            view_class, **self.get_inspect_view_kwargs(template_name=CONFIRM)
        )
        return view
