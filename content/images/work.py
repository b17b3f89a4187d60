"""The job done inside the sandbox: from one file to a folder of variants."""

import struct
from collections.abc import Callable
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from content.images.animations import is_animation, write_animation
from content.images.errors import UnfitFile, damaged, too_complex
from content.images.opening import open_picture
from content.images.outline import Outline, check_outline
from content.images.stills import read_still, write_stills
from content.images.variants import Made

# What Pillow and its decoders raise for files that are broken in one of a thousand ways.
_BROKEN = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    ZeroDivisionError,
    RuntimeError,
    struct.error,
)


def make_variants(
    path: Path, name: str, folder: Path, *, decoded: Callable[[], None] = lambda: None
) -> Made:
    """Make every file served for the picture at `path`, sniffed as `name`, in `folder`.

    `decoded` is called when decoding is over and encoding begins. Raise UnfitFile for what cannot be
    read: `damaged`, or `too_complex` for what wants more memory or pixels than it may have.
    """
    master = None
    try:
        with open_picture(path, name) as image:
            # What the decoder found may be other than what the container's walk did.
            check_outline(Outline(*image.size), name)
            moves = is_animation(image)
            master = None if moves else read_still(image)
        decoded()
        if master is None:
            return write_animation(path, name, folder)
        return write_stills(master, folder)
    except UnfitFile:
        raise
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_complex() from error
    except _BROKEN as error:
        # Once read, a picture is sound: an encoder that fails then has run out of memory.
        raise (too_complex() if master else damaged()) from error
