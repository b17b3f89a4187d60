"""PNG and APNG: chunks from IHDR to IEND (PNG specification, third edition, sections 5 and 11)."""

from content.images import limits
from content.images.errors import damaged, too_many_parts, too_much_metadata
from content.images.outline import Outline

_PICTURE = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT", b"tRNS")


def walk_png(data: bytes) -> Outline:
    """Return IHDR's size and the larger of acTL's frame count and the frames there are.

    Raise UnfitFile when a chunk is cut off, IHDR comes twice, IEND is missing or metadata is enormous.
    """
    if data[12:16] != b"IHDR" or len(data) < 33:
        raise damaged()
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    frames = announced = metadata = 0
    at, seen_picture = 8, False
    for number in range(limits.MAX_PARTS):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if at + 12 + length > len(data) or (kind == b"IHDR" and number):
            raise damaged()
        if kind == b"IEND":
            break
        seen_picture |= kind == b"IDAT"
        frames += kind == b"fcTL"
        if kind == b"acTL":
            announced = max(announced, int.from_bytes(data[at + 8 : at + 12], "big"))
        if kind not in _PICTURE:
            metadata += length
        at += 12 + length
    else:
        raise too_many_parts("PNG")
    if not seen_picture:
        raise damaged()
    if metadata > limits.MAX_METADATA_BYTES:
        raise too_much_metadata("PNG", metadata, limits.MAX_METADATA_BYTES)
    return Outline(width, height, max(frames, announced, 1) if announced else 1)
