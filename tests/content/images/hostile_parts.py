"""Parts of containers, put together by hand, from which hostile files are made."""

import struct
import zlib
from functools import cache

from tests.content.images.makers import SIGNATURE, chunk, encode, gif_of, picture

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
MEGABYTE = 2**20


@cache
def valid(name: str) -> bytes:
    """A small honest picture."""
    return encode(picture(), name)


def deflated(size: int, end: bytes = b"") -> bytes:
    """So many zeros as zlib packs them: a thousandth of that."""
    packer = zlib.compressobj(9)
    zeros = bytes(MEGABYTE)
    packed = b"".join(packer.compress(zeros) for _ in range(size // MEGABYTE))
    return packed + packer.compress(bytes(size % MEGABYTE) + end) + packer.flush()


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def png_with(*chunks: bytes) -> bytes:
    """The honest PNG with these chunks behind its header."""
    data = valid("PNG")
    return data[:33] + b"".join(chunks) + data[33:]


def jpeg_with(*segments: tuple[int, bytes], data: bytes | None = None) -> bytes:
    """The honest JPEG with these segments, `(marker, body)`, behind its start."""
    data = data or valid("JPEG")
    packed = [
        b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body
        for marker, body in segments
    ]
    return data[:2] + b"".join(packed) + data[2:]


def _u24(number: int) -> bytes:
    return number.to_bytes(3, "little")


def riff(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) & 1)


def webp_canvas(width: int, height: int, flags: int = 0) -> bytes:
    return webp_chunk(b"VP8X", bytes([flags, 0, 0, 0]) + _u24(width - 1) + _u24(height - 1))


def webp_frame(x: int = 0, y: int = 0, side: int = 16) -> bytes:
    """An animation's frame of `side` px, laid at (x, y)."""
    still = encode(picture(side, side), "WEBP", lossless=True)[12:]
    place = _u24(x // 2) + _u24(y // 2) + _u24(side - 1) * 2 + _u24(40) + b"\0"
    return webp_chunk(b"ANMF", place + still)


def webp_animation(count: int, canvas: tuple[int, int] = (16, 16), at: int = 0) -> bytes:
    start = webp_chunk(b"ANIM", b"\0" * 6)
    return riff(webp_canvas(*canvas, flags=2), start, webp_frame(at, at) * count)


def apng(count: int, announced: int | None = None, at: int = 0) -> bytes:
    """An APNG of `count` frames of one pixel that announces another number of them."""
    row = zlib.compress(b"\0\xff\xff\xff")
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"acTL", struct.pack(">II", announced or count, 0))]
    for number in range(count):
        place = struct.pack(">IIIIIHHBB", max(2 * number - 1, 0), 1, 1, at, at, 1, 25, 0, 0)
        parts.append(chunk(b"fcTL", place))
        parts.append(
            chunk(b"fdAT", struct.pack(">I", 2 * number) + row) if number else chunk(b"IDAT", row)
        )
    return SIGNATURE + b"".join(parts) + chunk(b"IEND", b"")


def gif_frame_at(x: int, y: int, width: int = 1, height: int = 1) -> bytes:
    """A GIF whose screen has ten px, and whose one frame lies at (x, y) and claims a size."""
    data = gif_of(1, 10, 10)
    return replaced(
        data,
        b"\x2c" + bytes(4) + b"\x01\0\x01\0",
        b"\x2c" + struct.pack("<4H", x, y, width, height),
    )


def one_bit_png(side: int) -> bytes:
    """A real PNG of so many black pixels a side, about a thousandth of them in bytes."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = deflated(side * (1 + (side + 7) // 8))
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
