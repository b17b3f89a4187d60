"""What engagement adds to the moderators' menu."""

from typing import TYPE_CHECKING

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from content.admin.menu import ModeratorsMenuItem

if TYPE_CHECKING:
    from django.http import HttpRequest


def reports_item() -> MenuItem:
    return ModeratorsMenuItem(
        "Reports", reverse("reported"), name="reported", icon_name="warning", order=60
    )


def appeals_item() -> MenuItem:
    return ModeratorsMenuItem(
        "Appeals", reverse("appeal_list"), name="appeals", icon_name="comment", order=55
    )


def blocks_item() -> MenuItem:
    return ModeratorsMenuItem(
        "Blocked senders",
        reverse("blocked_senders"),
        name="blocked-senders",
        icon_name="no-view",
        order=65,
    )


def name_apart(request: "HttpRequest", items: list[MenuItem]) -> None:
    """Wagtail calls its lists of what editors did "Reports", which here are what people told us of."""
    for item in items:
        if item.name == "reports":
            item.label = "History"
