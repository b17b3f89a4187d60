"""Draw pots where they stand: on tables, shelves and cloths."""

from content.demo import rooms
from content.demo.inks import CHALK, Palette, mix
from content.demo.shapes import box, hoop, oval
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import BOTTLE, BOWL, MOON, VASE, cup, stems, teapot, vessel


def still_life(sheet: Sheet, palette: Palette) -> None:
    """Five pots on a table, tall ones behind."""
    ground = rooms.table(sheet, palette, backdrop="window")
    one, two, three, four = palette.accents
    middle = sheet.w / 2
    with sheet.at(middle + 30, ground - 18):
        with sheet.at(0, -344):
            stems(sheet, palette.dark, three, height=250)
        vessel(sheet, VASE, one, glaze=mix(one, CHALK, 0.55), pattern="bands")
    with sheet.at(middle - 240, ground - 6):
        vessel(sheet, BOTTLE, two, glaze=mix(two, CHALK, 0.7), pattern="dip")
    with sheet.at(middle + 290, ground + 8):
        vessel(sheet, MOON, palette.light, glaze=two, pattern="leaves")
    with sheet.at(middle - 90, ground + 62):
        vessel(sheet, BOWL, three, glaze=palette.dark, pattern="speckle")
    with sheet.at(middle + 190, ground + 86, 0.8):
        cup(sheet, four, glaze=palette.light, pattern="dip")


def single(sheet: Sheet, palette: Palette) -> None:
    """One large pot before an arch."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.84)
    with sheet.at(sheet.w / 2, ground, 1.5):
        with sheet.at(0, -296):
            stems(sheet, palette.dark, palette.accents[2], height=170, count=4)
        vessel(sheet, MOON, palette.accents[0], glaze=palette.light, pattern="leaves")


def cups_on_shelves(sheet: Sheet, palette: Palette) -> None:
    """Two shelves of cups, no two alike."""
    patterns = ("dip", "bands", "", "speckle", "checks", "base")
    colours = (*palette.accents, palette.light)
    lower = rooms.shelf(sheet, palette, part=0.82)
    upper = sheet.h * 0.44
    plank = box(60, upper, sheet.w - 60, upper + 34, 4)
    sheet.shadow(plank, dx=14, dy=36, blur=18)
    sheet.fill(plank, palette.table, shade="below")
    count = max(int(sheet.w // 240), 3)
    for row, y in enumerate((upper, lower)):
        for index in range(count):
            colour = colours[(index * 2 + row * 3) % 5]
            glaze = colours[(index * 2 + row * 3 + 1 + index % 2) % 5]
            x = sheet.w * (index + 0.5) / count * 0.86 + sheet.w * 0.06
            with sheet.at(x, y, 1.12):
                cup(sheet, colour, glaze=glaze, pattern=patterns[(index + row * 2) % 6])


def set_from_above(sheet: Sheet, palette: Palette) -> None:
    """Bowls and plates on a cloth, seen from above."""
    rooms.cloth(sheet, palette, weave="stripes")
    places = (
        (0.3, 0.34, 200),
        (0.68, 0.3, 160),
        (0.36, 0.74, 150),
        (0.72, 0.7, 215),
        (0.52, 0.51, 84),
    )
    for index, (x, y, radius) in enumerate(places):
        colour = (*palette.accents, palette.light)[index]
        with sheet.at(sheet.w * x, sheet.h * y):
            dish = oval(0, 0, radius)
            sheet.shadow(dish, dx=20, dy=22, blur=16, strength=0.45)
            sheet.fill(dish, mix(colour, CHALK, 0.25), shade="round", depth=0.3)
            sheet.fill(oval(0, 0, radius * 0.87), colour, shade="left", depth=0.5, glow="right")
            sheet.fill(oval(6, 8, radius * 0.52), mix(colour, CHALK, 0.12), shade="left", depth=0.2)
            ring = mix(colour, palette.light if index < 4 else palette.dark, 0.6)
            sheet.fill(hoop(0, 0, radius * 0.79, radius * 0.79, 6), ring)
            if index % 2:
                sheet.speckle(oval(0, 0, radius * 0.85), palette.dark, count=90)


def tea(sheet: Sheet, palette: Palette) -> None:
    """A teapot and two cups."""
    ground = rooms.table(sheet, palette, backdrop="disc")
    with sheet.at(sheet.w / 2 - 40, ground + 10, 1.45):
        teapot(sheet, palette.accents[1], glaze=palette.light, pattern="speckle")
    with sheet.at(sheet.w / 2 + 280, ground + 70, 0.95):
        cup(
            sheet,
            palette.light,
            glaze=palette.accents[0],
            pattern="bands",
            drink=palette.accents[0],
        )
    with sheet.at(sheet.w / 2 - 330, ground + 90, 0.95):
        cup(
            sheet, palette.light, glaze=palette.accents[2], pattern="base", drink=palette.accents[0]
        )
