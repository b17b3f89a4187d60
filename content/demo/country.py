"""Paint what lies outdoors: hills, the sea, the night sky.

Each function paints the whole sheet and returns the height of the line things stand or
float on, in units from the top.
"""

import math

from content.demo.inks import CHALK, CREAM, FOREST, MOSS, NIGHT, Ink, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet


def hills(
    sheet: Sheet, palette: Palette, *, greens: tuple[Ink, ...] = (), sun: bool = True
) -> float:
    """Open country: a sky, a sun and hills one behind another."""
    tones = greens or (mix(MOSS, CREAM, 0.5), mix(MOSS, CREAM, 0.25), MOSS, FOREST)
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, glow="below")
    if sun:
        disc = oval(sheet.w * 0.72, sheet.h * 0.3, 118)
        sheet.light(disc, palette.disc, blur=70, strength=0.55)
        sheet.fill(disc, palette.disc, glow="above")
    clouds(sheet, palette)
    for index, tone in enumerate(tones):
        top = sheet.h * (0.46 + 0.115 * index)
        swell = 60 - index * 8
        shift = sheet.random.uniform(0, 6)
        ridge = [
            (x, top + math.sin(x / (170 + 40 * index) + shift) * swell)
            for x in range(-40, int(sheet.w) + 80, 40)
        ]
        land = poly(*ridge, (sheet.w + 80, sheet.h + 20), (-40, sheet.h + 20))
        sheet.fill(land, tone, shade="below", depth=0.4, glow="above")
    return sheet.h * 0.86


def clouds(sheet: Sheet, palette: Palette, *, count: int = 3) -> None:
    """Let a few flat clouds drift over the upper part of the sheet."""
    tone = mix(palette.wall, CHALK, 0.7)
    for index in range(count):
        x = sheet.w * (0.12 + 0.34 * index) + sheet.random.uniform(-60, 60)
        y = sheet.h * sheet.random.uniform(0.08, 0.3)
        width = sheet.random.uniform(90, 170)
        for dx, dy, part in ((0, 0, 1.0), (width * 0.5, 20, 0.8), (-width * 0.45, 24, 0.6)):
            bar = box(x + dx - width * part, y + dy - 13, x + dx + width * part, y + dy + 13, 13)
            sheet.fill(bar, tone, opacity=0.85)


def sea(sheet: Sheet, palette: Palette, *, part: float = 0.55, shift: float = 0.0) -> float:
    """The sea under a sky; the line returned is the horizon."""
    edge = sheet.h * part
    sheet.fill(box(-9, -9, sheet.w + 9, edge + 9), palette.wall, glow="below")
    disc = oval(sheet.w * 0.3, edge - 150, 105)
    sheet.light(disc, palette.disc, blur=60, strength=0.6)
    sheet.fill(disc, palette.disc)
    sheet.fill(box(-9, edge, sheet.w + 9, sheet.h + 9), palette.table, shade="below", depth=0.5)
    waves(sheet, edge, mix(palette.table, CHALK, 0.4), shift=shift)
    return edge


def waves(sheet: Sheet, edge: float, tone: Ink, *, shift: float = 0.0) -> None:
    """Draw rows of short waves from the horizon down, moved sideways by `shift` units."""
    row, y = 0, edge + 16.0
    while y < sheet.h:
        width = 26 + row * 9
        step = width * 3.4
        offset = (row % 2) * step / 2 + shift * (1 if row % 2 else -1)
        for index in range(-1, int(sheet.w / step) + 2):
            x = index * step + offset
            crest = curve([(x, y), (x + width / 2, y - 5 - row), (x + width, y)], steps=5)
            sheet.fill(line(crest, 2.2 + row * 0.5), tone, opacity=0.75)
        row += 1
        y += 22 + row * 9


def night(sheet: Sheet, palette: Palette, *, stars: int = 130, moon: bool = True) -> float:
    """A clear night over a dark ridge."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, shade="above", depth=0.6)
    for _ in range(stars):
        x, y = sheet.random.uniform(0, sheet.w), sheet.random.uniform(0, sheet.h * 0.72)
        sheet.fill(oval(x, y, sheet.random.choice((1.4, 1.8, 2.4, 3.6))), CREAM)
    if moon:
        disc = oval(sheet.w * 0.24, sheet.h * 0.22, 74)
        sheet.light(disc, CREAM, blur=60, strength=0.35)
        sheet.fill(disc - oval(sheet.w * 0.24 + 34, sheet.h * 0.22 - 12, 64), CREAM)
    ridge = [
        (x, sheet.h * 0.76 + 40 * math.sin(x / 190 + 2) + 18 * math.sin(x / 61))
        for x in range(-20, int(sheet.w) + 60, 20)
    ]
    sheet.fill(
        poly(*ridge, (sheet.w + 60, sheet.h + 20), (-20, sheet.h + 20)), NIGHT, shade="below"
    )
    return sheet.h * 0.86
