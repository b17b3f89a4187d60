"""Draw what comes out of a kitchen garden."""

from content.demo import rooms
from content.demo.inks import (
    BRICK,
    CLAY,
    COCOA,
    CREAM,
    FOREST,
    MOSS,
    OLIVE,
    PERSIMMON,
    PLUM,
    SAGE,
    Ink,
    Palette,
    mix,
)
from content.demo.shapes import blob, box, curve, leaf, line, oval
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import BOWL, vessel


def tomato(sheet: Sheet, *, tone: Ink = (204, 66, 44)) -> None:
    """Draw a tomato round (0, 0)."""
    shape = blob(
        (-84, 0),
        (-66, -54),
        (-20, -62),
        (20, -62),
        (66, -54),
        (84, 0),
        (50, 58),
        (0, 66),
        (-50, 58),
        steps=7,
    )
    sheet.fill(shape, tone, shade="round", depth=0.6)
    for turn in (-70, -30, 15, 55, 95):
        sheet.fill(leaf(40, 14).turned(turn).moved(0, -52), MOSS)


def carrot(sheet: Sheet) -> None:
    """Draw a carrot lying with its tip at (0, 0) below its leaves."""
    shape = blob((0, 0), (-38, -170), (-42, -226), (0, -246), (42, -226), (38, -170), steps=8)
    for lean in (-70, -26, 20, 66):
        sheet.fill(leaf(170, 44, lean).moved(0, -234), (MOSS, OLIVE)[lean > 0], shade="right")
    sheet.fill(shape, (222, 112, 46))
    for step in range(5):
        y = -60 - step * 36
        sheet.fill(line([(-30 + step * 3, y), (-6, y + 4)], 3.4), mix((222, 112, 46), COCOA, 0.4))
    sheet.model(shape, (222, 112, 46), depth=0.5)


def beet(sheet: Sheet) -> None:
    """Draw a beetroot, the end of its root at (0, 0)."""
    for lean in (-60, -10, 46):
        sheet.fill(line(curve([(0, -170), (lean * 0.4, -240), (lean, -330)]), 8, 5), BRICK)
        sheet.fill(
            leaf(150, 84, lean * 0.5).moved(lean * 0.8, -270), mix(FOREST, MOSS, 0.5), shade="right"
        )
    shape = blob(
        (0, 0),
        (-16, -36),
        (-84, -84),
        (-74, -156),
        (0, -184),
        (74, -156),
        (84, -84),
        (16, -36),
        steps=7,
    )
    sheet.fill(shape, PLUM, shade="round", depth=0.6)


def pumpkin(sheet: Sheet, *, tone: Ink = (222, 130, 48)) -> None:
    """Draw a pumpkin, its foot at (0, 0)."""
    sheet.shadow(oval(40, 0, 190, 24), dx=20, dy=6, blur=14, strength=0.5)
    for x, rx in ((-120, 84), (120, 84), (-62, 90), (62, 90), (0, 84)):
        sheet.fill(oval(x, -108, rx, 112), tone, shade="right", depth=0.55, glow="left")
    stalk = curve([(0, -212), (-6, -250), (24, -286)])
    sheet.fill(line(stalk, 30, 19), OLIVE, shade="right")


def harvest_crate(sheet: Sheet, palette: Palette) -> None:
    """A crate of vegetables."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.9)
    with sheet.at(sheet.w / 2, ground, 1.3):
        for index, (x, turn) in enumerate(((-190, -14), (-120, -4), (-50, 6))):
            with sheet.at(x, -90 - 8 * index, 0.86, turn):
                carrot(sheet)
        for x, turn in ((60, -4), (176, 10)):
            with sheet.at(x, -110, 0.92, turn):
                beet(sheet)
        for x, y in ((-210, -214), (10, -226), (-100, -200), (110, -206), (210, -204)):
            with sheet.at(x, y, 0.8):
                tomato(sheet, tone=(204, 66, 44) if x % 20 else (226, 150, 52))
        crate = box(-300, -190, 300, 0, 4)
        sheet.shadow(crate, dx=26, dy=8, blur=14, strength=0.5)
        for y in (-190, -126, -62):
            sheet.fill(
                box(-300, y, 300, y + 56, 5), mix(CLAY, CREAM, 0.4), shade="right", depth=0.5
            )
        for x in (-290, 262):
            sheet.fill(box(x, -196, x + 28, 2, 3), mix(CLAY, COCOA, 0.25), shade="right")
    with sheet.at(sheet.w / 2 + 440, ground + 30, 0.9):
        pumpkin(sheet)


def pumpkins(sheet: Sheet, palette: Palette) -> None:
    """Pumpkins of three sizes and colours."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.82)
    for x, y, scale, tone in (
        (-270, -30, 1.2, (222, 130, 48)),
        (250, -20, 1.0, SAGE),
        (0, 60, 0.9, (236, 190, 108)),
        (430, 80, 0.6, PERSIMMON),
    ):
        with sheet.at(sheet.w / 2 + x, ground + y, scale):
            pumpkin(sheet, tone=tone)


def vegetables_from_above(sheet: Sheet, palette: Palette) -> None:
    """Carrots, beets and tomatoes in tidy rows on a board."""
    rooms.cloth(sheet, palette, weave="boards")
    across = 6 if sheet.w > sheet.h else 4
    for index in range(across):
        x = sheet.w * (index + 0.5) / across
        with sheet.at(x, sheet.h * 0.56, 1.08, sheet.random.uniform(-5, 5)):
            sheet.shadow(oval(0, -130, 40, 120), dx=16, dy=12, blur=10)
            (carrot if index % 2 == 0 else beet)(sheet)
        with sheet.at(x, sheet.h * 0.78, 0.92, sheet.random.uniform(-40, 40)):
            sheet.shadow(oval(0, 0, 76), dx=14, dy=14, blur=10)
            tomato(sheet, tone=((204, 66, 44), (226, 150, 52), (150, 58, 62))[index % 3])


def loose_bowl(sheet: Sheet, palette: Palette) -> None:
    """A plain bowl of tomatoes on a sill."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.84)
    with sheet.at(sheet.w / 2, ground, 1.9):
        for x, y in ((-90, -150), (90, -152), (0, -172), (-46, -206), (50, -204)):
            with sheet.at(x, y, 0.86):
                tomato(sheet, tone=(204, 66, 44) if x != 50 else (226, 150, 52))
        vessel(sheet, BOWL, palette.accents[1], glaze=palette.light, pattern="dip", tilt=0.02)
