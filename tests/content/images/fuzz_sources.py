"""Small valid files of every kind, whose parts are all there to be spoiled."""

from functools import cache
from typing import Any

from PIL import Image

from tests.content.images.heif_files import grid, heif, overlay, tile
from tests.content.images.makers import encode, frames, jpeg, jpeg_with_metadata, picture


@cache
def sources() -> tuple[bytes, ...]:
    """Return stills and animations in every format and coding that we take, a few KB each."""
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Camera", 6
    clear = picture(40, 28, "RGBA")
    clear.putalpha(128)
    small = picture(40, 28)
    return (
        jpeg(40, 28),
        jpeg(40, 28, progressive=True, exif=exif),
        jpeg_with_metadata(6),
        encode(picture(40, 28, "CMYK"), "JPEG"),
        encode(picture(40, 28, "L"), "JPEG", restart_marker_rows=1),
        encode(small, "PNG", exif=exif),
        encode(picture(40, 28, "P"), "PNG", transparency=0),
        encode(clear, "PNG"),
        encode(Image.new("I;16", (20, 20), 9000), "PNG"),
        encode(small, "WEBP", exif=exif),
        encode(clear, "WEBP"),
        encode(clear, "WEBP", lossless=True),
        encode(small, "GIF"),
        encode(small, "AVIF", exif=exif),
        encode(clear, "AVIF"),
        encode(small, "HEIF", exif=exif.tobytes()),
        encode(clear, "HEIF"),
        *(_moving(name) for name in ("GIF", "WEBP", "PNG", "AVIF")),
        _moving("GIF", duration=[20, 0, 700], loop=2, comment=b"hello"),
        *(
            heif(name, [grid(2, 1, (64, 128), [2, 3], (64, 128)), *[tile(name)] * 2])
            for name in ("HEIF", "AVIF")
        ),
        heif("HEIF", [overlay((96, 96), [2, 2], (96, 96)), tile("HEIF")]),
    )


def _moving(name: str, **options: Any) -> bytes:
    first, *rest = frames(3, (24, 16))
    return encode(first, name, save_all=True, append_images=rest, **({"duration": 120} | options))
