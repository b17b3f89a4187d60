"""How often an animated AVIF plays, and when it was made: what Pillow can neither read nor write.

Boxes as in ISO/IEC 14496-12. libavif (write.c, read.c) says the number of plays by the length of the track:
it is so many times the edit list's one segment, endless when all its bits are set, and repeats at all only
when the list's lowest flag is set.
"""

from collections.abc import Iterator
from pathlib import Path

FOREVER = 0

_HOLDERS = (b"moov", b"trak", b"mdia", b"edts")
_TIMED = (b"mvhd", b"tkhd", b"mdhd")
# Where version 1 and version 0 of these boxes keep their duration, after version and flags.
_DURATION_AT = {b"mvhd": (24, 16), b"tkhd": (28, 20)}


def plays_of_sequence(path: Path) -> int:
    """Return how often the animation plays, 0 meaning for ever, as where the file does not say."""
    data = path.read_bytes()
    length, segment, repeats = 0, 0, True
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind == b"tkhd":
            at, size = _duration_of(data, kind, start)
            endless = data[at : at + size] == b"\xff" * size
            length = 0 if endless else int.from_bytes(data[at : at + size], "big")
        elif kind == b"elst" and end - start >= 12:
            repeats = bool(data[start + 3] & 1)
            segment = int.from_bytes(data[start + 8 : start + (16 if data[start] else 12)], "big")
    if not repeats:
        return 1
    return -(-length // segment) if length and segment else FOREVER


def settle_sequence(path: Path, *, plays: int) -> None:
    """Make a file that libavif wrote for ever play so often, and forget the moment it was made.

    The moment is nobody's business, and with it the same picture would be another file every second.
    """
    data = bytearray(path.read_bytes())
    boxes = list(_boxes(data, 0, len(data)))
    once = next(data[start + 8 : start + 16] for kind, start, _ in boxes if kind == b"elst")
    for kind, start, _ in boxes:
        if kind in _TIMED:
            data[start + 4 : start + 20] = bytes(16)
        if plays == FOREVER:
            continue
        if kind in _DURATION_AT:
            at, size = _duration_of(data, kind, start)
            length = plays * int.from_bytes(once, "big")
            data[at : at + size] = length.to_bytes(size, "big")
        elif kind == b"elst":
            data[start + 3] = plays != 1
    path.write_bytes(data)


def _duration_of(data: bytes | bytearray, kind: bytes, start: int) -> tuple[int, int]:
    """Return where a box's duration is, and how many bytes it has."""
    later, earlier = _DURATION_AT[kind]
    return (start + later, 8) if data[start] else (start + earlier, 4)


def _boxes(data: bytes | bytearray, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield `(kind, body start, body end)` of every box on the way to a track's times."""
    while at + 8 <= end:
        length, kind, body = (
            int.from_bytes(data[at : at + 4], "big"),
            bytes(data[at + 4 : at + 8]),
            8,
        )
        if length == 1:
            length, body = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        stop = at + length if length else end
        if stop > end or stop < at + body:
            return
        yield kind, at + body, stop
        if kind in _HOLDERS:
            yield from _boxes(data, at + body, stop)
        at = stop
