"""What Wagtail's admin draws for a picture: one of its stored variants, never a new file.

Wagtail itself would decode the picture inside the request, lose every animation and copy metadata.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from content.models import Image

WAITING = "firsthand_admin/preparing.svg"
REFUSED = "firsthand_admin/refused.svg"


@dataclass(frozen=True)
class VariantRendition:
    """Stands in for Wagtail's rendition: `url`, and the `width` and `height` to show it at."""

    url: str
    width: int
    height: int
    alt: str

    @property
    def attrs_dict(self) -> dict[str, Any]:
        return {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt}

    @property
    def attrs(self) -> SafeString:
        return flatatt(self.attrs_dict)

    @property
    def full_url(self) -> str:
        return f"{settings.WAGTAILADMIN_BASE_URL}{self.url}"

    def img_tag(self, extra_attributes: dict[str, Any] | None = None) -> SafeString:
        return format_html("<img{}>", flatatt(self.attrs_dict | (extra_attributes or {})))

    def __html__(self) -> str:
        return self.img_tag()


def rendition_of(image: "Image", spec: str) -> VariantRendition:
    """Return the smallest stored still that fills `spec` (Wagtail's word for a size: "max-165x165").

    A picture without files yet gets a drawn placeholder, and so does one that was refused or is held.
    """
    if image.is_refused:
        return _drawn(REFUSED, image, spec)
    return held_rendition(image, spec)


def held_rendition(image: "Image", spec: str) -> VariantRendition:
    """Return the same of a held picture, for moderators: its files open for nobody else."""
    limit_x, limit_y = _limits(image, spec)
    variant = _smallest_filling(image, limit_x)
    if variant is None:
        return _drawn(WAITING, image, spec)
    scale = min(limit_x / variant["width"], limit_y / variant["height"], 1)
    return VariantRendition(
        url=_url(variant),
        width=max(1, round(variant["width"] * scale)),
        height=max(1, round(variant["height"] * scale)),
        alt=image.default_alt_text,
    )


@dataclass(frozen=True)
class MovingFile:
    """A file that moves, for a `<source>`."""

    type: str
    url: str


def moving_files(image: "Image") -> list[MovingFile]:
    """Return an animation's moving files, the smallest first; none of a still."""
    moving = [variant for variant in image.variants if variant["kind"] == "animation"]
    moving.sort(key=lambda variant: variant["bytes"])
    return [MovingFile(variant["type"], _url(variant)) for variant in moving]


def _url(variant: dict[str, Any]) -> str:
    return f"{settings.MEDIA_URL}{variant['path']}"


def _drawn(name: str, image: "Image", spec: str) -> VariantRendition:
    limit_x, limit_y = _limits(image, spec)
    side = min(limit_x or 165, limit_y or 165, 400)
    return VariantRendition(static(name), side, side, image.default_alt_text)


def _limits(image: "Image", spec: str) -> tuple[int, int]:
    wanted = [int(number) for number in re.findall(r"\d+", spec)[:2]]
    wide, high = (wanted * 2)[:2] if wanted else (image.width, image.height)
    return wide, high


def _smallest_filling(image: "Image", width: int) -> dict[str, Any] | None:
    stills = sorted(
        (variant for variant in image.variants if variant["kind"] != "animation"),
        key=lambda variant: (variant["width"], variant["type"] != "image/avif"),
    )
    large_enough = [variant for variant in stills if variant["width"] >= width]
    return next(iter(large_enough or stills[-1:]), None)
