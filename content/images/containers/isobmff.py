"""AVIF and HEIC: boxes of the ISO base media format (ISO/IEC 14496-12, 23008-12)."""

from collections.abc import Iterator

from content.images.errors import damaged, too_many_parts
from content.images.outline import Outline

AVIF_BRANDS = frozenset({b"avif", b"avis"})
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})

# Boxes that hold boxes, with the bytes before the first one inside.
_HOLDERS = {
    b"meta": 4,
    b"iprp": 0,
    b"ipco": 0,
    b"moov": 0,
    b"trak": 0,
    b"mdia": 0,
    b"minf": 0,
    b"stbl": 0,
}
_MAX_BOXES = 20_000
_MAX_DEPTH = 10  # a track's sample table lies five deep


def brands_of(data: bytes) -> frozenset[bytes]:
    """Return the major and compatible brands of the `ftyp` box that `data` begins with."""
    length = min(int.from_bytes(data[:4], "big"), 1024, len(data))
    return frozenset({data[8:12], *(data[at : at + 4] for at in range(16, length - 3, 4))})


def walk_isobmff(data: bytes) -> Outline:
    """Return the largest `ispe` size (a grid's tiles are smaller than the whole) and the track's samples.

    Raise UnfitFile when a box reaches past the one it lies in, boxes lie too deep, or no size is given.
    """
    width = height = 0
    frames = 1
    for kind, start, end in _boxes(data, 0, len(data), count=[0], depth=0):
        if kind == b"ispe":
            width = max(width, int.from_bytes(data[start + 4 : start + 8], "big"))
            height = max(height, int.from_bytes(data[start + 8 : start + 12], "big"))
        elif kind == b"stsz":
            frames = max(frames, int.from_bytes(data[start + 8 : start + 12], "big"))
        elif kind == b"tkhd":
            width = max(width, int.from_bytes(data[end - 8 : end - 6], "big"))
            height = max(height, int.from_bytes(data[end - 4 : end - 2], "big"))
    if not width or not height:
        raise damaged()
    return Outline(width, height, frames)


def _boxes(
    data: bytes, at: int, end: int, *, count: list[int], depth: int
) -> Iterator[tuple[bytes, int, int]]:
    """Yield `(kind, body start, body end)` of every box, those inside holders included."""
    if depth > _MAX_DEPTH:
        raise damaged()
    while at + 8 <= end:
        length, kind, body = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if length == 1:
            length, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        elif length == 0:
            length = end - at
        count[0] += 1
        if length < body - at or at + length > end:
            raise damaged()
        if count[0] > _MAX_BOXES:
            raise too_many_parts("picture")
        yield kind, body, at + length
        if kind in _HOLDERS:
            inside = body + _HOLDERS[kind]
            yield from _boxes(data, inside, at + length, count=count, depth=depth + 1)
        at += length
