"""Draw a sewing machine and reels of thread."""

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, NIGHT, SAND, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.tools import STEEL


def sewing_machine(sheet: Sheet, colour: Ink, trim: Ink) -> None:
    """Draw an old sewing machine, the middle of its foot at (0, 0)."""
    sheet.shadow(oval(30, 0, 350, 30), dx=22, dy=6, blur=14, strength=0.5)
    sheet.fill(box(-330, -62, 330, 0, 10), CLAY, shade="below", depth=0.6)
    sheet.fill(box(-290, -88, 300, -58, 6), colour, shade="right")
    arm = blob(
        (140, -84),
        (140, -240),
        (60, -268),
        (-120, -266),
        (-168, -250),
        (-170, -180),
        (-226, -180),
        (-236, -320),
        (-190, -366),
        (60, -372),
        (200, -372),
        (262, -330),
        (266, -84),
        steps=8,
    )
    sheet.fill(arm, colour, shade="right", glow="above")
    sheet.fill(line([(-200, -184), (-200, -96)], 8, 5), STEEL)
    sheet.fill(poly((-222, -108), (-178, -108), (-170, -92), (-232, -92)), STEEL)
    sheet.fill(oval(280, -250, 30, 84), mix(STEEL, NIGHT, 0.3), shade="right")
    sheet.fill(oval(300, -250, 24, 76), mix(colour, CHALK, 0.14), shade="right")
    sheet.fill(box(30, -430, 66, -372, 4), trim, shade="right")
    sheet.fill(line(curve([(48, -420), (-60, -398), (-190, -340), (-200, -200)]), 3), trim)
    for x in (-120, -60, 0, 60, 120):
        sheet.fill(oval(x, -320, 17, 11), trim)
        sheet.fill(line(curve([(x - 26, -306), (x, -332), (x + 26, -306)]), 4), trim)


def machine_at_window(sheet: Sheet, palette: Palette) -> None:
    """A sewing machine with cloth under its needle."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.84)
    with sheet.at(sheet.w / 2, ground, 1.35):
        sewing_machine(sheet, palette.dark, palette.accents[2])
        cloth = blob(
            (-320, -92),
            (-210, -104),
            (-110, -92),
            (-150, -40),
            (-280, 40),
            (-420, 60),
            (-440, 0),
            steps=8,
        )
        sheet.fill(cloth, palette.accents[0], shade="below", depth=0.5)
        with sheet.inside(cloth):
            for row in range(6):
                for column in range(9):
                    sheet.fill(oval(-430 + column * 42 + row % 2 * 20, -96 + row * 30, 7), CHALK)


def thread_reels(sheet: Sheet, palette: Palette) -> None:
    """Reels of thread in rows."""
    rooms.cloth(sheet, palette, weave="stripes")
    tones = (*palette.accents, palette.dark, palette.light)
    across, down = (6, 4) if sheet.w > sheet.h else (4, 5)
    for index in range(across * down):
        x = sheet.w * (index % across + 0.5) / across
        y = sheet.h * (index // across + 0.5) / down
        tone = tones[(index * 5 + index // across) % 6]
        with sheet.at(x, y, 0.96, sheet.random.uniform(-6, 6)):
            whole = box(-56, -84, 56, 84, 8)
            sheet.shadow(whole, dx=14, dy=16, blur=10)
            for top in (-84, 62):
                sheet.fill(box(-58, top, 58, top + 22, 8), SAND, shade="right")
            body = box(-46, -64, 46, 64, 6)
            sheet.fill(body, tone)
            for step in range(12):
                y0 = -58 + step * 10
                sheet.fill(line([(-46, y0 + 4), (46, y0 - 3)], 2), mix(tone, NIGHT, 0.2))
            sheet.model(body, tone)
