"""Draw hand tools on their board and on the bench."""

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, NIGHT, SAND, Ink, Palette, mix
from content.demo.shapes import Shape, blob, box, line, oval, poly
from content.demo.sheet import Sheet

STEEL: Ink = (176, 182, 184)


def hammer(sheet: Sheet, grip: Ink) -> None:
    """Draw a hammer upright round (0, 0)."""
    sheet.fill(poly((-13, -170), (13, -170), (19, 210), (-19, 210)), SAND, shade="right")
    sheet.fill(box(-21, 70, 21, 216, 16), grip, shade="right")
    head = blob(
        (-104, -218),
        (-60, -238),
        (70, -234),
        (98, -240),
        (104, -160),
        (72, -170),
        (10, -168),
        (-50, -182),
        steps=7,
    )
    sheet.fill(head, mix(STEEL, NIGHT, 0.35), shade="below", glow="above")


def wrench(sheet: Sheet, tone: Ink = STEEL) -> None:
    """Draw a spanner upright round (0, 0)."""
    shape = box(-21, -160, 21, 180, 8) + oval(0, -190, 62) + oval(0, 200, 54)
    shape = shape - poly((-26, -280), (26, -280), (20, -186), (-20, -186)) - oval(0, 200, 27)
    sheet.fill(shape, tone, shade="right", glow="left")
    sheet.fill(box(-8, -120, 8, 140, 8), mix(tone, NIGHT, 0.2))


def saw(sheet: Sheet, grip: Ink) -> None:
    """Draw a handsaw upright round (0, 0), its teeth to the right."""
    teeth = [(64 - k * 0.9 + (9 if k % 2 else 0), 70 - k * 10.0) for k in range(34)]
    blade = poly((-66, 80), (64, 80), *teeth, (14, -270), (-22, -270))
    sheet.fill(blade, STEEL, shade="right", glow="left")
    handle = blob(
        (-84, 70), (78, 70), (92, 130), (70, 216), (30, 236), (-50, 220), (-90, 180), steps=7
    )
    sheet.fill(
        handle - blob((-40, 120), (34, 112), (40, 160), (14, 190), (-38, 180), steps=6),
        grip,
        shade="right",
    )
    for x, y in ((-50, 96), (56, 96)):
        sheet.fill(oval(x, y, 9), CREAM)


def chisel(sheet: Sheet, grip: Ink) -> None:
    """Draw a chisel upright round (0, 0)."""
    sheet.fill(box(-17, -40, 17, -240), STEEL, shade="right", glow="left")
    sheet.fill(poly((-17, -238), (17, -238), (17, -262)), mix(STEEL, CHALK, 0.5))
    shape = blob(
        (-18, -44), (18, -44), (30, 60), (34, 170), (0, 196), (-34, 170), (-30, 60), steps=7
    )
    sheet.fill(shape, grip, shade="right", glow="left")
    sheet.fill(box(-23, -56, 23, -34, 5), mix(CLAY, CREAM, 0.3))
    sheet.fill(box(-36, 140, 36, 158, 6), mix(CLAY, CREAM, 0.3))


def plane(sheet: Sheet, grip: Ink) -> None:
    """Draw a wooden plane lying on its sole, its foot's middle at (0, 0)."""
    block = box(-220, -100, 220, 0, 12)
    sheet.shadow(oval(20, 0, 230, 20), dx=18, dy=6, blur=10)
    sheet.fill(block, SAND, shade="right", depth=0.5)
    sheet.fill(poly((-20, -98), (20, -210), (52, -200), (30, -98)), STEEL, shade="right")
    sheet.fill(poly((34, -98), (60, -180), (100, -160), (90, -98)), mix(SAND, COCOA, 0.4))
    knob = blob((-190, -96), (-186, -140), (-160, -176), (-130, -144), (-122, -96), steps=7)
    sheet.fill(knob, grip, shade="round")
    rear = blob((120, -96), (134, -180), (176, -214), (206, -190), (190, -140), (200, -96), steps=7)
    sheet.fill(rear, grip, shade="right")


def screwdriver(sheet: Sheet, grip: Ink) -> None:
    """Draw a screwdriver upright round (0, 0)."""
    sheet.fill(box(-8, -240, 8, 10), STEEL, shade="right")
    sheet.fill(poly((-8, -238), (8, -238), (12, -264), (-12, -264)), STEEL)
    shape = blob((-20, 0), (20, 0), (36, 50), (34, 190), (0, 216), (-34, 190), (-36, 50), steps=7)
    sheet.fill(shape, grip)
    for x in (-14, 0, 14):
        sheet.fill(line([(x, 60), (x, 176)], 4), mix(grip, CHALK, 0.4))
    sheet.model(shape, grip)


def tools_on_board(sheet: Sheet, palette: Palette) -> None:
    """Six hand tools hung on a pegboard."""
    rooms.cloth(sheet, palette)
    peg = mix(palette.wall, palette.dark, 0.25)
    for row in range(int(sheet.h / 70) + 1):
        pegs = tuple(
            oval(35 + column * 70, 35 + row * 70, 5).rings[0]
            for column in range(int(sheet.w / 70) + 1)
        )
        sheet.fill(Shape(pegs), peg)
    one, two, three, four = palette.accents
    kit = (
        (saw, one),
        (chisel, two),
        (hammer, three),
        (wrench, four),
        (screwdriver, one),
        (chisel, three),
        (hammer, two),
        (screwdriver, four),
    )
    across = 4 if sheet.w > sheet.h else 2
    rows = 2
    for index, (tool, colour) in enumerate(kit[: across * rows]):
        x, y = sheet.w * (index % across + 0.5) / across, sheet.h * (index // across + 0.5) / rows
        with sheet.at(x, y, 0.94 * sheet.h / rows / 500):
            sheet.shadow(oval(0, 0, 44, 190), dx=18, dy=16, blur=14, strength=0.36)
            tool(sheet, colour)


def plane_on_bench(sheet: Sheet, palette: Palette) -> None:
    """A plane and its shavings on a bench."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.78)
    with sheet.at(sheet.w / 2 - 30, ground + 20, 1.7):
        plane(sheet, palette.accents[0])
    for index in range(7):
        x = sheet.w * (0.1 + 0.13 * index)
        y = ground + 80 + (index * 53) % 110
        with sheet.at(x, y, 1.0, index * 50):
            curl = [
                (
                    (46 - step * 1.5) * math.cos(step * 0.42),
                    (38 - step * 1.2) * math.sin(step * 0.42),
                )
                for step in range(26)
            ]
            sheet.fill(line(curl, 13, 5), mix(SAND, CREAM, 0.5), shade="right")
