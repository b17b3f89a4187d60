"""Draw a walking map and a compass."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, CREAM, MUSTARD, NIGHT, SAGE, SEA, Palette, mix
from content.demo.shapes import blob, box, curve, line, oval, poly
from content.demo.sheet import Sheet


def map_sheet(sheet: Sheet, palette: Palette) -> None:
    """A folded map with a route marked on it, and a compass."""
    middle = rooms.cloth(sheet, palette, weave="boards")
    with sheet.at(sheet.w / 2 - 40, middle, 1.3, -6):
        whole = box(-420, -290, 420, 290)
        sheet.shadow(whole, dx=14, dy=18, blur=14)
        sheet.fill(whole, CREAM)
        with sheet.inside(whole):
            sheet.fill(
                blob(
                    (-440, 120),
                    (-300, 60),
                    (-200, 130),
                    (-60, 100),
                    (60, 220),
                    (40, 320),
                    (-440, 320),
                    steps=10,
                ),
                mix(SEA, CHALK, 0.3),
            )
            sheet.fill(
                blob((60, -300), (120, -180), (300, -140), (440, -200), (440, -320), steps=10),
                mix(SAGE, CREAM, 0.3),
            )
            for step in range(7):
                ring = blob(
                    *[
                        (
                            180 + (150 - step * 20) * math.cos(a) * (1 + 0.14 * math.sin(3 * a)),
                            -10 + (110 - step * 15) * math.sin(a),
                        )
                        for a in (k * math.tau / 12 for k in range(12))
                    ]
                )
                inner = blob(
                    *[
                        (
                            180 + (146 - step * 20) * math.cos(a) * (1 + 0.14 * math.sin(3 * a)),
                            -10 + (106 - step * 15) * math.sin(a),
                        )
                        for a in (k * math.tau / 12 for k in range(12))
                    ]
                )
                sheet.fill(ring - inner, mix(CLAY, CREAM, 0.25))
            sheet.fill(
                line(
                    curve(
                        [
                            (-430, -160),
                            (-250, -190),
                            (-120, -60),
                            (60, -120),
                            (200, -260),
                            (430, -250),
                        ]
                    ),
                    11,
                ),
                mix(MUSTARD, CREAM, 0.15),
            )
            sheet.fill(
                line(curve([(-300, -300), (-220, -100), (-260, 60), (-180, 140)]), 8),
                mix(SEA, NIGHT, 0.1),
            )
            route = curve([(-330, -30), (-180, 0), (-60, -20), (40, 60), (180, -10)], steps=9)
            for x, y in route[::2]:
                sheet.fill(oval(x, y, 6.5), palette.accents[0])
        for index in range(4):
            x = -420 + index * 210
            sheet.fill(
                box(x, -290, x + 210, 290),
                CREAM,
                opacity=0.02,
                shade="right" if index % 2 else "left",
                depth=0.09,
            )
        with sheet.at(180, -10):
            sheet.fill(
                blob((0, 0), (-32, -56), (-26, -96), (0, -108), (26, -96), (32, -56), steps=6),
                palette.accents[0],
                shade="right",
            )
            sheet.fill(oval(0, -72, 13), CHALK)
    with sheet.at(sheet.w / 2 + 370, middle + 210, 1.15):
        compass(sheet, palette)


def compass(sheet: Sheet, palette: Palette, *, turn: float = 32) -> None:
    """Draw a compass round (0, 0), its needle turned by `turn` degrees."""
    sheet.shadow(oval(0, 0, 120), dx=16, dy=18, blur=12)
    sheet.fill(oval(0, 0, 120), mix(MUSTARD, CLAY, 0.35), shade="round")
    sheet.fill(oval(0, 0, 98), CHALK, shade="left", depth=0.25)
    for step in range(24):
        with sheet.at(0, 0, 1.0, step * 15):
            sheet.fill(
                line([(0, -92), (0, -80 if step % 6 else -68)], 3 if step % 6 else 6), palette.dark
            )
    with sheet.at(0, 0, 1.0, turn):
        sheet.fill(poly((-13, 0), (13, 0), (0, -72)), palette.accents[0])
        sheet.fill(poly((-13, 0), (13, 0), (0, 72)), palette.dark)
    sheet.fill(oval(0, 0, 9), MUSTARD)
