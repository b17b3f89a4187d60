"""What a file really is: by its magic bytes and a walk of its container. No pixel is decoded."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from content.images.containers.gif import walk_gif
from content.images.containers.isobmff import AVIF_BRANDS, HEIC_BRANDS, brands_of, walk_isobmff
from content.images.containers.jpeg import walk_jpeg
from content.images.containers.png import walk_png
from content.images.containers.webp import walk_webp
from content.images.errors import UnfitFile, damaged
from content.images.outline import Outline, check_outline

TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "AVIF": "image/avif",
    "HEIF": "image/heic",
}

_WALKS: dict[str, Callable[[bytes], Outline]] = {
    "JPEG": walk_jpeg,
    "PNG": walk_png,
    "WEBP": walk_webp,
    "GIF": walk_gif,
    "AVIF": walk_isobmff,
    "HEIF": walk_isobmff,
}

_ACCEPTED = "We take JPEG, PNG, WebP, GIF, AVIF and HEIC pictures."

# What people send instead, by how it begins.
_FORBIDDEN = [
    (rb"<\?(?:php|=)|#!", "a script"),
    (
        rb"\x1a\x45\xdf\xa3|FLV\x01|\x00\x00\x01[\xb3\xba]|RIFF....AVI |OggS|\x30\x26\xb2\x75",
        "a video",
    ),
    (rb"ID3|fLaC|RIFF....WAVE|\xff[\xfa\xfb\xf2\xf3]", "a sound"),
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program"),
    (rb"%PDF|\xd0\xcf\x11\xe0|\{\\rtf", "a document"),
    (rb"PK\x03\x04|Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ", "an archive"),
    (rb"II\*\x00|MM\x00\*|II\+\x00", "a TIFF or raw camera file"),
    (rb"BM.{12}[\x0c\x28\x6c\x7c]\x00\x00\x00", "a BMP picture"),
    (rb"8BPS", "a Photoshop file"),
    (rb"\xff\x0a|\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
    (rb"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"),
]
_FORBIDDEN_KINDS = [(re.compile(start, re.DOTALL), kind) for start, kind in _FORBIDDEN]
_WEB_PAGE = re.compile(
    rb"<(?:!doctype html|html|head|body|script|iframe|meta|img|a|p|div)\b", re.IGNORECASE
)
_SVG = re.compile(rb"<(?:[\w.-]{1,40}:)?svg\b|<!doctype svg\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sniffed:
    """A file that may come in: `format` in Pillow's words, its MIME type, and what its headers claim."""

    format: str
    type: str
    outline: Outline


def sniff(data: bytes) -> Sniffed:
    """Return what the file is. Its name and the type its sender claims play no part.

    Raise UnfitFile with a sentence for its owner when it is empty, of a kind we do not take, cut off,
    or larger than `limits` allows.
    """
    if not data:
        raise UnfitFile("empty", "This file is empty.")
    name = format_of(data)
    if name is None:
        raise _refusal(data)
    try:
        outline = _WALKS[name](data)
    except IndexError as error:
        raise damaged() from error
    check_outline(outline, name)
    return Sniffed(name, TYPES[name], outline)


def format_of(data: bytes) -> str | None:
    """Return the format, in Pillow's words, that the first bytes announce; None for none of ours."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        brands = brands_of(data)
        if brands & AVIF_BRANDS:
            return "AVIF"
        if brands & HEIC_BRANDS:
            return "HEIF"
    return None


def _refusal(data: bytes) -> UnfitFile:
    """Name the kind the file is, where it can be told."""
    kind = _forbidden_kind(data)
    if kind is None:
        return UnfitFile("unsupported", f"This is not a picture we know. {_ACCEPTED}")
    if kind == "a video":
        return UnfitFile(
            "unsupported", f"This is a video. Videos cannot be shared here. {_ACCEPTED}"
        )
    return UnfitFile("unsupported", f"This is {kind}, not a picture we can show. {_ACCEPTED}")


def _forbidden_kind(data: bytes) -> str | None:
    if data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free"):
        return "a video"
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, kind in _FORBIDDEN_KINDS:
        if pattern.match(start) or pattern.match(data[:64]):
            return kind
    if not start.startswith(b"<"):
        return None
    if _SVG.search(start):
        return "an SVG drawing"
    return "a web page" if _WEB_PAGE.search(start) else "an XML document"
