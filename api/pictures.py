"""The public form of a picture."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.signatures import signature_of
from content.models import Image

# What programs that know no srcset are sent: no wider than this where there is a choice.
PLAIN_WIDTH = 1280

PREFERENCE = ("image/avif", "image/webp", "image/gif", "image/jpeg", "image/png")


def picture_of(
    image: Image, alt: str | None = None, *, for_insider: bool = False
) -> dict[str, Any]:
    """Return a ready picture as the contract shapes it; `alt` overrides the picture's own description.

    `for_insider` says that the answer is for the picture's owner or a moderator alone: then the URLs of a
    hidden picture carry a signature that opens them for an hour at most.
    """
    signed = for_insider and not image.is_public
    query = f"?signature={signature_of(image.key)}" if signed else ""
    moving = [one for one in image.variants if one["kind"] == "animation"]
    stills = [one for one in image.variants if one["kind"] == "still"]
    posters = [one for one in image.variants if one["kind"] == "poster"] or stills
    shown = _by_type(moving or stills)
    plain = next((kind for kind in shown if kind != PREFERENCE[0]), next(iter(shown), ""))
    return {
        "id": image.pk,
        "alt": image.description if alt is None else alt,
        "width": image.width,
        "height": image.height,
        "animated": image.animated,
        "placeholder": image.placeholder,
        "src": _url(_plain(shown[plain]), query) if plain else "",
        "srcset": _srcset(shown[plain], query) if plain else "",
        "sources": [
            {"type": kind, "srcset": _srcset(sizes, query)} for kind, sizes in shown.items()
        ],
        "poster": _poster(posters, query) if image.animated else None,
    }


def cover_of(image: Image | None) -> dict[str, Any] | None:
    """Return the picture when there is one and it is ready."""
    return picture_of(image) if image is not None and image.state == Image.State.READY else None


def _by_type(variants: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Group by media type, the preferred first, each from the narrowest to the widest."""
    return {
        kind: sizes
        for kind in PREFERENCE
        if (sizes := sorted((v for v in variants if v["type"] == kind), key=lambda v: v["width"]))
    }


def _poster(posters: list[dict[str, Any]], query: str) -> str | None:
    shown = _by_type(posters)
    kind = next((kind for kind in shown if kind != PREFERENCE[0]), next(iter(shown), None))
    return _url(_plain(shown[kind]), query) if kind else None


def _plain(sizes: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the widest size that is no burden, of sizes from the narrowest to the widest."""
    return next((size for size in reversed(sizes) if size["width"] <= PLAIN_WIDTH), sizes[0])


def _srcset(sizes: list[dict[str, Any]], query: str) -> str:
    return ", ".join(f"{_url(size, query)} {size['width']}w" for size in sizes)


def _url(variant: dict[str, Any], query: str) -> str:
    return f"{settings.BASE_URL}{settings.MEDIA_URL}{quote(variant['path'])}{query}"


class SourceSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    srcset = serializers.CharField()


class PictureSerializer(serializers.Serializer[Any]):
    """A ready picture. `srcset` is in HTML's form; `sources` are in order of preference."""

    id = serializers.IntegerField()
    alt = serializers.CharField(allow_blank=True)
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    animated = serializers.BooleanField()
    placeholder = serializers.CharField(help_text="ThumbHash, in base64.", allow_blank=True)
    src = serializers.CharField(
        help_text="An absolute URL; empty while the picture is being prepared."
    )
    srcset = serializers.CharField(allow_blank=True)
    sources = SourceSerializer(many=True)
    poster = serializers.URLField(allow_null=True)


@extend_schema_field(PictureSerializer(allow_null=True))
class AvatarField(serializers.Field[Any, Any, Any, Any]):
    """A person's picture, or null. Reads what `select_related("avatar_row__image")` brought."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Any) -> dict[str, Any] | None:
        row = getattr(value, "avatar_row", None)
        return cover_of(row.image) if row else None
