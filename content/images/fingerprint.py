"""Perceptual fingerprints: pictures that look the same have nearly the same 64 bits.

The method is pHash's (Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010,
section 3.2.1): 32 x 32 grey pixels, their two-dimensional DCT-II, and for each of the 8 x 8 lowest
frequencies one bit that says whether it lies above their median. The mean brightness is left out, and what
lies within a hair of the median counts as below it, so that noise does not toss the coin.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from PIL import Image

SAME_WITHIN = 8
"""Fingerprints that differ in so many bits or fewer are of the same picture."""

_SIDE, _LOW = 32, 8
_BASIS = [
    [
        math.sqrt((2 if k else 1) / _SIDE) * math.cos(math.pi * k * (2 * x + 1) / (2 * _SIDE))
        for x in range(_SIDE)
    ]
    for k in range(_LOW)
]
# Coefficients of an orthonormal DCT of 8-bit greys; what encoders and rounding add is smaller.
_HAIR = 4.0
# With fewer frequencies than this that stand out, unlike pictures would come within SAME_WITHIN.
_ENOUGH = 16


@dataclass(frozen=True)
class Fingerprint:
    """64 bits as 16 hex digits, of a picture and of its mirror image; both empty when it is too plain."""

    upright: str
    mirrored: str


def fingerprint_of(image: Image.Image) -> Fingerprint:
    """Return the fingerprint of a picture at any size, and of the same picture seen in a mirror.

    A picture in one colour, or with so little in it that others as plain would match it, has none: both are
    empty strings, which are not to be compared. What is transparent is laid on white.
    """
    low = _low_frequencies(_greys(image))
    middle = median(low[1:])
    if sum(abs(value - middle) > _HAIR for value in low[1:]) < _ENOUGH:
        return Fingerprint("", "")
    # A mirror turns the sign of every odd horizontal frequency and leaves the even ones.
    mirrored = [-value if place % 2 else value for place, value in enumerate(low)]
    return Fingerprint(_bits(low), _bits(mirrored))


def distance(one: str, other: str) -> int:
    """Return in how many of 64 bits two fingerprints differ; neither may be empty."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _greys(image: Image.Image) -> list[list[int]]:
    if image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        paper.alpha_composite(image)
        image = paper
    small = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    data = small.tobytes()
    return [list(data[row * _SIDE : (row + 1) * _SIDE]) for row in range(_SIDE)]


def _low_frequencies(rows: list[list[int]]) -> list[float]:
    """Return the 8 x 8 lowest frequencies, row by row, the mean brightness first."""
    across = [[_dot(wave, row) for wave in _BASIS] for row in rows]
    columns = list(zip(*across, strict=True))
    return [_dot(wave, column) for wave in _BASIS for column in columns]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _bits(low: list[float]) -> str:
    line = median(low[1:]) + _HAIR
    number = 0
    for value in low[1:]:
        number = number << 1 | (value > line)
    return f"{number:016x}"
