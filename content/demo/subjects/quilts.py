"""Draw patchwork quilts in old patterns."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, Ink, Palette, mix
from content.demo.shapes import Shape, arc, box, line, oval, poly
from content.demo.sheet import Sheet


def block(sheet: Sheet, size: float, design: int, tones: tuple[Ink, ...]) -> None:
    """Draw one patchwork block, upper left corner at (0, 0), in one of five old patterns."""
    one, two, three = tones[:3]
    half, third = size / 2, size / 4
    sheet.fill(box(0, 0, size, size), one)
    if design == 0:  # pinwheel
        for turn in range(4):
            with sheet.at(half, half, 1.0, turn * 90):
                sheet.fill(poly((0, 0), (0, -half), (half, -half)), two, shade="right", depth=0.2)
    elif design == 1:  # log cabin
        for ring in range(4):
            inset = ring * size / 8
            sheet.fill(box(inset, inset, size - inset, size - inset), (two, three, one, two)[ring])
            sheet.fill(
                box(inset, inset, size - inset, inset + size / 8), (three, one, two, three)[ring]
            )
        sheet.fill(box(size * 0.4, size * 0.4, size * 0.6, size * 0.6), three)
    elif design == 2:  # star
        points = []
        for step in range(16):
            reach = half * (0.96 if step % 2 == 0 else 0.48)
            points.append(
                (
                    half + reach * math.sin(step * math.tau / 16),
                    half - reach * math.cos(step * math.tau / 16),
                )
            )
        sheet.fill(poly(*points), two, shade="right", depth=0.25)
        sheet.fill(oval(half, half, third * 0.6), three)
    elif design == 3:  # flying geese
        for step in range(4):
            y = step * size / 4
            sheet.fill(
                poly((0, y + size / 4), (half, y), (size, y + size / 4)), two if step % 2 else three
            )
    else:  # drunkard's path
        for cx, cy, start in ((0, 0, 0), (size, size, 180)):
            quarter = Shape((((cx, cy), *arc(cx, cy, size * 0.7, size * 0.7, start, start + 90)),))
            sheet.fill(quarter, two if cx == 0 else three)


def patchwork(sheet: Sheet, palette: Palette, columns: int, rows: int, size: float) -> None:
    """Draw a quilt of blocks, upper left corner at (0, 0)."""
    tones = (*palette.accents, palette.light, palette.disc)
    sheet.fill(box(-26, -26, columns * size + 26, rows * size + 26, 10), palette.accents[0])
    for row in range(rows):
        for column in range(columns):
            index = row * 3 + column * 2
            chosen = (tones[4], tones[(index + 1) % 4], tones[(index + 2 + row) % 4])
            with sheet.at(column * size, row * size):
                block(sheet, size, (row + column * 2) % 5, chosen)
    seam = mix(CHALK, palette.dark, 0.12)
    for column in range(columns + 1):
        _stitches(sheet, (column * size, 0), (column * size, rows * size), seam)
    for row in range(rows + 1):
        _stitches(sheet, (0, row * size), (columns * size, row * size), seam)


def _stitches(
    sheet: Sheet, start: tuple[float, float], stop: tuple[float, float], colour: Ink
) -> None:
    length = math.hypot(stop[0] - start[0], stop[1] - start[1])
    rings: list[Shape] = []
    for step in range(int(length // 18)):
        part, after = step * 18 / length, (step * 18 + 9) / length
        rings.append(
            line(
                [
                    (
                        start[0] + (stop[0] - start[0]) * part,
                        start[1] + (stop[1] - start[1]) * part,
                    ),
                    (
                        start[0] + (stop[0] - start[0]) * after,
                        start[1] + (stop[1] - start[1]) * after,
                    ),
                ],
                2.6,
            )
        )
    sheet.fill(Shape(tuple(ring for shape in rings for ring in shape.rings)), colour)


def quilt_on_wall(sheet: Sheet, palette: Palette) -> None:
    """A quilt hung from a rod."""
    rooms.cloth(sheet, palette)
    columns, rows = (4, 3) if sheet.w > sheet.h else (3, 4)
    size = min((sheet.w - 220) / columns, (sheet.h - 230) / rows)
    left, top = (sheet.w - columns * size) / 2, (sheet.h - rows * size) / 2 + 16
    whole = box(left - 26, top - 26, left + columns * size + 26, top + rows * size + 26, 10)
    sheet.shadow(whole, dx=18, dy=24, blur=18, strength=0.5)
    sheet.fill(line([(left - 70, top - 44), (left + columns * size + 70, top - 44)], 16), COCOA)
    with sheet.at(left, top):
        patchwork(sheet, palette, columns, rows, size)
    sheet.model(whole, palette.disc, depth=0.16)


def quilt_close(sheet: Sheet, palette: Palette) -> None:
    """The blocks of a quilt close by."""
    rooms.cloth(sheet, palette)
    with sheet.at(-60, -90, 1.0, 4):
        patchwork(sheet, palette, 5, 5, 330)
