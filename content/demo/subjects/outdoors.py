"""Kites, tents, boats, boards and nest boxes."""

from __future__ import annotations

import math

from content.demo import rooms
from content.demo.inks import BRICK, CHALK, CLAY, COCOA, CREAM, FOREST, MOSS, NIGHT, OAT, SAND, Ink, Palette, mix
from content.demo.shapes import Shape, arc, blob, box, curve, leaf, line, oval, poly
from content.demo.sheet import Sheet


def kite(sheet: Sheet, tones: tuple[Ink, Ink, Ink], *, sway: float = 0.0) -> None:
    """Draw a diamond kite round (0, 0) with its tail below, swung by `sway` units."""
    left, right, top, bottom = (-120, -30), (120, -30), (0, -190), (0, 200)
    sheet.fill(poly(top, left, (0, -30)), tones[0], shade="right", depth=0.3)
    sheet.fill(poly(top, right, (0, -30)), tones[1], shade="right", depth=0.3)
    sheet.fill(poly(bottom, left, (0, -30)), tones[1], shade="below", depth=0.3)
    sheet.fill(poly(bottom, right, (0, -30)), tones[2], shade="below", depth=0.3)
    sheet.fill(line([top, bottom], 4), COCOA)
    sheet.fill(line([left, right], 4), COCOA)
    tail = curve([(0, 200), (34 + sway, 270), (-26 - sway, 340), (30 + sway, 410), (-10, 470)])
    sheet.fill(line(tail, 4), COCOA)
    for step in range(8, len(tail) - 1, 8):
        x, y = tail[step]
        for side in (-1, 1):
            sheet.fill(poly((x, y), (x + side * 34, y - 18), (x + side * 34, y + 18)), tones[step % 3])


def box_kite(sheet: Sheet, tones: tuple[Ink, Ink]) -> None:
    """Draw a box kite round (0, 0)."""
    for y in (-140, 60):
        sheet.fill(poly((-90, y), (0, y - 24), (0, y + 76), (-90, y + 100)), tones[0], shade="below", depth=0.3)
        sheet.fill(poly((0, y - 24), (90, y), (90, y + 100), (0, y + 76)), tones[1], shade="right", depth=0.3)
    for x, shift in ((-90, 0), (0, -24), (90, 0)):
        sheet.fill(line([(x, -160 + shift), (x, 190 + shift)], 5), COCOA)


def kites_over_hills(sheet: Sheet, palette: Palette) -> None:
    """Three kites over hills."""
    rooms.hills(sheet, palette, sun=False)
    one, two, three, four = palette.accents
    for x, y, scale, turn, tones in ((0.3, 0.3, 1.15, 18, (one, three, two)), (0.62, 0.2, 0.75, -14, (two, palette.light, one)), (0.86, 0.42, 0.6, 24, (three, one, four))):
        string = curve([(sheet.w * x, sheet.h * y), (sheet.w * (x - 0.02), sheet.h * 0.7), (sheet.w * 0.5, sheet.h * 1.02)])
        sheet.fill(line(string, 2), palette.dark, opacity=0.7)
        with sheet.at(sheet.w * x, sheet.h * y, scale, turn):
            kite(sheet, tones)


def kites_on_wall(sheet: Sheet, palette: Palette) -> None:
    """A diamond and a box kite hung to dry."""
    rooms.cloth(sheet, palette)
    one, two, three, four = palette.accents
    with sheet.at(sheet.w * 0.32, sheet.h * 0.38, 1.25, -8):
        sheet.shadow(poly((-120, -30), (0, -190), (120, -30), (0, 200)), dx=20, dy=22, blur=14)
        kite(sheet, (one, palette.light, two), sway=16)
    with sheet.at(sheet.w * 0.72, sheet.h * 0.5, 1.5, 10):
        sheet.shadow(box(-90, -140, 90, 160), dx=20, dy=22, blur=14)
        box_kite(sheet, (three, four))


def tent(sheet: Sheet, colour: Ink, *, lit: bool = False) -> None:
    """Draw a ridge tent, the middle of its front at (0, 0)."""
    sheet.shadow(oval(60, 4, 380, 26), dx=20, dy=8, blur=14, strength=0.5)
    sheet.fill(poly((-40, -330), (280, -290), (400, -6), (220, 6)), mix(colour, sheet.shadow_ink, 0.24), shade="right")
    sheet.fill(poly((-40, -330), (-290, 6), (220, 6)), colour, shade="below", depth=0.3)
    inside = (246, 206, 120) if lit else mix(colour, NIGHT, 0.6)
    sheet.fill(poly((-40, -300), (-120, 6), (70, 6)), inside, shade=None if lit else "below")
    for side in (-1, 1):
        flap = blob((-40, -300), (-40 + side * 50, -160), (-40 + side * 128, 4), (-40 + side * 70, 6), (-40 + side * 44, -120), steps=6)
        sheet.fill(flap, mix(colour, CHALK, 0.22), shade="below", depth=0.3)
    for start, stop in (((-290, 6), (-350, 26)), ((400, -6), (460, 18))):
        sheet.fill(line([start, stop], 4), CREAM)
        sheet.fill(line([stop, (stop[0] + 4, stop[1] - 22)], 7), COCOA)


def pine(sheet: Sheet, colour: Ink, *, height: float = 420) -> None:
    """Draw a fir, its foot at (0, 0)."""
    sheet.fill(box(-11, -60, 11, 0), COCOA)
    for step in range(4):
        y, half = -50 - step * height * 0.2, height * (0.27 - step * 0.05)
        tier = poly((-half, y), (half, y), (0, y - height * 0.36))
        sheet.fill(tier, colour, shade="right", depth=0.5)


def tent_in_woods(sheet: Sheet, palette: Palette) -> None:
    """A tent between firs."""
    ground = rooms.hills(sheet, palette)
    for x, tall in ((0.1, 520), (0.2, 400), (0.84, 560), (0.95, 430), (0.74, 380)):
        with sheet.at(sheet.w * x, ground - 20 + tall * 0.02):
            pine(sheet, mix(FOREST, MOSS, (tall % 100) / 180), height=tall)
    with sheet.at(sheet.w / 2 - 30, ground + 30, 0.9):
        tent(sheet, palette.accents[0])


def tent_at_night(sheet: Sheet, palette: Palette) -> None:
    """A lit tent under stars."""
    ground = rooms.night(sheet, palette)
    for x, tall in ((0.08, 460), (0.19, 360), (0.88, 500), (0.97, 380)):
        with sheet.at(sheet.w * x, ground - 20):
            pine(sheet, mix(NIGHT, FOREST, 0.5), height=tall)
    sheet.light(oval(sheet.w / 2, ground - 60, 360, 160), (246, 206, 120), blur=90, strength=0.34)
    with sheet.at(sheet.w / 2 - 20, ground + 40, 1.0):
        tent(sheet, palette.accents[1], lit=True)


def rowing_boat(sheet: Sheet, hull: Ink, trim: Ink) -> None:
    """Draw a rowing boat on water, its waterline at y = 0."""
    sheet.fill(oval(0, 10, 340, 22), mix(NIGHT, hull, 0.3), opacity=0.4)
    outside = blob((-330, -112), (-200, -82), (0, -72), (200, -82), (334, -124), (280, -30), (200, 4), (-200, 4), (-280, -30), steps=8)
    sheet.fill(line([(-60, -70), (-250, 20)], 10), OAT)
    sheet.fill(oval(0, -96, 300, 26), mix(hull, COCOA, 0.5))
    for x in (-130, 60):
        sheet.fill(box(x, -106, x + 62, -88, 4), SAND)
    sheet.fill(outside, hull, shade="below", depth=0.6)
    sheet.fill(line(curve([(-330, -112), (-200, -84), (0, -72), (200, -84), (334, -124)]), 15), trim, shade="below")
    sheet.fill(line(curve([(-300, -60), (-150, -36), (0, -30), (150, -36), (300, -64)]), 6), trim)


def boat_at_sea(sheet: Sheet, palette: Palette) -> None:
    """A rowing boat on a calm sea."""
    edge = rooms.sea(sheet, palette)
    with sheet.at(sheet.w / 2 + 60, edge + (sheet.h - edge) * 0.5, 1.15):
        rowing_boat(sheet, palette.accents[0], palette.light)


def sailing(sheet: Sheet, palette: Palette) -> None:
    """Small sails on the horizon, one of them near."""
    edge = rooms.sea(sheet, palette, part=0.62)
    for x, scale, tone, y in ((0.7, 0.5, palette.accents[2], 30), (0.86, 0.3, palette.light, 12), (0.42, 1.25, palette.accents[0], 150)):
        with sheet.at(sheet.w * x, edge + y, scale):
            sheet.fill(line([(0, -20), (0, -420)], 8), COCOA)
            sheet.fill(poly((10, -410), *curve([(110, -250), (190, -70)]), (10, -60)), tone, shade="right", depth=0.4)
            sheet.fill(poly((-10, -380), *curve([(-80, -220), (-130, -66)]), (-10, -60)), mix(tone, CHALK, 0.5), shade="left", depth=0.3)
            hull = blob((-180, -40), (0, -30), (200, -48), (140, 14), (-120, 14), steps=6)
            sheet.fill(hull, palette.dark, shade="below")


def skateboard(sheet: Sheet, design: int, tones: tuple[Ink, Ink, Ink]) -> None:
    """Draw the underside of a skateboard upright round (0, 0)."""
    deck = box(-92, -330, 92, 330, 90)
    sheet.shadow(deck, dx=20, dy=20, blur=14, strength=0.42)
    sheet.fill(deck, tones[0])
    with sheet.inside(deck):
        if design == 0:
            for step in range(8):
                wave = [(x, -300 + step * 84 + 26 * math.sin(x / 34 + step)) for x in range(-110, 120, 10)]
                sheet.fill(line(wave, 26), tones[1 + step % 2])
        elif design == 1:
            sheet.fill(oval(0, -120, 150), tones[1], shade="below")
            sheet.fill(oval(0, -120, 96), tones[2])
            for step in range(5):
                sheet.fill(box(-100, 60 + step * 56, 100, 86 + step * 56), tones[1 + step % 2])
        else:
            for row in range(9):
                for column in range(3):
                    start = 90 * ((row * 2 + column) % 4)
                    x, y = -62 + column * 62, -270 + row * 66
                    half = Shape((tuple(arc(x, y, 30, 30, start, start + 180)),))
                    sheet.fill(half, tones[1 + (row + column) % 2])
    sheet.model(deck, tones[0], depth=0.4)
    for y in (-190, 190):
        sheet.fill(box(-100, y - 10, 100, y + 10, 8), mix(CHALK, NIGHT, 0.4), shade="below")
        sheet.fill(box(-34, y - 40, 34, y + 40, 10), mix(CHALK, NIGHT, 0.3), shade="right")
        for side in (-1, 1):
            sheet.fill(box(side * 100 - 20, y - 34, side * 100 + 20, y + 34, 12), CREAM, shade="right", depth=0.6)


def three_boards(sheet: Sheet, palette: Palette) -> None:
    """Three painted skateboards on a wall."""
    middle = rooms.cloth(sheet, palette)
    one, two, three, four = palette.accents
    sets = ((one, palette.light, three), (two, three, palette.light), (palette.light, four, one))
    for index, x in enumerate((0.22, 0.5, 0.78)):
        with sheet.at(sheet.w * x, middle, sheet.h / 820):
            skateboard(sheet, index, sets[index])


def nest_box(sheet: Sheet, colour: Ink, roof: Ink) -> None:
    """Draw a nest box, its foot at (0, 0)."""
    body = box(-110, -270, 110, 0, 4)
    sheet.shadow(body, dx=22, dy=18, blur=14)
    sheet.fill(body, colour, shade="right", depth=0.5)
    for x in (-56, 0, 56):
        sheet.fill(line([(x, -262), (x, -6)], 2), mix(colour, COCOA, 0.35))
    top = poly((-150, -262), (0, -370), (150, -262), (150, -236), (0, -340), (-150, -236))
    sheet.fill(poly((-112, -264), (0, -344), (112, -264)), colour, shade="right")
    sheet.fill(top, roof, shade="right")
    sheet.fill(oval(0, -196, 44), mix(colour, COCOA, 0.45))
    sheet.fill(oval(3, -193, 38), (46, 34, 34))
    sheet.fill(line([(0, -116), (0, -92)], 11), COCOA)
    sheet.fill(oval(0, -112, 10), SAND)


def bird(sheet: Sheet, coat: Ink, breast: Ink) -> None:
    """Draw a small bird perched at (0, 0), looking to the right."""
    sheet.fill(poly((-60, -60), (-168, -18), (-160, 6), (-50, -30)), mix(coat, NIGHT, 0.3))
    for x in (-8, 14):
        sheet.fill(line([(x, -30), (x + 4, 0)], 5), COCOA)
    body = blob((-90, -60), (-60, -116), (0, -132), (40, -168), (84, -160), (100, -128), (84, -70), (30, -26), (-40, -26), steps=8)
    sheet.fill(body, coat, shade="below", depth=0.4)
    with sheet.inside(body):
        sheet.fill(blob((90, -120), (104, -80), (50, -10), (-30, -10), (20, -60), (60, -90), steps=7), breast, shade="below", depth=0.4)
    wing = blob((-100, -50), (-50, -108), (20, -100), (10, -62), (-40, -44), steps=7)
    sheet.fill(wing, mix(coat, NIGHT, 0.25), shade="right")
    sheet.fill(poly((98, -140), (132, -128), (98, -118)), (214, 150, 60))
    sheet.fill(oval(72, -138, 8), NIGHT)
    sheet.fill(oval(74, -141, 2.6), CHALK)


def nest_box_on_tree(sheet: Sheet, palette: Palette) -> None:
    """A nest box on a trunk, a bird arriving."""
    rooms.hills(sheet, palette, sun=True)
    trunk = poly((sheet.w * 0.5, -20), (sheet.w * 0.5 + 190, -20), (sheet.w * 0.5 + 230, sheet.h + 20), (sheet.w * 0.5 - 30, sheet.h + 20))
    sheet.fill(trunk, COCOA, shade="right", glow="left")
    branch = curve([(sheet.w * 0.55, sheet.h * 0.7), (sheet.w * 0.36, sheet.h * 0.66), (sheet.w * 0.14, sheet.h * 0.6)])
    sheet.fill(line(branch, 44, 13), COCOA, shade="below")
    for x, y in branch[6::3]:
        sheet.fill(leaf(84, 40).turned(-28).moved(x, y), MOSS, shade="right")
        sheet.fill(leaf(74, 36).turned(196).moved(x + 20, y), FOREST, shade="right")
    with sheet.at(sheet.w * 0.5 + 104, sheet.h * 0.62, 1.35):
        nest_box(sheet, palette.accents[0], palette.dark)
    with sheet.at(sheet.w * 0.26, sheet.h * 0.61, 1.15):
        bird(sheet, palette.accents[1], mix(BRICK, CLAY, 0.6))


def birds_on_wire(sheet: Sheet, palette: Palette) -> None:
    """Four unlike birds on a wire."""
    rooms.cloth(sheet, palette)
    tones = (*palette.accents, palette.dark)
    sheet.fill(oval(sheet.w * 0.5, sheet.h * 0.44, 330), palette.disc, shade="below", depth=0.3)
    for row, part in enumerate((0.47, 0.78)):
        wire = curve([(-10, sheet.h * part), (sheet.w / 2, sheet.h * (part + 0.045)), (sheet.w + 10, sheet.h * part)], steps=12)
        sheet.fill(line(wire, 5), palette.dark)
        for index in range(2 + row):
            spot = wire[int(len(wire) * (index + 0.72) / (2.5 + row))]
            with sheet.at(spot[0], spot[1], 1.25 - row * 0.15):
                bird(sheet, tones[(index * 2 + row) % 5], mix(tones[(index + 1 + row) % 5], CHALK, 0.35))


def feathers(sheet: Sheet, palette: Palette) -> None:
    """Feathers laid out on paper."""
    rooms.cloth(sheet, palette)
    tones = (*palette.accents, palette.dark)
    count = 6 if sheet.w > sheet.h else 4
    for index in range(count):
        tone = tones[(index * 2) % 5]
        with sheet.at(sheet.w * (index + 0.5) / count, sheet.h * (0.8 if index % 2 else 0.86), 1.0, (-10, 8, -4, 12, -8, 5)[index]):
            blade = leaf(sheet.h * 0.62, 150, 30, 0.45)
            sheet.shadow(blade, dx=12, dy=14, blur=10, strength=0.3)
            sheet.fill(blade, tone, shade="right", glow="left")
            with sheet.inside(blade):
                for step in range(26):
                    y = -step * sheet.h * 0.024
                    band = mix(tone, CHALK, 0.45) if (step // 3) % 2 else mix(tone, NIGHT, 0.2)
                    sheet.fill(line([(0, y), (-90, y - 70)], 3), band)
                    sheet.fill(line([(0, y), (110, y - 70)], 3), band)
            sheet.fill(line(curve([(0, 80), (0, -60), (12, -sheet.h * 0.4), (30, -sheet.h * 0.6)]), 7, 2), CREAM)
