"""Draw pots, jugs, cups and teapots, as if thrown on a wheel."""

from collections.abc import Sequence

from content.demo.inks import CHALK, Ink, mix
from content.demo.shapes import Shape, arc, blob, box, curve, line, oval, poly, turned
from content.demo.sheet import Sheet

Profile = Sequence[tuple[float, float]]


VASE: Profile = ((0, 62), (40, 92), (130, 128), (215, 104), (280, 48), (330, 40), (352, 54))


BOTTLE: Profile = ((0, 74), (60, 92), (170, 90), (225, 50), (270, 24), (370, 22), (384, 30))


BOWL: Profile = ((0, 60), (14, 62), (50, 132), (110, 176), (150, 188))


DISH: Profile = ((0, 88), (10, 90), (34, 170), (62, 214))


JUG: Profile = ((0, 88), (60, 116), (150, 112), (230, 74), (290, 70), (312, 82))


CUP: Profile = ((0, 46), (12, 60), (70, 78), (132, 82))


MOON: Profile = ((0, 56), (50, 120), (140, 158), (230, 128), (282, 62), (300, 58))


TALL: Profile = ((0, 60), (120, 76), (280, 60), (400, 84), (430, 90))


def vessel(
    sheet: Sheet,
    profile: Profile,
    colour: Ink,
    *,
    glaze: Ink | None = None,
    pattern: str = "",
    tilt: float = 0.16,
) -> None:
    """Draw a thrown pot with its foot at (0, 0); `glaze` is the ink of its pattern."""
    body = turned(profile, tilt=tilt)
    height, mouth = -profile[-1][0], profile[-1][1]
    widest = max(radius for _, radius in profile)
    foot = profile[0][1]
    sheet.shadow(
        oval(widest * 0.35, 6, foot + widest * 0.55, foot * 0.34),
        dx=24,
        dy=4,
        blur=12,
        strength=0.5,
    )
    sheet.fill(body, colour)
    if glaze is not None:
        with sheet.inside(body):
            _decorate(sheet, profile, glaze, pattern, tilt)
    sheet.model(body, colour)
    rim = oval(0, height, mouth, mouth * tilt)
    sheet.fill(rim, mix(colour, CHALK, 0.4))
    inner = oval(0, height + 1, mouth - 6, (mouth - 6) * tilt)
    sheet.fill(inner, mix(colour, sheet.shadow_ink, 0.5), shade="left", depth=0.5)


def _decorate(sheet: Sheet, profile: Profile, glaze: Ink, pattern: str, tilt: float) -> None:
    top, widest = profile[-1][0], max(radius for _, radius in profile)
    if pattern == "dip":
        edge = [(x, -top * 0.52 + 9 * ((x // 30) % 3)) for x in range(-240, 241, 30)]
        sheet.fill(poly(*curve(edge, steps=4), (250, -top - 60), (-250, -top - 60)), glaze)
    elif pattern == "bands":
        for part in (0.28, 0.36, 0.66):
            sheet.fill(_band(-top * part, widest, tilt, 13), glaze)
    elif pattern == "speckle":
        sheet.speckle(box(-widest, -top, widest, 20), glaze, count=120, size=4)
    elif pattern == "leaves":
        for step in range(-4, 5):
            x = step * 54
            sheet.fill(line([(x, -top * 0.2), (x + 6, -top * 0.72)], 4, 3), glaze)
            for part in (0.32, 0.44, 0.56, 0.66):
                sheet.fill(oval(x - 13, -top * part, 15, 6, 38), glaze)
                sheet.fill(oval(x + 19, -top * part - 6, 15, 6, -38), glaze)
    elif pattern == "checks":
        for row in range(6):
            for column in range(-5, 6):
                if (row + column) % 2:
                    x, y = column * 44, -top * 0.2 - row * 34
                    sheet.fill(box(x - 22, y - 17, x + 22, y + 17), glaze)
    elif pattern == "base":
        sheet.fill(_band(10, widest, tilt, top * 0.4), glaze)


def _band(y: float, radius: float, tilt: float, width: float) -> Shape:
    low = arc(0, y, radius, radius * tilt, 180, 0)
    high = [(x, py - width) for x, py in reversed(low)]
    return poly(*low, *high)


def handle(sheet: Sheet, colour: Ink, x: float, top: float, bottom: float, reach: float) -> None:
    """Draw the handle of a cup or a jug, on the right of its body."""
    path = curve(
        [(x - 8, top), (x + reach, top + 6), (x + reach * 0.86, bottom - 20), (x - 12, bottom)]
    )
    sheet.fill(line(path, 17, 13), mix(colour, sheet.shadow_ink, 0.16), shade="below", depth=0.4)


def cup(
    sheet: Sheet,
    colour: Ink,
    *,
    glaze: Ink | None = None,
    pattern: str = "",
    drink: Ink | None = None,
) -> None:
    """Draw a cup, filled when a drink is named."""
    handle(sheet, colour, 76, -112, -40, 52)
    vessel(sheet, CUP, colour, glaze=glaze, pattern=pattern, tilt=0.2)
    if drink is not None:
        sheet.fill(oval(0, -127, 72, 13), drink, shade="left", depth=0.3)


def jug(sheet: Sheet, colour: Ink, *, glaze: Ink | None = None, pattern: str = "") -> None:
    """Draw a jug with its spout to the left."""
    handle(sheet, colour, 74, -276, -120, 78)
    spout = blob((-62, -318), (-112, -326), (-88, -292), (-60, -262))
    sheet.fill(spout, colour, shade="below", depth=0.3)
    vessel(sheet, JUG, colour, glaze=glaze, pattern=pattern)


def teapot(sheet: Sheet, colour: Ink, *, glaze: Ink | None = None, pattern: str = "") -> None:
    """Draw a round teapot with its spout to the left and a bail or side handle to the right."""
    handle(sheet, colour, 132, -178, -62, 84)
    spout = blob(
        (-118, -60), (-176, -104), (-216, -184), (-190, -192), (-160, -138), (-108, -126), steps=8
    )
    sheet.fill(spout, colour, shade="below", depth=0.5)
    vessel(
        sheet,
        ((0, 84), (30, 126), (100, 152), (170, 120), (204, 74)),
        colour,
        glaze=glaze,
        pattern=pattern,
    )
    lid = turned(((200, 80), (216, 72), (240, 40), (250, 16)), tilt=0.2)
    sheet.fill(lid, mix(colour, CHALK, 0.14), shade="right", depth=0.6)
    sheet.fill(oval(0, -262, 20), mix(colour, sheet.shadow_ink, 0.3), shade="round", depth=0.6)


def stems(sheet: Sheet, colour: Ink, bloom: Ink, *, height: float, count: int = 5) -> None:
    """Draw dry stems with small round blooms rising from (0, 0)."""
    for index in range(count):
        lean = (index - (count - 1) / 2) * 46 + sheet.random.uniform(-14, 14)
        tall = height * sheet.random.uniform(0.72, 1.0)
        path = curve([(0, 0), (lean * 0.3, -tall * 0.55), (lean, -tall)], steps=8)
        sheet.fill(line(path, 4.5, 3), colour)
        for _ in range(9):
            dx, dy = sheet.random.uniform(-26, 26), sheet.random.uniform(-38, 22)
            sheet.fill(
                oval(lean + dx, -tall + dy, sheet.random.uniform(7, 13)), bloom, shade="round"
            )
