"""What engagement adds to the moderators' menu."""

from typing import TYPE_CHECKING

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from content.admin.people import person
from engagement.models import Report

if TYPE_CHECKING:
    from django.http import HttpRequest


class ReportsMenuItem(MenuItem):
    """What is reported, with the number of things that wait for a decision."""

    def is_shown(self, request: "HttpRequest") -> bool:
        return person(request).is_moderator

    def render_component(self, request: "HttpRequest") -> LinkMenuItem:
        count = Report.objects.open_by_target().count()
        return LinkMenuItem(
            self.name,
            f"Reports ({count})" if count else "Reports",
            self.url,
            icon_name=self.icon_name,
            classname=self.classname,
            attrs=self.attrs,
        )


def reports_item() -> MenuItem:
    return ReportsMenuItem(
        "Reports", reverse("reported"), name="reported", icon_name="warning", order=60
    )


def name_apart(request: "HttpRequest", items: list[MenuItem]) -> None:
    """Wagtail calls its lists of what editors did "Reports", which here are what people told us of."""
    for item in items:
        if item.name == "reports":
            item.label = "History"
