"""Records, their sleeves and the player."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, NIGHT, Ink, Palette, mix
from content.demo.shapes import Shape, arc, box, curve, hoop, line, oval, poly
from content.demo.sheet import Sheet

VINYL: Ink = (34, 30, 38)


def disc(
    sheet: Sheet, label: Ink, *, radius: float = 200, turn: float = 0.0, squash: float = 1.0
) -> None:
    """Draw a record round (0, 0), its label and shine turned by `turn` degrees."""
    whole = oval(0, 0, radius, radius * squash)
    sheet.fill(whole, VINYL)
    for part in (0.95, 0.88, 0.8, 0.72, 0.64, 0.56, 0.48):
        sheet.fill(hoop(0, 0, radius * part, radius * part * squash, 2.2), (62, 56, 66))
    for start in (-60, 120):
        shine = arc(0, 0, radius * 0.93, radius * 0.93 * squash, start, start + 34)
        back = list(reversed(arc(0, 0, radius * 0.4, radius * 0.4 * squash, start, start + 34)))
        sheet.fill(poly(*shine, *back), (120, 112, 122), opacity=0.3)
    sheet.fill(oval(0, 0, radius * 0.34, radius * 0.34 * squash), label)
    mark = math.radians(turn)
    for step, size in ((0.0, 0.11), (2.2, 0.05), (4.0, 0.07)):
        x, y = math.cos(mark + step), math.sin(mark + step) * squash
        dot = oval(x * radius * 0.2, y * radius * 0.2, radius * size, radius * size * squash)
        sheet.fill(dot, mix(label, CHALK, 0.75))
    sheet.fill(oval(0, 0, radius * 0.035, radius * 0.035 * squash), VINYL)


def sleeve(sheet: Sheet, palette: Palette, *, design: int, size: float = 400) -> None:
    """Draw a record sleeve whose lower left corner is (0, 0), with one of six printed designs."""
    one, two, three, four = palette.accents
    cover = box(0, -size, size, 0, 4)
    sheet.shadow(cover, dx=14, dy=12, blur=12, strength=0.45)
    grounds: tuple[Ink, ...] = (one, two, CREAM, three, four, palette.dark)
    sheet.fill(cover, grounds[design % 6])
    with sheet.inside(cover):
        _design(sheet, design % 6, size, (palette.light, one, two, three))


def _design(sheet: Sheet, design: int, size: float, tones: tuple[Ink, Ink, Ink, Ink]) -> None:
    middle = (size / 2, -size / 2)
    if design == 0:
        for index, part in enumerate((0.46, 0.36, 0.26, 0.16, 0.07)):
            sheet.fill(
                oval(*middle, size * part),
                tones[(index * 2) % 4] if index % 2 else tones[0],
                shade="below",
                depth=0.3,
            )
    elif design == 1:
        for index in range(7):
            y = -size * 0.1 - index * size * 0.12
            wave = [
                (x, y + math.sin(x / size * 9 + index) * size * 0.03)
                for x in range(-20, int(size) + 40, 20)
            ]
            sheet.fill(line(wave, size * 0.045), tones[(0, 3, 0, 1)[index % 4]])
    elif design == 2:
        for index in range(12):
            ray = poly(
                middle,
                *[
                    (middle[0] + size * math.cos(a), middle[1] + size * math.sin(a))
                    for a in (index * math.tau / 12, index * math.tau / 12 + 0.26)
                ],
            )
            sheet.fill(ray, tones[1 + index % 3])
        sheet.fill(oval(*middle, size * 0.17), tones[0])
    elif design == 3:
        for row in range(4):
            for column in range(4):
                x, y = size * (column + 0.5) / 4, -size * (row + 0.5) / 4
                half = Shape(
                    (
                        tuple(
                            arc(
                                x,
                                y,
                                size * 0.11,
                                size * 0.11,
                                90 * (row + column),
                                90 * (row + column) + 180,
                            )
                        ),
                    )
                )
                sheet.fill(half, tones[(row * 3 + column) % 3], shade="right", depth=0.3)
    elif design == 4:
        sheet.fill(oval(size * 0.62, -size * 0.62, size * 0.2), tones[3])
        hill = curve([(0, -size * 0.4), (size * 0.4, -size * 0.5), (size, -size * 0.22)], steps=6)
        sheet.fill(poly(*hill, (size, 0), (0, 0)), tones[1], shade="below")
        low = curve([(0, -size * 0.14), (size * 0.5, -size * 0.26), (size, -size * 0.3)], steps=6)
        sheet.fill(poly(*low, (size, 0), (0, 0)), tones[2], shade="below")
    else:
        for index in range(9):
            x = size * (index + 0.7) / 9.6
            tall = size * (0.25 + 0.5 * abs(math.sin(index * 1.7)))
            sheet.fill(
                box(x - 10, middle[1] - tall / 2, x + 10, middle[1] + tall / 2, 9),
                tones[1 + index % 3],
            )


def player(sheet: Sheet, palette: Palette, *, turn: float = 20, wood: Ink = CLAY) -> None:
    """Draw a record player seen a little from above, the middle of its front foot at (0, 0)."""
    sheet.shadow(oval(30, 0, 350, 40), dx=20, dy=10, blur=16, strength=0.5)
    front = box(-330, -92, 330, 0, 12)
    top = poly((-330, -84), (330, -84), (286, -262), (-286, -262))
    sheet.fill(front, wood, shade="below", depth=0.5)
    for x in (-200, 40):
        grain = curve([(x - 90, -48), (x, -58), (x + 100, -40)])
        sheet.fill(line(grain, 3, 1), mix(wood, COCOA, 0.4))
    sheet.fill(top, mix(wood, CREAM, 0.4), shade="right", depth=0.3)
    with sheet.at(-60, -172):
        sheet.fill(oval(0, 6, 206, 82), mix(wood, COCOA, 0.5))
        disc(sheet, palette.accents[0], radius=196, squash=0.39, turn=turn)
    pivot = (232, -222)
    sheet.fill(oval(*pivot, 30, 14), palette.dark)
    sheet.fill(
        line(curve([pivot, (214, -150), (120, -140), (64, -148)]), 9, 7), CHALK, shade="below"
    )
    sheet.fill(poly((40, -156), (74, -160), (70, -132), (36, -134)), palette.dark)
    for x in (214, 256):
        sheet.fill(oval(x, -46, 16), palette.light, shade="round")
    sheet.fill(oval(160, -46, 9), palette.accents[0])


def crate_of_records(sheet: Sheet, palette: Palette) -> None:
    """A crate of records, one pulled half out of its sleeve beside it."""
    ground = rooms.floor(sheet, palette, backdrop="plain", part=0.88)
    with sheet.at(sheet.w / 2 - 330, ground, 1.15):
        for index in range(5):
            with sheet.at(18 + index * 12, -80 - index * 14, 0.82, -3 + index * 1.4):
                sleeve(sheet, palette, design=index + 1)
        crate = box(-10, -200, 400, 0, 5)
        sheet.shadow(crate, dx=24, dy=10, blur=14)
        for y in (-196, -130, -64):
            sheet.fill(
                box(-10, y, 400, y + 58, 5), mix(CLAY, CREAM, 0.35), shade="right", depth=0.5
            )
        sheet.fill(box(150, -180, 246, -156, 12), mix(CLAY, COCOA, 0.7))
    with sheet.at(sheet.w / 2 + 330, ground - 170, 1.15):
        sheet.shadow(oval(0, 0, 185), dx=16, dy=20, blur=14)
        disc(sheet, palette.accents[0], radius=185, turn=40)
    with sheet.at(sheet.w / 2 + 130, ground + 32, 1.0, -4):
        sleeve(sheet, palette, design=0)


def player_on_table(sheet: Sheet, palette: Palette) -> None:
    """A record playing."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.84)
    with sheet.at(sheet.w / 2, ground + 20, 1.2):
        player(sheet, palette)


def sleeves_from_above(sheet: Sheet, palette: Palette) -> None:
    """Six sleeves laid out in rows."""
    rooms.cloth(sheet, palette, weave="boards")
    across, down = (3, 2) if sheet.w >= sheet.h else (2, 3)
    cell = min(sheet.w / across, sheet.h / down)
    size = cell * 0.84
    left = (sheet.w - across * cell) / 2 + (cell - size) / 2
    top = (sheet.h - down * cell) / 2 + (cell - size) / 2
    for index in range(6):
        x = left + (index % across) * cell
        y = top + (index // across) * cell + size
        with sheet.at(x, y, 1.0, sheet.random.uniform(-2.5, 2.5)):
            if index == 4:
                with sheet.at(size * 0.62, -size * 0.5):
                    disc(sheet, palette.accents[0], radius=size * 0.46)
            sleeve(sheet, palette, design=index, size=size)


def listening_corner(sheet: Sheet, palette: Palette) -> None:
    """A player on a cabinet with sleeves below and a hanging lamp."""
    ground = rooms.floor(sheet, palette, backdrop="plain", part=0.9)
    x = sheet.w / 2
    sheet.light(
        oval(x, ground - 420, 330, 260), mix(palette.wall, CREAM, 0.7), blur=90, strength=0.5
    )
    sheet.fill(line([(x, -9), (x, ground - 800)], 4), palette.dark)
    shade = poly(
        (x - 46, ground - 800),
        (x + 46, ground - 800),
        (x + 120, ground - 690),
        (x - 120, ground - 690),
    )
    sheet.fill(shade, palette.accents[0], shade="right")
    sheet.fill(oval(x, ground - 690, 120, 18), mix(CREAM, palette.accents[2], 0.4))
    cabinet = box(x - 380, ground - 330, x + 380, ground - 40, 8)
    sheet.shadow(cabinet, dx=26, dy=20, blur=18)
    sheet.fill(cabinet, CLAY, shade="right", depth=0.5)
    sheet.fill(box(x - 356, ground - 300, x + 356, ground - 62), mix(COCOA, NIGHT, 0.4))
    with sheet.inside(box(x - 356, ground - 300, x + 356, ground - 62)):
        for index in range(44):
            tone = (*palette.accents, CREAM, CHALK)[(index * 7) % 6]
            left = x - 350 + index * 16
            sheet.fill(
                box(left, ground - 292 + (index * 5) % 9, left + 13, ground - 62),
                tone,
                shade="below",
                depth=0.4,
            )
    for side in (-330, 330):
        sheet.fill(
            poly(
                (x + side - 14, ground - 40),
                (x + side + 14, ground - 40),
                (x + side + 6, ground + 8),
                (x + side - 6, ground + 8),
            ),
            COCOA,
        )
    with sheet.at(x, ground - 330, 0.9):
        player(sheet, palette, wood=mix(palette.accents[1], CREAM, 0.15))
