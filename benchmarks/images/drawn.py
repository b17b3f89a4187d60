"""Pictures to measure with when nobody gives any: the demo's own, drawn here, since none are kept."""

from pathlib import Path

from content.demo.drawing import Picture, draw

PICTURES = (
    Picture("prints.hills_print", "apricot", "", "tall"),
    Picture("prints.moons_print", "noon", "", "square"),
    Picture("prints.arches_print", "sea", "", "tall"),
    Picture("lights.candle", "evening", ""),
)


def draw_pictures(folder: Path) -> None:
    """Write the pictures as an upload would bring them."""
    for picture in PICTURES:
        (folder / picture.file_name).write_bytes(draw(picture))
