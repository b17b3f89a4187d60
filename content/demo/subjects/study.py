"""Cameras, maps, prints, chess, toys and a telescope."""

from __future__ import annotations

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, MUSTARD, NIGHT, OAT, SAGE, SAND, SEA, Ink, Palette, mix
from content.demo.shapes import arc, blob, box, curve, hoop, line, oval, poly, turned
from content.demo.sheet import Sheet


def camera(sheet: Sheet, skin: Ink, metal: Ink = OAT) -> None:
    """Draw a rangefinder camera from the front, its foot's middle at (0, 0)."""
    body = box(-260, -270, 260, 0, 34)
    sheet.shadow(oval(30, 2, 270, 24), dx=22, dy=6, blur=12, strength=0.5)
    sheet.fill(box(-96, -322, 96, -260, 16), metal, shade="right")
    sheet.fill(body, metal, shade="right", depth=0.5)
    sheet.fill(box(-260, -206, 260, -46), skin, shade="right", depth=0.5)
    sheet.speckle(box(-258, -204, 258, -48), mix(skin, NIGHT, 0.3), count=240, size=2.4)
    sheet.fill(box(-220, -300, -130, -262, 8), mix(metal, NIGHT, 0.2), shade="below")
    sheet.fill(box(140, -292, 200, -262, 8), mix(metal, NIGHT, 0.25), shade="below")
    sheet.fill(oval(222, -280, 21, 12), (204, 66, 44))
    for x, w in ((-214, 62), (150, 74)):
        sheet.fill(box(x, -252, x + w, -218, 6), NIGHT)
        sheet.fill(box(x + 8, -246, x + w * 0.4, -226, 4), SEA, opacity=0.7)
    for radius, tone in ((124, metal), (112, NIGHT), (92, mix(metal, NIGHT, 0.5)), (80, NIGHT), (58, (52, 66, 92))):
        sheet.fill(oval(0, -126, radius), tone, shade="round", depth=0.4)
    sheet.fill(blob((-34, -152), (-8, -170), (-4, -158), (-24, -136), steps=6), CHALK, opacity=0.85)
    sheet.fill(oval(22, -104, 11), SEA, opacity=0.7)
    for step in range(18):
        angle = step * math.tau / 18
        x, y = 103 * math.cos(angle), -126 + 103 * math.sin(angle)
        sheet.fill(oval(x, y, 3), CREAM)


def camera_on_table(sheet: Sheet, palette: Palette) -> None:
    """A camera and its strap."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.83)
    strap = curve([(sheet.w / 2 - 390, ground - 330), (sheet.w / 2 - 560, ground - 140), (sheet.w / 2 - 480, ground + 70), (sheet.w / 2 - 200, ground + 110), (sheet.w / 2 + 60, ground + 74)])
    sheet.fill(line(strap, 26, 22), palette.accents[0], shade="below")
    with sheet.at(sheet.w / 2, ground, 1.5):
        camera(sheet, palette.dark)


def photographs(sheet: Sheet, palette: Palette) -> None:
    """Instant photographs pegged on strings."""
    rooms.cloth(sheet, palette)
    for row, part in enumerate((0.12, 0.56)):
        rope = curve([(-10, sheet.h * part), (sheet.w / 2, sheet.h * (part + 0.05)), (sheet.w + 10, sheet.h * part)], steps=20)
        sheet.fill(line(rope, 4), palette.dark)
        count = 4 if sheet.w > sheet.h else 3
        for index in range(count):
            x, y = rope[int((index + 0.5) / count * (len(rope) - 1))]
            with sheet.at(x, y + 6, 1.0, sheet.random.uniform(-5, 5)):
                _snapshot(sheet, palette, index + row * 2)


def _snapshot(sheet: Sheet, palette: Palette, view: int) -> None:
    one, two, three, four = palette.accents
    card = box(-124, 0, 124, 300, 4)
    sheet.shadow(card, dx=12, dy=14, blur=12, strength=0.36)
    sheet.fill(card, CHALK, shade="right", depth=0.15)
    with sheet.inside(box(-106, 20, 106, 232)):
        sheet.fill(box(-110, 10, 110, 240), (palette.disc, mix(two, CHALK, 0.5), three, mix(one, CHALK, 0.5))[view % 4])
        if view % 4 == 0:
            sheet.fill(oval(30, 90, 44), one)
            sheet.fill(oval(-40, 260, 140, 90), two, shade="right")
        elif view % 4 == 1:
            for x, tall in ((-60, 120), (0, 160), (60, 100)):
                sheet.fill(poly((x - 50, 240), (x + 50, 240), (x, 240 - tall)), mix(palette.dark, two, 0.4), shade="right")
        elif view % 4 == 2:
            sheet.fill(box(-110, 150, 110, 240), two, shade="below")
            sheet.fill(poly((-10, 150), (70, 150), (-10, 60)), CHALK, shade="right")
            sheet.fill(poly((-70, 152), (80, 152), (50, 176), (-50, 176)), palette.dark)
        else:
            sheet.fill(oval(0, 150, 62, 70), one, shade="right")
            sheet.fill(line(curve([(0, 90), (10, 60), (40, 40)]), 9), palette.dark)
            sheet.fill(oval(54, 46, 30, 13, -24), SAGE)
    sheet.fill(box(-8, -24, 8, 28, 4), SAND, shade="right")


def map_sheet(sheet: Sheet, palette: Palette) -> None:
    """A folded map with a route marked on it, and a compass."""
    middle = rooms.cloth(sheet, palette, weave="boards")
    with sheet.at(sheet.w / 2 - 40, middle, 1.3, -6):
        whole = box(-420, -290, 420, 290)
        sheet.shadow(whole, dx=14, dy=18, blur=14)
        sheet.fill(whole, CREAM)
        with sheet.inside(whole):
            sheet.fill(blob((-440, 120), (-300, 60), (-200, 130), (-60, 100), (60, 220), (40, 320), (-440, 320), steps=10), mix(SEA, CHALK, 0.3))
            sheet.fill(blob((60, -300), (120, -180), (300, -140), (440, -200), (440, -320), steps=10), mix(SAGE, CREAM, 0.3))
            for step in range(7):
                ring = blob(*[(180 + (150 - step * 20) * math.cos(a) * (1 + 0.14 * math.sin(3 * a)), -10 + (110 - step * 15) * math.sin(a)) for a in (k * math.tau / 12 for k in range(12))])
                inner = blob(*[(180 + (146 - step * 20) * math.cos(a) * (1 + 0.14 * math.sin(3 * a)), -10 + (106 - step * 15) * math.sin(a)) for a in (k * math.tau / 12 for k in range(12))])
                sheet.fill(ring - inner, mix(CLAY, CREAM, 0.25))
            sheet.fill(line(curve([(-430, -160), (-250, -190), (-120, -60), (60, -120), (200, -260), (430, -250)]), 11), mix(MUSTARD, CREAM, 0.15))
            sheet.fill(line(curve([(-300, -300), (-220, -100), (-260, 60), (-180, 140)]), 8), mix(SEA, NIGHT, 0.1))
            route = curve([(-330, -30), (-180, 0), (-60, -20), (40, 60), (180, -10)], steps=9)
            for x, y in route[::2]:
                sheet.fill(oval(x, y, 6.5), palette.accents[0])
        for index in range(4):
            x = -420 + index * 210
            sheet.fill(box(x, -290, x + 210, 290), CREAM, opacity=0.02, shade="right" if index % 2 else "left", depth=0.09)
        with sheet.at(180, -10):
            sheet.fill(blob((0, 0), (-32, -56), (-26, -96), (0, -108), (26, -96), (32, -56), steps=6), palette.accents[0], shade="right")
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
            sheet.fill(line([(0, -92), (0, -80 if step % 6 else -68)], 3 if step % 6 else 6), palette.dark)
    with sheet.at(0, 0, 1.0, turn):
        sheet.fill(poly((-13, 0), (13, 0), (0, -72)), palette.accents[0])
        sheet.fill(poly((-13, 0), (13, 0), (0, 72)), palette.dark)
    sheet.fill(oval(0, 0, 9), MUSTARD)


def print_art(sheet: Sheet, palette: Palette, design: int, width: float, height: float) -> None:
    """Draw one abstract print, upper left corner at (0, 0)."""
    one, two, three, four = palette.accents
    sheet.fill(box(0, 0, width, height), (CREAM, palette.disc, mix(three, CHALK, 0.6), CHALK)[design % 4])
    if design % 4 == 0:
        sheet.fill(oval(width * 0.62, height * 0.32, width * 0.24), one, shade="below")
        for step, tone in enumerate((two, three, palette.dark)):
            ridge = curve([(0, height * (0.56 + step * 0.15)), (width * 0.35, height * (0.48 + step * 0.16)), (width * 0.7, height * (0.62 + step * 0.14)), (width, height * (0.54 + step * 0.15))])
            sheet.fill(poly(*ridge, (width, height), (0, height)), tone, shade="below", depth=0.4)
    elif design % 4 == 1:
        for step, tone in enumerate((one, CHALK, two, CHALK, three, palette.dark)):
            radius = width * (0.44 - step * 0.075)
            half = poly(*arc(width / 2, height * 0.62, radius, radius, 180, 360))
            sheet.fill(half + box(width / 2 - radius, height * 0.62, width / 2 + radius, height * 0.9), tone, shade="right", depth=0.25)
    elif design % 4 == 2:
        for x, y, radius, tone in ((0.36, 0.3, 0.2, one), (0.64, 0.44, 0.26, two), (0.34, 0.64, 0.24, palette.dark), (0.66, 0.78, 0.14, three)):
            sheet.fill(oval(width * x, height * y, width * radius), tone, shade="round", opacity=0.95)
    else:
        stem = curve([(width * 0.5, height * 0.94), (width * 0.46, height * 0.6), (width * 0.52, height * 0.12)])
        sheet.fill(line(stem, 9, 5), palette.dark)
        for step in range(6):
            y = height * (0.8 - step * 0.115)
            for side in (-1, 1):
                petal = oval(width * (0.5 + side * 0.17), y - height * 0.03, width * 0.16, height * 0.045, side * -28)
                sheet.fill(petal, (one, two, three)[(step + (side > 0)) % 3], shade="right")


def framed_prints(sheet: Sheet, palette: Palette) -> None:
    """Three framed prints on a wall."""
    rooms.cloth(sheet, palette)
    width = min(sheet.w * 0.25, 320)
    height = width * 1.34
    for index in range(3):
        x, y = sheet.w * (0.2 + 0.3 * index) - width / 2, sheet.h * 0.46 - height / 2 + (index % 2) * 60 - 20
        with sheet.at(x, y):
            frame = box(-26, -26, width + 26, height + 26)
            sheet.shadow(frame, dx=18, dy=22, blur=16, strength=0.45)
            sheet.fill(frame, (palette.dark, SAND, palette.accents[1])[index], shade="right")
            sheet.fill(box(-8, -8, width + 8, height + 8), CHALK)
            with sheet.inside(box(24, 24, width - 24, height - 24)):
                print_art(sheet, palette, index + (1 if sheet.h > sheet.w else 0), width, height)


def one_print(sheet: Sheet, palette: Palette, design: int) -> None:
    """One print filling the sheet inside its margin."""
    rooms.cloth(sheet, palette)
    frame = box(76, 76, sheet.w - 76, sheet.h - 76)
    sheet.shadow(frame, dx=10, dy=14, blur=14)
    sheet.fill(frame, CHALK)
    inner = box(116, 116, sheet.w - 116, sheet.h - 116)
    with sheet.inside(inner), sheet.at(116, 116):
        print_art(sheet, palette, design, sheet.w - 232, sheet.h - 232)


def hills_print(sheet: Sheet, palette: Palette) -> None:
    """A print of hills under a large sun."""
    one_print(sheet, palette, 0)


def arches_print(sheet: Sheet, palette: Palette) -> None:
    """A print of arches one inside another."""
    one_print(sheet, palette, 1)


def moons_print(sheet: Sheet, palette: Palette) -> None:
    """A print of overlapping discs."""
    one_print(sheet, palette, 2)


def stem_print(sheet: Sheet, palette: Palette) -> None:
    """A print of a leafy stem."""
    one_print(sheet, palette, 3)


def chessmen(sheet: Sheet, palette: Palette) -> None:
    """Turned chessmen on the edge of their board."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.8)
    for index in range(int(sheet.w // 120) + 1):
        tone = CREAM if index % 2 else COCOA
        sheet.fill(box(index * 120, ground - 40, index * 120 + 120, ground + 40), tone, shade="below", depth=0.3)
        tone = COCOA if index % 2 else CREAM
        sheet.fill(box(index * 128 - 40, ground + 40, index * 128 + 88, ground + 130), tone, shade="below", depth=0.3)
    profiles = (
        ((0, 70), (24, 72), (44, 46), (150, 26), (168, 40), (182, 30), (230, 40), (256, 22)),
        ((0, 84), (28, 86), (56, 52), (230, 30), (252, 56), (268, 40), (340, 60), (352, 46)),
        ((0, 80), (28, 82), (56, 50), (190, 34), (206, 54), (222, 50), (262, 56), (300, 58)),
        ((0, 76), (26, 78), (50, 48), (190, 26), (206, 46), (220, 34), (270, 44), (320, 8)),
    )
    order = (0, 2, 1, 3, 0)
    for index, kind in enumerate(order):
        tone = (palette.accents[0], OAT, COCOA, OAT, COCOA)[index]
        with sheet.at(sheet.w * (0.14 + 0.18 * index), ground + (0 if index % 2 else 44), 1.35):
            body = turned(profiles[kind])
            sheet.shadow(oval(50, 0, 90, 16), dx=20, dy=4, blur=10, strength=0.5)
            sheet.fill(body, tone)
            sheet.model(body, tone)
            top = -profiles[kind][-1][0]
            if kind == 0:
                sheet.fill(oval(0, top - 16, 42), tone, shade="round")
            elif kind == 1:
                sheet.fill(box(-7, top - 60, 7, top + 8, 3), tone)
                sheet.fill(box(-24, top - 44, 24, top - 30, 3), tone)
            elif kind == 2:
                for x in (-46, -8, 30):
                    sheet.fill(box(x, top - 22, x + 18, top + 4), tone, shade="right")
            else:
                sheet.fill(oval(0, top - 6, 13), tone, shade="round")


def wooden_train(sheet: Sheet, palette: Palette) -> None:
    """A wooden train with three trucks."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.82)
    one, two, three, four = palette.accents
    with sheet.at(sheet.w / 2, ground, 1.22):
        sheet.shadow(oval(0, 2, 520, 20), dx=16, dy=8, blur=12, strength=0.5)
        sheet.fill(line([(-420, -44), (420, -44)], 7), COCOA)
        sheet.fill(box(-470, -96, -150, -42, 10), one, shade="below")
        sheet.fill(box(-440, -190, -250, -94, 40), two)
        sheet.model(box(-440, -190, -250, -94, 40), two)
        sheet.fill(box(-254, -260, -156, -94, 6), one, shade="right")
        sheet.fill(box(-270, -286, -140, -258, 8), palette.dark)
        sheet.fill(box(-232, -232, -180, -176, 6), CREAM)
        sheet.fill(poly((-412, -188), (-372, -188), (-360, -262), (-424, -262)), three, shade="right")
        for index, tone in enumerate((three, two, one)):
            x = -110 + index * 196
            sheet.fill(box(x, -110, x + 166, -42, 8), tone, shade="below")
            for block in range(3):
                shape = box(x + 10 + block * 50, -158, x + 56 + block * 50, -108, 5) if (block + index) % 2 else oval(x + 33 + block * 50, -132, 24)
                sheet.fill(shape, (four, CREAM, three, one)[(block + index) % 4], shade="right")
        for x in (-430, -350, -200, -74, 20, 122, 216, 318, 412):
            sheet.fill(oval(x, -30, 32), SAND, shade="round")
            sheet.fill(oval(x, -30, 9), COCOA)


def telescope_at_night(sheet: Sheet, palette: Palette) -> None:
    """A telescope on its tripod under stars."""
    ground = rooms.night(sheet, palette, stars=220)
    with sheet.at(sheet.w / 2 + 40, ground + 20, 1.2):
        for x in (-150, 10, 170):
            sheet.fill(line([(10, -330), (x, 0)], 17, 11), CLAY, shade="right")
        with sheet.at(10, -350, 1.0, -34):
            sheet.fill(box(-210, -34, -120, 34, 6), palette.accents[0], shade="below")
            sheet.fill(box(-130, -46, 120, 46, 6), palette.light, shade="below", depth=0.6)
            sheet.fill(box(112, -58, 270, 58, 8), palette.accents[0], shade="below", depth=0.6)
            sheet.fill(box(262, -66, 290, 66, 8), palette.accents[2], shade="below")
            sheet.fill(box(-252, -20, -206, 20, 4), NIGHT)
            sheet.fill(box(-60, -82, 60, -60, 8), palette.accents[2], shade="below")
        sheet.fill(oval(10, -338, 30), palette.accents[2], shade="round")


def constellation(sheet: Sheet, palette: Palette) -> None:
    """A chart of stars joined by lines, in rings like a planisphere."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, shade="right")
    cx, cy = sheet.w / 2, sheet.h / 2
    reach = min(sheet.w, sheet.h) * 0.44
    sheet.fill(oval(cx, cy, reach + 26), palette.accents[0], shade="round", depth=0.3)
    sheet.fill(oval(cx, cy, reach), NIGHT, shade="below")
    for part in (0.98, 0.7, 0.4):
        sheet.fill(hoop(cx, cy, reach * part, reach * part, 3), mix(NIGHT, CREAM, 0.4))
    for step in range(12):
        angle = step * math.tau / 12
        ray = [(cx + reach * 0.1 * math.cos(angle), cy + reach * 0.1 * math.sin(angle)), (cx + reach * 0.98 * math.cos(angle), cy + reach * 0.98 * math.sin(angle))]
        sheet.fill(line(ray, 1.6), mix(NIGHT, CREAM, 0.28))
    for _ in range(150):
        angle, far = sheet.random.uniform(0, math.tau), reach * 0.95 * math.sqrt(sheet.random.random())
        sheet.fill(oval(cx + far * math.cos(angle), cy + far * math.sin(angle), sheet.random.choice((1.6, 2.2, 3.2))), CREAM)
    figures = (((-0.5, -0.4), (-0.34, -0.3), (-0.2, -0.34), (-0.02, -0.26), (0.02, -0.08), (-0.16, -0.06), (-0.2, -0.34)), ((0.3, 0.0), (0.44, 0.16), (0.36, 0.3), (0.52, 0.46), (0.3, 0.56)), ((-0.5, 0.3), (-0.3, 0.46), (-0.12, 0.3), (0.04, 0.5)), ((0.26, -0.62), (0.42, -0.46), (0.6, -0.5)))
    for figure in figures:
        points = [(cx + x * reach, cy + y * reach) for x, y in figure]
        sheet.fill(line(points, 3), palette.accents[0])
        for x, y in points:
            sheet.fill(oval(x, y, 9), CHALK)


def seed_packets(sheet: Sheet, palette: Palette) -> None:
    """Seed packets fanned on a cloth, seeds spilt beside them."""
    middle = rooms.cloth(sheet, palette, weave="stripes")
    tones = (*palette.accents, palette.light)
    for index in range(4):
        with sheet.at(sheet.w / 2 - 300 + index * 200, middle + 20 - (index % 2) * 40, 1.2, -12 + index * 8):
            packet = box(-110, -180, 110, 180, 4)
            sheet.shadow(packet, dx=14, dy=16, blur=12)
            sheet.fill(packet, mix(tones[index], CHALK, 0.2), shade="right", depth=0.35)
            sheet.fill(box(-110, -180, 110, -136), tones[index])
            sheet.fill(oval(0, 10, 86), CREAM)
            with sheet.inside(oval(0, 10, 82)), sheet.at(-82, -72):
                print_art(sheet, palette, 3 if index % 2 else 2, 164, 164)
            sheet.fill(line([(-60, 132), (60, 132)], 8), palette.dark)
            sheet.fill(line([(-34, 154), (34, 154)], 5), palette.dark)
    for _ in range(40):
        x, y = sheet.random.gauss(sheet.w * 0.62, 130), sheet.random.gauss(middle + 370, 36)
        sheet.fill(oval(x, y, 9, 5, sheet.random.uniform(0, 180)), COCOA, shade="right")
