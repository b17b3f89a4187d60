"""A file made from an upload, and the folder in which the sandbox leaves it."""

import hashlib
from collections.abc import Callable
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
    """One file as it will be served. `name` is its name in the folder and the end of its path.

    It is `<stem>-<16 hex of the file's SHA-256>.<extension>`: another content has another name, so whoever
    has the file may keep it for ever.
    """

    kind: Kind
    type: str
    width: int
    height: int
    name: str
    bytes: int


@dataclass(frozen=True)
class Made:
    """What became of an upload: the size of the largest picture, how it looks, and every file.

    `phash` and `phash_mirror` are perceptual fingerprints of the picture, or an animation's poster, and of
    its mirror image: 16 hex digits each, or both empty (see `fingerprint`).
    """

    width: int
    height: int
    animated: bool
    placeholder: str
    phash: str
    phash_mirror: str
    variants: list[Variant] = field(default_factory=list)


def write_variant(
    image: Image.Image,
    folder: Path,
    name: str,
    *,
    kind: Kind,
    stem: str | None = None,
    finish: Callable[[Path], None] | None = None,
    **options: Any,
) -> Variant:
    """Encode the picture as the Pillow format `name` into the folder and describe the file.

    `finish` may change the file before it is named by its content.
    """
    mime, extension = _TYPES[name]
    stem = stem or str(image.width)
    fresh = folder / f"{stem}.{extension}"
    image.save(fresh, name, **options)
    if finish:
        finish(fresh)
    with fresh.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    path = fresh.rename(folder / f"{stem}-{digest}.{extension}")
    return Variant(kind, mime, image.width, image.height, path.name, path.stat().st_size)
