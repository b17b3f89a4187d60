"""Files whose headers tell something else than what follows."""

import struct

from tests.content.images.heif_files import Item, grid, heif, overlay, same, tile
from tests.content.images.hostile_parts import (
    MEGABYTE,
    apng,
    deflated,
    gif_frame_at,
    png_with,
    replaced,
    riff,
    valid,
    webp_animation,
    webp_canvas,
    webp_chunk,
)
from tests.content.images.makers import (
    chunk,
    encode,
    gif_of,
    jpeg,
    picture,
    png_claiming,
)


def lies() -> dict[str, bytes]:
    """Files whose header tells another size or number than what follows."""
    photo = jpeg(800, 600)
    webp = encode(picture(800, 600), "WEBP")[12:]
    ihdr = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 1000, 8, 2, 0, 0, 0))
    huge = struct.pack(">II", 2**31 - 1, 2**31 - 1)
    return {
        "JPEG says less": replaced(photo, struct.pack(">HH", 600, 800), struct.pack(">HH", 8, 8)),
        "JPEG says more": replaced(valid("JPEG"), b"\0\x40\0\x60", b"\x18\0\x18\0"),
        "JPEG two frames": replaced(
            photo, b"\xff\xc4", b"\xff\xc0\0\x0b\x08\x40\0\x40\0\x01\x01\x11\0\xff\xc4"
        ),
        "PNG inflates to 500 MB": png_claiming(16, 16)[:33]
        + chunk(b"IDAT", deflated(500 * MEGABYTE))
        + chunk(b"IEND", b""),
        "PNG says more": png_claiming(6000, 6000),
        "PNG two headers": png_with(ihdr),
        "PNG of zero width": png_claiming(0, 100),
        "PNG of 2 Gpx": replaced(png_claiming(1, 1), struct.pack(">II", 1, 1), huge),
        "APNG frame outside": apng(3, at=4_000_000),
        "APNG announces billions": apng(3, announced=2**32 - 1),
        "WebP canvas says less": riff(webp_canvas(16, 16), webp),
        "WebP canvas says more": riff(webp_canvas(4000, 4000), webp),
        "WebP frame outside": webp_animation(3, (16, 16), at=5000),
        "WebP animated but no frame": riff(
            webp_canvas(16, 16, flags=2), webp_chunk(b"ANIM", bytes(6))
        ),
        "GIF frame outside": gif_frame_at(3000, 2000),
        "GIF frame says more": gif_frame_at(0, 0, 3000, 3000),
        "GIF codes that never come": replaced(
            gif_of(1, 900, 900), b"\x02\x02\x44\x01", b"\x0c\x02\x44\x01"
        ),
    } | {
        f"{name} {what}": data
        for name in ("AVIF", "HEIF")
        for what, data in _heif_lies(name).items()
    }


def _heif_lies(name: str) -> dict[str, bytes]:
    one, small = tile(name), (64, 64)
    return {
        "says less": heif(name, [tile(name, (8, 8))]),
        "says more": heif(name, [tile(name, (6000, 6000))]),
        "says nothing": heif(name, [Item(one.kind, one.data, one.properties[:1])]),
        "grid unfolds": heif(name, [grid(250, 250, (16_000, 16_000), [2] * 62_500, small), one]),
        "grid of one tile": heif(name, [grid(98, 98, (6272, 6272), [2] * 9604, (6272, 6272)), one]),
        "grid lacks tiles": heif(name, [grid(20, 20, (1280, 1280), [2], (1280, 1280)), one]),
        "grid of itself": heif(name, [grid(1, 1, small, [1], small)]),
        "grids of each other": heif(name, [grid(1, 1, small, [n], small) for n in (2, 1)]),
        "grid of nothing": heif(name, [grid(1, 1, small, [77], small)]),
        "overlay unfolds": heif(name, [overlay((60_000, 60_000), [2, 2], small), one]),
        "overlay of 2000": heif(name, [overlay((6000, 6000), [2] * 2000, (6000, 6000)), one]),
        "overlay of itself": heif(name, [overlay(small, [1], small)]),
        "overlays ten times ten": heif(
            name, [*(overlay(small, [n] * 10, small) for n in range(2, 11)), one]
        ),
        "same as itself": heif(name, [same(1)]),
        "same in a circle": heif(name, [same(2), same(3), same(1)]),
        "a chain of 5000": heif(name, [*(same(n) for n in range(2, 5002)), one]),
        "nested": valid(name) + _nested(b"moov", 50_000),
        "nested in meta": replaced(
            valid(name), b"meta\0\0\0\0", b"meta\0\0\0\0" + _nested(b"ipco", 9)
        ),
        "a box of 2^63": valid(name) + b"\0\0\0\x01free" + b"\x7f" + b"\xff" * 7,
        "a box of no length": valid(name) + b"\0\0\0\x02free",
    }


def _nested(kind: bytes, depth: int) -> bytes:
    """Boxes in boxes; each claims all that follows."""
    return b"".join(struct.pack(">I", 8 * (depth - level)) + kind for level in range(depth))
