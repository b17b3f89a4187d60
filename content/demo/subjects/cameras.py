"""Draw a camera and the photographs it took."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CREAM, NIGHT, OAT, SAGE, SAND, SEA, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, line, oval, poly
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
    for radius, tone in (
        (124, metal),
        (112, NIGHT),
        (92, mix(metal, NIGHT, 0.5)),
        (80, NIGHT),
        (58, (52, 66, 92)),
    ):
        sheet.fill(oval(0, -126, radius), tone, shade="round", depth=0.4)
    sheet.fill(blob((-34, -152), (-8, -170), (-4, -158), (-24, -136), steps=6), CHALK, opacity=0.85)
    sheet.fill(oval(22, -104, 11), SEA, opacity=0.7)
    for step in range(18):
        angle = step * math.tau / 18
        dot = (103 * math.cos(angle), -126 + 103 * math.sin(angle))
        sheet.fill(oval(*dot, 3), CREAM)


def camera_on_table(sheet: Sheet, palette: Palette) -> None:
    """A camera and its strap."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.83)
    strap = curve(
        [
            (sheet.w / 2 - 390, ground - 330),
            (sheet.w / 2 - 560, ground - 140),
            (sheet.w / 2 - 480, ground + 70),
            (sheet.w / 2 - 200, ground + 110),
            (sheet.w / 2 + 60, ground + 74),
        ]
    )
    sheet.fill(line(strap, 26, 22), palette.accents[0], shade="below")
    with sheet.at(sheet.w / 2, ground, 1.5):
        camera(sheet, palette.dark)


def photographs(sheet: Sheet, palette: Palette) -> None:
    """Instant photographs pegged on strings."""
    rooms.cloth(sheet, palette)
    for row, part in enumerate((0.12, 0.56)):
        rope = curve(
            [
                (-10, sheet.h * part),
                (sheet.w / 2, sheet.h * (part + 0.05)),
                (sheet.w + 10, sheet.h * part),
            ],
            steps=20,
        )
        sheet.fill(line(rope, 4), palette.dark)
        count = 4 if sheet.w > sheet.h else 3
        for index in range(count):
            x, y = rope[int((index + 0.5) / count * (len(rope) - 1))]
            with sheet.at(x, y + 6, 1.0, sheet.random.uniform(-5, 5)):
                _snapshot(sheet, palette, index + row * 2)


def _snapshot(sheet: Sheet, palette: Palette, view: int) -> None:
    one, two, three, _ = palette.accents
    card = box(-124, 0, 124, 300, 4)
    sheet.shadow(card, dx=12, dy=14, blur=12, strength=0.36)
    sheet.fill(card, CHALK, shade="right", depth=0.15)
    with sheet.inside(box(-106, 20, 106, 232)):
        sheet.fill(
            box(-110, 10, 110, 240),
            (palette.disc, mix(two, CHALK, 0.5), three, mix(one, CHALK, 0.5))[view % 4],
        )
        if view % 4 == 0:
            sheet.fill(oval(30, 90, 44), one)
            sheet.fill(oval(-40, 260, 140, 90), two, shade="right")
        elif view % 4 == 1:
            for x, tall in ((-60, 120), (0, 160), (60, 100)):
                sheet.fill(
                    poly((x - 50, 240), (x + 50, 240), (x, 240 - tall)),
                    mix(palette.dark, two, 0.4),
                    shade="right",
                )
        elif view % 4 == 2:
            sheet.fill(box(-110, 150, 110, 240), two, shade="below")
            sheet.fill(poly((-10, 150), (70, 150), (-10, 60)), CHALK, shade="right")
            sheet.fill(poly((-70, 152), (80, 152), (50, 176), (-50, 176)), palette.dark)
        else:
            sheet.fill(oval(0, 150, 62, 70), one, shade="right")
            sheet.fill(line(curve([(0, 90), (10, 60), (40, 40)]), 9), palette.dark)
            sheet.fill(oval(54, 46, 30, 13, -24), SAGE)
    sheet.fill(box(-8, -24, 8, 28, 4), SAND, shade="right")
