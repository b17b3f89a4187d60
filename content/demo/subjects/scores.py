"""Draw sheets of music and rising notes."""

from content.demo import country, rooms
from content.demo.inks import CHALK, COCOA, CREAM, NIGHT, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet


def strings(sheet: Sheet, palette: Palette) -> None:
    """Sheets of music with a pencil across them."""
    middle = rooms.cloth(sheet, palette, weave="boards")
    for index, turn in enumerate((-9, 7, -1)):
        with sheet.at(
            sheet.w / 2 + (-150, 170, 0)[index], middle + (20, -10, 10)[index], 1.25, turn
        ):
            page = box(-190, -270, 190, 270)
            sheet.shadow(page, dx=10, dy=12, blur=10)
            sheet.fill(page, CHALK, shade="right", depth=0.15)
            for staff in range(5):
                y = -210 + staff * 94
                for rule in range(5):
                    sheet.fill(
                        line([(-160, y + rule * 10), (160, y + rule * 10)], 1.6),
                        mix(COCOA, CHALK, 0.4),
                    )
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
    country.hills(sheet, palette)
    path = curve(
        [
            (sheet.w * 0.12, sheet.h * 0.66),
            (sheet.w * 0.4, sheet.h * 0.36),
            (sheet.w * 0.66, sheet.h * 0.42),
            (sheet.w * 0.9, sheet.h * 0.14),
        ]
    )
    for rule in range(5):
        staff = [(x, y + rule * 26 - 52) for x, y in path]
        sheet.fill(line(staff, 4), palette.light, opacity=0.8)
    for index in range(2, len(path) - 2, 4):
        x, y = path[index]
        y += ((index * 5) % 7 - 3) * 13
        sheet.fill(oval(x, y, 23, 17, -20), palette.dark)
        sheet.fill(line([(x + 20, y - 6), (x + 22, y - 96)], 6), palette.dark)
