"""Draw houseplants, and cuttings in glass."""

import math

from content.demo.inks import CHALK, FOREST, MOSS, OLIVE, SAGE, SEA, SKY, Ink, mix
from content.demo.shapes import blob, box, curve, leaf, line, oval, poly, turned
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import vessel

GREENS = (FOREST, MOSS, OLIVE, mix(MOSS, SEA, 0.4), mix(FOREST, MOSS, 0.5))


def pot(sheet: Sheet, colour: Ink) -> None:
    """Draw a plain flowerpot with a rim, its foot at (0, 0)."""
    vessel(sheet, ((0, 78), (150, 112)), colour, tilt=0.14)
    rim = turned(((140, 120), (186, 124)), tilt=0.14)
    sheet.fill(rim, mix(colour, CHALK, 0.1))
    sheet.model(rim, colour)
    sheet.fill(oval(0, -186, 124, 17), mix(colour, CHALK, 0.25))
    sheet.fill(oval(0, -185, 112, 14), (62, 44, 38))


def monstera_leaf(sheet: Sheet, size: float, colour: Ink) -> None:
    """Draw a split leaf whose stalk meets it at (0, 0), pointing up."""
    outline = blob(
        (0, 10),
        (-0.42 * size, 30),
        (-0.62 * size, -0.25 * size),
        (-0.44 * size, -0.7 * size),
        (0, -1.05 * size),
        (0.44 * size, -0.7 * size),
        (0.62 * size, -0.25 * size),
        (0.42 * size, 30),
    )
    cuts = []
    for side in (-1, 1):
        for part in (0.12, 0.36, 0.6):
            y = -size * part
            cuts.append(
                poly(
                    (side * size * 0.17, y - size * 0.06),
                    (side * size * 0.8, y - size * 0.2),
                    (side * size * 0.8, y - size * 0.08),
                )
            )
    for cut in cuts:
        outline = outline - cut
    sheet.fill(outline, colour, shade="right", depth=0.6, glow="left")
    vein = mix(colour, SAGE, 0.55)
    sheet.fill(line([(0, 10), (0, -0.96 * size)], 6, 2), vein)
    for side in (-1, 1):
        for part in (0.02, 0.26, 0.5, 0.72):
            path = [(0, -size * part), (side * size * 0.4, -size * (part + 0.14))]
            sheet.fill(line(path, 3.5, 1.5), vein)


def monstera(sheet: Sheet, colour: Ink) -> None:
    """Draw a potted Swiss cheese plant."""
    stalks = (
        (-190, -330, -46, 150),
        (170, -380, 38, 165),
        (-90, -520, -16, 170),
        (110, -600, 14, 150),
        (10, -390, 2, 190),
    )
    for index, (x, y, turn, size) in enumerate(stalks):
        tone = GREENS[index % 3]
        sheet.fill(
            line(curve([(0, -180), (x * 0.3, y * 0.65), (x, y)]), 9, 6), mix(tone, SAGE, 0.3)
        )
        with sheet.at(x, y, 1.0, turn):
            monstera_leaf(sheet, size, tone)
    pot(sheet, colour)


def snake_plant(sheet: Sheet, colour: Ink) -> None:
    """Draw a potted snake plant."""
    for index, (x, height, lean) in enumerate(
        ((-62, 330, -74), (60, 360, 80), (-24, 470, -30), (34, 420, 24), (4, 300, 6))
    ):
        tone = GREENS[(index * 2) % 5]
        blade = leaf(height, 70, lean, 0.5).moved(x, -176)
        edge = leaf(height + 12, 84, lean, 0.5).moved(x, -172)
        sheet.fill(edge, mix(SAGE, (236, 220, 130), 0.6))
        sheet.fill(blade, tone, shade="right", depth=0.5)
        with sheet.inside(blade):
            for step in range(int(height / 34)):
                y = -200 - step * 34
                wave = curve(
                    [(x - 80, y), (x + lean * 0.3, y - 14), (x + 80 + lean, y + 4)], steps=4
                )
                sheet.fill(line(wave, 5, 3), mix(tone, SAGE, 0.4), opacity=0.7)
    pot(sheet, colour)


def pilea(sheet: Sheet, colour: Ink) -> None:
    """Draw a potted pilea, round leaves on thin stalks."""
    for index in range(17):
        angle = math.radians(-168 + index * 9.8 + (index % 3) * 4)
        reach = (250, 180, 305)[index % 3]
        x, y = reach * math.cos(angle) * 0.95, -200 + reach * math.sin(angle)
        tone = GREENS[index % 5]
        sheet.fill(
            line(curve([(0, -178), (x * 0.35, y * 0.62 - 60), (x, y)]), 5, 3), mix(tone, SAGE, 0.35)
        )
        disc = oval(x, y, 54, 47, math.degrees(angle))
        sheet.fill(disc, tone, shade="round", depth=0.55)
        sheet.fill(oval(x - 6, y - 2, 5), SAGE)
    pot(sheet, colour)


def trailing(sheet: Sheet, colour: Ink, *, length: float = 420) -> None:
    """Draw a pot whose vines hang down on both sides; stand it on a shelf."""
    for index, x in enumerate((-118, -70, 84, 124, -20, 40)):
        drop = length * (0.55 + 0.45 * ((index * 37) % 10) / 10)
        path = curve(
            [
                (x * 0.4, -184),
                (x * 0.95, -206),
                (x * 1.2, -60),
                (x * 1.12 + 18, drop * 0.4),
                (x * 1.26, drop),
            ]
        )
        tone = GREENS[index % 5]
        if abs(x) > 60:
            sheet.fill(line(path, 4.5, 3), mix(tone, SAGE, 0.3))
            for step in range(6, len(path) - 1, 4):
                px, py = path[step]
                side = -1 if (step // 4) % 2 else 1
                heart = blob(
                    (0, 0), (-26, -10), (-30, -34), (0, -66), (30, -34), (26, -10), steps=5
                )
                sheet.fill(
                    heart.turned(180 - side * 44).moved(px, py),
                    GREENS[(index + step // 4) % 5],
                    shade="right",
                    depth=0.5,
                )
        else:
            for lean in (-46, 0, 46):
                sheet.fill(
                    leaf(110, 62, lean).moved(x, -180), GREENS[(index + lean) % 5], shade="right"
                )
    pot(sheet, colour)


def cutting(sheet: Sheet, tone: Ink, *, kind: int = 0) -> None:
    """Draw a cutting that roots in a bottle of water, its foot at (0, 0)."""
    glass = turned(((0, 66), (20, 76), (120, 74), (170, 34), (226, 28), (236, 34)), tilt=0.16)
    sheet.shadow(oval(40, 4, 96, 18), dx=18, dy=4, blur=10, strength=0.4)
    sheet.fill(glass, SKY, opacity=0.55)
    with sheet.inside(glass):
        sheet.fill(box(-90, -128, 90, 30), SEA, opacity=0.55)
        sheet.fill(oval(0, -128, 76, 11), mix(SKY, CHALK, 0.4), opacity=0.8)
        for x in (-26, -10, 4, 18, 30):
            sheet.fill(line(curve([(0, -110), (x * 0.6, -70), (x, -26)]), 3, 1.4), CHALK)
    tall = 250 if kind != 1 else 190
    stalk = curve([(0, -110), (6, -236), (-6, -236 - tall * 0.6), (14, -236 - tall)])
    sheet.fill(line(stalk, 6, 4), mix(tone, SAGE, 0.35))
    if kind == 0:
        for step in range(6):
            y, side = -270 - step * 38, -1 if step % 2 else 1
            sheet.fill(
                leaf(96, 46, 10 * side).turned(side * 58).moved(2, y),
                mix(tone, SAGE, 0.1 * step),
                shade="right",
            )
        sheet.fill(leaf(80, 38).moved(12, -236 - tall + 10), tone, shade="right")
    elif kind == 1:
        with sheet.at(10, -236 - tall + 20, 0.92, 12):
            monstera_leaf(sheet, 170, tone)
    else:
        for step in range(9):
            angle = math.radians(-160 + step * 17)
            end = (120 * math.cos(angle), -420 + 120 * math.sin(angle))
            sheet.fill(line([(6, -330), end], 3.5, 2), mix(tone, SAGE, 0.3))
            sheet.fill(oval(*end, 34, 29), mix(tone, SAGE, 0.06 * step), shade="round")
    sheet.fill(line([(-48, -40), (-50, -110)], 6, 3), CHALK, opacity=0.7)
    sheet.fill(turned(((226, 30), (238, 36)), tilt=0.2), mix(SKY, CHALK, 0.5), opacity=0.7)
