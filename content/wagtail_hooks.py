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
from content.admin.members import views as members
from content.admin.people import person
from content.admin.pictures import urls as pictures
from content.admin.pictures.chooser import guard_chooser
from content.admin.policies import ImagePolicy, PostPolicy
from content.admin.posts.actions import fit_to_post
from content.admin.posts.viewset import PostViewSet
from content.admin.review import queue_views as review_queue
from content.admin.review import views as review
from content.admin.review.pictures_waiting import PicturesWaiting
from content.admin.review.posts_waiting import PostsWaiting
from content.admin.review.sources import register_source
from content.admin.search import leave_out_pictures
from content.admin.tags import RejectReasonViewSet
from content.admin.tags import urls as tag_urls
from content.models import Image, Post
from content.services.versions import TYPED

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.urls import URLPattern
    from django.utils.safestring import SafeString
    from wagtail.log_actions import LogActionRegistry

# Before the viewsets ask for them; exact, so that ours goes before that of wagtail.images.
register_permission_policy(Post, PostPolicy(Post), exact_class=True)
register_permission_policy(Image, ImagePolicy(Image), exact_class=True)

register_snippet(PostViewSet)
register_snippet(RejectReasonViewSet)

guard_chooser()
leave_out_pictures()

register_source(PostsWaiting())
register_source(PicturesWaiting())

hooks.register("construct_admin_api", add_empty_list)
hooks.register("register_admin_menu_item", menu.review_item)
hooks.register("register_admin_menu_item", menu.held_item)
hooks.register("register_admin_menu_item", menu.people_item)
hooks.register("register_admin_menu_item", menu.pictures_item)
hooks.register("register_admin_menu_item", menu.tags_item)
hooks.register("register_admin_menu_item", menu.site_item)
hooks.register("construct_main_menu", menu.fit_to_person)
hooks.register("construct_snippet_action_menu", fit_to_post)


@hooks.register("register_admin_urls", order=-10)
def admin_urls() -> "list[URLPattern]":
    return [*review_queue.urls, *review.urls, *members.urls, *pictures.urls, *tag_urls]


@hooks.register("construct_homepage_panels")
def own_panels(request: "HttpRequest", panels: list[Any]) -> None:
    """Wagtail's panels read everything that waits at once; ours are short."""
    panels[:] = panels_for(person(request))


@hooks.register("construct_homepage_summary_items", order=100)
def no_summary(request: "HttpRequest", items: list[Any]) -> None:
    items.clear()


@hooks.register("register_log_actions")
def log_actions(actions: "LogActionRegistry") -> None:
    actions.register_action(TYPED, "Typed", "Kept what was typed")


@hooks.register("insert_global_admin_css")
def admin_css() -> "SafeString":
    sheets = ((static(f"firsthand_admin/{name}.css"),) for name in ("admin", "desk"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_global_admin_js")
def admin_js() -> "SafeString":
    return format_html('<script src="{}"></script>', static("firsthand_admin/branding.js"))
