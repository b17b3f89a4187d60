"""Draw plants where they grow: on sills, shelves and paper."""

from content.demo import rooms
from content.demo.inks import CLAY, FOREST, MOSS, OLIVE, SAGE, Palette, mix
from content.demo.shapes import curve, leaf, line
from content.demo.sheet import Sheet
from content.demo.subjects.plants import (
    GREENS,
    cutting,
    monstera,
    monstera_leaf,
    pilea,
    snake_plant,
    trailing,
)


def cuttings_on_sill(sheet: Sheet, palette: Palette) -> None:
    """Three cuttings rooting in bottles."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.84)
    for x, kind, tone, scale in (
        (-300, 2, MOSS, 1.14),
        (0, 1, FOREST, 1.34),
        (300, 0, OLIVE, 1.16),
    ):
        with sheet.at(sheet.w / 2 + x, ground + (24 if x else 0), scale):
            cutting(sheet, tone, kind=kind)


def monstera_by_wall(sheet: Sheet, palette: Palette) -> None:
    """A large Swiss cheese plant before a disc."""
    ground = rooms.floor(sheet, palette, backdrop="disc", part=0.9)
    with sheet.at(sheet.w / 2, ground, 1.02):
        monstera(sheet, palette.accents[0])


def trio(sheet: Sheet, palette: Palette) -> None:
    """Three plants in unlike pots."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.86)
    with sheet.at(sheet.w / 2 - 290, ground, 1.0):
        snake_plant(sheet, palette.accents[1])
    with sheet.at(sheet.w / 2 + 270, ground, 0.94):
        pilea(sheet, palette.accents[2])
    with sheet.at(sheet.w / 2, ground + 50, 0.72):
        monstera(sheet, palette.accents[0])


def hanging_shelf(sheet: Sheet, palette: Palette) -> None:
    """A shelf of plants, one of them trailing far below it."""
    ground = rooms.shelf(sheet, palette, part=0.5)
    with sheet.at(sheet.w * 0.28, ground, 0.8):
        pilea(sheet, palette.accents[0])
    with sheet.at(sheet.w * 0.7, ground, 0.9):
        trailing(sheet, palette.accents[1])


def leaf_study(sheet: Sheet, palette: Palette) -> None:
    """Leaves laid out on paper like a page of a herbarium."""
    rooms.cloth(sheet, palette)
    places = (
        (0.22, 0.46, -14),
        (0.52, 0.5, 6),
        (0.82, 0.46, 16),
        (0.3, 0.92, 10),
        (0.66, 0.94, -8),
    )
    for index, (x, y, turn) in enumerate(places):
        tone = GREENS[index]
        with sheet.at(sheet.w * x, sheet.h * y, 1.15, turn):
            sheet.fill(line(curve([(8, 76), (-6, 30), (0, 0)]), 8, 7), mix(tone, SAGE, 0.3))
            if index % 2:
                blade = leaf(310, 170)
                sheet.shadow(blade, dx=8, dy=10, blur=8, strength=0.3)
                sheet.fill(blade, tone, shade="right", glow="left")
                sheet.fill(line([(0, 20), (0, -290)], 5, 2), SAGE)
                for step in range(6):
                    for side in (-1, 1):
                        rib = [(0, -20 - step * 40), (side * 70, -70 - step * 38)]
                        with sheet.inside(blade):
                            sheet.fill(line(rib, 3, 1.5), SAGE)
            else:
                monstera_leaf(sheet, 270, tone)


def windowsill(sheet: Sheet, palette: Palette) -> None:
    """A row of small pots in low light."""
    ground = rooms.shelf(sheet, palette, part=0.78, backdrop="stripes")
    drawers = (snake_plant, pilea, monstera)
    for index, x in enumerate((0.2, 0.5, 0.8)):
        with sheet.at(sheet.w * x, ground, 0.82):
            drawers[index](sheet, (CLAY, palette.accents[2], palette.light)[index])
