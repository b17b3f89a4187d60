"""Where Wagtail's admin finds what engagement adds to it."""

from typing import TYPE_CHECKING

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from engagement.admin import appeals, blocks, dashboard, menu, queue
from engagement.admin.person_facts import engagement_facts as engagement_facts  # registers itself
from engagement.admin.reports import views as reports
from engagement.admin.requests.policy import RequestPolicy
from engagement.admin.requests.viewset import RequestViewSet
from engagement.admin.review_signals import open_reports as open_reports  # registers itself
from engagement.models import PostRequest

if TYPE_CHECKING:
    from django.urls import URLPattern

# Before the viewset asks for it.
register_permission_policy(PostRequest, RequestPolicy(PostRequest), exact_class=True)
register_snippet(RequestViewSet)

dashboard.register()
queue.register()
hooks.register("register_admin_menu_item", menu.reports_item)
hooks.register("register_admin_menu_item", menu.appeals_item)
hooks.register("register_admin_menu_item", menu.blocks_item)
hooks.register("construct_main_menu", menu.name_apart)


@hooks.register("register_admin_urls", order=-10)
def admin_urls() -> "list[URLPattern]":
    return [*reports.urls, *appeals.urls, *blocks.urls]
