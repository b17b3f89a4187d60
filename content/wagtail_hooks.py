"""Where Wagtail's admin finds what Firsthand adds to it and takes from it."""

from typing import TYPE_CHECKING, Any

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from content.admin import menu
from content.admin.dashboard import panels_for
from content.admin.documents import add_empty_list
from content.admin.people import person
from content.admin.pictures import urls as pictures
from content.admin.pictures.chooser import guard_chooser
from content.admin.policies import ImagePolicy, PostPolicy
from content.admin.posts.viewset import PostViewSet
from content.admin.review import views as review
from content.admin.tags import RejectReasonViewSet
from content.admin.tags import urls as tag_urls
from content.models import Image, Post

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.urls import URLPattern
    from django.utils.safestring import SafeString
    from wagtail.admin.menu import MenuItem

# Before the viewsets ask for them; exact, so that ours goes before that of wagtail.images.
register_permission_policy(Post, PostPolicy(Post), exact_class=True)
register_permission_policy(Image, ImagePolicy(Image), exact_class=True)

register_snippet(PostViewSet)
register_snippet(RejectReasonViewSet)

guard_chooser()

hooks.register("construct_admin_api", add_empty_list)
hooks.register("register_admin_menu_item", menu.review_item)
hooks.register("register_admin_menu_item", menu.held_item)
hooks.register("register_admin_menu_item", menu.pictures_item)
hooks.register("register_admin_menu_item", menu.tags_item)
hooks.register("register_admin_menu_item", menu.site_item)
hooks.register("construct_main_menu", menu.fit_to_person)


@hooks.register("register_admin_urls", order=-10)
def admin_urls() -> "list[URLPattern]":
    return [*review.urls, *pictures.urls, *tag_urls]


@hooks.register("construct_homepage_panels")
def own_panels(request: "HttpRequest", panels: list[Any]) -> None:
    """Wagtail's panels read everything that waits at once; ours are short."""
    panels[:] = panels_for(person(request))


@hooks.register("construct_homepage_summary_items", order=100)
def no_summary(request: "HttpRequest", items: list[Any]) -> None:
    items.clear()


@hooks.register("construct_snippet_action_menu")
def only_reviewed_ways(
    items: "list[MenuItem]", request: "HttpRequest", context: dict[str, Any]
) -> None:
    """A post goes live by approval alone, and leaves by a decision with a reason."""
    if context["model"] is not Post:
        return
    post = context.get("instance")
    taken = {"action-publish", "action-unpublish", "action-restart-workflow"}
    if post is None or not post.workflow_in_progress:
        taken.add("action-cancel-workflow")
    items[:] = [item for item in items if item.name not in taken]
    for item in items:
        if item.name == "action-cancel-workflow":
            item.label = "Take out of review"


@hooks.register("insert_global_admin_css")
def admin_css() -> "SafeString":
    sheets = ((static(f"firsthand_admin/{name}.css"),) for name in ("admin", "desk"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_global_admin_js")
def admin_js() -> "SafeString":
    return format_html('<script src="{}"></script>', static("firsthand_admin/branding.js"))
