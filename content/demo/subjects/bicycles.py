"""Bicycles and their parts."""

import math

from content.demo import country, rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, NIGHT, SAND, Ink, Palette, mix
from content.demo.shapes import arc, blob, box, curve, hoop, line, oval, poly
from content.demo.sheet import Sheet


def wheel(sheet: Sheet, radius: float, *, turn: float = 0.0, tyre: Ink = (44, 40, 46)) -> None:
    """Draw a spoked wheel round (0, 0), turned by `turn` degrees."""
    for step in range(14):
        angle = math.radians(turn) + step * math.tau / 14
        end = (radius * math.cos(angle), radius * math.sin(angle))
        sheet.fill(line([(0, 0), end], 2.4), mix(CHALK, NIGHT, 0.35))
    sheet.fill(hoop(0, 0, radius, radius, 15), tyre)
    sheet.fill(hoop(0, 0, radius - 14, radius - 14, 7), mix(CHALK, SAND, 0.5), shade="right")
    angle = math.radians(turn + 20)
    sheet.fill(oval((radius - 18) * math.cos(angle), (radius - 18) * math.sin(angle), 8), CREAM)
    sheet.fill(oval(0, 0, 13), mix(CHALK, NIGHT, 0.5), shade="round")


def bicycle(
    sheet: Sheet, frame: Ink, saddle: Ink, *, basket: Ink | None = None, turn: float = 0.0
) -> None:
    """Draw a bicycle pointing to the right, the middle of its wheels' ground line at (0, 0)."""
    radius = 170.0
    rear, front, crank = (-270.0, -170.0), (280.0, -170.0), (-40.0, -165.0)
    seat, head, bars = (-112.0, -400.0), (206.0, -390.0), (190.0, -470.0)
    sheet.shadow(oval(20, 0, 470, 20), dx=20, dy=6, blur=12, strength=0.5)
    for hub in (rear, front):
        with sheet.at(*hub):
            wheel(sheet, radius, turn=turn + hub[0])
    dark = mix(frame, sheet.shadow_ink, 0.3)
    sheet.fill(line([rear, (-100, -372)], 10), dark)
    sheet.fill(line([rear, crank], 11), dark)
    sheet.fill(line(curve([bars, head, (236, -300), (252, -230), front]), 13, 10), frame)
    sheet.fill(line([crank, seat], 15), frame, shade="right")
    sheet.fill(line([crank, (212, -342)], 15), frame, shade="below")
    sheet.fill(line([(-104, -372), (206, -386)], 14), frame)
    sheet.fill(line([(-112, -400), (-126, -446)], 9), mix(CHALK, NIGHT, 0.3))
    cushion = blob(
        (-196, -462),
        (-150, -474),
        (-90, -464),
        (-44, -452),
        (-90, -440),
        (-150, -430),
        (-196, -438),
        steps=6,
    )
    sheet.fill(cushion, saddle, shade="below")
    grips = curve([(190, -470), (196, -502), (240, -506), (262, -486), (246, -462)])
    sheet.fill(line(grips, 11), mix(CHALK, NIGHT, 0.6))
    sheet.fill(line(grips[-14:], 17, 15), saddle)
    for hub in (rear, front):
        sheet.fill(line(arc(*hub, radius + 13, radius + 13, 190, 300), 9), frame)
    sheet.fill(hoop(*crank, 44, 44, 11), mix(CHALK, NIGHT, 0.45))
    sheet.fill(line([crank, (-18, -98)], 11, 9), NIGHT)
    sheet.fill(line([(-46, -96), (12, -98)], 13), NIGHT)
    for dy in (-40, 40):
        sheet.fill(line([(rear[0], rear[1] + dy * 0.4), (crank[0], crank[1] + dy)], 3), NIGHT)
    if basket is not None:
        _basket(sheet, basket)


def _basket(sheet: Sheet, colour: Ink) -> None:
    shape = poly((226, -470), (420, -470), (394, -330), (250, -330))
    for x, tone in (
        (268, (214, 90, 60)),
        (308, (236, 180, 80)),
        (348, (222, 150, 140)),
        (384, (230, 110, 70)),
    ):
        sheet.fill(line([(x, -440), (x + (x - 320) * 0.3, -520)], 4), (86, 106, 65))
        sheet.fill(oval(x + (x - 320) * 0.3, -524, 26, 24), tone, shade="round")
    sheet.fill(shape, colour)
    with sheet.inside(shape):
        for step in range(7):
            sheet.fill(
                line([(220, -460 + step * 22), (430, -460 + step * 22)], 4),
                mix(colour, COCOA, 0.35),
            )
        for step in range(12):
            x = 222 + step * 18
            sheet.fill(line([(x, -470), (x + (320 - x) * 0.22, -326)], 3), mix(colour, COCOA, 0.35))
    sheet.model(shape, colour, depth=0.5)
    sheet.fill(line([(222, -470), (424, -470)], 13), mix(colour, CREAM, 0.3))


def by_the_wall(sheet: Sheet, palette: Palette) -> None:
    """A bicycle with a basket of flowers leaning on a wall."""
    ground = rooms.floor(sheet, palette, backdrop="disc", part=0.87)
    with sheet.at(sheet.w / 2, ground, 1.12):
        bicycle(sheet, palette.accents[0], COCOA, basket=SAND)


def in_the_hills(sheet: Sheet, palette: Palette) -> None:
    """A bicycle left on a hilltop."""
    ground = country.hills(sheet, palette)
    with sheet.at(sheet.w / 2, ground + 40, 0.86):
        bicycle(sheet, palette.accents[0], COCOA)


def two_at_the_shop(sheet: Sheet, palette: Palette) -> None:
    """Two bicycles, one behind another, waiting to be collected."""
    ground = rooms.floor(sheet, palette, backdrop="stripes", part=0.86)
    with sheet.at(sheet.w / 2 + 120, ground - 34, 0.92):
        bicycle(sheet, palette.accents[1], NIGHT)
    with sheet.at(sheet.w / 2 - 90, ground + 46, 1.0):
        bicycle(sheet, palette.accents[0], CLAY, basket=SAND)


def wheel_on_wall(sheet: Sheet, palette: Palette) -> None:
    """A wheel on a stand beside a toolbox."""
    ground = rooms.table(sheet, palette, backdrop="arch", part=0.87)
    with sheet.at(sheet.w / 2, ground - 340, 1.9):
        sheet.shadow(hoop(0, 0, 170, 170, 14), dx=16, dy=14, blur=8)
        wheel(sheet, 170, turn=9)
    for side in (-1, 1):
        leg = line([(sheet.w / 2, ground - 340), (sheet.w / 2 + side * 90, ground)], 24, 18)
        sheet.fill(leg, palette.accents[0], shade="right")
    sheet.fill(
        box(sheet.w / 2 - 150, ground - 14, sheet.w / 2 + 150, ground + 12, 6),
        palette.accents[0],
        shade="below",
    )
    sheet.fill(oval(sheet.w / 2, ground - 340, 26), palette.light, shade="round")
