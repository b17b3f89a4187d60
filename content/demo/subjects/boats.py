"""Draw boats on a calm sea."""

from content.demo import country
from content.demo.inks import CHALK, COCOA, NIGHT, OAT, SAND, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, line, oval, poly
from content.demo.sheet import Sheet


def rowing_boat(sheet: Sheet, hull: Ink, trim: Ink) -> None:
    """Draw a rowing boat on water, its waterline at y = 0."""
    sheet.fill(oval(0, 10, 340, 22), mix(NIGHT, hull, 0.3), opacity=0.4)
    outside = blob(
        (-330, -112),
        (-200, -82),
        (0, -72),
        (200, -82),
        (334, -124),
        (280, -30),
        (200, 4),
        (-200, 4),
        (-280, -30),
        steps=8,
    )
    sheet.fill(line([(-60, -70), (-250, 20)], 10), OAT)
    sheet.fill(oval(0, -96, 300, 26), mix(hull, COCOA, 0.5))
    for x in (-130, 60):
        sheet.fill(box(x, -106, x + 62, -88, 4), SAND)
    sheet.fill(outside, hull, shade="below", depth=0.6)
    sheet.fill(
        line(curve([(-330, -112), (-200, -84), (0, -72), (200, -84), (334, -124)]), 15),
        trim,
        shade="below",
    )
    sheet.fill(line(curve([(-300, -60), (-150, -36), (0, -30), (150, -36), (300, -64)]), 6), trim)


def boat_at_sea(sheet: Sheet, palette: Palette) -> None:
    """A rowing boat on a calm sea."""
    edge = country.sea(sheet, palette)
    with sheet.at(sheet.w / 2 + 60, edge + (sheet.h - edge) * 0.5, 1.15):
        rowing_boat(sheet, palette.accents[0], palette.light)


def sailing(sheet: Sheet, palette: Palette) -> None:
    """Small sails on the horizon, one of them near."""
    edge = country.sea(sheet, palette, part=0.62)
    for x, scale, tone, y in (
        (0.7, 0.5, palette.accents[2], 30),
        (0.86, 0.3, palette.light, 12),
        (0.42, 1.25, palette.accents[0], 150),
    ):
        with sheet.at(sheet.w * x, edge + y, scale):
            sheet.fill(line([(0, -20), (0, -420)], 8), COCOA)
            sheet.fill(
                poly((10, -410), *curve([(110, -250), (190, -70)]), (10, -60)),
                tone,
                shade="right",
                depth=0.4,
            )
            sheet.fill(
                poly((-10, -380), *curve([(-80, -220), (-130, -66)]), (-10, -60)),
                mix(tone, CHALK, 0.5),
                shade="left",
                depth=0.3,
            )
            hull = blob((-180, -40), (0, -30), (200, -48), (140, 14), (-120, 14), steps=6)
            sheet.fill(hull, palette.dark, shade="below")
