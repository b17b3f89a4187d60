"""Draw lamps, lit and unlit."""

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, CREAM, MUSTARD, SAND, Ink, Palette, mix
from content.demo.shapes import curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.vessels import vessel


def desk_lamp(sheet: Sheet, colour: Ink, *, lit: bool = True) -> None:
    """Draw a jointed desk lamp, the middle of its foot at (0, 0), its light falling to the left."""
    if lit:
        cone = poly((-196, -452), (-86, -396), (20, 30), (-520, 30))
        sheet.light(cone, mix(MUSTARD, CREAM, 0.55), blur=26, strength=0.42)
    sheet.shadow(oval(30, 2, 120, 18), dx=14, dy=4, blur=10, strength=0.5)
    metal = mix(colour, sheet.shadow_ink, 0.45)
    sheet.fill(line([(0, -20), (110, -270)], 11), metal)
    sheet.fill(line([(110, -270), (-92, -470)], 11), metal)
    for x, y in ((0, -24), (110, -270), (-92, -470)):
        sheet.fill(oval(x, y, 17), mix(CHALK, metal, 0.3), shade="round")
    sheet.fill(oval(0, -10, 106, 22), metal)
    sheet.fill(oval(0, -19, 106, 22), colour, shade="right")
    with sheet.at(-100, -466, 1.0, 27):
        sheet.fill(poly((-40, -30), (40, -30), (84, 66), (-84, 66)), colour)
        sheet.model(poly((-40, -30), (40, -30), (84, 66), (-84, 66)), colour)
        sheet.fill(oval(0, -30, 40, 12), mix(colour, CHALK, 0.25))
        sheet.fill(oval(0, 66, 84, 15), CREAM if lit else metal)


def table_lamp(sheet: Sheet, base: Ink, shade: Ink, *, lit: bool = True) -> None:
    """Draw a lamp with a pleated shade, the middle of its foot at (0, 0)."""
    if lit:
        sheet.light(oval(0, -380, 380, 330), mix(MUSTARD, CREAM, 0.5), blur=90, strength=0.34)
    vessel(sheet, ((0, 70), (30, 96), (110, 110), (190, 60), (240, 22), (262, 20)), base)
    sheet.fill(line([(0, -262), (0, -300)], 10), COCOA)
    hood = poly((-96, -500), (96, -500), (190, -286), (-190, -286))
    sheet.fill(hood, shade, glow="below")
    with sheet.inside(hood):
        for step in range(-7, 8):
            sheet.fill(
                line([(step * 13, -504), (step * 27, -280)], 3),
                mix(shade, COCOA, 0.25),
                opacity=0.7,
            )
    sheet.model(hood, shade, depth=0.45)
    sheet.fill(oval(0, -286, 190, 18), mix(shade, CREAM, 0.7) if lit else mix(shade, COCOA, 0.4))


def lamp_at_night(sheet: Sheet, palette: Palette) -> None:
    """A desk lamp over an open book."""
    ground = rooms.table(sheet, palette, backdrop="plain", part=0.84)
    with sheet.at(sheet.w / 2 + 200, ground, 1.42):
        desk_lamp(sheet, palette.accents[0])
    with sheet.at(sheet.w / 2 - 180, ground + 60, 1.3):
        for side in (-1, 1):
            page = poly(
                (0, 0),
                *curve([(side * 6, -14), (side * 70, -34), (side * 176, -12)]),
                (side * 190, 22),
                (side * 80, 2),
                (0, 14),
            )
            sheet.fill(page, CHALK, shade="right" if side < 0 else "left", depth=0.3)
            for step in range(3):
                sheet.fill(
                    line([(side * 40, -14 + step * 7), (side * 140, -10 + step * 8)], 2), SAND
                )


def lamps_in_a_row(sheet: Sheet, palette: Palette) -> None:
    """Two table lamps, one lit."""
    ground = rooms.table(sheet, palette, backdrop="stripes", part=0.86)
    with sheet.at(sheet.w / 2 - 250, ground, 1.2):
        table_lamp(sheet, palette.accents[1], palette.light)
    with sheet.at(sheet.w / 2 + 270, ground + 26, 1.0):
        table_lamp(sheet, palette.accents[0], palette.accents[2], lit=False)
