"""JPEG: markers from SOI to EOI (ITU T.81, annex B)."""

import re

from content.images import limits
from content.images.errors import damaged, too_complex, too_many_parts, too_much_metadata
from content.images.outline import Outline

# Inside a scan, FF is followed by 00 (a literal FF), a restart marker, or a fill byte FF.
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_FILL = re.compile(rb"\xff*")
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_APP = range(0xE0, 0xF0)


def walk_jpeg(data: bytes) -> Outline:
    """Return the frame header's size. What follows EOI (a second picture, a phone's video) is ignored.

    Raise UnfitFile when a segment is cut off, EOI is missing, there are two frame headers, more than 100
    scans, or more than 16 MB of metadata.
    """
    at, scans, metadata = 2, 0, 0
    size: Outline | None = None
    for _ in range(limits.MAX_PARTS):
        marker, at = _next_marker(data, at)
        if marker == _END:
            break
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise damaged()
        if marker in _START_OF_FRAME:
            if size is not None:
                raise damaged()
            height, width = (int.from_bytes(data[at + n : at + n + 2], "big") for n in (3, 5))
            size = Outline(width, height)
        elif marker in _APP or marker == _COMMENT:
            metadata += length
        at += length
        if marker == _SCAN:
            scans += 1
            at = _skip_scan(data, at)
    else:
        raise too_many_parts("JPEG")
    if size is None or not scans:
        raise damaged()
    _check_cost(scans, metadata)
    return size


def _check_cost(scans: int, metadata: int) -> None:
    if scans > limits.MAX_JPEG_SCANS:
        raise too_complex(
            f"This JPEG is stored in {scans:,} scans; the limit is {limits.MAX_JPEG_SCANS}."
        )
    if metadata > limits.MAX_METADATA_BYTES:
        raise too_much_metadata("JPEG", metadata, limits.MAX_METADATA_BYTES)


def _next_marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the marker's code at `at` (fill bytes skipped) and where its segment begins."""
    fill = _FILL.match(data, at)
    if fill is None or fill.end() == at or fill.end() >= len(data):
        raise damaged()
    if fill.end() - at > limits.MAX_PARTS:  # Pillow reads them one by one
        raise too_many_parts("JPEG")
    return data[fill.end()], fill.end() + 1


def _skip_scan(data: bytes, at: int) -> int:
    found = _END_OF_SCAN.search(data, at)
    if found is None:
        raise damaged()
    return found.start()
