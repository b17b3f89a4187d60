"""What the box in the sidebar searches, and for whom there is one."""

from typing import TYPE_CHECKING

from content.admin.people import person

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.admin.search import SearchArea


def fit_search_to_person(request: "HttpRequest", areas: "list[SearchArea]") -> None:
    """Take the box from creators, who have nothing to search across. For nobody does it search pictures:
    the library has no words to search for, only what was uploaded when.
    """
    is_moderator = person(request).is_moderator
    areas[:] = [area for area in areas if is_moderator and area.name != "images"]
