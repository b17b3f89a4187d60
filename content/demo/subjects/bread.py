"""Loaves, and the boards and crates they lie on."""

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, OCHRE, SAND, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, leaf, line, oval, poly
from content.demo.sheet import Sheet

CRUST: Ink = (176, 106, 52)
CRUMB: Ink = (240, 214, 166)


def boule(sheet: Sheet, *, crust: Ink = CRUST, score: str = "ear") -> None:
    """Draw a round loaf seen from the side, its foot at (0, 0)."""
    loaf = blob(
        (-215, -40),
        (-190, -130),
        (-90, -196),
        (40, -204),
        (160, -158),
        (218, -62),
        (190, 0),
        (0, 10),
        (-190, 0),
    )
    sheet.shadow(oval(30, 0, 240, 34), dx=26, dy=6, blur=14, strength=0.5)
    sheet.fill(loaf, crust)
    with sheet.inside(loaf):
        sheet.light(oval(-60, -150, 150, 60), CREAM, blur=26, strength=0.42)
        if score == "ear":
            cut = blob(
                (-150, -112), (-40, -176), (110, -176), (120, -164), (-20, -140), (-140, -92)
            )
            sheet.fill(cut, CRUMB, shade="below", depth=0.5)
            for step in range(8):
                x = -120 + step * 30
                sheet.fill(
                    line([(x, -104 - step * 8), (x + 16, -126 - step * 5)], 3, 1),
                    mix(CRUMB, crust, 0.5),
                )
        else:
            for lean in (-1, 1):
                for step in range(-3, 4):
                    x = step * 66
                    path = curve([(x - 90 * lean, -10), (x, -110), (x + 80 * lean, -210)])
                    sheet.fill(line(path, 9, 5), CRUMB)
        sheet.speckle(oval(-20, -150, 190, 60), CHALK, count=160, size=3)
    sheet.model(loaf, crust, depth=0.6)


def tin_loaf(sheet: Sheet, *, crust: Ink = CRUST, cut: bool = True) -> None:
    """Draw a loaf from a tin, its cut face to the right when `cut`."""
    side = blob(
        (-230, -20),
        (-236, -120),
        (-222, -176),
        (-160, -200),
        (60, -204),
        (120, -176),
        (124, -16),
        (-60, 2),
        steps=6,
    )
    sheet.shadow(oval(20, 0, 250, 30), dx=24, dy=6, blur=14, strength=0.5)
    sheet.fill(side, crust, shade="below", depth=0.6)
    with sheet.inside(side):
        sheet.light(oval(-80, -190, 180, 30), CREAM, blur=16, strength=0.5)
        sheet.speckle(box(-220, -204, 100, -130), CREAM, count=80, size=3)
    if cut:
        face = blob(
            (86, -16),
            (82, -130),
            (70, -176),
            (120, -206),
            (200, -204),
            (238, -172),
            (228, -130),
            (224, -14),
            (150, 0),
            steps=6,
        )
        sheet.fill(face, mix(crust, COCOA, 0.15))
        crumb = blob(
            (102, -28),
            (98, -128),
            (90, -168),
            (126, -190),
            (194, -190),
            (220, -166),
            (211, -128),
            (208, -28),
            steps=6,
        )
        sheet.fill(crumb, CRUMB, shade="right", depth=0.25)
        sheet.speckle(crumb, mix(CRUMB, crust, 0.4), count=70, size=5)


def slice_of_bread(sheet: Sheet, *, crust: Ink = CRUST) -> None:
    """Draw a slice lying flat, seen from above, its middle at (0, 0)."""
    outer = blob(
        (-86, 96),
        (-92, -10),
        (-112, -60),
        (-70, -104),
        (70, -104),
        (112, -60),
        (92, -10),
        (86, 96),
        steps=7,
    )
    sheet.shadow(outer, dx=12, dy=14, blur=10)
    sheet.fill(outer, crust)
    inner = blob(
        (-74, 84),
        (-80, -6),
        (-96, -54),
        (-62, -90),
        (62, -90),
        (96, -54),
        (80, -6),
        (74, 84),
        steps=7,
    )
    sheet.fill(inner, CRUMB, shade="right", depth=0.25)
    sheet.speckle(inner, mix(CRUMB, crust, 0.4), count=46, size=6)


def baguette(sheet: Sheet, *, crust: Ink = CRUST) -> None:
    """Draw a baguette standing upright, its foot at (0, 0)."""
    stick = blob(
        (-38, -10), (-46, -240), (-34, -460), (0, -510), (34, -460), (46, -240), (38, -10), (0, 4)
    )
    sheet.fill(stick, crust)
    for step in range(5):
        y = -90 - step * 86
        sheet.fill(leaf(86, 24).turned(24).moved(-12, y + 36), CRUMB, shade="below", depth=0.3)
    sheet.model(stick, crust)


def wheat(sheet: Sheet, colour: Ink) -> None:
    """Draw an ear of wheat upright from (0, 0)."""
    sheet.fill(line(curve([(0, 0), (6, -120), (0, -250)]), 5, 4), colour)
    for step in range(7):
        y = -150 - step * 22
        for side in (-1, 1):
            sheet.fill(
                leaf(44, 17).turned(side * 32).moved(side * 4, y), colour, shade="right", depth=0.4
            )
    sheet.fill(leaf(48, 18).moved(0, -300), colour)


def boule_on_board(sheet: Sheet, palette: Palette) -> None:
    """A round loaf on a board, with a cloth and an ear of wheat."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.8)
    with sheet.at(sheet.w / 2 - 10, ground, 1.45):
        board = box(-290, -8, 290, 24, 10)
        sheet.shadow(board, dx=20, dy=22, blur=12, strength=0.5)
        sheet.fill(board, SAND, shade="right", depth=0.5)
        sheet.fill(box(-290, -8, 290, 0, 4), mix(SAND, CHALK, 0.4))
        with sheet.at(-20, -6):
            boule(sheet)
    with sheet.at(sheet.w / 2 + 330, ground + 100, 0.8, 76):
        wheat(sheet, OCHRE)
    with sheet.at(sheet.w / 2 + 310, ground + 130, 0.8, 62):
        wheat(sheet, mix(OCHRE, CREAM, 0.2))


def baguettes_in_jar(sheet: Sheet, palette: Palette) -> None:
    """Three baguettes in a stoneware crock, a boule beside it."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.85)
    with sheet.at(sheet.w / 2 - 60, ground, 1.12):
        for x, turn in ((-50, -9), (48, 10), (0, 1)):
            with sheet.at(x, -110, 1.05, turn):
                baguette(sheet, crust=mix(CRUST, CLAY, 0.4) if turn < 0 else CRUST)
        crock = poly((-128, -250), (128, -250), (112, 0), (-112, 0))
        sheet.shadow(oval(50, 0, 150, 24), dx=26, dy=8, blur=14, strength=0.5)
        sheet.fill(crock, palette.light)
        with sheet.inside(crock):
            sheet.fill(box(-140, -196, 140, -178), palette.accents[0])
            sheet.fill(box(-140, -166, 140, -158), palette.accents[0])
        sheet.model(crock, palette.light)
    with sheet.at(sheet.w / 2 + 190, ground + 60, 0.8):
        boule(sheet, score="cross")


def slices_from_above(sheet: Sheet, palette: Palette) -> None:
    """Slices laid out on a checked cloth."""
    rooms.cloth(sheet, palette, weave="gingham")
    across = 3 if sheet.w >= sheet.h else 2
    down = 2 if sheet.w >= sheet.h else 3
    for row in range(down):
        for column in range(across):
            turn = sheet.random.uniform(-16, 16)
            tone = mix(CRUST, COCOA, sheet.random.uniform(0, 0.4))
            with sheet.at(
                sheet.w * (column + 0.5) / across, sheet.h * (row + 0.5) / down, 1.5, turn
            ):
                slice_of_bread(sheet, crust=tone)


def loaves_on_shelf(sheet: Sheet, palette: Palette) -> None:
    """Loaves waiting on a baker's shelf."""
    ground = rooms.shelf(sheet, palette, part=0.8, backdrop="stripes")
    upper = sheet.h * 0.42
    plank = box(60, upper, sheet.w - 60, upper + 34, 4)
    sheet.shadow(plank, dx=14, dy=36, blur=18)
    sheet.fill(plank, palette.table, shade="below")
    with sheet.at(sheet.w * 0.31, upper, 0.86):
        boule(sheet, score="cross")
    with sheet.at(sheet.w * 0.69, upper, 0.86):
        boule(sheet, crust=mix(CRUST, COCOA, 0.35))
    with sheet.at(sheet.w * 0.3, ground, 0.8):
        tin_loaf(sheet)
    with sheet.at(sheet.w * 0.72, ground, 0.8):
        tin_loaf(sheet, crust=mix(CRUST, OCHRE, 0.4))
