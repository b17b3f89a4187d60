"""Name the inks of the demo pictures and the palettes they are used in.

One small drawer of inks for the whole series keeps a hundred pictures looking like the work of one hand.
"""

from dataclasses import dataclass

Ink = tuple[int, int, int]


def ink(code: str) -> Ink:
    """Return the ink written as six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(first: Ink, second: Ink, part: float) -> Ink:
    """Return `first` with `part` (0 to 1) of `second` stirred in."""
    return (
        round(first[0] + (second[0] - first[0]) * part),
        round(first[1] + (second[1] - first[1]) * part),
        round(first[2] + (second[2] - first[2]) * part),
    )


CHALK = ink("FBF4E6")
CREAM = ink("F2E6CF")
OAT = ink("E3CFAC")
SAND = ink("D2B48A")
BLUSH = ink("F0CBB6")
ROSE = ink("DE9A8A")
PERSIMMON = ink("DD5B30")
BRICK = ink("A83E2A")
PLUM = ink("68364A")
MUSTARD = ink("E3A83B")
OCHRE = ink("C1842E")
CLAY = ink("C2754C")
COCOA = ink("5E3B2B")
OLIVE = ink("85873F")
MOSS = ink("566A41")
FOREST = ink("2C4A3E")
SAGE = ink("A9B68F")
TEAL = ink("2E6E70")
SEA = ink("7DB0A6")
SKY = ink("B8D3D0")
DUSK = ink("47617F")
NAVY = ink("22334A")
NIGHT = ink("1B2436")


@dataclass(frozen=True)
class Palette:
    """Inks that sit well together: a wall, what stands before it, and four accents."""

    wall: Ink
    disc: Ink
    table: Ink
    dark: Ink
    light: Ink
    accents: tuple[Ink, Ink, Ink, Ink]


PALETTES: dict[str, Palette] = {
    "apricot": Palette(BLUSH, CHALK, CLAY, COCOA, CHALK, (PERSIMMON, TEAL, MUSTARD, FOREST)),
    "kitchen": Palette(CREAM, MUSTARD, SAGE, FOREST, CHALK, (PERSIMMON, OLIVE, BRICK, OCHRE)),
    "harbour": Palette(SKY, CHALK, DUSK, NAVY, CHALK, (PERSIMMON, TEAL, MUSTARD, BLUSH)),
    "orchard": Palette(SAGE, CREAM, MOSS, FOREST, CHALK, (MUSTARD, BRICK, ROSE, CREAM)),
    "evening": Palette(NAVY, DUSK, ink("3B4463"), NIGHT, CREAM, (MUSTARD, PERSIMMON, SEA, ROSE)),
    "rosehip": Palette(ROSE, BLUSH, PLUM, PLUM, CHALK, (BRICK, MUSTARD, FOREST, CREAM)),
    "linen": Palette(OAT, CHALK, SAND, COCOA, CHALK, (TEAL, CLAY, MUSTARD, PLUM)),
    "pine": Palette(TEAL, SEA, FOREST, NIGHT, CREAM, (MUSTARD, PERSIMMON, BLUSH, CREAM)),
    "noon": Palette(MUSTARD, CREAM, PERSIMMON, COCOA, CHALK, (TEAL, BRICK, CHALK, NAVY)),
    "chalk": Palette(CHALK, BLUSH, OAT, NAVY, CHALK, (PERSIMMON, DUSK, OLIVE, MUSTARD)),
    "sea": Palette(SEA, SKY, TEAL, NAVY, CHALK, (PERSIMMON, CREAM, MUSTARD, NAVY)),
    "brick": Palette(CLAY, BLUSH, BRICK, COCOA, CHALK, (CREAM, NAVY, MUSTARD, SAGE)),
}
