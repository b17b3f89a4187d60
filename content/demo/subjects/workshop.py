"""Hand tools, a sewing machine and mended boots."""

from __future__ import annotations

import math

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, NIGHT, OAT, SAND, Ink, Palette, mix
from content.demo.shapes import Shape, blob, box, curve, hoop, line, oval, poly
from content.demo.sheet import Sheet

STEEL: Ink = (176, 182, 184)


def hammer(sheet: Sheet, grip: Ink) -> None:
    """Draw a hammer upright round (0, 0)."""
    sheet.fill(poly((-13, -170), (13, -170), (19, 210), (-19, 210)), SAND, shade="right")
    sheet.fill(box(-21, 70, 21, 216, 16), grip, shade="right")
    head = blob((-104, -218), (-60, -238), (70, -234), (98, -240), (104, -160), (72, -170), (10, -168), (-50, -182), steps=7)
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
    handle = blob((-84, 70), (78, 70), (92, 130), (70, 216), (30, 236), (-50, 220), (-90, 180), steps=7)
    sheet.fill(handle - blob((-40, 120), (34, 112), (40, 160), (14, 190), (-38, 180), steps=6), grip, shade="right")
    for x, y in ((-50, 96), (56, 96)):
        sheet.fill(oval(x, y, 9), CREAM)


def chisel(sheet: Sheet, grip: Ink) -> None:
    """Draw a chisel upright round (0, 0)."""
    sheet.fill(box(-17, -40, 17, -240), STEEL, shade="right", glow="left")
    sheet.fill(poly((-17, -238), (17, -238), (17, -262)), mix(STEEL, CHALK, 0.5))
    shape = blob((-18, -44), (18, -44), (30, 60), (34, 170), (0, 196), (-34, 170), (-30, 60), steps=7)
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
        pegs = tuple(oval(35 + column * 70, 35 + row * 70, 5).rings[0] for column in range(int(sheet.w / 70) + 1))
        sheet.fill(Shape(pegs), peg)
    one, two, three, four = palette.accents
    kit = ((saw, one), (chisel, two), (hammer, three), (wrench, four), (screwdriver, one), (chisel, three), (hammer, two), (screwdriver, four))
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
                ((46 - step * 1.5) * math.cos(step * 0.42), (38 - step * 1.2) * math.sin(step * 0.42))
                for step in range(26)
            ]
            sheet.fill(line(curl, 13, 5), mix(SAND, CREAM, 0.5), shade="right")


def sewing_machine(sheet: Sheet, colour: Ink, trim: Ink) -> None:
    """Draw an old sewing machine, the middle of its foot at (0, 0)."""
    sheet.shadow(oval(30, 0, 350, 30), dx=22, dy=6, blur=14, strength=0.5)
    sheet.fill(box(-330, -62, 330, 0, 10), CLAY, shade="below", depth=0.6)
    sheet.fill(box(-290, -88, 300, -58, 6), colour, shade="right")
    arm = blob((140, -84), (140, -240), (60, -268), (-120, -266), (-168, -250), (-170, -180), (-226, -180), (-236, -320), (-190, -366), (60, -372), (200, -372), (262, -330), (266, -84), steps=8)
    sheet.fill(arm, colour, shade="right", glow="above")
    sheet.fill(line([(-200, -184), (-200, -96)], 8, 5), STEEL)
    sheet.fill(poly((-222, -108), (-178, -108), (-170, -92), (-232, -92)), STEEL)
    sheet.fill(oval(280, -250, 30, 84), mix(STEEL, NIGHT, 0.3), shade="right")
    sheet.fill(oval(300, -250, 24, 76), mix(colour, CHALK, 0.14), shade="right")
    sheet.fill(box(30, -430, 66, -372, 4), trim, shade="right")
    sheet.fill(line(curve([(48, -420), (-60, -398), (-190, -340), (-200, -200)]), 3), trim)
    for x in (-120, -60, 0, 60, 120):
        sheet.fill(oval(x, -320, 17, 11), trim)
        sheet.fill(line(curve([(x - 26, -306), (x, -332), (x + 26, -306)]), 4), trim)


def machine_at_window(sheet: Sheet, palette: Palette) -> None:
    """A sewing machine with cloth under its needle."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.84)
    with sheet.at(sheet.w / 2, ground, 1.35):
        sewing_machine(sheet, palette.dark, palette.accents[2])
        cloth = blob((-320, -92), (-210, -104), (-110, -92), (-150, -40), (-280, 40), (-420, 60), (-440, 0), steps=8)
        sheet.fill(cloth, palette.accents[0], shade="below", depth=0.5)
        with sheet.inside(cloth):
            for row in range(6):
                for column in range(9):
                    sheet.fill(oval(-430 + column * 42 + row % 2 * 20, -96 + row * 30, 7), CHALK)


def thread_reels(sheet: Sheet, palette: Palette) -> None:
    """Reels of thread in rows."""
    rooms.cloth(sheet, palette, weave="stripes")
    tones = (*palette.accents, palette.dark, palette.light)
    across, down = (6, 4) if sheet.w > sheet.h else (4, 5)
    for index in range(across * down):
        x = sheet.w * (index % across + 0.5) / across
        y = sheet.h * (index // across + 0.5) / down
        tone = tones[(index * 5 + index // across) % 6]
        with sheet.at(x, y, 0.96, sheet.random.uniform(-6, 6)):
            whole = box(-56, -84, 56, 84, 8)
            sheet.shadow(whole, dx=14, dy=16, blur=10)
            for top in (-84, 62):
                sheet.fill(box(-58, top, 58, top + 22, 8), SAND, shade="right")
            body = box(-46, -64, 46, 64, 6)
            sheet.fill(body, tone)
            for step in range(12):
                y0 = -58 + step * 10
                sheet.fill(line([(-46, y0 + 4), (46, y0 - 3)], 2), mix(tone, NIGHT, 0.2))
            sheet.model(body, tone)


def boot(sheet: Sheet, leather: Ink, lace: Ink) -> None:
    """Draw a boot pointing to the right, the middle of its sole at (0, 0)."""
    sheet.shadow(oval(30, 2, 200, 18), dx=18, dy=6, blur=12, strength=0.5)
    upper = blob((-150, -36), (-146, -180), (-156, -330), (-100, -346), (0, -330), (-4, -210), (70, -150), (160, -120), (186, -60), (180, -32), (0, -26), steps=8)
    sheet.fill(upper, leather, shade="right", depth=0.5, glow="left")
    sheet.fill(box(-158, -38, 192, -12, 10), mix(leather, CREAM, 0.55), shade="right")
    sheet.fill(box(-156, -20, 190, 0, 6), COCOA)
    sheet.fill(box(-156, -24, -70, 12, 4), COCOA)
    sheet.fill(blob((-160, -326), (-100, -342), (4, -326), (2, -296), (-100, -310), (-158, -298), steps=6), mix(leather, CREAM, 0.3))
    toe = curve([(94, -140), (112, -100), (96, -34)])
    sheet.fill(line(toe, 4), mix(leather, CREAM, 0.5))
    for step in range(5):
        x, y = -8 + step * 17, -290 + step * 34
        sheet.fill(line([(x - 34, y + 6), (x + 8, y - 2)], 8), lace)
        sheet.fill(oval(x - 36, y + 7, 6), CREAM)
    sheet.fill(hoop(-20, -306, 30, 18, 7), lace)


def boots_on_mat(sheet: Sheet, palette: Palette) -> None:
    """A pair of mended boots by the door."""
    ground = rooms.floor(sheet, palette, backdrop="disc", part=0.84)
    mat = oval(sheet.w / 2, ground + 30, 470, 76)
    sheet.fill(mat, palette.accents[3], shade="right")
    with sheet.at(sheet.w / 2 + 90, ground - 8, 1.45):
        boot(sheet, mix(palette.accents[0], COCOA, 0.3), OAT)
    with sheet.at(sheet.w / 2 - 150, ground + 46, 1.45):
        boot(sheet, palette.accents[0], CREAM)
