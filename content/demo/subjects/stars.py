"""Draw a telescope and a chart of the stars."""

import math

from content.demo import country
from content.demo.inks import CHALK, CLAY, CREAM, NIGHT, Palette, mix
from content.demo.shapes import box, hoop, line, oval
from content.demo.sheet import Sheet


def telescope_at_night(sheet: Sheet, palette: Palette) -> None:
    """A telescope on its tripod under stars."""
    ground = country.night(sheet, palette, stars=220)
    with sheet.at(sheet.w / 2 + 40, ground + 20, 1.2):
        for x in (-150, 10, 170):
            sheet.fill(line([(10, -330), (x, 0)], 17, 11), CLAY, shade="right")
        with sheet.at(10, -350, 1.0, -34):
            sheet.fill(box(-210, -34, -120, 34, 6), palette.accents[0], shade="below")
            sheet.fill(box(-130, -46, 120, 46, 6), palette.light, shade="below", depth=0.6)
            sheet.fill(box(112, -58, 270, 58, 8), palette.accents[0], shade="below", depth=0.6)
            sheet.fill(box(262, -66, 290, 66, 8), palette.accents[2], shade="below")
            sheet.fill(box(-252, -20, -206, 20, 4), NIGHT)
            sheet.fill(box(-60, -82, 60, -60, 8), palette.accents[2], shade="below")
        sheet.fill(oval(10, -338, 30), palette.accents[2], shade="round")


def constellation(sheet: Sheet, palette: Palette) -> None:
    """A chart of stars joined by lines, in rings like a planisphere."""
    sheet.fill(box(-9, -9, sheet.w + 9, sheet.h + 9), palette.wall, shade="right")
    cx, cy = sheet.w / 2, sheet.h / 2
    reach = min(sheet.w, sheet.h) * 0.44
    sheet.fill(oval(cx, cy, reach + 26), palette.accents[0], shade="round", depth=0.3)
    sheet.fill(oval(cx, cy, reach), NIGHT, shade="below")
    for part in (0.98, 0.7, 0.4):
        sheet.fill(hoop(cx, cy, reach * part, reach * part, 3), mix(NIGHT, CREAM, 0.4))
    for step in range(12):
        angle = step * math.tau / 12
        ray = [
            (cx + reach * 0.1 * math.cos(angle), cy + reach * 0.1 * math.sin(angle)),
            (cx + reach * 0.98 * math.cos(angle), cy + reach * 0.98 * math.sin(angle)),
        ]
        sheet.fill(line(ray, 1.6), mix(NIGHT, CREAM, 0.28))
    for _ in range(150):
        angle, far = (
            sheet.random.uniform(0, math.tau),
            reach * 0.95 * math.sqrt(sheet.random.random()),
        )
        sheet.fill(
            oval(
                cx + far * math.cos(angle),
                cy + far * math.sin(angle),
                sheet.random.choice((1.6, 2.2, 3.2)),
            ),
            CREAM,
        )
    figures = (
        (
            (-0.5, -0.4),
            (-0.34, -0.3),
            (-0.2, -0.34),
            (-0.02, -0.26),
            (0.02, -0.08),
            (-0.16, -0.06),
            (-0.2, -0.34),
        ),
        ((0.3, 0.0), (0.44, 0.16), (0.36, 0.3), (0.52, 0.46), (0.3, 0.56)),
        ((-0.5, 0.3), (-0.3, 0.46), (-0.12, 0.3), (0.04, 0.5)),
        ((0.26, -0.62), (0.42, -0.46), (0.6, -0.5)),
    )
    for figure in figures:
        points = [(cx + x * reach, cy + y * reach) for x, y in figure]
        sheet.fill(line(points, 3), palette.accents[0])
        for x, y in points:
            sheet.fill(oval(x, y, 9), CHALK)
