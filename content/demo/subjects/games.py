"""Draw chessmen and a wooden train."""

from content.demo import rooms
from content.demo.inks import COCOA, CREAM, OAT, SAND, Palette
from content.demo.shapes import box, line, oval, poly, turned
from content.demo.sheet import Sheet


def chessmen(sheet: Sheet, palette: Palette) -> None:
    """Turned chessmen on the edge of their board."""
    ground = rooms.table(sheet, palette, backdrop="window", part=0.8)
    for index in range(int(sheet.w // 120) + 1):
        tone = CREAM if index % 2 else COCOA
        sheet.fill(
            box(index * 120, ground - 40, index * 120 + 120, ground + 40),
            tone,
            shade="below",
            depth=0.3,
        )
        tone = COCOA if index % 2 else CREAM
        sheet.fill(
            box(index * 128 - 40, ground + 40, index * 128 + 88, ground + 130),
            tone,
            shade="below",
            depth=0.3,
        )
    profiles = (
        ((0, 70), (24, 72), (44, 46), (150, 26), (168, 40), (182, 30), (230, 40), (256, 22)),
        ((0, 84), (28, 86), (56, 52), (230, 30), (252, 56), (268, 40), (340, 60), (352, 46)),
        ((0, 80), (28, 82), (56, 50), (190, 34), (206, 54), (222, 50), (262, 56), (300, 58)),
        ((0, 76), (26, 78), (50, 48), (190, 26), (206, 46), (220, 34), (270, 44), (320, 8)),
    )
    order = (0, 2, 1, 3, 0)
    for index, kind in enumerate(order):
        tone = (palette.accents[0], OAT, COCOA, OAT, COCOA)[index]
        with sheet.at(sheet.w * (0.14 + 0.18 * index), ground + (0 if index % 2 else 44), 1.35):
            body = turned(profiles[kind])
            sheet.shadow(oval(50, 0, 90, 16), dx=20, dy=4, blur=10, strength=0.5)
            sheet.fill(body, tone)
            sheet.model(body, tone)
            top = -profiles[kind][-1][0]
            if kind == 0:
                sheet.fill(oval(0, top - 16, 42), tone, shade="round")
            elif kind == 1:
                sheet.fill(box(-7, top - 60, 7, top + 8, 3), tone)
                sheet.fill(box(-24, top - 44, 24, top - 30, 3), tone)
            elif kind == 2:
                for x in (-46, -8, 30):
                    sheet.fill(box(x, top - 22, x + 18, top + 4), tone, shade="right")
            else:
                sheet.fill(oval(0, top - 6, 13), tone, shade="round")


def wooden_train(sheet: Sheet, palette: Palette) -> None:
    """A wooden train with three trucks."""
    ground = rooms.table(sheet, palette, backdrop="disc", part=0.82)
    one, two, three, four = palette.accents
    with sheet.at(sheet.w / 2, ground, 1.22):
        sheet.shadow(oval(0, 2, 520, 20), dx=16, dy=8, blur=12, strength=0.5)
        sheet.fill(line([(-420, -44), (420, -44)], 7), COCOA)
        sheet.fill(box(-470, -96, -150, -42, 10), one, shade="below")
        sheet.fill(box(-440, -190, -250, -94, 40), two)
        sheet.model(box(-440, -190, -250, -94, 40), two)
        sheet.fill(box(-254, -260, -156, -94, 6), one, shade="right")
        sheet.fill(box(-270, -286, -140, -258, 8), palette.dark)
        sheet.fill(box(-232, -232, -180, -176, 6), CREAM)
        sheet.fill(
            poly((-412, -188), (-372, -188), (-360, -262), (-424, -262)), three, shade="right"
        )
        for index, tone in enumerate((three, two, one)):
            x = -110 + index * 196
            sheet.fill(box(x, -110, x + 166, -42, 8), tone, shade="below")
            for block in range(3):
                shape = (
                    box(x + 10 + block * 50, -158, x + 56 + block * 50, -108, 5)
                    if (block + index) % 2
                    else oval(x + 33 + block * 50, -132, 24)
                )
                sheet.fill(shape, (four, CREAM, three, one)[(block + index) % 4], shade="right")
        for x in (-430, -350, -200, -74, 20, 122, 216, 318, 412):
            sheet.fill(oval(x, -30, 32), SAND, shade="round")
            sheet.fill(oval(x, -30, 9), COCOA)
