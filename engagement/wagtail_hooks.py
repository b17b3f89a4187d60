"""Where Wagtail's admin finds what engagement adds to it."""

from typing import TYPE_CHECKING

from wagtail import hooks

from engagement.admin import appeals, requests
from engagement.admin.person_facts import engagement_facts as engagement_facts  # registers itself

if TYPE_CHECKING:
    from django.urls import URLPattern

hooks.register("register_admin_menu_item", appeals.appeals_item)
hooks.register("register_admin_menu_item", requests.requests_item)


@hooks.register("register_admin_urls")
def admin_urls() -> "list[URLPattern]":
    return [*appeals.urls, *requests.urls]
