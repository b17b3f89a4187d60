"""Versions of a post as they are read, made of what revisions keep, in two queries for any number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from content.html import clean_html, text_of
from content.models import Image, Post, Tag
from content.renditions import MovingFile, moving_files

if TYPE_CHECKING:
    from content.admin.review.alike import AlikeOnes


@dataclass(frozen=True)
class Picture:
    """One place in a gallery. `alike` is what looks like it, when that was looked for."""

    image: Image
    alt: str
    is_new: bool = False
    alike: "AlikeOnes | None" = None

    @property
    def moving(self) -> list[MovingFile]:
        """Files of an animation, the smallest first; nothing for a still."""
        return moving_files(self.image)


@dataclass(frozen=True)
class Side:
    """One version of a post as it is read."""

    title: str
    content: str
    tags: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that a reader of it sees or hears, in one line."""
        alts = [picture.alt for picture in self.pictures]
        return " · ".join([self.title, text_of(self.content), *self.tags, *alts])

    @property
    def image_ids(self) -> list[int]:
        return [picture.image.pk for picture in self.pictures]


def read_sides(*contents: dict[str, Any]) -> list[Side]:
    """Return the versions in these revision contents. What was deleted since is left out."""
    galleries = [_in_order(content.get("gallery", [])) for content in contents]
    images = Image.objects.in_bulk({item["image"] for gallery in galleries for item in gallery})
    tag_ids = {item["tag"] for content in contents for item in content.get("tagged_items", [])}
    names = dict(Tag.objects.filter(pk__in=tag_ids).values_list("pk", "name"))
    return [
        Side(
            title=content["title"],
            content=clean_html(content["content"]),
            tags=sorted(
                names[item["tag"]]
                for item in content.get("tagged_items", [])
                if item["tag"] in names
            ),
            pictures=[
                Picture(images[item["image"]], item["alt"])
                for item in gallery
                if item["image"] in images
            ],
        )
        for content, gallery in zip(contents, galleries, strict=True)
    ]


def content_of_row(post: Post) -> dict[str, Any]:
    """Return what the post's row holds in the shape that revisions keep."""
    return {
        "title": post.title,
        "content": post.content,
        "gallery": list(post.gallery.order_by().values("image", "alt", "sort_order")),
        "tagged_items": list(post.tagged_items.order_by().values("tag")),
    }


def _in_order(gallery: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(gallery, key=lambda item: item.get("sort_order") or 0)
