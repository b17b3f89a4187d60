"""GIF: logical screen, then blocks until the trailer (GIF89a specification, sections 17 to 27)."""

from content.images import limits
from content.images.errors import damaged, too_many_parts
from content.images.outline import Outline


def walk_gif(data: bytes) -> Outline:
    """Return the screen's size, wide enough for every frame, and the frames up to the trailer.

    Raise UnfitFile when a block is cut off, there is no frame, or the data lies in crumbs.
    """
    try:
        return _Walk(data).outline()
    except IndexError as error:
        raise damaged() from error


class _Walk:
    def __init__(self, data: bytes) -> None:
        self.data, self.blocks = data, 0

    def outline(self) -> Outline:
        data = self.data
        width, height = (int.from_bytes(data[at : at + 2], "little") for at in (6, 8))
        at, frames = 13 + _colour_table(data[10]), 0
        for _ in range(limits.MAX_PARTS):
            if data[at] == 0x3B or frames > limits.COUNTED_FRAMES:
                break
            if data[at] == 0x2C:
                frames += 1
                width = max(width, _end(data, at + 1))
                height = max(height, _end(data, at + 3))
                at = self.skip_blocks(at + 11 + _colour_table(data[at + 9]))
            elif data[at] == 0x21:
                at = self.skip_blocks(at + 2)
            else:
                raise damaged()
        else:
            raise too_many_parts("GIF")
        if not frames:
            raise damaged()
        return Outline(width, height, frames)

    def skip_blocks(self, at: int) -> int:
        data = self.data
        while data[at]:
            at += data[at] + 1
            self.blocks += 1
            if self.blocks > limits.MAX_GIF_BLOCKS:
                raise too_many_parts("GIF")
        return at + 1


def _colour_table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end(data: bytes, at: int) -> int:
    """Where a frame ends on one axis: its offset plus its size. A frame may reach past the screen."""
    offset = int.from_bytes(data[at : at + 2], "little")
    return offset + int.from_bytes(data[at + 4 : at + 6], "little")
