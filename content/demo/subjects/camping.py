"""Draw tents among firs, by day and by night."""

from content.demo import country
from content.demo.inks import CHALK, COCOA, CREAM, FOREST, MOSS, NIGHT, Ink, Palette, mix
from content.demo.shapes import blob, box, line, oval, poly
from content.demo.sheet import Sheet


def tent(sheet: Sheet, colour: Ink, *, lit: bool = False) -> None:
    """Draw a ridge tent, the middle of its front at (0, 0)."""
    sheet.shadow(oval(60, 4, 380, 26), dx=20, dy=8, blur=14, strength=0.5)
    sheet.fill(
        poly((-40, -330), (280, -290), (400, -6), (220, 6)),
        mix(colour, sheet.shadow_ink, 0.24),
        shade="right",
    )
    sheet.fill(poly((-40, -330), (-290, 6), (220, 6)), colour, shade="below", depth=0.3)
    inside = (246, 206, 120) if lit else mix(colour, NIGHT, 0.6)
    sheet.fill(poly((-40, -300), (-120, 6), (70, 6)), inside, shade=None if lit else "below")
    for side in (-1, 1):
        flap = blob(
            (-40, -300),
            (-40 + side * 50, -160),
            (-40 + side * 128, 4),
            (-40 + side * 70, 6),
            (-40 + side * 44, -120),
            steps=6,
        )
        sheet.fill(flap, mix(colour, CHALK, 0.22), shade="below", depth=0.3)
    for start, stop in (((-290, 6), (-350, 26)), ((400, -6), (460, 18))):
        sheet.fill(line([start, stop], 4), CREAM)
        sheet.fill(line([stop, (stop[0] + 4, stop[1] - 22)], 7), COCOA)


def pine(sheet: Sheet, colour: Ink, *, height: float = 420) -> None:
    """Draw a fir, its foot at (0, 0)."""
    sheet.fill(box(-11, -60, 11, 0), COCOA)
    for step in range(4):
        y, half = -50 - step * height * 0.2, height * (0.27 - step * 0.05)
        tier = poly((-half, y), (half, y), (0, y - height * 0.36))
        sheet.fill(tier, colour, shade="right", depth=0.5)


def tent_in_woods(sheet: Sheet, palette: Palette) -> None:
    """A tent between firs."""
    ground = country.hills(sheet, palette)
    for x, tall in ((0.1, 520), (0.2, 400), (0.84, 560), (0.95, 430), (0.74, 380)):
        with sheet.at(sheet.w * x, ground - 20 + tall * 0.02):
            pine(sheet, mix(FOREST, MOSS, (tall % 100) / 180), height=tall)
    with sheet.at(sheet.w / 2 - 30, ground + 30, 0.9):
        tent(sheet, palette.accents[0])


def tent_at_night(sheet: Sheet, palette: Palette) -> None:
    """A lit tent under stars."""
    ground = country.night(sheet, palette)
    for x, tall in ((0.08, 460), (0.19, 360), (0.88, 500), (0.97, 380)):
        with sheet.at(sheet.w * x, ground - 20):
            pine(sheet, mix(NIGHT, FOREST, 0.5), height=tall)
    sheet.light(oval(sheet.w / 2, ground - 60, 360, 160), (246, 206, 120), blur=90, strength=0.34)
    with sheet.at(sheet.w / 2 - 20, ground + 40, 1.0):
        tent(sheet, palette.accents[1], lit=True)
