"""Paint what stands behind a thing indoors: walls, tables, floors, shelves, cloths.

Each room paints the whole sheet and returns the height of the line things stand on, in units from the top.
"""

import math

from content.demo.inks import CHALK, Ink, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet


def table(sheet: Sheet, palette: Palette, *, backdrop: str = "window", part: float = 0.77) -> float:
    """A wall and a table before it; `backdrop` is what is on the wall."""
    edge = sheet.h * (part - 0.09)
    _wall(sheet, palette, edge, backdrop)
    sheet.fill(
        box(-9, edge, sheet.w + 9, sheet.h + 9),
        palette.table,
        shade="below",
        depth=0.35,
        glow="above",
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
    sheet.fill(
        box(-9, edge - 34, sheet.w + 9, edge),
        mix(palette.wall, CHALK, 0.45),
        shade="below",
        depth=0.2,
    )
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
        points = [(start + k * 60, height + 5 * math.sin(k * 0.8 + start)) for k in range(10)]
        sheet.fill(line(curve(points, steps=4), 2.2, 0.8), tone)
