"""Which way up: the EXIF orientation, applied to the pixels because no EXIF is kept."""

import struct

from PIL import ExifTags, Image

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def orientation_of(image: Image.Image) -> Image.Transpose | None:
    """Return the turn that puts the picture upright, or None; broken EXIF turns nothing."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except (
        SyntaxError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        EOFError,
        OSError,
        struct.error,
    ):
        return None
    return _TURNS.get(value) if isinstance(value, int) else None
