"""Draw painted skateboards."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CREAM, NIGHT, Ink, Palette, mix
from content.demo.shapes import Shape, arc, box, line, oval
from content.demo.sheet import Sheet


def skateboard(sheet: Sheet, design: int, tones: tuple[Ink, Ink, Ink]) -> None:
    """Draw the underside of a skateboard upright round (0, 0)."""
    deck = box(-92, -330, 92, 330, 90)
    sheet.shadow(deck, dx=20, dy=20, blur=14, strength=0.42)
    sheet.fill(deck, tones[0])
    with sheet.inside(deck):
        if design == 0:
            for step in range(8):
                wave = [
                    (x, -300 + step * 84 + 26 * math.sin(x / 34 + step))
                    for x in range(-110, 120, 10)
                ]
                sheet.fill(line(wave, 26), tones[1 + step % 2])
        elif design == 1:
            sheet.fill(oval(0, -120, 150), tones[1], shade="below")
            sheet.fill(oval(0, -120, 96), tones[2])
            for step in range(5):
                sheet.fill(box(-100, 60 + step * 56, 100, 86 + step * 56), tones[1 + step % 2])
        else:
            for row in range(9):
                for column in range(3):
                    start = 90 * ((row * 2 + column) % 4)
                    x, y = -62 + column * 62, -270 + row * 66
                    half = Shape((tuple(arc(x, y, 30, 30, start, start + 180)),))
                    sheet.fill(half, tones[1 + (row + column) % 2])
    sheet.model(deck, tones[0], depth=0.4)
    for y in (-190, 190):
        sheet.fill(box(-100, y - 10, 100, y + 10, 8), mix(CHALK, NIGHT, 0.4), shade="below")
        sheet.fill(box(-34, y - 40, 34, y + 40, 10), mix(CHALK, NIGHT, 0.3), shade="right")
        for side in (-1, 1):
            sheet.fill(
                box(side * 100 - 20, y - 34, side * 100 + 20, y + 34, 12),
                CREAM,
                shade="right",
                depth=0.6,
            )


def three_boards(sheet: Sheet, palette: Palette) -> None:
    """Three painted skateboards on a wall."""
    middle = rooms.cloth(sheet, palette)
    one, two, three, four = palette.accents
    sets = ((one, palette.light, three), (two, three, palette.light), (palette.light, four, one))
    for index, x in enumerate((0.22, 0.5, 0.78)):
        with sheet.at(sheet.w * x, middle, sheet.h / 820):
            skateboard(sheet, index, sets[index])
