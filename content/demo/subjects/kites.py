"""Draw kites, flying and hung up."""

from content.demo import country, rooms
from content.demo.inks import COCOA, Ink, Palette
from content.demo.shapes import box, curve, line, poly
from content.demo.sheet import Sheet


def kite(sheet: Sheet, tones: tuple[Ink, Ink, Ink], *, sway: float = 0.0) -> None:
    """Draw a diamond kite round (0, 0) with its tail below, swung by `sway` units."""
    left, right, top, bottom = (-120, -30), (120, -30), (0, -190), (0, 200)
    sheet.fill(poly(top, left, (0, -30)), tones[0], shade="right", depth=0.3)
    sheet.fill(poly(top, right, (0, -30)), tones[1], shade="right", depth=0.3)
    sheet.fill(poly(bottom, left, (0, -30)), tones[1], shade="below", depth=0.3)
    sheet.fill(poly(bottom, right, (0, -30)), tones[2], shade="below", depth=0.3)
    sheet.fill(line([top, bottom], 4), COCOA)
    sheet.fill(line([left, right], 4), COCOA)
    tail = curve([(0, 200), (34 + sway, 270), (-26 - sway, 340), (30 + sway, 410), (-10, 470)])
    sheet.fill(line(tail, 4), COCOA)
    for step in range(8, len(tail) - 1, 8):
        x, y = tail[step]
        for side in (-1, 1):
            sheet.fill(
                poly((x, y), (x + side * 34, y - 18), (x + side * 34, y + 18)), tones[step % 3]
            )


def box_kite(sheet: Sheet, tones: tuple[Ink, Ink]) -> None:
    """Draw a box kite round (0, 0)."""
    for y in (-140, 60):
        sheet.fill(
            poly((-90, y), (0, y - 24), (0, y + 76), (-90, y + 100)),
            tones[0],
            shade="below",
            depth=0.3,
        )
        sheet.fill(
            poly((0, y - 24), (90, y), (90, y + 100), (0, y + 76)),
            tones[1],
            shade="right",
            depth=0.3,
        )
    for x, shift in ((-90, 0), (0, -24), (90, 0)):
        sheet.fill(line([(x, -160 + shift), (x, 190 + shift)], 5), COCOA)


def kites_over_hills(sheet: Sheet, palette: Palette) -> None:
    """Three kites over hills."""
    country.hills(sheet, palette, sun=False)
    one, two, three, four = palette.accents
    for x, y, scale, turn, tones in (
        (0.3, 0.3, 1.15, 18, (one, three, two)),
        (0.62, 0.2, 0.75, -14, (two, palette.light, one)),
        (0.86, 0.42, 0.6, 24, (three, one, four)),
    ):
        string = curve(
            [
                (sheet.w * x, sheet.h * y),
                (sheet.w * (x - 0.02), sheet.h * 0.7),
                (sheet.w * 0.5, sheet.h * 1.02),
            ]
        )
        sheet.fill(line(string, 2), palette.dark, opacity=0.7)
        with sheet.at(sheet.w * x, sheet.h * y, scale, turn):
            kite(sheet, tones)


def kites_on_wall(sheet: Sheet, palette: Palette) -> None:
    """A diamond and a box kite hung to dry."""
    rooms.cloth(sheet, palette)
    one, two, three, four = palette.accents
    with sheet.at(sheet.w * 0.32, sheet.h * 0.38, 1.25, -8):
        sheet.shadow(poly((-120, -30), (0, -190), (120, -30), (0, 200)), dx=20, dy=22, blur=14)
        kite(sheet, (one, palette.light, two), sway=16)
    with sheet.at(sheet.w * 0.72, sheet.h * 0.5, 1.5, 10):
        sheet.shadow(box(-90, -140, 90, 160), dx=20, dy=22, blur=14)
        box_kite(sheet, (three, four))
