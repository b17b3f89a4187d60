"""Reading an animation frame by frame: true durations, and how often it plays."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from content.images import limits
from content.images.colour import to_srgb
from content.images.errors import too_complex
from content.images.outline import Outline, check_outline

# Browsers show a frame of 0 or 10 ms for 100 ms.
_SHORTEST, _INSTEAD = 10, 100
FOREVER = 0


@dataclass(frozen=True)
class Timing:
    """Milliseconds for each frame, and how often the whole is played (0: for ever)."""

    durations: list[int]
    plays: int


def plays_of(image: Image.Image) -> int:
    """Return how often the animation plays, 0 meaning for ever.

    GIF counts repeats after the first time, and plays once when it says nothing; WebP and APNG count
    the times it plays. AVIF's count is not readable here and is taken as for ever.
    """
    loop = image.info.get("loop")
    if image.format == "GIF":
        if loop is None:
            return 1
        return FOREVER if loop == 0 else int(loop) + 1
    return int(loop or FOREVER)


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
