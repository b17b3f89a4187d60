"""Draw lemons, whole and cut."""

from content.demo import rooms
from content.demo.inks import CHALK, MOSS, Ink, Palette, mix
from content.demo.shapes import blob, leaf, oval
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import jug, vessel

LEMON: Ink = (240, 196, 62)


def lemon(sheet: Sheet, *, tone: Ink = LEMON, leafy: bool = False) -> None:
    """Draw a lemon round (0, 0)."""
    shape = blob(
        (-92, 4),
        (-70, -46),
        (-10, -70),
        (56, -52),
        (84, -12),
        (102, -2),
        (86, 18),
        (56, 54),
        (-10, 66),
        (-68, 48),
        steps=7,
    )
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


def lemons_in_bowl(sheet: Sheet, palette: Palette) -> None:
    """A bowl of lemons, a jug behind it."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.79)
    with sheet.at(sheet.w / 2 + 290, ground - 40, 1.35):
        jug(sheet, palette.light, glaze=palette.accents[1], pattern="bands")
    with sheet.at(sheet.w / 2 - 90, ground + 8, 1.5):
        for index, (x, y, turn) in enumerate(
            ((-100, -176, -20), (110, -180, 24), (4, -208, 8), (-50, -246, -30), (64, -250, 40))
        ):
            with sheet.at(x, y, 0.94, turn):
                lemon(sheet, leafy=index in (1, 3))
        vessel(
            sheet,
            ((0, 70), (14, 72), (50, 150), (110, 200), (158, 212)),
            palette.accents[1],
            glaze=palette.light,
            pattern="leaves",
            tilt=0.02,
        )
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
