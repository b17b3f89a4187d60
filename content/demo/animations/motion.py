"""Moving pictures of things that turn, rock and fly.

Each function draws the frame at `phase`, which runs from 0 to 1 and begins again without a jump.
"""

import math

from content.demo import country, rooms
from content.demo.inks import CLAY, COCOA, CREAM, Palette
from content.demo.shapes import box, curve, line, oval
from content.demo.sheet import Sheet
from content.demo.subjects.bicycles import wheel
from content.demo.subjects.boats import rowing_boat
from content.demo.subjects.kites import kite
from content.demo.subjects.preserves import bee
from content.demo.subjects.records import player


def turning_record(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A record turns on its player."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.84)
    with sheet.at(sheet.w / 2, ground + 20, 1.2):
        player(sheet, palette, turn=phase * 360)


def turning_wheel(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A bicycle wheel turns true in its stand."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.9)
    hub = (sheet.w / 2, ground - 350)
    with sheet.at(*hub, 1.9):
        wheel(sheet, 170, turn=phase * 360)
    for side in (-1, 1):
        leg = line([hub, (hub[0] + side * 90, ground)], 24, 18)
        sheet.fill(leg, palette.accents[0], shade="right")
    sheet.fill(box(hub[0] - 150, ground - 14, hub[0] + 150, ground + 12, 6), palette.accents[0])
    sheet.fill(oval(*hub, 26), palette.light, shade="round")


def rocking_boat(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A rowing boat rocks at its mooring."""
    angle = phase * math.tau
    edge = country.sea(sheet, palette, part=0.5, shift=22 * math.sin(angle))
    lift = 9 * math.sin(angle + 1)
    with sheet.at(sheet.w / 2, edge + (sheet.h - edge) * 0.56 + lift, 1.1, 3.4 * math.sin(angle)):
        rowing_boat(sheet, palette.accents[0], palette.light)


def flying_kite(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A kite weaves about in the wind."""
    country.hills(sheet, palette)
    angle = phase * math.tau
    x = sheet.w * 0.42 + 70 * math.sin(angle)
    y = sheet.h * 0.32 + 34 * math.sin(2 * angle)
    string = curve([(x, y), (x + 30, sheet.h * 0.72), (sheet.w * 0.6, sheet.h * 1.04)])
    sheet.fill(line(string, 3), palette.dark, opacity=0.8)
    with sheet.at(x, y, 1.2, 14 + 14 * math.cos(angle)):
        one, two, three, _ = palette.accents
        kite(sheet, (one, three, two), sway=40 * math.sin(angle))


def bees(sheet: Sheet, palette: Palette, phase: float) -> None:
    """Bees hover before a hive."""
    ground = country.hills(sheet, palette)
    x = sheet.w * 0.5
    for index, width in enumerate((210, 220, 210)):
        y = ground - 40 - index * 150
        side = box(x - width, y - 140, x + width, y, 6)
        sheet.fill(side, (palette.accents[2], CREAM, palette.accents[0])[index], shade="right")
        sheet.fill(box(x - 60, y - 100, x + 60, y - 78, 10), COCOA if index else CLAY)
    sheet.fill(box(x - 250, ground - 516, x + 250, ground - 478, 8), CLAY, shade="below")
    sheet.fill(box(x - 70, ground - 74, x + 70, ground - 58, 6), COCOA)
    angle = phase * math.tau
    for index, (bx, by, reach) in enumerate(
        ((0.2, 0.42, 40), (0.82, 0.34, 50), (0.68, 0.72, 34), (0.26, 0.74, 44))
    ):
        shift = index * 1.6
        at = (
            sheet.w * bx + reach * math.sin(angle + shift),
            sheet.h * by + reach * 0.6 * math.sin(2 * angle + shift),
        )
        with sheet.at(*at, 0.7, 14 * math.cos(angle + shift)):
            bee(sheet)
