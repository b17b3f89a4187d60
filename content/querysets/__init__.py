"""Every reusable read of content."""

from typing import TYPE_CHECKING

from content.querysets.feeds import CreatorQuerySet, TagFeedQuerySet
from content.querysets.pictures import BannedPictureQuerySet, ImageQuerySet
from content.querysets.posts import PostQuerySet
from content.querysets.tags import TagQuerySet

if TYPE_CHECKING:
    from content.querysets.posts import Visitor as Visitor

__all__ = [
    "BannedPictureQuerySet",
    "CreatorQuerySet",
    "ImageQuerySet",
    "PostQuerySet",
    "TagFeedQuerySet",
    "TagQuerySet",
]
