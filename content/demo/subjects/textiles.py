"""Quilts, jumpers, socks and balls of wool."""

from __future__ import annotations

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, OAT, Ink, Palette, mix
from content.demo.shapes import Shape, arc, blob, box, curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.furniture import spindle_chair


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
            sheet.fill(box(inset, inset, size - inset, inset + size / 8), (three, one, two, three)[ring])
        sheet.fill(box(size * 0.4, size * 0.4, size * 0.6, size * 0.6), three)
    elif design == 2:  # star
        points = []
        for step in range(16):
            reach = half * (0.96 if step % 2 == 0 else 0.48)
            points.append((half + reach * math.sin(step * math.tau / 16), half - reach * math.cos(step * math.tau / 16)))
        sheet.fill(poly(*points), two, shade="right", depth=0.25)
        sheet.fill(oval(half, half, third * 0.6), three)
    elif design == 3:  # flying geese
        for step in range(4):
            y = step * size / 4
            sheet.fill(poly((0, y + size / 4), (half, y), (size, y + size / 4)), two if step % 2 else three)
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


def _stitches(sheet: Sheet, start: tuple[float, float], stop: tuple[float, float], colour: Ink) -> None:
    length = math.hypot(stop[0] - start[0], stop[1] - start[1])
    rings: list[Shape] = []
    for step in range(int(length // 18)):
        part, after = step * 18 / length, (step * 18 + 9) / length
        rings.append(
            line(
                [
                    (start[0] + (stop[0] - start[0]) * part, start[1] + (stop[1] - start[1]) * part),
                    (start[0] + (stop[0] - start[0]) * after, start[1] + (stop[1] - start[1]) * after),
                ],
                2.6,
            )
        )
    sheet.fill(Shape(tuple(ring for shape in rings for ring in shape.rings)), colour)


def wool(sheet: Sheet, colour: Ink, *, radius: float = 100, above: bool = False) -> None:
    """Draw a ball of wool round (0, 0), standing or seen from above."""
    ball = oval(0, 0, radius)
    if above:
        sheet.shadow(ball, dx=18, dy=20, blur=14, strength=0.42)
    if not above:
        sheet.shadow(oval(0, radius * 0.86, radius * 0.96, radius * 0.24), dx=18, dy=6, blur=12, strength=0.5)
    sheet.fill(ball, colour)
    light, dark = mix(colour, CHALK, 0.34), mix(colour, sheet.shadow_ink, 0.26)
    with sheet.inside(ball):
        for turn, tone in ((-35, dark), (40, light), (-80, light), (10, dark)):
            with sheet.at(0, 0, 1.0, turn):
                for step in range(6):
                    x = radius * (-0.86 + step * 0.15)
                    path = arc(x - radius * 0.2, 0, radius * 0.9, radius * 1.05, -52, 52)
                    sheet.fill(line(path, radius * 0.035), tone, opacity=0.8)
    sheet.model(ball, colour, depth=0.6)


def jumper(sheet: Sheet, colour: Ink, marks: tuple[Ink, Ink]) -> None:
    """Draw a jumper with a patterned yoke laid flat, its collar's middle at (0, -250)."""
    torso = blob((-150, -230), (-60, -262), (60, -262), (150, -230), (170, 0), (164, 250), (0, 262), (-164, 250), (-170, 0), steps=8)
    for side in (-1, 1):
        arm = poly((side * 110, -244), (side * 176, -216), (side * 330, 170), (side * 256, 204), (side * 150, -40))
        sheet.shadow(arm, dx=12, dy=14, blur=10)
        sheet.fill(arm, mix(colour, sheet.shadow_ink, 0.07), shade="below", depth=0.4)
        cuff = poly((side * 318, 140), (side * 336, 186), (side * 262, 220), (side * 244, 176))
        sheet.fill(cuff, marks[0])
    sheet.shadow(torso, dx=12, dy=14, blur=10)
    sheet.fill(torso, colour, shade="right", depth=0.45)
    with sheet.inside(torso):
        for ring, tone in ((206, marks[0]), (164, marks[1]), (122, marks[0])):
            for step in range(-9, 10):
                angle = math.radians(90 + step * 9.4)
                x, y = ring * math.cos(angle), -262 + ring * math.sin(angle)
                if ring == 164:
                    sheet.fill(poly((x, y - 17), (x + 12, y), (x, y + 17), (x - 12, y)), tone)
                else:
                    sheet.fill(oval(x, y, 8.5), tone)
        sheet.fill(box(-190, 206, 190, 280), marks[0])
        for x in range(-160, 170, 16):
            sheet.fill(line([(x, 210), (x, 262)], 3), mix(marks[0], sheet.shadow_ink, 0.3))
    sheet.fill(oval(0, -250, 74, 34), marks[0])
    sheet.fill(oval(0, -256, 56, 22), mix(colour, sheet.shadow_ink, 0.45))


def sock(sheet: Sheet, colour: Ink, mark: Ink, *, design: int = 0) -> None:
    """Draw a sock hanging from (0, 0), its toe to the right."""
    shape = blob((-46, 0), (46, 0), (48, 150), (74, 212), (150, 236), (170, 280), (130, 312), (0, 300), (-52, 250), (-50, 120), steps=7)
    sheet.shadow(shape, dx=12, dy=12, blur=10)
    sheet.fill(shape, colour)
    with sheet.inside(shape):
        if design == 0:
            for step in range(7):
                sheet.fill(box(-80, 60 + step * 38, 200, 78 + step * 38), mark)
        elif design == 1:
            for row in range(8):
                for column in range(7):
                    sheet.fill(oval(-50 + column * 36 + (row % 2) * 18, 66 + row * 34, 7), mark)
        else:
            for row in range(4):
                zig = [(-80 + k * 20, 78 + row * 56 + (k % 2) * 22) for k in range(15)]
                sheet.fill(line(zig, 8), mark)
        sheet.fill(oval(170, 290, 62, 70), mark)
        sheet.fill(box(-70, -10, 70, 42), mark)
        for x in range(-42, 48, 12):
            sheet.fill(line([(x, 4), (x, 38)], 2.4), mix(mark, sheet.shadow_ink, 0.3))
    sheet.model(shape, colour, depth=0.5)


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


def wool_basket(sheet: Sheet, palette: Palette) -> None:
    """A basket of wool."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.86)
    with sheet.at(sheet.w / 2, ground, 1.3):
        spots = ((-150, -230, 88), (140, -236, 92), (0, -270, 98), (-70, -190, 84), (84, -186, 86))
        for index, (x, y, radius) in enumerate(spots):
            with sheet.at(x, y):
                wool(sheet, (*palette.accents, palette.light)[index], radius=radius)
        basket = poly((-270, -180), (270, -180), (216, 0), (-216, 0))
        sheet.shadow(oval(30, 0, 240, 26), dx=24, dy=6, blur=14, strength=0.5)
        sheet.fill(basket, mix(CLAY, OAT, 0.55))
        with sheet.inside(basket):
            for row in range(7):
                for column in range(-9, 10):
                    x = column * 62 + (row % 2) * 31
                    bar = oval(x, -164 + row * 27, 28, 9)
                    sheet.fill(bar, mix(CLAY, CREAM, 0.5 if row % 2 else 0.3))
        sheet.model(basket, CLAY, depth=0.5)
        for x, lean in ((-40, -60), (30, 80)):
            sheet.fill(line([(x, -250), (x + lean, -470)], 9, 7), COCOA)
            sheet.fill(oval(x + lean, -472, 13), palette.accents[0])
    with sheet.at(sheet.w / 2 + 400, ground + 30, 0.7):
        wool(sheet, palette.accents[0], radius=100)


def wool_from_above(sheet: Sheet, palette: Palette) -> None:
    """Nine balls of wool in a grid."""
    rooms.cloth(sheet, palette)
    tones = (*palette.accents, palette.light, palette.dark, mix(palette.accents[0], CREAM, 0.5), mix(palette.accents[1], CREAM, 0.5), mix(palette.accents[2], CREAM, 0.4))
    across, down = (4, 3) if sheet.w > sheet.h * 1.15 else (3, 3) if sheet.w >= sheet.h else (3, 4)
    for index in range(across * down):
        x = sheet.w * (index % across + 0.5) / across
        y = sheet.h * (index // across + 0.5) / down
        with sheet.at(x, y, 1.0, index * 47):
            wool(sheet, tones[(index * 4) % 9], radius=min(sheet.w / across, sheet.h / down) * 0.37, above=True)


def jumper_flat(sheet: Sheet, palette: Palette) -> None:
    """A patterned jumper laid flat."""
    middle = rooms.cloth(sheet, palette, weave="boards")
    with sheet.at(sheet.w / 2, middle + 24, 1.5, -3):
        jumper(sheet, palette.accents[1], (palette.light, palette.accents[0]))


def jumper_on_chair(sheet: Sheet, palette: Palette) -> None:
    """A jumper over a chair's back, wool on its seat."""
    ground = rooms.floor(sheet, palette, backdrop="window", part=0.93)
    with sheet.at(sheet.w / 2, ground, 1.34):
        spindle_chair(sheet, palette.accents[3])
        with sheet.at(0, -470, 0.64):
            jumper(sheet, palette.accents[0], (palette.light, palette.accents[2]))
        with sheet.at(60, -368, 0.5):
            wool(sheet, palette.accents[2])


def socks_on_line(sheet: Sheet, palette: Palette) -> None:
    """Odd socks on a washing line."""
    rooms.hills(sheet, palette)
    tones = (*palette.accents, palette.light)
    rope = curve([(-10, sheet.h * 0.2), (sheet.w * 0.5, sheet.h * 0.27), (sheet.w + 10, sheet.h * 0.18)], steps=20)
    sheet.fill(line(rope, 5), palette.dark)
    count = 5 if sheet.w > sheet.h else 4
    for index in range(count):
        x, y = rope[int((index + 0.5) / count * (len(rope) - 1))]
        with sheet.at(x, y + 2, 1.25, (-4, 3, -2, 5, -3)[index]):
            sock(sheet, tones[index], tones[(index + 2) % 5], design=index % 3)
            sheet.fill(box(-7, -22, 7, 26, 4), OAT, shade="right")
