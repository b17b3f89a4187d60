"""Draw a piano and its keys."""

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, CREAM, MUSTARD, NIGHT, OAT, Ink, Palette, mix
from content.demo.shapes import box, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.chairs import stool
from content.demo.subjects.lamps import table_lamp


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
            sheet.fill(
                box(x - each * 0.28, 0, x + each * 0.28, height * 0.62, 3), NIGHT, glow="above"
            )


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
