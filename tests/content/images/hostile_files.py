"""Files that ask for too much, all made here: `name -> bytes` for each way of doing so."""

import struct
from functools import cache
from typing import Any

from PIL import Image

from tests.content.images.heif_files import grid, heif, tile
from tests.content.images.hostile_lies import lies
from tests.content.images.hostile_parts import (
    FORMATS,
    MEGABYTE,
    apng,
    deflated,
    gif_frame_at,
    jpeg_with,
    one_bit_png,
    png_with,
    replaced,
    riff,
    valid,
    webp_animation,
    webp_canvas,
    webp_chunk,
)
from tests.content.images.makers import animation, box, chunk, encode, gif_of, jpeg, picture
from tests.content.images.polyglots import polyglots, refused_kinds


def pixel_bombs() -> dict[str, bytes]:
    """More pixels than we take, in every format, told by the header."""
    lossy, lossless = (encode(picture(), "WEBP", lossless=what) for what in (False, True))
    size = struct.pack("<HH", 96, 64)
    at = lossless.index(b"VP8L") + 9
    bits = int.from_bytes(lossless[at : at + 4], "little")
    assert bits & 0xFFF_FFFF == 95 | 63 << 14
    vast = struct.pack("<I", bits | 0xFFF_FFFF)
    sofs = struct.pack(">HH", 64, 96)
    return {
        "JPEG": replaced(valid("JPEG"), sofs, struct.pack(">HH", 30_000, 30_000)),
        "PNG": one_bit_png(20_000),
        "WebP lossy": replaced(lossy, size, struct.pack("<HH", 16_383, 16_383)),
        "WebP lossless": lossless[:at] + vast + lossless[at + 4 :],
        "WebP canvas": riff(webp_canvas(2**24, 2**24), lossy[12:]),
        "WebP animated": webp_animation(2, (16_000, 16_000)),
        "GIF screen": gif_of(1, 65_535, 65_535),
        "GIF frame": gif_frame_at(60_000, 60_000),
        "APNG": apng(2).replace(struct.pack(">II", 1, 1), struct.pack(">II", 9000, 9000), 1),
        "AVIF": heif("AVIF", [tile("AVIF", (12_000, 9000))]),
        "HEIC": heif("HEIF", [tile("HEIF", (12_000, 9000))]),
    }


def largest(name: str) -> bytes:
    """The largest picture we take in this format."""
    if name == "HEIF":  # of tiles: x265 would take ten seconds for the whole
        tiles = [tile(name, (390, 390), side=390)] * 256
        return heif(name, [grid(16, 16, (6240, 6240), range(2, 258), (6240, 6240)), *tiles])
    if name == "WEBP":
        large = Image.new("RGBA", (6000, 4000), (90, 120, 40, 128))
        return encode(large, name, method=0, quality=0, lossless=True, exact=True)
    flat = Image.new("RGB", (6400, 6240), (90, 120, 40))
    options: dict[str, dict[str, Any]]
    options = {"JPEG": {"progressive": True}, "PNG": {"compress_level": 1}, "AVIF": {"speed": 10}}
    return encode(flat, name, **options.get(name, {}))


def frame_bombs() -> dict[str, bytes]:
    """Ten thousand frames in every format that moves."""
    avif = animation("AVIF", 5)
    at = avif.index(b"stsz") + 12
    return {
        "GIF": gif_of(10_000),
        "APNG": apng(10_000),
        "APNG that announces less": apng(10_000, announced=2),
        "WebP": webp_animation(10_000),
        "AVIF": avif[:at] + struct.pack(">I", 10_000) + avif[at + 4 :],
    }


def scan_bomb(scans: int, side: int = 64) -> bytes:
    """A progressive JPEG whose last scan is told again and again."""
    data = jpeg(side, side, progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * scans + data[-2:]


def metadata_bombs() -> dict[str, bytes]:
    """Text, profiles, EXIF and XMP that unfold to hundreds of megabytes, or are large as they are."""
    large = deflated(300 * MEGABYTE)
    text = chunk(b"zTXt", b"t\0\0" + deflated(MEGABYTE - 1))
    segment = b"\0" * 65_000
    exif = b"Exif\0\0II*\0\x08\0\0\0"
    loop = b"\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"  # an IFD in itself, next: itself
    count = b"\x01\0\x0f\x01\x02\0\xff\xff\xff\xff\x08\0\0\0\0\0\0\0"  # 4 GB of camera maker
    webp = [webp_canvas(96, 64, flags=0x2C), encode(picture(), "WEBP")[12:]]
    return {
        "PNG zTXt": png_with(chunk(b"zTXt", b"t\0\0" + large)),
        "PNG iTXt": png_with(chunk(b"iTXt", b"t\0\x01\0\0\0" + large)),
        "PNG iCCP": png_with(chunk(b"iCCP", b"p\0\0" + large)),
        "PNG 300 zTXt": png_with(text * 300),
        "PNG eXIf": png_with(chunk(b"eXIf", exif[6:] + bytes(20 * MEGABYTE))),
        "PNG eXIf loop": png_with(chunk(b"eXIf", exif[6:] + loop)),
        "JPEG EXIF loop": jpeg_with((0xE1, exif + loop)),
        "JPEG EXIF count": jpeg_with((0xE1, exif + count)),
        "JPEG ICC": jpeg_with(
            *((0xE2, b"ICC_PROFILE\0" + bytes([n, 255]) + segment) for n in range(1, 256))
        ),
        "JPEG XMP": jpeg_with(
            *((0xE1, b"http://ns.adobe.com/xmp/extension/\0" + segment) for _ in range(300))
        ),
        "WebP ICC": riff(webp[0], webp_chunk(b"ICCP", bytes(17 * MEGABYTE)), webp[1]),
        "WebP XMP": riff(*webp, webp_chunk(b"XMP ", b"<" * (17 * MEGABYTE))),
        "WebP EXIF loop": riff(*webp, webp_chunk(b"EXIF", exif + loop)),
        "GIF comment": _gif_saying(b"\xfe", 20 * MEGABYTE),
        "GIF application": _gif_saying(b"\xff\x0bXMP DataXMP", 20 * MEGABYTE),
        "AVIF EXIF": encode(picture(), "AVIF", exif=exif[6:] + bytes(20 * MEGABYTE)),
        "HEIC EXIF": encode(picture(), "HEIF", exif=exif + bytes(20 * MEGABYTE)),
    }


def _gif_saying(kind: bytes, size: int) -> bytes:
    data = gif_of(1)
    said = (b"\xff" + b"x" * 255) * (size // 255)
    return data[:19] + b"\x21" + kind + said + b"\0" + data[19:]


def crumbs() -> dict[str, bytes]:
    """Containers chopped so small that only walking them takes long, in up to 25 MB."""
    return {
        "JPEG segments": jpeg_with(*[(0xFE, b"")] * 1_000_000),
        "JPEG restarts": b"\xff\xd8" + b"\xff\xd0" * 12_000_000 + valid("JPEG")[2:],
        "JPEG fill": b"\xff\xd8" + b"\xff" * (24 * MEGABYTE) + valid("JPEG")[2:],
        "PNG chunks": png_with(chunk(b"teXt", b"") * 2_000_000),
        "WebP chunks": riff(webp_chunk(b"JUNK", b"") * 3_000_000),
        "GIF blocks": replaced(gif_of(1), b"\x02\x02\x44\x01", b"\x02" + b"\x01\x44" * 12_000_000),
        "GIF extensions": gif_of(1)[:19] + b"\x21\xfe\0" * 8_000_000 + gif_of(1)[19:],
        "GIF frames": gif_of(1_000_000),
        "AVIF boxes": valid("AVIF") + box(b"free") * 3_000_000,
        "HEIC boxes": valid("HEIF") + box(b"free") * 3_000_000,
    }


@cache
def small_hostile_files() -> dict[str, bytes]:
    """Hostile files of every family that are below a megabyte, for roads that take long for each."""
    families = (pixel_bombs, frame_bombs, lies, metadata_bombs, polyglots, refused_kinds)
    every = {
        f"{family.__name__}: {name}": data for family in families for name, data in family().items()
    }
    every["scans"] = scan_bomb(1000)
    every |= {f"half of {name}": valid(name)[: len(valid(name)) // 2] for name in FORMATS}
    return {name: data for name, data in every.items() if len(data) < MEGABYTE}
