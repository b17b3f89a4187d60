"""Moving pictures of light: a swinging lamp, a lighthouse, lanterns, a candle.

Each function draws the frame at `phase`, which runs from 0 to 1 and begins again without a jump.
"""

import math

from content.demo import country, rooms
from content.demo.inks import BRICK, CHALK, COCOA, CREAM, MUSTARD, NIGHT, PERSIMMON, Palette, mix
from content.demo.shapes import blob, box, curve, leaf, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.books import stack
from content.demo.subjects.vessels import BOTTLE, vessel

GLOW = mix(MUSTARD, CREAM, 0.5)


def swinging_lamp(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A hanging lamp swings over a table."""
    ground = rooms.table(sheet, palette, backdrop="plain", part=0.84)
    with sheet.at(sheet.w / 2, -20, 1.0, 13 * math.sin(phase * math.tau)):
        fall = sheet.h * 0.82
        sheet.light(
            poly((-110, 400), (110, 400), (330, fall), (-330, fall)), GLOW, blur=26, strength=0.34
        )
        sheet.fill(line([(0, 0), (0, 300)], 5), palette.light)
        shade = poly((-44, 300), (44, 300), (132, 410), (-132, 410))
        sheet.fill(shade, palette.accents[0])
        sheet.model(shade, palette.accents[0])
        sheet.fill(oval(0, 410, 132, 20), CREAM)
        sheet.fill(oval(0, 418, 44, 34), CHALK)
    with sheet.at(sheet.w / 2 - 60, ground, 0.9):
        stack(sheet, palette, count=4)
    with sheet.at(sheet.w / 2 + 260, ground + 20, 0.66):
        vessel(sheet, BOTTLE, palette.accents[2], glaze=palette.light, pattern="dip")


def lighthouse(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A lighthouse sends its beam round over a night sea."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, shade="above", depth=0.6)
    for _ in range(50):
        x, y = sheet.random.uniform(0, sheet.w), sheet.random.uniform(0, sheet.h * 0.5)
        sheet.fill(oval(x, y, sheet.random.choice((2.0, 2.6, 3.6))), CREAM)
    edge, x = sheet.h * 0.68, sheet.w * 0.6
    turn = math.cos(phase * math.tau)
    reach, top = sheet.w * turn, edge - 430
    for way in (1, -1):
        end = x + reach * way
        spread = 70 + 60 * abs(turn)
        beam = poly((x, top - 14), (end, top - spread), (end, top + spread), (x, top + 14))
        sheet.light(
            beam, GLOW, blur=14, strength=0.6 if way * math.sin(phase * math.tau) >= 0 else 0.34
        )
    sheet.fill(box(-9, edge, sheet.w + 9, sheet.h + 9), palette.table, shade="below", depth=0.5)
    country.waves(
        sheet, edge, mix(palette.table, CHALK, 0.35), shift=18 * math.sin(phase * math.tau)
    )
    rock = blob(
        (x - 240, edge + 70),
        (x - 150, edge - 10),
        (x - 40, edge - 50),
        (x + 110, edge - 30),
        (x + 240, edge + 60),
        (x, edge + 96),
    )
    tower = poly((x - 44, top + 40), (x + 44, top + 40), (x + 72, edge - 20), (x - 72, edge - 20))
    sheet.fill(tower, CHALK)
    with sheet.inside(tower):
        for step in range(3):
            y = top + 100 + step * 130
            sheet.fill(box(x - 90, y, x + 90, y + 64), PERSIMMON)
    sheet.model(tower, CHALK)
    sheet.fill(rock, NIGHT, shade="below", glow="above")
    sheet.fill(box(x - 62, top + 26, x + 62, top + 44, 4), NIGHT)
    sheet.fill(box(x - 34, top - 34, x + 34, top + 28), mix(GLOW, CHALK, 0.4))
    for bar in (-34, 0, 34):
        sheet.fill(line([(x + bar, top - 34), (x + bar, top + 28)], 5), NIGHT)
    sheet.fill(poly((x - 46, top - 30), (x + 46, top - 30), (x, top - 84)), BRICK, shade="right")


def lanterns(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A string of paper lanterns brightens and dims, one after another."""
    country.night(sheet, palette, stars=60, moon=False)
    rope = curve(
        [(-20, sheet.h * 0.2), (sheet.w * 0.5, sheet.h * 0.4), (sheet.w + 20, sheet.h * 0.16)],
        steps=20,
    )
    sheet.fill(line(rope, 4), CREAM)
    for index in range(5):
        x, y = rope[4 + index * 8]
        tone = palette.accents[index % 4]
        bright = 0.5 + 0.5 * math.sin(phase * math.tau - index * 1.25)
        sway = 4 * math.sin(phase * math.tau + index)
        with sheet.at(x, y, 1.0, sway):
            sheet.light(
                oval(0, 110, 130), mix(tone, GLOW, 0.4), blur=46, strength=0.08 + 0.42 * bright
            )
            sheet.fill(line([(0, 0), (0, 40)], 4), CREAM)
            body = oval(0, 116, 78, 84)
            lit = mix(mix(tone, NIGHT, 0.5), mix(tone, CREAM, 0.45), bright)
            sheet.fill(body, lit)
            with sheet.inside(body):
                for row in range(6):
                    ring = curve(
                        [(-90, 50 + row * 26), (0, 58 + row * 26), (90, 50 + row * 26)], steps=5
                    )
                    sheet.fill(line(ring, 3), mix(lit, NIGHT, 0.25))
            sheet.model(body, lit, depth=0.4)
            for cap in (32, 194):
                sheet.fill(box(-32, cap, 32, cap + 14, 5), COCOA)


def candle(sheet: Sheet, palette: Palette, phase: float) -> None:
    """A candle burns in a dish."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.86)
    flicker = 0.6 * math.sin(phase * math.tau) + 0.4 * math.sin(phase * math.tau * 3)
    x = sheet.w / 2
    sheet.light(oval(x, ground - 520, 290), GLOW, blur=80, strength=0.44 + 0.08 * flicker)
    with sheet.at(x, ground, 1.3):
        vessel(sheet, ((0, 80), (10, 90), (30, 150), (46, 164)), palette.accents[1])
        stick = box(-44, -330, 44, -36, 14)
        sheet.fill(stick, CREAM)
        sheet.fill(
            blob(
                (-44, -318),
                (-30, -334),
                (30, -334),
                (44, -318),
                (40, -250),
                (24, -300),
                (-20, -296),
                (-34, -262),
                steps=6,
            ),
            CHALK,
        )
        sheet.model(stick, CREAM, depth=0.5)
        sheet.fill(line([(0, -330), (3, -352)], 5), NIGHT)
        with sheet.at(2, -338, 1.0, 5 * flicker):
            sheet.fill(leaf(130 + 12 * flicker, 62, 6 * flicker, 0.34), MUSTARD)
            sheet.fill(leaf(86 + 9 * flicker, 36, 4 * flicker, 0.34), CHALK)
