"""Fruit, jars of jam, honey, and what comes out of a kitchen garden."""

from __future__ import annotations

from content.demo import rooms
from content.demo.inks import BRICK, CHALK, CLAY, COCOA, CREAM, FOREST, MOSS, MUSTARD, OAT, OLIVE, PERSIMMON, PLUM, SAGE, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, leaf, line, oval, poly, turned
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import BOWL, jug, vessel

LEMON: Ink = (240, 196, 62)
GLASS: Ink = (214, 226, 220)


def lemon(sheet: Sheet, *, tone: Ink = LEMON, leafy: bool = False) -> None:
    """Draw a lemon round (0, 0)."""
    shape = blob((-92, 4), (-70, -46), (-10, -70), (56, -52), (84, -12), (102, -2), (86, 18), (56, 54), (-10, 66), (-68, 48), steps=7)
    if leafy:
        sheet.fill(leaf(110, 46).turned(-64).moved(-80, -20), MOSS, shade="right")
    sheet.fill(shape, tone, shade="round", depth=0.55)
    sheet.speckle(shape, mix(tone, CHALK, 0.5), count=26, size=3)


def half_lemon(sheet: Sheet, *, tone: Ink = LEMON) -> None:
    """Draw a cut lemon's face round (0, 0)."""
    sheet.shadow(oval(0, 8, 80), dx=12, dy=8, blur=8)
    sheet.fill(oval(0, 0, 82), tone)
    sheet.fill(oval(0, 0, 73), CHALK)
    for step in range(9):
        with sheet.at(0, 0, 1.0, step * 40):
            wedge = blob((0, -10), (-21, -54), (0, -66), (21, -54), steps=6)
            sheet.fill(wedge, mix(tone, CHALK, 0.25), shade="below", depth=0.2)


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
        frill = blob((-118, -196), (-92, -262), (0, -282), (92, -262), (118, -196), (60, -210), (0, -196), (-60, -210), steps=7)
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


def tomato(sheet: Sheet, *, tone: Ink = (204, 66, 44)) -> None:
    """Draw a tomato round (0, 0)."""
    shape = blob((-84, 0), (-66, -54), (-20, -62), (20, -62), (66, -54), (84, 0), (50, 58), (0, 66), (-50, 58), steps=7)
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
        sheet.fill(leaf(150, 84, lean * 0.5).moved(lean * 0.8, -270), mix(FOREST, MOSS, 0.5), shade="right")
    shape = blob((0, 0), (-16, -36), (-84, -84), (-74, -156), (0, -184), (74, -156), (84, -84), (16, -36), steps=7)
    sheet.fill(shape, PLUM, shade="round", depth=0.6)


def pumpkin(sheet: Sheet, *, tone: Ink = (222, 130, 48)) -> None:
    """Draw a pumpkin, its foot at (0, 0)."""
    sheet.shadow(oval(40, 0, 190, 24), dx=20, dy=6, blur=14, strength=0.5)
    for x, rx in ((-120, 84), (120, 84), (-62, 90), (62, 90), (0, 84)):
        sheet.fill(oval(x, -108, rx, 112), tone, shade="right", depth=0.55, glow="left")
    stalk = curve([(0, -212), (-6, -250), (24, -286)])
    sheet.fill(line(stalk, 30, 19), OLIVE, shade="right")


def lemons_in_bowl(sheet: Sheet, palette: Palette) -> None:
    """A bowl of lemons, a jug behind it."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.79)
    with sheet.at(sheet.w / 2 + 290, ground - 40, 1.35):
        jug(sheet, palette.light, glaze=palette.accents[1], pattern="bands")
    with sheet.at(sheet.w / 2 - 90, ground + 8, 1.5):
        for index, (x, y, turn) in enumerate(((-100, -176, -20), (110, -180, 24), (4, -208, 8), (-50, -246, -30), (64, -250, 40))):
            with sheet.at(x, y, 0.94, turn):
                lemon(sheet, leafy=index in (1, 3))
        vessel(sheet, ((0, 70), (14, 72), (50, 150), (110, 200), (158, 212)), palette.accents[1], glaze=palette.light, pattern="leaves", tilt=0.02)
    with sheet.at(sheet.w / 2 + 170, ground + 100, 1.0):
        half_lemon(sheet)
    with sheet.at(sheet.w / 2 + 350, ground + 96, 1.0, 14):
        sheet.shadow(oval(10, 54, 90, 18), dx=14, dy=6, blur=8)
        lemon(sheet, leafy=True)


def lemons_from_above(sheet: Sheet, palette: Palette) -> None:
    """Lemons, whole and cut, scattered over a cloth."""
    rooms.cloth(sheet, palette, weave="gingham")
    across, down = (4, 3) if sheet.w > sheet.h else (3, 4)
    for index in range(across * down):
        x = sheet.w * (index % across + 0.5 + (0.16 if (index // across) % 2 else -0.16)) / across
        y = sheet.h * (index // across + 0.5) / down
        with sheet.at(x, y, 1.2, sheet.random.uniform(-70, 70)):
            if index % 3 == 1:
                half_lemon(sheet)
            else:
                sheet.shadow(oval(0, 0, 88, 62), dx=14, dy=18, blur=10)
                lemon(sheet, leafy=True)


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
                jar(sheet, fillings[kind], lid=palette.accents[(index + row) % 4], cloth=(index + row) % 3 == 0)


def three_jars(sheet: Sheet, palette: Palette) -> None:
    """Three jars and a spoon of jam."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.85)
    for x, y, filling, lid, cloth in ((-260, -10, (222, 120, 40), palette.accents[1], False), (250, -10, PLUM, palette.accents[2], False), (0, 40, BRICK, palette.accents[0], True)):
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
            sheet.fill(box(-34 + abs(step - 2) * 6, step * 17, 34 - abs(step - 2) * 6, step * 17 + 12, 6), CLAY, shade="right")
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
            sheet.fill(box(-300, y, 300, y + 56, 5), mix(CLAY, CREAM, 0.4), shade="right", depth=0.5)
        for x in (-290, 262):
            sheet.fill(box(x, -196, x + 28, 2, 3), mix(CLAY, COCOA, 0.25), shade="right")
    with sheet.at(sheet.w / 2 + 440, ground + 30, 0.9):
        pumpkin(sheet)


def pumpkins(sheet: Sheet, palette: Palette) -> None:
    """Pumpkins of three sizes and colours."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.82)
    for x, y, scale, tone in ((-270, -30, 1.2, (222, 130, 48)), (250, -20, 1.0, SAGE), (0, 60, 0.9, (236, 190, 108)), (430, 80, 0.6, PERSIMMON)):
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
