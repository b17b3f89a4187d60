"""GIF: logical screen, then blocks until the trailer (GIF89a specification, sections 17 to 27)."""

from content.images import limits
from content.images.errors import damaged
from content.images.outline import Outline


def walk_gif(data: bytes) -> Outline:
    """Return the screen's size and the frames up to the trailer; stop counting just past the limit.

    Raise UnfitFile when a block is cut off or there is no frame.
    """
    try:
        width, height = (int.from_bytes(data[at : at + 2], "little") for at in (6, 8))
        at = 13 + _colour_table(data[10])
        frames = 0
        while data[at] != 0x3B:
            if data[at] == 0x2C:
                frames += 1
                width = max(width, _end(data, at + 1))
                height = max(height, _end(data, at + 3))
                at = _skip_blocks(data, at + 11 + _colour_table(data[at + 9]))
                if frames > limits.MAX_FRAMES:
                    break
            elif data[at] == 0x21:
                at = _skip_blocks(data, at + 2)
            else:
                raise damaged()
    except IndexError as error:
        raise damaged() from error
    if not frames:
        raise damaged()
    return Outline(width, height, frames)


def _colour_table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end(data: bytes, at: int) -> int:
    """Where a frame ends on one axis: its offset plus its size. A frame may reach past the screen."""
    offset = int.from_bytes(data[at : at + 2], "little")
    return offset + int.from_bytes(data[at + 4 : at + 6], "little")


def _skip_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
