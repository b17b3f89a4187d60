"""Opening a picture in the sandbox: strict limits, one known format, nothing cut off."""

import warnings
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile

from content.images import limits

# Every decoder is loaded now, not on a job's time and under its limits.
Image.init()
pillow_heif.register_heif_opener(thumbnails=False)
pillow_heif.options.DECODE_THREADS = 1
Image.MAX_IMAGE_PIXELS = limits.MAX_PIXELS
ImageFile.LOAD_TRUNCATED_IMAGES = False
warnings.simplefilter("error", Image.DecompressionBombWarning)


def open_picture(path: Path, name: str) -> ImageFile.ImageFile:
    """Open the file as the format it was sniffed to be, in Pillow's words, and as no other.

    Raise whatever Pillow raises for what is broken or too large; nothing is decoded yet.
    """
    return Image.open(path, formats=(name,))
