"""Draw packets of seed."""

from content.demo import rooms
from content.demo.inks import CHALK, COCOA, CREAM, Palette, mix
from content.demo.shapes import box, line, oval
from content.demo.sheet import Sheet
from content.demo.subjects.prints import print_art


def seed_packets(sheet: Sheet, palette: Palette) -> None:
    """Seed packets fanned on a cloth, seeds spilt beside them."""
    middle = rooms.cloth(sheet, palette, weave="stripes")
    tones = (*palette.accents, palette.light)
    for index in range(4):
        with sheet.at(
            sheet.w / 2 - 300 + index * 200, middle + 20 - (index % 2) * 40, 1.2, -12 + index * 8
        ):
            packet = box(-110, -180, 110, 180, 4)
            sheet.shadow(packet, dx=14, dy=16, blur=12)
            sheet.fill(packet, mix(tones[index], CHALK, 0.2), shade="right", depth=0.35)
            sheet.fill(box(-110, -180, 110, -136), tones[index])
            sheet.fill(oval(0, 10, 86), CREAM)
            with sheet.inside(oval(0, 10, 82)), sheet.at(-82, -72):
                print_art(sheet, palette, 3 if index % 2 else 2, 164, 164)
            sheet.fill(line([(-60, 132), (60, 132)], 8), palette.dark)
            sheet.fill(line([(-34, 154), (34, 154)], 5), palette.dark)
    for _ in range(40):
        x, y = sheet.random.gauss(sheet.w * 0.62, 130), sheet.random.gauss(middle + 370, 36)
        sheet.fill(oval(x, y, 9, 5, sheet.random.uniform(0, 180)), COCOA, shade="right")
