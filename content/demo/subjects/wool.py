"""Draw balls of wool."""

from content.demo import rooms
from content.demo.inks import CHALK, CLAY, COCOA, CREAM, OAT, Ink, Palette, mix
from content.demo.shapes import arc, line, oval, poly
from content.demo.sheet import Sheet


def wool(sheet: Sheet, colour: Ink, *, radius: float = 100, above: bool = False) -> None:
    """Draw a ball of wool round (0, 0), standing or seen from above."""
    ball = oval(0, 0, radius)
    if above:
        sheet.shadow(ball, dx=18, dy=20, blur=14, strength=0.42)
    if not above:
        sheet.shadow(
            oval(0, radius * 0.86, radius * 0.96, radius * 0.24), dx=18, dy=6, blur=12, strength=0.5
        )
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
    tones = (
        *palette.accents,
        palette.light,
        palette.dark,
        mix(palette.accents[0], CREAM, 0.5),
        mix(palette.accents[1], CREAM, 0.5),
        mix(palette.accents[2], CREAM, 0.4),
    )
    across, down = (4, 3) if sheet.w > sheet.h * 1.15 else (3, 3) if sheet.w >= sheet.h else (3, 4)
    for index in range(across * down):
        x = sheet.w * (index % across + 0.5) / across
        y = sheet.h * (index // across + 0.5) / down
        with sheet.at(x, y, 1.0, index * 47):
            wool(
                sheet,
                tones[(index * 4) % 9],
                radius=min(sheet.w / across, sheet.h / down) * 0.37,
                above=True,
            )
