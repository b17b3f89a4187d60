"""Draw chairs and stools."""

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, SAND, Ink, Palette, mix
from content.demo.shapes import blob, curve, line, oval
from content.demo.sheet import Sheet
from content.demo.subjects.lamps import table_lamp

WOOD: Ink = (158, 96, 56)


def armchair(sheet: Sheet, cover: Ink, *, wood: Ink = WOOD) -> None:
    """Draw a lounge chair with a wooden frame, its feet at y = 0."""
    sheet.shadow(oval(40, 0, 290, 34), dx=20, dy=8, blur=18, strength=0.5)
    dark = mix(wood, COCOA, 0.4)
    for x0, x1 in ((-150, -182), (176, 204)):
        sheet.fill(line([(x0, -180), (x1, -4)], 20, 12), dark)
    back = blob(
        (-110, -200),
        (-196, -470),
        (-176, -540),
        (-60, -560),
        (70, -548),
        (94, -480),
        (120, -210),
        steps=8,
    )
    sheet.fill(back, cover, shade="right", depth=0.6, glow="left")
    for y in (-470, -380, -290):
        for x in (-110, -30, 46):
            sheet.fill(oval(x - (y + 380) * 0.08, y, 8, 7), mix(cover, sheet.shadow_ink, 0.45))
    seat = blob(
        (-170, -190),
        (-160, -262),
        (-60, -276),
        (140, -268),
        (196, -236),
        (190, -184),
        (40, -170),
        steps=8,
    )
    sheet.fill(seat, mix(cover, CHALK, 0.1), shade="below", depth=0.7)
    sheet.fill(line([(-190, -186), (206, -176)], 24, 22), wood)
    for x0, x1 in ((-206, -238), (206, 236)):
        sheet.fill(line([(x0, -350), (x0, -180), (x1, -2)], 22, 13), wood)
    sheet.fill(
        line(curve([(-250, -344), (-180, -362), (20, -366), (228, -352)]), 26, 22),
        mix(wood, CREAM, 0.14),
    )


def spindle_chair(sheet: Sheet, colour: Ink) -> None:
    """Draw a spindle-backed kitchen chair, its feet at y = 0."""
    sheet.shadow(oval(40, 0, 190, 24), dx=20, dy=8, blur=14, strength=0.5)
    low = mix(colour, sheet.shadow_ink, 0.3)
    for x0, x1 in ((-96, -126), (96, 126)):
        sheet.fill(line([(x0, -300), (x1, -30)], 17, 11), low)
    for x in (-72, -36, 0, 36, 72):
        sheet.fill(line([(x, -310), (x * 1.3, -560)], 10, 8), low)
    for side in (-1, 1):
        sheet.fill(line([(side * 108, -310), (side * 148, -590)], 17, 14), colour)
    rail = blob(
        (-172, -570),
        (-100, -610),
        (100, -610),
        (172, -570),
        (150, -540),
        (0, -560),
        (-150, -540),
        steps=8,
    )
    sheet.fill(rail, colour, shade="right", depth=0.5)
    seat = blob(
        (-160, -300), (-120, -334), (120, -334), (160, -300), (120, -272), (-120, -272), steps=8
    )
    for x0, x1 in ((-120, -166), (120, 166)):
        sheet.fill(line([(x0, -290), (x1, -2)], 20, 12), colour)
    sheet.fill(line([(-142, -130), (142, -130)], 10), colour)
    sheet.fill(seat, mix(colour, CHALK, 0.16), shade="right", depth=0.5)


def stool(sheet: Sheet, colour: Ink, top: Ink) -> None:
    """Draw a three-legged stool, its feet at y = 0."""
    sheet.shadow(oval(30, 0, 150, 20), dx=16, dy=6, blur=12, strength=0.5)
    for x0, x1 in ((0, 8), (-70, -116), (70, 116)):
        sheet.fill(line([(x0, -250), (x1, -2)], 21, 13), colour if x0 else mix(colour, COCOA, 0.4))
    sheet.fill(line([(-94, -110), (94, -110)], 9), mix(colour, COCOA, 0.25))
    sheet.fill(oval(0, -250, 142, 36), mix(top, sheet.shadow_ink, 0.3))
    sheet.fill(oval(0, -264, 142, 34), top, shade="right", depth=0.5)


def armchair_by_lamp(sheet: Sheet, palette: Palette) -> None:
    """A lounge chair in the corner of a room."""
    ground = rooms.floor(sheet, palette, backdrop="frame", part=0.88)
    rug = oval(sheet.w / 2 + 20, ground + 14, 520, 74)
    sheet.fill(rug, mix(palette.accents[3], palette.table, 0.3), shade="right")
    sheet.fill(
        oval(sheet.w / 2 + 20, ground + 14, 450, 58) - oval(sheet.w / 2 + 20, ground + 14, 430, 53),
        palette.light,
    )
    with sheet.at(sheet.w / 2 + 30, ground, 1.08):
        armchair(sheet, palette.accents[0])
    with sheet.at(sheet.w / 2 - 360, ground, 0.7):
        stool(sheet, WOOD, SAND)
        with sheet.at(0, -262, 0.8):
            table_lamp(sheet, palette.accents[1], CREAM)


def two_chairs(sheet: Sheet, palette: Palette) -> None:
    """A pair of kitchen chairs, one turned away."""
    ground = rooms.floor(sheet, palette, backdrop="window", part=0.88)
    with sheet.at(sheet.w / 2 - 210, ground, 1.12):
        spindle_chair(sheet, palette.accents[0])
    with sheet.at(sheet.w / 2 + 230, ground + 36, 1.12):
        spindle_chair(sheet, palette.accents[1])


def one_chair(sheet: Sheet, palette: Palette) -> None:
    """One chair before an arch, a cup left on its seat."""
    ground = rooms.floor(sheet, palette, backdrop="arch", part=0.9)
    with sheet.at(sheet.w / 2, ground, 1.3):
        spindle_chair(sheet, palette.accents[0])


def stools(sheet: Sheet, palette: Palette) -> None:
    """Three stools of one making."""
    ground = rooms.floor(sheet, palette, backdrop="plain", part=0.85)
    for x, tone, dy in (
        (-330, palette.accents[0], 0),
        (0, palette.accents[2], 40),
        (330, palette.accents[1], 0),
    ):
        with sheet.at(sheet.w / 2 + x, ground + dy, 1.25):
            stool(sheet, CLAY, tone)
