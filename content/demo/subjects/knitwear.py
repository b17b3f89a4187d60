"""Draw jumpers and socks."""

import math

from content.demo import country, rooms
from content.demo.inks import OAT, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, line, oval, poly
from content.demo.sheet import Sheet
from content.demo.subjects.chairs import spindle_chair
from content.demo.subjects.wool import wool


def jumper(sheet: Sheet, colour: Ink, marks: tuple[Ink, Ink]) -> None:
    """Draw a jumper with a patterned yoke laid flat, its collar's middle at (0, -250)."""
    torso = blob(
        (-150, -230),
        (-60, -262),
        (60, -262),
        (150, -230),
        (170, 0),
        (164, 250),
        (0, 262),
        (-164, 250),
        (-170, 0),
        steps=8,
    )
    for side in (-1, 1):
        arm = poly(
            (side * 110, -244),
            (side * 176, -216),
            (side * 330, 170),
            (side * 256, 204),
            (side * 150, -40),
        )
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
    shape = blob(
        (-46, 0),
        (46, 0),
        (48, 150),
        (74, 212),
        (150, 236),
        (170, 280),
        (130, 312),
        (0, 300),
        (-52, 250),
        (-50, 120),
        steps=7,
    )
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
    country.hills(sheet, palette)
    tones = (*palette.accents, palette.light)
    rope = curve(
        [(-10, sheet.h * 0.2), (sheet.w * 0.5, sheet.h * 0.27), (sheet.w + 10, sheet.h * 0.18)],
        steps=20,
    )
    sheet.fill(line(rope, 5), palette.dark)
    count = 5 if sheet.w > sheet.h else 4
    for index in range(count):
        x, y = rope[int((index + 0.5) / count * (len(rope) - 1))]
        with sheet.at(x, y + 2, 1.25, (-4, 3, -2, 5, -3)[index]):
            sock(sheet, tones[index], tones[(index + 2) % 5], design=index % 3)
            sheet.fill(box(-7, -22, 7, 26, 4), OAT, shade="right")
