"""Draw birds, their feathers and a nest box."""

from content.demo import country, rooms
from content.demo.inks import (
    BRICK,
    CHALK,
    CLAY,
    COCOA,
    CREAM,
    FOREST,
    MOSS,
    NIGHT,
    SAND,
    Ink,
    Palette,
    mix,
)
from content.demo.shapes import blob, box, curve, leaf, line, oval, poly
from content.demo.sheet import Sheet


def nest_box(sheet: Sheet, colour: Ink, roof: Ink) -> None:
    """Draw a nest box, its foot at (0, 0)."""
    body = box(-110, -270, 110, 0, 4)
    sheet.shadow(body, dx=22, dy=18, blur=14)
    sheet.fill(body, colour, shade="right", depth=0.5)
    for x in (-56, 0, 56):
        sheet.fill(line([(x, -262), (x, -6)], 2), mix(colour, COCOA, 0.35))
    top = poly((-150, -262), (0, -370), (150, -262), (150, -236), (0, -340), (-150, -236))
    sheet.fill(poly((-112, -264), (0, -344), (112, -264)), colour, shade="right")
    sheet.fill(top, roof, shade="right")
    sheet.fill(oval(0, -196, 44), mix(colour, COCOA, 0.45))
    sheet.fill(oval(3, -193, 38), (46, 34, 34))
    sheet.fill(line([(0, -116), (0, -92)], 11), COCOA)
    sheet.fill(oval(0, -112, 10), SAND)


def bird(sheet: Sheet, coat: Ink, breast: Ink) -> None:
    """Draw a small bird perched at (0, 0), looking to the right."""
    sheet.fill(poly((-60, -60), (-168, -18), (-160, 6), (-50, -30)), mix(coat, NIGHT, 0.3))
    for x in (-8, 14):
        sheet.fill(line([(x, -30), (x + 4, 0)], 5), COCOA)
    body = blob(
        (-90, -60),
        (-60, -116),
        (0, -132),
        (40, -168),
        (84, -160),
        (100, -128),
        (84, -70),
        (30, -26),
        (-40, -26),
        steps=8,
    )
    sheet.fill(body, coat, shade="below", depth=0.4)
    with sheet.inside(body):
        sheet.fill(
            blob((90, -120), (104, -80), (50, -10), (-30, -10), (20, -60), (60, -90), steps=7),
            breast,
            shade="below",
            depth=0.4,
        )
    wing = blob((-100, -50), (-50, -108), (20, -100), (10, -62), (-40, -44), steps=7)
    sheet.fill(wing, mix(coat, NIGHT, 0.25), shade="right")
    sheet.fill(poly((98, -140), (132, -128), (98, -118)), (214, 150, 60))
    sheet.fill(oval(72, -138, 8), NIGHT)
    sheet.fill(oval(74, -141, 2.6), CHALK)


def nest_box_on_tree(sheet: Sheet, palette: Palette) -> None:
    """A nest box on a trunk, a bird arriving."""
    country.hills(sheet, palette, sun=True)
    trunk = poly(
        (sheet.w * 0.5, -20),
        (sheet.w * 0.5 + 190, -20),
        (sheet.w * 0.5 + 230, sheet.h + 20),
        (sheet.w * 0.5 - 30, sheet.h + 20),
    )
    sheet.fill(trunk, COCOA, shade="right", glow="left")
    branch = curve(
        [
            (sheet.w * 0.55, sheet.h * 0.7),
            (sheet.w * 0.36, sheet.h * 0.66),
            (sheet.w * 0.14, sheet.h * 0.6),
        ]
    )
    sheet.fill(line(branch, 44, 13), COCOA, shade="below")
    for x, y in branch[6::3]:
        sheet.fill(leaf(84, 40).turned(-28).moved(x, y), MOSS, shade="right")
        sheet.fill(leaf(74, 36).turned(196).moved(x + 20, y), FOREST, shade="right")
    with sheet.at(sheet.w * 0.5 + 104, sheet.h * 0.62, 1.35):
        nest_box(sheet, palette.accents[0], palette.dark)
    with sheet.at(sheet.w * 0.26, sheet.h * 0.61, 1.15):
        bird(sheet, palette.accents[1], mix(BRICK, CLAY, 0.6))


def birds_on_wire(sheet: Sheet, palette: Palette) -> None:
    """Four unlike birds on a wire."""
    rooms.cloth(sheet, palette)
    tones = (*palette.accents, palette.dark)
    sheet.fill(oval(sheet.w * 0.5, sheet.h * 0.44, 330), palette.disc, shade="below", depth=0.3)
    for row, part in enumerate((0.47, 0.78)):
        wire = curve(
            [
                (-10, sheet.h * part),
                (sheet.w / 2, sheet.h * (part + 0.045)),
                (sheet.w + 10, sheet.h * part),
            ],
            steps=12,
        )
        sheet.fill(line(wire, 5), palette.dark)
        for index in range(2 + row):
            spot = wire[int(len(wire) * (index + 0.72) / (2.5 + row))]
            with sheet.at(spot[0], spot[1], 1.25 - row * 0.15):
                bird(
                    sheet,
                    tones[(index * 2 + row) % 5],
                    mix(tones[(index + 1 + row) % 5], CHALK, 0.35),
                )


def feathers(sheet: Sheet, palette: Palette) -> None:
    """Feathers laid out on paper."""
    rooms.cloth(sheet, palette)
    tones = (*palette.accents, palette.dark)
    count = 6 if sheet.w > sheet.h else 4
    for index in range(count):
        tone = tones[(index * 2) % 5]
        with sheet.at(
            sheet.w * (index + 0.5) / count,
            sheet.h * (0.8 if index % 2 else 0.86),
            1.0,
            (-10, 8, -4, 12, -8, 5)[index],
        ):
            blade = leaf(sheet.h * 0.62, 150, 30, 0.45)
            sheet.shadow(blade, dx=12, dy=14, blur=10, strength=0.3)
            sheet.fill(blade, tone, shade="right", glow="left")
            with sheet.inside(blade):
                for step in range(26):
                    y = -step * sheet.h * 0.024
                    band = mix(tone, CHALK, 0.45) if (step // 3) % 2 else mix(tone, NIGHT, 0.2)
                    sheet.fill(line([(0, y), (-90, y - 70)], 3), band)
                    sheet.fill(line([(0, y), (110, y - 70)], 3), band)
            sheet.fill(
                line(curve([(0, 80), (0, -60), (12, -sheet.h * 0.4), (30, -sheet.h * 0.6)]), 7, 2),
                CREAM,
            )
