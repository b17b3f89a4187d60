"""Draw abstract prints, framed and bare."""

from content.demo import rooms
from content.demo.inks import CHALK, CREAM, SAND, Palette, mix
from content.demo.shapes import arc, box, curve, line, oval, poly
from content.demo.sheet import Sheet


def print_art(sheet: Sheet, palette: Palette, design: int, width: float, height: float) -> None:
    """Draw one abstract print, upper left corner at (0, 0)."""
    one, two, three, _ = palette.accents
    sheet.fill(
        box(0, 0, width, height), (CREAM, palette.disc, mix(three, CHALK, 0.6), CHALK)[design % 4]
    )
    if design % 4 == 0:
        sheet.fill(oval(width * 0.62, height * 0.32, width * 0.24), one, shade="below")
        for step, tone in enumerate((two, three, palette.dark)):
            ridge = curve(
                [
                    (0, height * (0.56 + step * 0.15)),
                    (width * 0.35, height * (0.48 + step * 0.16)),
                    (width * 0.7, height * (0.62 + step * 0.14)),
                    (width, height * (0.54 + step * 0.15)),
                ]
            )
            sheet.fill(poly(*ridge, (width, height), (0, height)), tone, shade="below", depth=0.4)
    elif design % 4 == 1:
        for step, tone in enumerate((one, CHALK, two, CHALK, three, palette.dark)):
            radius = width * (0.44 - step * 0.075)
            half = poly(*arc(width / 2, height * 0.62, radius, radius, 180, 360))
            sheet.fill(
                half + box(width / 2 - radius, height * 0.62, width / 2 + radius, height * 0.9),
                tone,
                shade="right",
                depth=0.25,
            )
    elif design % 4 == 2:
        for x, y, radius, tone in (
            (0.36, 0.3, 0.2, one),
            (0.64, 0.44, 0.26, two),
            (0.34, 0.64, 0.24, palette.dark),
            (0.66, 0.78, 0.14, three),
        ):
            sheet.fill(
                oval(width * x, height * y, width * radius), tone, shade="round", opacity=0.95
            )
    else:
        stem = curve(
            [
                (width * 0.5, height * 0.94),
                (width * 0.46, height * 0.6),
                (width * 0.52, height * 0.12),
            ]
        )
        sheet.fill(line(stem, 9, 5), palette.dark)
        for step in range(6):
            y = height * (0.8 - step * 0.115)
            for side in (-1, 1):
                petal = oval(
                    width * (0.5 + side * 0.17),
                    y - height * 0.03,
                    width * 0.16,
                    height * 0.045,
                    side * -28,
                )
                sheet.fill(petal, (one, two, three)[(step + (side > 0)) % 3], shade="right")


def framed_prints(sheet: Sheet, palette: Palette) -> None:
    """Three framed prints on a wall."""
    rooms.cloth(sheet, palette)
    width = min(sheet.w * 0.25, 320)
    height = width * 1.34
    for index in range(3):
        x, y = (
            sheet.w * (0.2 + 0.3 * index) - width / 2,
            sheet.h * 0.46 - height / 2 + (index % 2) * 60 - 20,
        )
        with sheet.at(x, y):
            frame = box(-26, -26, width + 26, height + 26)
            sheet.shadow(frame, dx=18, dy=22, blur=16, strength=0.45)
            sheet.fill(frame, (palette.dark, SAND, palette.accents[1])[index], shade="right")
            sheet.fill(box(-8, -8, width + 8, height + 8), CHALK)
            with sheet.inside(box(24, 24, width - 24, height - 24)):
                print_art(sheet, palette, index + (1 if sheet.h > sheet.w else 0), width, height)


def one_print(sheet: Sheet, palette: Palette, design: int) -> None:
    """One print filling the sheet inside its margin."""
    rooms.cloth(sheet, palette)
    frame = box(76, 76, sheet.w - 76, sheet.h - 76)
    sheet.shadow(frame, dx=10, dy=14, blur=14)
    sheet.fill(frame, CHALK)
    inner = box(116, 116, sheet.w - 116, sheet.h - 116)
    with sheet.inside(inner), sheet.at(116, 116):
        print_art(sheet, palette, design, sheet.w - 232, sheet.h - 232)


def hills_print(sheet: Sheet, palette: Palette) -> None:
    """A print of hills under a large sun."""
    one_print(sheet, palette, 0)


def arches_print(sheet: Sheet, palette: Palette) -> None:
    """A print of arches one inside another."""
    one_print(sheet, palette, 1)


def moons_print(sheet: Sheet, palette: Palette) -> None:
    """A print of overlapping discs."""
    one_print(sheet, palette, 2)


def stem_print(sheet: Sheet, palette: Palette) -> None:
    """A print of a leafy stem."""
    one_print(sheet, palette, 3)
