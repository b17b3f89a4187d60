"""What stands in the admin's menu, and for whom."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from content.admin.people import person
from content.admin.review.queue import rough_count

if TYPE_CHECKING:
    from django.http import HttpRequest

FOR_CREATORS = frozenset({"posts", "pictures", "requests", "to-the-site"})


class OwnMenuItem(MenuItem):
    """Something of which creators see their own alone, and the menu says so to them."""

    def render_component(self, request: "HttpRequest") -> LinkMenuItem:
        item = super().render_component(request)
        if not person(request).is_moderator:
            item.label = f"My {self.label.lower()}"
        return item


class ModeratorsMenuItem(MenuItem):
    def is_shown(self, request: "HttpRequest") -> bool:
        return person(request).is_moderator


class ReviewMenuItem(ModeratorsMenuItem):
    """The queue, with how much waits in it: the only number in the menu, as it counts everything once."""

    def render_component(self, request: "HttpRequest") -> LinkMenuItem:
        item = super().render_component(request)
        if count := rough_count():
            item.label = f"{self.label} ({count})"
        return item


def review_item() -> MenuItem:
    return ReviewMenuItem(
        "Review", reverse("review_queue"), name="review", icon_name="success", order=50
    )


def held_item() -> MenuItem:
    return ModeratorsMenuItem(
        "Held pictures", reverse("pictures_held"), name="held", icon_name="view", order=60
    )


def people_item() -> MenuItem:
    return ModeratorsMenuItem(
        "People", reverse("people_list"), name="people", icon_name="group", order=70
    )


def pictures_item() -> MenuItem:
    return OwnMenuItem(
        "Pictures", reverse("picture_library"), name="pictures", icon_name="image", order=110
    )


def tags_item() -> MenuItem:
    return ModeratorsMenuItem("Tags", reverse("tags"), name="tags", icon_name="tag", order=120)


def site_item() -> MenuItem:
    # In full: a bare "/" would count as the page one is on, wherever one is.
    url = f"{settings.WAGTAILADMIN_BASE_URL}/"
    return MenuItem("To the site", url, name="to-the-site", icon_name="site", order=9999)


def fit_to_person(request: "HttpRequest", items: list[MenuItem]) -> None:
    """Take out what this person may not use: creators keep four items, moderators lose doubles."""
    if person(request).is_moderator:
        items[:] = [item for item in items if item.name not in ("images", "help")]
        return
    items[:] = [item for item in items if item.name in FOR_CREATORS]
