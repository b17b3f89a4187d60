"""WebP: RIFF chunks (RFC 9649, section 2)."""

from collections.abc import Iterator

from content.images import limits
from content.images.errors import damaged, too_many_parts, too_much_metadata
from content.images.outline import Outline

_METADATA = (b"ICCP", b"EXIF", b"XMP ")


def walk_webp(data: bytes) -> Outline:
    """Return the largest of the canvas and every picture on it, and the number of ANMF frames.

    Raise UnfitFile when the file is shorter than RIFF says, or holds no picture.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:  # some encoders leave out the last padding byte
        raise damaged()
    sizes: list[Outline] = []
    frames = pictures = metadata = 0
    for kind, length, body in _chunks(data, min(end, len(data))):
        if kind == b"VP8X" and length >= 10:
            sizes.append(Outline(_u24(body, 4) + 1, _u24(body, 7) + 1))
        elif kind == b"ANMF":
            frames += 1
        elif kind in (b"VP8 ", b"VP8L"):
            pictures += 1
            sizes.append(_picture_size(kind, body))
        elif kind in _METADATA:
            metadata += length
    if metadata > limits.MAX_METADATA_BYTES:
        raise too_much_metadata("WebP", metadata, limits.MAX_METADATA_BYTES)
    if not sizes or not (pictures or frames):
        raise damaged()
    return Outline(max(s.width for s in sizes), max(s.height for s in sizes), max(frames, 1))


def _chunks(data: bytes, end: int) -> Iterator[tuple[bytes, int, bytes]]:
    """Yield `(kind, length, first 32 bytes)` of every chunk."""
    at = 12
    for _ in range(limits.MAX_PARTS):
        if at + 8 > end:
            return
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise damaged()
        yield data[at : at + 4], length, data[at + 8 : at + 8 + min(length, 32)]
        at += 8 + length + (length & 1)
    raise too_many_parts("WebP")


def _u24(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


def _picture_size(kind: bytes, body: bytes) -> Outline:
    if kind == b"VP8L":
        if body[:1] != b"\x2f":
            raise damaged()
        bits = int.from_bytes(body[1:5], "little")
        return Outline((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if body[3:6] != b"\x9d\x01\x2a":
        raise damaged()
    width, height = (int.from_bytes(body[at : at + 2], "little") for at in (6, 8))
    return Outline(width & 0x3FFF, height & 0x3FFF)
