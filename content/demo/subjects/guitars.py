"""Draw guitars."""

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, CREAM, MUSTARD, NIGHT, OAT, OCHRE, Ink, Palette, mix
from content.demo.shapes import blob, box, hoop, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.chairs import stool


def guitar(sheet: Sheet, top: Ink, *, wood: Ink = COCOA) -> None:
    """Draw a guitar standing upright, its foot at (0, 0)."""
    body = blob(
        (0, 0),
        (-120, -16),
        (-168, -110),
        (-140, -210),
        (-104, -262),
        (-124, -340),
        (-100, -400),
        (-40, -424),
        (40, -424),
        (100, -400),
        (124, -340),
        (104, -262),
        (140, -210),
        (168, -110),
        (120, -16),
    )
    sheet.shadow(body, dx=24, dy=16, blur=14, strength=0.45)
    sheet.fill(body, mix(wood, NIGHT, 0.2))
    face = body.mapped(lambda x, y: (x * 0.94, y * 0.955 - 9))
    sheet.fill(face, top, shade="right", depth=0.55, glow="left")
    sheet.fill(oval(0, -292, 58), mix(wood, CREAM, 0.25))
    sheet.fill(oval(0, -292, 48), (44, 30, 28))
    neck = poly((-21, -300), (21, -300), (17, -760), (-17, -760))
    sheet.fill(neck, mix(wood, NIGHT, 0.15), shade="right")
    for step in range(11):
        y = -760 + step * (18 + step * 2.3)
        sheet.fill(box(-20, y, 20, y + 3), mix(OCHRE, CREAM, 0.5))
    head = poly((-26, -758), (26, -758), (38, -876), (-38, -876))
    sheet.fill(head, wood, shade="right")
    for side in (-1, 1):
        for y in (-784, -818, -852):
            sheet.fill(oval(side * 47, y, 12, 9), CHALK, shade="round")
    sheet.fill(box(-70, -118, 70, -100, 6), wood)
    for x in (-12, -7, -2, 3, 8, 13):
        sheet.fill(line([(x, -110), (x * 0.9, -790)], 1.3), mix(CHALK, OAT, 0.4))
    guard = blob((30, -250), (90, -236), (104, -150), (60, -150), (34, -200), steps=7)
    sheet.fill(guard, mix(wood, NIGHT, 0.3), opacity=0.85)


def guitar_by_stool(sheet: Sheet, palette: Palette) -> None:
    """A guitar on its stand beside a stool."""
    ground = rooms.floor(sheet, palette, backdrop="arch", part=0.92)
    scale = min(sheet.h / 1080, 1.16)
    with sheet.at(sheet.w / 2 + 210, ground, 1.0 * scale):
        stool(sheet, COCOA, palette.accents[1])
    with sheet.at(sheet.w / 2 - 70, ground - 14, scale, -5):
        guitar(sheet, mix(OCHRE, MUSTARD, 0.4), wood=COCOA)


def guitars_on_wall(sheet: Sheet, palette: Palette) -> None:
    """Three guitars hung on a wall."""
    rooms.cloth(sheet, palette)
    tones = (palette.accents[0], mix(OCHRE, CREAM, 0.2), palette.accents[1])
    scale = sheet.h / 1080
    for index, x in enumerate((0.2, 0.5, 0.8)):
        with sheet.at(sheet.w * x, sheet.h * (0.93 if index % 2 == 0 else 0.98), scale):
            sheet.fill(box(-16, -920, 16, -850, 6), COCOA)
            guitar(sheet, tones[index])


def guitar_rose(sheet: Sheet, palette: Palette) -> None:
    """The sound hole and strings of a guitar, close by."""
    rooms.cloth(sheet, palette, weave="boards")
    with sheet.at(sheet.w / 2, sheet.h * 1.16, 2.2, 16):
        guitar(sheet, mix(OCHRE, MUSTARD, 0.5))
        sheet.fill(hoop(0, -292, 74, 74, 5), COCOA)
