"""Draw mended boots."""

from content.demo import rooms
from content.demo.inks import COCOA, CREAM, OAT, Ink, Palette, mix
from content.demo.shapes import blob, box, curve, hoop, line, oval
from content.demo.sheet import Sheet


def boot(sheet: Sheet, leather: Ink, lace: Ink) -> None:
    """Draw a boot pointing to the right, the middle of its sole at (0, 0)."""
    sheet.shadow(oval(30, 2, 200, 18), dx=18, dy=6, blur=12, strength=0.5)
    upper = blob(
        (-150, -36),
        (-146, -180),
        (-156, -330),
        (-100, -346),
        (0, -330),
        (-4, -210),
        (70, -150),
        (160, -120),
        (186, -60),
        (180, -32),
        (0, -26),
        steps=8,
    )
    sheet.fill(upper, leather, shade="right", depth=0.5, glow="left")
    sheet.fill(box(-158, -38, 192, -12, 10), mix(leather, CREAM, 0.55), shade="right")
    sheet.fill(box(-156, -20, 190, 0, 6), COCOA)
    sheet.fill(box(-156, -24, -70, 12, 4), COCOA)
    sheet.fill(
        blob((-160, -326), (-100, -342), (4, -326), (2, -296), (-100, -310), (-158, -298), steps=6),
        mix(leather, CREAM, 0.3),
    )
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
