"""Draw jars of jam and of honey, and the bees."""

from content.demo import rooms
from content.demo.inks import (
    BRICK,
    CHALK,
    CLAY,
    COCOA,
    CREAM,
    MUSTARD,
    OAT,
    OLIVE,
    PLUM,
    Ink,
    Palette,
    mix,
)
from content.demo.shapes import blob, box, line, oval, turned
from content.demo.sheet import Sheet

GLASS: Ink = (214, 226, 220)


def jar(sheet: Sheet, filling: Ink, *, lid: Ink, label: Ink = CREAM, cloth: bool = False) -> None:
    """Draw a jar of preserve, its foot at (0, 0)."""
    body = turned(((0, 84), (16, 96), (180, 96), (206, 78), (222, 76)), tilt=0.14)
    sheet.shadow(oval(40, 2, 120, 18), dx=18, dy=4, blur=10, strength=0.5)
    sheet.fill(body, GLASS)
    inside = turned(((8, 82), (20, 88), (172, 88), (184, 82)), tilt=0.14)
    sheet.fill(inside, filling, shade="right", depth=0.5)
    sheet.speckle(inside, mix(filling, sheet.shadow_ink, 0.35), count=34, size=7)
    sheet.fill(line([(-74, -40), (-74, -168)], 9, 7), CHALK, opacity=0.65)
    tag = box(-58, -142, 58, -56, 6)
    sheet.fill(tag, label, shade="right", depth=0.2)
    sheet.fill(line([(-34, -112), (34, -112)], 5), mix(filling, COCOA, 0.4))
    sheet.fill(line([(-22, -92), (22, -92)], 4), mix(filling, COCOA, 0.2))
    top = turned(((212, 88), (258, 88)), tilt=0.14)
    if cloth:
        frill = blob(
            (-118, -196),
            (-92, -262),
            (0, -282),
            (92, -262),
            (118, -196),
            (60, -210),
            (0, -196),
            (-60, -210),
            steps=7,
        )
        sheet.fill(frill, lid, shade="right")
        with sheet.inside(frill):
            for row in range(4):
                for column in range(9):
                    sheet.fill(oval(-110 + column * 28 + (row % 2) * 14, -270 + row * 24, 5), CHALK)
        sheet.fill(line([(-88, -222), (88, -222)], 7), COCOA)
    else:
        sheet.fill(top, lid)
        sheet.model(top, lid)
        sheet.fill(oval(0, -258, 88, 12), mix(lid, CHALK, 0.35))


def jars_on_shelf(sheet: Sheet, palette: Palette) -> None:
    """Two shelves of jam."""
    lower = rooms.shelf(sheet, palette, part=0.86)
    upper = sheet.h * 0.45
    plank = box(60, upper, sheet.w - 60, upper + 34, 4)
    sheet.shadow(plank, dx=14, dy=36, blur=18)
    sheet.fill(plank, palette.table, shade="below")
    fillings = (BRICK, (222, 120, 40), PLUM, MUSTARD, (190, 60, 50), OLIVE)
    count = max(int(sheet.w // 250), 3)
    for row, y in enumerate((upper, lower)):
        for index in range(count):
            kind = (index * 2 + row * 3) % 6
            with sheet.at(sheet.w * 0.08 + (index + 0.5) * sheet.w * 0.84 / count, y, 1.12):
                jar(
                    sheet,
                    fillings[kind],
                    lid=palette.accents[(index + row) % 4],
                    cloth=(index + row) % 3 == 0,
                )


def three_jars(sheet: Sheet, palette: Palette) -> None:
    """Three jars and a spoon of jam."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.85)
    for x, y, filling, lid, cloth in (
        (-260, -10, (222, 120, 40), palette.accents[1], False),
        (250, -10, PLUM, palette.accents[2], False),
        (0, 40, BRICK, palette.accents[0], True),
    ):
        with sheet.at(sheet.w / 2 + x, ground + y, 1.5):
            jar(sheet, filling, lid=lid, cloth=cloth)
    with sheet.at(sheet.w / 2 + 330, ground + 110, 1.0, -10):
        sheet.shadow(line([(-120, 0), (130, 0)], 16), dx=8, dy=12, blur=6)
        sheet.fill(line([(-60, 0), (150, -4)], 15, 20), OAT, shade="below")
        sheet.fill(oval(-100, 0, 58, 36), OAT, shade="below")
        sheet.fill(oval(-102, -3, 44, 25), BRICK, shade="round")


def honey(sheet: Sheet, palette: Palette) -> None:
    """A jar of honey, a dipper and a bee."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.85)
    with sheet.at(sheet.w / 2 - 60, ground, 2.0):
        jar(sheet, (226, 152, 40), lid=palette.accents[1])
    with sheet.at(sheet.w / 2 + 260, ground + 40, 1.4, 62):
        sheet.fill(line([(0, -260), (0, 0)], 15, 17), CLAY, shade="right")
        for step in range(5):
            sheet.fill(
                box(-34 + abs(step - 2) * 6, step * 17, 34 - abs(step - 2) * 6, step * 17 + 12, 6),
                CLAY,
                shade="right",
            )
    with sheet.at(sheet.w / 2 + 230, ground - 480, 1.2, -14):
        bee(sheet)
    with sheet.at(sheet.w / 2 - 310, ground - 560, 0.8, 20):
        bee(sheet)


def bee(sheet: Sheet) -> None:
    """Draw a bee round (0, 0), flying to the right."""
    for turn in (-30, 6):
        sheet.fill(oval(-6, -52, 22, 44, turn), GLASS, opacity=0.85)
    body = oval(0, 0, 62, 40)
    sheet.fill(body, MUSTARD)
    with sheet.inside(body):
        for x in (-40, -8, 24):
            sheet.fill(box(x, -60, x + 15, 60), (54, 38, 36))
    sheet.model(body, MUSTARD, depth=0.5)
    sheet.fill(oval(56, 2, 24), (54, 38, 36))
    sheet.fill(oval(62, -4, 5), CHALK)
