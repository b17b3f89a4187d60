"""A file made from an upload, and the folder in which the sandbox leaves it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from PIL import Image

Kind = Literal["still", "animation", "poster"]

_TYPES = {
    "AVIF": ("image/avif", "avif"),
    "WEBP": ("image/webp", "webp"),
    "GIF": ("image/gif", "gif"),
}


@dataclass(frozen=True)
class Variant:
    """One file as it will be served. `name` is its name in the folder and the end of its path."""

    kind: Kind
    type: str
    width: int
    height: int
    name: str
    bytes: int


@dataclass(frozen=True)
class Made:
    """What became of an upload: the size of the largest picture, and every file."""

    width: int
    height: int
    animated: bool
    placeholder: str
    variants: list[Variant] = field(default_factory=list)


def write_variant(
    image: Image.Image,
    folder: Path,
    name: str,
    *,
    kind: Kind,
    stem: str | None = None,
    **options: Any,
) -> Variant:
    """Encode the picture as the Pillow format `name` into the folder and describe the file."""
    mime, extension = _TYPES[name]
    path = folder / f"{stem or image.width}.{extension}"
    image.save(path, name, **options)
    return Variant(kind, mime, image.width, image.height, path.name, path.stat().st_size)
