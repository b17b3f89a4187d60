"""Turn the name of a demo picture into the bytes of an image file.

The same picture always comes out as the same pixels: a name and a seed decide everything.
"""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PIL import Image

from content.demo.inks import PALETTES, Palette
from content.demo.sheet import Sheet

# The longer side is the largest size below the master that the image pipeline serves, so that a master
# needs no twin of nearly its own size.
SHAPES: dict[str, tuple[int, int]] = {
    "wide": (1280, 914),
    "classic": (1280, 960),
    "tall": (960, 1280),
    "square": (1200, 1200),
    "portrait": (1024, 1280),
}
FRAMES = 20
FRAME_TIME = 90  # milliseconds
FRAME_SIZE = (480, 480)


@dataclass(frozen=True)
class Picture:
    """One picture of the demo: which scene, in which palette and shape, and what it shows in words.

    `scene` is `module.function` under content.demo.subjects, or under content.demo.animations for a moving
    one. `zoom` above 1 brings the middle of the sheet nearer; `focus` is what stays in the middle, in parts
    of the sheet.
    """

    scene: str
    palette: str
    alt: str
    shape: str = "classic"
    zoom: float = 1.0
    focus: tuple[float, float] = (0.5, 0.62)

    @property
    def moving(self) -> bool:
        return self.scene.split(".")[0] in ("lights", "motion", "quiet")

    @property
    def file_name(self) -> str:
        plain = f"{self.scene}-{self.palette}-{self.shape}".replace(".", "-").replace("_", "-")
        return f"{plain}-{self.seed % 1000:03d}.{'gif' if self.moving else 'jpg'}"

    @property
    def seed(self) -> int:
        return zlib.crc32(
            f"{self.scene} {self.palette} {self.shape} {self.zoom} {self.focus}".encode()
        )


def draw(picture: Picture) -> bytes:
    """Return the picture as a JPEG file, or as an endlessly looping GIF when it moves."""
    return _animation(picture) if picture.moving else _still(picture)


def _still(picture: Picture) -> bytes:
    width, height = SHAPES[picture.shape]
    image = _painted(picture, (width, height), _scene(picture, "subjects"))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue()


def _animation(picture: Picture) -> bytes:
    scene = _scene(picture, "animations")

    def at(phase: float) -> Image.Image:
        return _painted(picture, FRAME_SIZE, lambda sheet, palette: scene(sheet, palette, phase))

    frames = [at(step / FRAMES) for step in range(FRAMES)]
    colours = _shared_colours(frames)
    flat = [frame.quantize(palette=colours, dither=Image.Dither.NONE) for frame in frames]
    out = io.BytesIO()
    flat[0].save(
        out, "GIF", save_all=True, append_images=flat[1:], duration=FRAME_TIME, loop=0, disposal=1
    )
    return out.getvalue()


def _scene(picture: Picture, family: str) -> Callable[..., None]:
    module, function = picture.scene.split(".")
    found: Callable[..., None] = getattr(import_module(f"content.demo.{family}.{module}"), function)
    return found


def _painted(
    picture: Picture, size: tuple[int, int], scene: Callable[[Sheet, Palette], None]
) -> Image.Image:
    palette = PALETTES[picture.palette]
    sheet = Sheet(*size, paper=palette.wall, seed=picture.seed)
    shift = ((0.5 - picture.focus[0]) * sheet.w, (0.5 - picture.focus[1]) * sheet.h)
    if picture.zoom == 1:
        scene(sheet, palette)
    else:
        room = (picture.zoom - 1) / 2
        dx = max(min(shift[0] * picture.zoom, sheet.w * room), -sheet.w * room)
        dy = max(min(shift[1] * picture.zoom, sheet.h * room), -sheet.h * room)
        left = sheet.w / 2 - sheet.w / 2 * picture.zoom + dx
        top = sheet.h / 2 - sheet.h / 2 * picture.zoom + dy
        with sheet.at(left, top, picture.zoom):
            scene(sheet, palette)
    return sheet.finished()


def _shared_colours(frames: list[Image.Image]) -> Image.Image:
    width, height = frames[0].size
    few = frames[:: max(len(frames) // 4, 1)]
    strip = Image.new("RGB", (width, height * len(few)))
    for index, frame in enumerate(few):
        strip.paste(frame, (0, index * height))
    return strip.quantize(160, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
