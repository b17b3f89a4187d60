"""Moving pictures of quiet things: steam over a cup, a plant in a draught, rain on a window.

Each function draws the frame at `phase`, which runs from 0 to 1 and begins again without a jump.
"""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CREAM, MOSS, SAGE, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.plants import GREENS, pot
from content.demo.subjects.vessels import cup
from content.demo.subjects.wool import wool


def steam(sheet: Sheet, palette: Palette, phase: float) -> None:
    """Steam rises over a cup of coffee."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.86)
    with sheet.at(sheet.w / 2 - 20, ground, 2.3):
        cup(sheet, palette.accents[0], glaze=palette.light, pattern="dip", drink=(84, 52, 38))
    for index in range(3):
        points = []
        for step in range(16):
            rise = step / 15
            swing = 26 * rise * math.sin(rise * 7 - phase * math.tau + index * 1.4)
            points.append((sheet.w / 2 - 90 + index * 70 + swing, ground - 330 - rise * 300))
        sheet.light(line(points, 26, 8), CHALK, blur=9, strength=0.55)
        sheet.fill(line(curve(points, steps=3), 10, 3), CHALK, opacity=0.5)


def waving_plant(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A pilea sways in the draught from a window."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.88)
    with sheet.at(sheet.w / 2, ground, 1.35):
        for index in range(17):
            sway = 3.2 * math.sin(phase * math.tau + index * 0.5)
            angle = math.radians(-168 + index * 9.8 + (index % 3) * 4 + sway)
            reach = (250, 180, 305)[index % 3]
            x, y = reach * math.cos(angle) * 0.95, -200 + reach * math.sin(angle)
            tone = GREENS[index % 5]
            stalk = curve([(0, -178), (x * 0.35, y * 0.62 - 60), (x, y)])
            sheet.fill(line(stalk, 5, 3), mix(tone, SAGE, 0.35))
            sheet.fill(oval(x, y, 54, 47, math.degrees(angle)), tone, shade="round", depth=0.55)
            sheet.fill(oval(x - 6, y - 2, 5), SAGE)
        pot(sheet, palette.accents[0])


def rain(sheet: Sheet, palette: Palette, phase: float) -> None:
    """Rain falls past a window; a ball of wool lies on the sill."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.table, shade="right", depth=0.3)
    x0, y0, x1, y1 = sheet.w * 0.16, 60, sheet.w * 0.84, sheet.h * 0.8
    pane = box(x0, y0, x1, y1)
    with sheet.inside(pane):
        sheet.fill(pane, palette.wall, shade="above", depth=0.4)
        for step, part in enumerate((0.5, 0.62)):
            ridge = curve(
                [
                    (x0, y0 + (y1 - y0) * part),
                    (sheet.w * 0.45, y0 + (y1 - y0) * (part - 0.1)),
                    (x1, y0 + (y1 - y0) * (part + 0.06)),
                ]
            )
            sheet.fill(
                poly(*ridge, (x1, y1), (x0, y1)),
                mix(MOSS, palette.wall, 0.5 - step * 0.3),
                shade="below",
            )
        tall = y1 - y0 + 160
        for index in range(46):
            x = x0 + (x1 - x0) * ((index * 0.618) % 1.0)
            speed = 1 + index % 2
            y = y0 - 80 + ((index * 0.377 + phase * speed) % 1.0) * tall
            sheet.fill(line([(x, y), (x - 9, y + 62)], 2, 4), CHALK, opacity=0.75)
    for bar in (
        box(x0 - 34, y0 - 34, x1 + 34, y0),
        box(x0 - 34, y0, x0, y1),
        box(x1, y0, x1 + 34, y1),
        box((x0 + x1) / 2 - 12, y0, (x0 + x1) / 2 + 12, y1),
        box(x0, (y0 + y1) / 2 - 50, x1, (y0 + y1) / 2 - 28),
    ):
        sheet.fill(bar, CREAM, shade="right", depth=0.3)
    sill = box(x0 - 80, y1, x1 + 80, y1 + 44, 5)
    sheet.shadow(sill, dx=10, dy=30, blur=16)
    sheet.fill(sill, CREAM, shade="below")
    with sheet.at(x0 + 150, y1 - 80, 0.86):
        wool(sheet, palette.accents[0])
    with sheet.at(x1 - 150, y1 + 6, 0.95):
        cup(sheet, palette.accents[1], glaze=palette.light, pattern="bands")
