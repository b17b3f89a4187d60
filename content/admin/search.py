"""What the box in the sidebar searches."""

from typing import TYPE_CHECKING

from wagtail.images.wagtail_hooks import ImagesSearchArea

if TYPE_CHECKING:
    from django.http import HttpRequest


def never(area: ImagesSearchArea, request: "HttpRequest") -> bool:
    return False


def leave_out_pictures() -> None:
    """Search no pictures: the library is in the order of uploads and asks for no words.

    Wagtail searches what a person may change, and pictures are all that creators may, so they have no
    box any more; its hook for this is not asked by the sidebar.
    """
    ImagesSearchArea.is_shown = never
