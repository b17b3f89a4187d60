"""Make the noise and the slopes that shade is stippled with."""

import random
from typing import Literal

from PIL import Image, ImageChops

Side = Literal["right", "left", "below", "above", "round"]


def grain(width: int, height: int, source: random.Random) -> Image.Image:
    """Return noise of the given size in pixels, evenly spread over all greys."""
    small = (round(width / 1.35), round(height / 1.35))
    noise = Image.frombytes("L", small, source.randbytes(small[0] * small[1]))
    return noise.resize((width, height), Image.Resampling.BICUBIC)


def slope(side: Side) -> Image.Image:
    """Return a small grey slope that is darkest (255) on one side, or away from the upper left."""
    if side == "round":
        # Light from the upper left: a radial slope whose middle lies there.
        wide = Image.radial_gradient("L").resize((400, 400), Image.Resampling.BILINEAR)
        return wide.crop((110, 120, 366, 376)).point(
            [min(round(v * 1.25), 255) for v in range(256)]
        )
    turns = {"below": 0, "right": 90, "above": 180, "left": 270}
    return Image.linear_gradient("L").rotate(turns[side])


def eased(level: Image.Image, depth: float) -> Image.Image:
    """Return the slope with its dark side drawn in and as dark as `depth` says."""
    return level.point([min(round((v / 255) ** 1.7 * 255 * depth * 1.5), 255) for v in range(256)])


def speckled(level: Image.Image, noise: Image.Image) -> Image.Image:
    """Return dots, the closer together the higher the level."""
    return ImageChops.subtract(level, noise).point([min(value * 6, 255) for value in range(256)])


def scaled(level: Image.Image, part: float) -> Image.Image:
    """Return the level times `part`, at most white."""
    return level.point([min(round(value * part), 255) for value in range(256)])
