"""ThumbHash: a blurred picture in some 25 bytes, shown until the real one has come."""

import base64

from PIL import Image
from thumbhash import rgba_to_thumb_hash

_SIDE = 32
_PAPER = (255, 255, 255, 255)


def make_placeholder(image: Image.Image) -> str:
    """Return the picture's ThumbHash in base64, which fits 64 characters.

    What is transparent is laid on white: the library (0.1.2) fails on any transparent pixel.
    """
    small = image.copy()
    small.thumbnail((_SIDE, _SIDE), reducing_gap=2.0)
    opaque = Image.new("RGBA", small.size, _PAPER)
    opaque.alpha_composite(small.convert("RGBA"))
    return base64.b64encode(
        bytes(rgba_to_thumb_hash(*opaque.size, list(opaque.tobytes())))
    ).decode()
