"""Books in stacks, rows and hands."""

from content.demo import rooms
from content.demo.inks import CHALK, CREAM, OAT, Ink, Palette, mix
from content.demo.shapes import box, curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import cup


def spine(
    sheet: Sheet, x: float, width: float, height: float, colour: Ink, mark: Ink, *, design: int = 0
) -> None:
    """Draw a standing book's spine, its lower left corner at (x, 0)."""
    shape = box(x, -height, x + width, 0, 5)
    sheet.fill(shape, colour)
    if design % 4 == 0:
        for part in (0.14, 0.2, 0.84):
            sheet.fill(box(x, -height * part - 6, x + width, -height * part), mark)
    elif design % 4 == 1:
        sheet.fill(box(x + width * 0.24, -height * 0.78, x + width * 0.76, -height * 0.4, 4), mark)
    elif design % 4 == 2:
        sheet.fill(oval(x + width / 2, -height * 0.8, width * 0.26), mark)
        sheet.fill(
            line([(x + width / 2, -height * 0.66), (x + width / 2, -height * 0.22)], 5), mark
        )
    else:
        for step in range(4):
            sheet.fill(oval(x + width / 2, -height * (0.3 + step * 0.14), width * 0.18), mark)
    sheet.model(shape, colour, depth=0.5)


def lying(
    sheet: Sheet, y: float, length: float, thick: float, colour: Ink, mark: Ink, *, shift: float = 0
) -> None:
    """Draw a book lying flat, its spine towards us, its foot at height y."""
    cover = box(shift - length / 2, y - thick, shift + length / 2, y, 6)
    sheet.fill(cover, colour, shade="right", depth=0.5, glow="above")
    sheet.fill(box(shift - length * 0.36, y - thick, shift - length * 0.33, y), mark)
    sheet.fill(box(shift + length * 0.33, y - thick, shift + length * 0.36, y), mark)
    sheet.fill(
        line([(shift - length * 0.16, y - thick / 2), (shift + length * 0.18, y - thick / 2)], 7),
        mark,
    )


def stack(sheet: Sheet, palette: Palette, *, count: int = 6) -> float:
    """Draw a stack of books, its foot at (0, 0); return its height."""
    sheet.shadow(oval(30, 0, 260, 26), dx=22, dy=6, blur=14, strength=0.5)
    colours = (*palette.accents, palette.light, palette.dark)
    top = 0.0
    for index in range(count):
        thick = (58, 44, 70, 40, 52, 48)[index % 6]
        colour = colours[(index * 5 + 1) % 6]
        mark = mix(colour, CHALK, 0.65) if colour != palette.light else palette.accents[0]
        lying(
            sheet,
            top,
            (460, 420, 440, 380, 400, 340)[index % 6],
            thick,
            colour,
            mark,
            shift=(0, 14, -18, 10, -8, 20)[index % 6],
        )
        top -= thick
    return -top


def row(sheet: Sheet, palette: Palette, width: float, *, start: int = 0) -> None:
    """Draw a row of standing books from (0, 0) to the right."""
    colours = (*palette.accents, palette.light, mix(palette.dark, palette.table, 0.25), OAT)
    x, index = 0.0, start
    while x < width - 40:
        thick = (46, 60, 38, 72, 52, 34, 64)[index % 7]
        tall = (270, 310, 248, 296, 330, 262, 284, 236)[index % 8]
        colour = colours[(index * 3) % 7]
        mark = (
            palette.accents[(index + 1) % 4]
            if colour in (palette.light, OAT)
            else mix(colour, CREAM, 0.7)
        )
        spine(sheet, x, min(thick, width - x), tall, colour, mark, design=index)
        x += thick + 2
        index += 1


def stack_with_cup(sheet: Sheet, palette: Palette) -> None:
    """A stack of books with a cup on it."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.86)
    with sheet.at(sheet.w / 2, ground, 1.3):
        height = stack(sheet, palette)
        with sheet.at(-10, -height, 0.9):
            cup(sheet, palette.accents[0], glaze=palette.light, pattern="dip")


def full_shelves(sheet: Sheet, palette: Palette) -> None:
    """Three shelves filled from end to end."""
    rooms.cloth(sheet, palette)
    count = max(int(sheet.h // 380), 2)
    for level in range(count):
        y = sheet.h * (level + 1) / count - 40
        with sheet.at(60, y):
            row(sheet, palette, sheet.w * (0.58, 0.9, 0.66)[level % 3] - 60, start=level * 5)
        plank = box(-10, y, sheet.w + 10, y + 36)
        sheet.shadow(plank, dx=0, dy=34, blur=16)
        sheet.fill(plank, palette.table, shade="below")
        if level % 2 == 0:
            with sheet.at(sheet.w * 0.8, y, 0.62):
                stack(sheet, palette, count=4)


def open_book(sheet: Sheet, palette: Palette) -> None:
    """An open picture book, seen from above."""
    middle = rooms.cloth(sheet, palette, weave="stripes")
    with sheet.at(sheet.w / 2, middle, 1.5, -5):
        cover = box(-300, -200, 300, 200, 10)
        sheet.shadow(cover, dx=16, dy=18, blur=14, strength=0.5)
        sheet.fill(cover, palette.accents[1])
        for side in (-1, 1):
            page = poly(
                (0, -184),
                *curve([(side * 60, -194), (side * 180, -190), (side * 286, -186)]),
                (side * 286, 186),
                *curve([(side * 180, 190), (side * 60, 194), (0, 184)]),
            )
            sheet.fill(page, CHALK, shade="right" if side < 0 else "left", depth=0.25)
        with sheet.inside(box(-262, -150, -28, 150)):
            sheet.fill(box(-262, -150, -28, 150), palette.accents[2])
            sheet.fill(oval(-110, -70, 46), CHALK)
            hill = curve([(-270, 40), (-160, -10), (-20, 60)])
            sheet.fill(poly(*hill, (-20, 160), (-270, 160)), palette.accents[0], shade="below")
            low = curve([(-270, 110), (-120, 60), (-20, 116)])
            sheet.fill(poly(*low, (-20, 160), (-270, 160)), palette.dark, shade="below")
        for step in range(9):
            end = 250 if step % 4 < 3 else 170
            sheet.fill(
                line([(40, -130 + step * 31), (end, -130 + step * 31)], 6),
                mix(OAT, palette.dark, 0.2),
            )
        sheet.fill(box(60, 180, 78, 260), palette.accents[0], shade="below")
