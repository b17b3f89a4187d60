"""Files for the tests of pictures, honest and hostile, all drawn here."""

import random
import struct
import zlib
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageCms, ImageDraw

pillow_heif.register_heif_opener()

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def picture(width: int = 96, height: int = 64, mode: str = "RGB") -> Image.Image:
    """A picture with a red left half, a blue right half and a white top left corner."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill=(30, 30, 200))
    draw.rectangle((0, 0, width // 4 - 1, height // 4 - 1), fill=(255, 255, 255))
    return image.convert(mode)


def scene(seed: int, width: int = 640, height: int = 480) -> Image.Image:
    """A picture with as much in it as a photo: hills of light and dark, and a few things before them."""
    chance = random.Random(seed)
    hills = Image.new("RGB", (12, 9))
    hills.putdata([tuple(chance.randrange(256) for _ in "rgb") for _ in range(12 * 9)])
    image = hills.resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        x, y, size = (chance.random() * side for side in (width, height, height / 2))
        draw.ellipse((x, y, x + size, y + size), fill=chance.randrange(1 << 24))
    return image


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """Return one pixel's channels."""
    value = image.getpixel((x, y))
    assert isinstance(value, tuple)
    return value


def encode(image: Image.Image, name: str, **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def jpeg(width: int = 96, height: int = 64, **options: Any) -> bytes:
    return encode(picture(width, height), "JPEG", **options)


def jpeg_with_metadata(orientation: int = 1) -> bytes:
    """A JPEG as a phone writes it: camera, place, comment, XMP and a profile."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "SpyCam", "Model-4711", orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 0.0), 3: "E", 4: (13.0, 24.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return jpeg(
        exif=exif,
        comment=b"my secret comment",
        xmp=b"<x:xmpmeta>secret place</x:xmpmeta>",
        icc_profile=profile,
    )


def frames(count: int = 4, size: tuple[int, int] = (48, 32)) -> list[Image.Image]:
    """Frames that all differ: a square that wanders."""
    made = []
    for number in range(count):
        frame = Image.new("RGB", size, (240, 240, 230))
        x = (number * 7) % (size[0] - 10)
        ImageDraw.Draw(frame).rectangle((x, 4, x + 9, 20), fill=(200, 60, 40 + number % 8))
        made.append(frame)
    return made


def animation(
    name: str = "GIF", count: int = 4, *, durations: list[int] | int = 120, **options: Any
) -> bytes:
    first, *rest = frames(count)
    return encode(first, name, save_all=True, append_images=rest, duration=durations, **options)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width: int, height: int, rows: bytes = b"\0" * 64) -> bytes:
    """A PNG whose header claims a size that its few bytes need not have."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        SIGNATURE
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def gif_of(count: int, width: int = 1, height: int = 1) -> bytes:
    """A GIF of so many frames of one pixel on a screen of this size, a few bytes each."""
    head = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0\0\0\0\xff\xff\xff"
    control = b"\x21\xf9\x04\0\x0a\0\0\0"
    frame = control + b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return head + frame * count + b";"


def gif_of_frames(images: list[Image.Image], durations: list[int]) -> bytes:
    """A GIF that keeps every frame, also those alike; durations in milliseconds."""
    drawn = [
        encode(image.quantize(64), "GIF", save_all=True, duration=milliseconds)
        for image, milliseconds in zip(images, durations, strict=True)
    ]
    width, height = images[0].size
    screen = b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"
    body = b""
    for data, milliseconds in zip(drawn, durations, strict=True):
        colours = data[13 : 13 + 3 * 2 ** ((data[10] & 7) + 1)]
        start = data.index(b"\x2c\0\0\0\0" + struct.pack("<HH", width, height))
        control = b"\x21\xf9\x04\0" + struct.pack("<H", milliseconds // 10) + b"\0\0"
        local = bytes([0x80 | data[10] & 7])
        body += control + data[start : start + 9] + local + colours + data[start + 10 : -1]
    return screen + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" + body + b";"


def box(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(body)) + kind + body


def mp4() -> bytes:
    return box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + box(b"moov", b"\0" * 64)
