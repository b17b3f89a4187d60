"""Guitars, a piano and other things that sound."""

from __future__ import annotations

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, CREAM, MUSTARD, NIGHT, OAT, OCHRE, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, hoop, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.furniture import stool, table_lamp


def guitar(sheet: Sheet, top: Ink, *, wood: Ink = COCOA) -> None:
    """Draw a guitar standing upright, its foot at (0, 0)."""
    body = blob((0, 0), (-120, -16), (-168, -110), (-140, -210), (-104, -262), (-124, -340), (-100, -400), (-40, -424), (40, -424), (100, -400), (124, -340), (104, -262), (140, -210), (168, -110), (120, -16))
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


def keys(sheet: Sheet, width: float, height: float) -> None:
    """Draw a run of piano keys, upper left corner at (0, 0)."""
    count = int(width // 44)
    each = width / count
    sheet.fill(box(0, 0, width, height), NIGHT)
    for index in range(count):
        key = box(index * each + 1.5, 0, (index + 1) * each - 1.5, height, 4)
        sheet.fill(key, CHALK, shade="below", depth=0.25)
    for index in range(count):
        if index % 7 not in (2, 6) and index < count - 1:
            x = (index + 1) * each
            sheet.fill(box(x - each * 0.28, 0, x + each * 0.28, height * 0.62, 3), NIGHT, glow="above")


def piano(sheet: Sheet, wood: Ink) -> None:
    """Draw an upright piano, the middle of its foot at (0, 0)."""
    dark = mix(wood, NIGHT, 0.45)
    case = box(-400, -560, 400, 0, 8)
    sheet.shadow(case, dx=26, dy=16, blur=20)
    sheet.fill(case, wood, shade="right", depth=0.45)
    sheet.fill(box(-416, -580, 416, -548, 8), mix(wood, CREAM, 0.2), shade="right")
    for x in (-360, 20):
        sheet.fill(box(x, -520, x + 340, -340, 10), mix(wood, dark, 0.4), shade="below", depth=0.4)
    sheet.fill(box(-360, -180, 360, -40, 10), mix(wood, dark, 0.4), shade="below", depth=0.4)
    with sheet.at(-372, -306):
        keys(sheet, 744, 70)
    sheet.fill(box(-400, -240, 400, -206, 6), mix(wood, CREAM, 0.12), shade="below")
    for side in (-1, 1):
        sheet.fill(box(side * 386 - 18, -320, side * 386 + 18, 0, 6), dark, shade="right")
    for x in (-40, 0, 40):
        sheet.fill(oval(x, -22, 15, 7), MUSTARD)
    for side, tone in ((-1, CHALK), (1, CREAM)):
        page = poly((0, -342), (side * 124, -350), (side * 124, -500), (0, -490))
        sheet.fill(page, tone, shade="right", depth=0.25)
        for step in range(4):
            y = -376 - step * 30
            sheet.fill(line([(side * 16, y), (side * 108, y - 4)], 2), mix(OAT, COCOA, 0.5))
            for note in range(3):
                sheet.fill(oval(side * (32 + note * 30), y - (note + step) % 3 * 7, 6, 5), NIGHT)


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


def piano_in_room(sheet: Sheet, palette: Palette) -> None:
    """An upright piano with a lamp on it."""
    ground = rooms.floor(sheet, palette, backdrop="plain", part=0.9)
    with sheet.at(sheet.w / 2, ground, 1.0):
        piano(sheet, palette.accents[1])
        with sheet.at(-270, -580, 0.5):
            table_lamp(sheet, palette.accents[0], CREAM)
    with sheet.at(sheet.w / 2, ground + 60, 0.8):
        stool(sheet, COCOA, palette.accents[0])


def keyboard_from_above(sheet: Sheet, palette: Palette) -> None:
    """Piano keys running slantwise across the sheet."""
    rooms.cloth(sheet, palette)
    with sheet.at(sheet.w / 2, sheet.h / 2, 1.0, -14):
        board = box(-1100, -330, 1100, 300)
        sheet.shadow(board, dx=10, dy=30, blur=24)
        sheet.fill(board, palette.accents[1], shade="below")
        sheet.fill(box(-1100, -200, 1100, -184), palette.accents[0])
        with sheet.at(-1056, -180, 2.4):
            keys(sheet, 880, 176)


def strings(sheet: Sheet, palette: Palette) -> None:
    """Sheets of music with a pencil across them."""
    middle = rooms.cloth(sheet, palette, weave="boards")
    for index, turn in enumerate((-9, 7, -1)):
        with sheet.at(sheet.w / 2 + (-150, 170, 0)[index], middle + (20, -10, 10)[index], 1.25, turn):
            page = box(-190, -270, 190, 270)
            sheet.shadow(page, dx=10, dy=12, blur=10)
            sheet.fill(page, CHALK, shade="right", depth=0.15)
            for staff in range(5):
                y = -210 + staff * 94
                for rule in range(5):
                    sheet.fill(line([(-160, y + rule * 10), (160, y + rule * 10)], 1.6), mix(COCOA, CHALK, 0.4))
                for note in range(8):
                    x = -130 + note * 36
                    ny = y + 35 - ((note * 3 + staff * 2 + index) % 7) * 7
                    sheet.fill(oval(x, ny, 9, 7, -20), palette.dark)
                    sheet.fill(line([(x + 8, ny - 2), (x + 8, ny - 34)], 2.4), palette.dark)
    with sheet.at(sheet.w / 2 + 60, middle + 120, 1.4, 62):
        sheet.fill(box(-12, -170, 12, 120), palette.accents[0], shade="right")
        sheet.fill(poly((-12, 120), (12, 120), (0, 160)), CREAM)
        sheet.fill(poly((-4, 146), (4, 146), (0, 160)), NIGHT)


def curve_of_song(sheet: Sheet, palette: Palette) -> None:
    """Notes that rise over a hill, for a choir."""
    rooms.hills(sheet, palette)
    path = curve([(sheet.w * 0.12, sheet.h * 0.66), (sheet.w * 0.4, sheet.h * 0.36), (sheet.w * 0.66, sheet.h * 0.42), (sheet.w * 0.9, sheet.h * 0.14)])
    for rule in range(5):
        staff = [(x, y + rule * 26 - 52) for x, y in path]
        sheet.fill(line(staff, 4), palette.light, opacity=0.8)
    for index in range(2, len(path) - 2, 4):
        x, y = path[index]
        y += ((index * 5) % 7 - 3) * 13
        sheet.fill(oval(x, y, 23, 17, -20), palette.dark)
        sheet.fill(line([(x + 20, y - 6), (x + 22, y - 96)], 6), palette.dark)
