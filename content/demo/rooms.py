"""Paint what stands behind a thing: walls, tables, floors, hills, the sea, the night.

Each room paints the whole sheet and returns the height of the line things stand on, in units from the top.
"""

from __future__ import annotations

import math

from content.demo.inks import CHALK, CREAM, FOREST, MOSS, NIGHT, Ink, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet


def table(sheet: Sheet, palette: Palette, *, backdrop: str = "window", part: float = 0.77) -> float:
    """A wall and a table before it; `backdrop` is what is on the wall."""
    edge = sheet.h * (part - 0.09)
    _wall(sheet, palette, edge, backdrop)
    sheet.fill(
        box(-9, edge, sheet.w + 9, sheet.h + 9), palette.table, shade="below", depth=0.35, glow="above"
    )
    sheet.fill(box(-9, edge - 3, sheet.w + 9, edge + 4), mix(palette.table, CHALK, 0.35))
    return sheet.h * part


def floor(sheet: Sheet, palette: Palette, *, backdrop: str = "disc", part: float = 0.84) -> float:
    """A room seen down to its floorboards."""
    edge = sheet.h * (part - 0.1)
    _wall(sheet, palette, edge, backdrop)
    sheet.fill(box(-9, edge, sheet.w + 9, sheet.h + 9), palette.table, shade="below", depth=0.3)
    seam = mix(palette.table, palette.dark, 0.28)
    for step in range(-9, 10):
        x = sheet.w / 2 + step * 130
        sheet.fill(line([(x, edge), (sheet.w / 2 + step * 260, sheet.h + 20)], 1.5, 4), seam)
    sheet.fill(box(-9, edge - 34, sheet.w + 9, edge), mix(palette.wall, CHALK, 0.45), shade="below", depth=0.2)
    return sheet.h * part


def shelf(sheet: Sheet, palette: Palette, *, part: float = 0.74, backdrop: str = "plain") -> float:
    """A plank on a wall."""
    y = sheet.h * part
    _wall(sheet, palette, sheet.h + 9, backdrop)
    plank = box(60, y, sheet.w - 60, y + 38, 4)
    sheet.shadow(plank, dx=14, dy=40, blur=20, strength=0.4)
    for x in (sheet.w * 0.2, sheet.w * 0.8):
        bracket = poly((x - 11, y + 36), (x + 11, y + 36), (x + 11, y + 120), (x - 11, y + 148))
        sheet.shadow(bracket, dx=14, dy=14, blur=10)
        sheet.fill(bracket, mix(palette.table, palette.dark, 0.45), shade="right")
    sheet.fill(plank, palette.table, shade="below", depth=0.5)
    sheet.fill(box(60, y, sheet.w - 60, y + 7, 3), mix(palette.table, CHALK, 0.35))
    return y


def cloth(sheet: Sheet, palette: Palette, *, weave: str = "plain") -> float:
    """A cloth seen from above; the line returned is the middle of the sheet."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, shade="right", depth=0.28)
    thread = mix(palette.wall, palette.disc, 0.75)
    if weave == "gingham":
        for step in range(0, int(max(sheet.w, sheet.h)) + 150, 150):
            sheet.fill(box(step, -9, step + 75, sheet.h + 9), thread, opacity=0.5)
            sheet.fill(box(-9, step, sheet.w + 9, step + 75), thread, opacity=0.5)
    elif weave == "stripes":
        for x in (70, 104, 122, 140, 174):
            sheet.fill(box(x, -9, x + 8, sheet.h + 9), thread)
            sheet.fill(box(sheet.w - x - 8, -9, sheet.w - x, sheet.h + 9), thread)
    elif weave == "boards":
        for index, y in enumerate(range(-20, int(sheet.h) + 210, 210)):
            tone = mix(palette.wall, palette.dark, 0.05 + 0.06 * (index % 3))
            sheet.fill(box(-9, y, sheet.w + 9, y + 204), tone, shade="below", depth=0.22)
            _wood_grain(sheet, y, mix(tone, palette.dark, 0.22))
    return sheet.h / 2


def hills(sheet: Sheet, palette: Palette, *, greens: tuple[Ink, ...] = (), sun: bool = True) -> float:
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
    sheet.fill(poly(*ridge, (sheet.w + 60, sheet.h + 20), (-20, sheet.h + 20)), NIGHT, shade="below")
    return sheet.h * 0.86


def _wall(sheet: Sheet, palette: Palette, edge: float, backdrop: str) -> None:
    sheet.fill(box(-9, -9, sheet.w + 9, edge + 9), palette.wall, shade="right", depth=0.32)
    middle = sheet.w / 2
    if backdrop == "disc":
        disc = oval(middle, edge - min(sheet.h * 0.36, 330), min(sheet.h * 0.4, 370))
        sheet.fill(disc, palette.disc, shade="below", depth=0.3)
    elif backdrop == "arch":
        half = 330
        top = max(edge - 720, 60) + half
        arch = oval(middle, top, half) + box(middle - half, top, middle + half, edge + 2)
        sheet.fill(arch, palette.disc, shade="right", depth=0.35)
    elif backdrop == "window":
        _window_light(sheet, palette)
    elif backdrop == "stripes":
        tone = mix(palette.wall, palette.disc, 0.45)
        for index in range(int(sheet.w / 90) + 1):
            sheet.fill(box(index * 90, -9, index * 90 + 36, edge), tone, opacity=0.7)
    elif backdrop == "frame":
        _picture(sheet, palette)


def _window_light(sheet: Sheet, palette: Palette) -> None:
    tone = mix(palette.wall, CHALK, 0.55)
    for column in range(2):
        for row in range(3):
            x = sheet.w * 0.08 + column * 175
            y = sheet.h * 0.06 + row * 168 + column * 34
            pane = poly((x, y), (x + 155, y + 30), (x + 155, y + 182), (x, y + 152))
            sheet.light(pane, tone, blur=5, strength=0.75)


def _picture(sheet: Sheet, palette: Palette) -> None:
    x, y = sheet.w * 0.16, sheet.h * 0.1
    frame = box(x, y, x + 210, y + 270)
    sheet.shadow(frame, dx=12, dy=12, blur=10)
    sheet.fill(frame, palette.dark)
    sheet.fill(box(x + 14, y + 14, x + 196, y + 256), palette.light)
    with sheet.inside(box(x + 40, y + 44, x + 170, y + 226)):
        sheet.fill(box(x, y, x + 210, y + 270), palette.disc)
        sheet.fill(oval(x + 120, y + 110, 40), palette.accents[0])
        sheet.fill(oval(x + 60, y + 260, 120, 90), palette.accents[1], shade="right")


def _wood_grain(sheet: Sheet, y: float, tone: Ink) -> None:
    for _ in range(4):
        height = y + sheet.random.uniform(20, 185)
        start = sheet.random.uniform(-100, sheet.w * 0.5)
        points = [
            (start + k * 60, height + 5 * math.sin(k * 0.8 + start)) for k in range(10)
        ]
        sheet.fill(line(curve(points, steps=4), 2.2, 0.8), tone)
