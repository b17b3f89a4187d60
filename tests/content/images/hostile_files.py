"""Hostile files, all made here: `name -> bytes` for each way of asking too much or telling lies."""

import io
import struct
import zipfile
import zlib
from functools import cache
from typing import Any

from PIL import Image

from tests.content.images.heif_files import Item, grid, heif, overlay, same, tile
from tests.content.images.makers import (
    SIGNATURE,
    animation,
    box,
    chunk,
    encode,
    gif_of,
    jpeg,
    picture,
    png_claiming,
)

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


def one_bit_png(side: int) -> bytes:
    """A real PNG of so many black pixels a side, about a thousandth of them in bytes."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = deflated(side * (1 + (side + 7) // 8))
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


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


PAYLOADS = {
    "HTML": b"<!DOCTYPE html><script>alert('QXEVIL')</script>",
    "PHP": b"<?php system($_GET['QXEVIL']); ?>",
    "JavaScript": b"*/=1;alert('QXEVIL');/*",
}


def zip_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("QXEVIL.html", PAYLOADS["HTML"])
    return buffer.getvalue()


def polyglots() -> dict[str, bytes]:
    """Pictures that are also a page, a script or an archive, behind their end and inside."""
    payloads = PAYLOADS | {"ZIP": zip_file()}
    made = {}
    for what, payload in payloads.items():
        for name in FORMATS:
            made[f"{name} then {what}"] = valid(name) + payload
        inside = {
            "JPEG": jpeg_with((0xFE, payload), (0xE1, b"Exif\0\0" + payload)),
            "PNG": png_with(chunk(b"tEXt", b"Comment\0" + payload), chunk(b"prVt", payload)),
            "WEBP": riff(valid("WEBP")[12:], webp_chunk(b"EVIL", payload)),
            "GIF": valid("GIF")[:-1] + b"\x21\xfe" + bytes([len(payload)]) + payload + b"\0;",
            "AVIF": valid("AVIF") + box(b"free", payload),
            "HEIF": valid("HEIF") + box(b"uuid", payload),
        }
        made |= {f"{what} in {name}": data for name, data in inside.items()}
    made["GIF that is a script"] = b"GIF89a/*" + valid("GIF")[8:] + PAYLOADS["JavaScript"]
    palette = Image.new("P", (40, 40), 3)
    palette.putpalette((PAYLOADS["PHP"] * 20)[:768])
    made["PHP as a palette"] = encode(palette, "PNG")
    made["PHP as a GIF's palette"] = encode(palette, "GIF")
    return made


def refused_kinds() -> dict[str, bytes]:
    """What is no picture at all, or none that we take."""
    return {
        "nothing": b"",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "SVG behind XML": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        "MP4": box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + box(b"moov", bytes(64)),
        "MOV": box(b"ftyp", b"qt  \0\0\0\0qt  ") + box(b"wide") + box(b"mdat", bytes(64)),
        "WebM": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(64),
        "HTML": PAYLOADS["HTML"],
        "PHP": PAYLOADS["PHP"],
        "ZIP": zip_file(),
        "a script": b"#!/bin/sh\nrm -rf /\n",
        "BMP": encode(picture(), "BMP"),
        "TIFF": encode(picture(), "TIFF"),
        "ICO": encode(picture(), "ICO"),
        "noise": bytes(range(256)) * 8,
    }


def small_hostile_files() -> dict[str, bytes]:
    """Hostile files of every family that are below a megabyte, for roads that take long for each."""
    families = (pixel_bombs, frame_bombs, lies, metadata_bombs, polyglots, refused_kinds)
    every = {
        f"{family.__name__}: {name}": data for family in families for name, data in family().items()
    }
    every["scans"] = scan_bomb(1000)
    every |= {f"half of {name}": valid(name)[: len(valid(name)) // 2] for name in FORMATS}
    return {name: data for name, data in every.items() if len(data) < MEGABYTE}
