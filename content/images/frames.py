"""Reading an animation frame by frame: true durations, and how often it plays."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFile

from content.images import limits
from content.images.colour import to_srgb
from content.images.errors import too_complex
from content.images.outline import Outline, check_outline
from content.images.sequence import FOREVER, plays_of_sequence

# Browsers show a frame of 0 or 10 ms for 100 ms.
_SHORTEST, _INSTEAD = 10, 100
_MOST_PLAYS = 65_535  # WebP counts no further


@dataclass(frozen=True)
class Timing:
    """Milliseconds for each frame, and how often the whole is played (0: for ever)."""

    durations: list[int]
    plays: int


def plays_of(image: ImageFile.ImageFile) -> int:
    """Return how often the animation plays, 0 meaning for ever.

    GIF counts repeats after the first time, and plays once when it says nothing; WebP and APNG count
    the times it plays. An AVIF must have been opened from a path.
    """
    if image.format == "AVIF":
        plays = plays_of_sequence(Path(os.fsdecode(image.filename)))
    elif image.format == "GIF":
        loop = image.info.get("loop")
        plays = 1 if loop is None else FOREVER if loop == 0 else int(loop) + 1
    else:
        plays = int(image.info.get("loop") or FOREVER)
    return min(plays, _MOST_PLAYS)


def read_frames(image: Image.Image) -> Iterator[tuple[Image.Image, int]]:
    """Yield `(fresh sRGB frame, milliseconds)` in order; one at a time is in memory.

    Raise UnfitFile when there are more frames or pixels than the file's headers claimed and we take.
    """
    profile = image.info.get("icc_profile")
    # An APNG may begin with a picture for programs that know no animation.
    first = 1 if image.info.get("default_image") else 0
    count = getattr(image, "n_frames", 1)
    check_outline(Outline(*image.size, frames=count), image.format or "picture")
    pixels = 0
    for number in range(first, count):
        image.seek(number)
        image.load()
        pixels += image.width * image.height
        if pixels > limits.MAX_ANIMATION_PIXELS:
            raise too_complex()
        milliseconds = round(image.info.get("duration") or 0)
        yield (
            to_srgb(image.convert("RGBA"), profile),
            milliseconds if milliseconds > _SHORTEST else _INSTEAD,
        )
