"""Paint shapes on paper: hand-cut edges, grainy shade, soft shadows.

A sheet is painted once, from back to front, and is the same for the same seed. Masks are drawn
three times too large and reduced, so edges are smooth; the grain is drawn at the picture's own size,
so it stays crisp.
"""

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from content.demo.grain import Side, eased, grain, scaled, slope, speckled
from content.demo.inks import Ink, mix
from content.demo.shapes import Point, Ring, Shape

OVERSAMPLING = 3
HAND = 1.3  # units by which a cut edge strays


class Sheet:
    """A sheet of paper with the picture painted so far."""

    def __init__(self, width: int, height: int, *, paper: Ink, seed: int) -> None:
        self.image = Image.new("RGB", (width, height), paper)
        self.unit = min(width, height) / 1000
        self.w = width / self.unit
        self.h = height / self.unit
        self.random = random.Random(seed)
        self.shadow_ink: Ink = (38, 30, 46)
        self._grain = grain(width, height, random.Random(seed + 1))
        self._phases = [self.random.uniform(0, math.tau) for _ in range(4)]
        self._place = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._clip: Image.Image | None = None

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> Iterator[None]:
        """Draw what follows with its origin at (x, y), scaled and turned clockwise."""
        before = self._place
        a, b, c, d, e, f = before
        sine = math.sin(math.radians(turn)) * scale
        cosine = math.cos(math.radians(turn)) * scale
        self._place = (
            a * cosine + c * sine,
            b * cosine + d * sine,
            c * cosine - a * sine,
            d * cosine - b * sine,
            a * x + c * y + e,
            b * x + d * y + f,
        )
        try:
            yield
        finally:
            self._place = before

    @contextmanager
    def inside(self, shape: Shape) -> Iterator[None]:
        """Draw what follows only where `shape` is."""
        before = self._clip
        whole = (0, 0, *self.image.size)
        mask = self._mask(shape, whole)
        self._clip = mask if before is None else ImageChops.multiply(mask, before)
        try:
            yield
        finally:
            self._clip = before

    def fill(
        self,
        shape: Shape,
        colour: Ink,
        *,
        shade: Side | None = None,
        depth: float = 0.55,
        glow: Side | None = None,
        opacity: float = 1.0,
    ) -> None:
        """Paint a shape; `shade` darkens one side of it with grain, `glow` lightens one."""
        box = self._box(shape)
        if box is None:
            return
        mask = self._mask(shape, box)
        if opacity < 1:
            mask = scaled(mask, opacity)
        self.image.paste(colour, box, mask)
        if shade:
            self._stipple(shape, box, mask, mix(colour, self.shadow_ink, 0.38), shade, depth)
        if glow:
            self._stipple(shape, box, mask, mix(colour, (255, 248, 232), 0.5), glow, 0.4)

    def model(self, shape: Shape, colour: Ink, *, depth: float = 0.7) -> None:
        """Make a painted shape look round: its right side darker, its left side lighter."""
        box = self._box(shape)
        if box is None:
            return
        mask = self._mask(shape, box)
        self._stipple(shape, box, mask, mix(colour, self.shadow_ink, 0.5), "right", depth)
        self._stipple(shape, box, mask, mix(colour, (255, 248, 232), 0.6), "left", 0.34)

    def shadow(
        self,
        shape: Shape,
        *,
        dx: float = 26,
        dy: float = 14,
        blur: float = 16,
        strength: float = 0.38,
    ) -> None:
        """Cast the soft shadow of a shape, moved by (dx, dy) units."""
        scale = math.hypot(*self._place[:2]) * self.unit
        moved = self._pixels(shape).moved(dx * scale, dy * scale)
        reach = blur * self.unit * 2.5
        x0, y0, x1, y1 = moved.bounds()
        box = self._clipped((x0 - reach, y0 - reach, x1 + reach, y1 + reach))
        if box is None:
            return
        small = Image.new("L", (max((box[2] - box[0]) // 4, 1), max((box[3] - box[1]) // 4, 1)), 0)
        draw = ImageDraw.Draw(small)
        for rings, value in ((moved.rings, 255), (moved.holes, 0)):
            for ring in rings:
                draw.polygon([((x - box[0]) / 4, (y - box[1]) / 4) for x, y in ring], fill=value)
        soft = small.filter(ImageFilter.GaussianBlur(blur * self.unit / 4))
        mask = soft.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BILINEAR)
        level = scaled(mask, min(strength * 1.7, 1.0))
        mask = Image.blend(speckled(level, self._grain.crop(box)), scaled(level, 0.58), 0.62)
        if self._clip is not None:
            mask = ImageChops.multiply(mask, self._clip.crop(box))
        self.image.paste(self.shadow_ink, box, mask)

    def light(self, shape: Shape, colour: Ink, *, blur: float = 40, strength: float = 0.6) -> None:
        """Let a soft light of the given colour fall where `shape` is."""
        before, self.shadow_ink = self.shadow_ink, colour
        self.shadow(shape, dx=0, dy=0, blur=blur, strength=strength)
        self.shadow_ink = before

    def speckle(self, shape: Shape, colour: Ink, *, count: int, size: float = 3.0) -> None:
        """Scatter small dots of a colour over a shape."""
        x0, y0, x1, y1 = shape.bounds()
        rings: list[Ring] = []
        for _ in range(count):
            x, y = self.random.uniform(x0, x1), self.random.uniform(y0, y1)
            radius = size * self.random.uniform(0.35, 1.0)
            rings.append(
                tuple(
                    (x + radius * math.cos(step), y + radius * math.sin(step) * 0.9)
                    for step in (0.0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4)
                )
            )
        with self.inside(shape):
            self.fill(Shape(tuple(rings)), colour)

    def finished(self) -> Image.Image:
        """Return the picture with the paper's own tooth laid over it."""
        width, height = self.image.size
        coarse = self._grain.reduce(9).resize((width, height), Image.Resampling.BICUBIC)
        tooth = Image.blend(self._grain, coarse, 0.45)
        tooth = tooth.point([round(128 + (value - 128) * 0.085) for value in range(256)])
        return ImageChops.add(self.image, Image.merge("RGB", (tooth, tooth, tooth)), 1, -128)

    def _pixels(self, shape: Shape) -> Shape:
        a, b, c, d, e, f = self._place
        unit = self.unit
        p, q, r, s = self._phases

        def place(x: float, y: float) -> Point:
            ux, uy = a * x + c * y + e, b * x + d * y + f
            dx = math.sin(uy * 0.021 + p) + 0.7 * math.sin(uy * 0.047 + ux * 0.013 + q)
            dy = math.sin(ux * 0.019 + r) + 0.7 * math.sin(ux * 0.043 + uy * 0.017 + s)
            return (ux + dx * HAND) * unit, (uy + dy * HAND) * unit

        return Shape(
            tuple(_dense(ring) for ring in shape.rings), tuple(_dense(r_) for r_ in shape.holes)
        ).mapped(place)

    def _box(self, shape: Shape) -> tuple[int, int, int, int] | None:
        return self._clipped(self._pixels(shape).bounds())

    def _clipped(
        self, bounds: tuple[float, float, float, float]
    ) -> tuple[int, int, int, int] | None:
        width, height = self.image.size
        x0, y0 = max(math.floor(bounds[0]) - 1, 0), max(math.floor(bounds[1]) - 1, 0)
        x1, y1 = min(math.ceil(bounds[2]) + 1, width), min(math.ceil(bounds[3]) + 1, height)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def _mask(self, shape: Shape, box: tuple[int, int, int, int]) -> Image.Image:
        pixels = self._pixels(shape)
        big = Image.new(
            "L", ((box[2] - box[0]) * OVERSAMPLING, (box[3] - box[1]) * OVERSAMPLING), 0
        )
        draw = ImageDraw.Draw(big)
        for rings, value in ((pixels.rings, 255), (pixels.holes, 0)):
            for ring in rings:
                draw.polygon(
                    [((x - box[0]) * OVERSAMPLING, (y - box[1]) * OVERSAMPLING) for x, y in ring],
                    fill=value,
                )
        mask = big.reduce(OVERSAMPLING)
        return mask if self._clip is None else ImageChops.multiply(mask, self._clip.crop(box))

    def _stipple(
        self,
        shape: Shape,
        box: tuple[int, int, int, int],
        mask: Image.Image,
        colour: Ink,
        side: Side,
        depth: float,
    ) -> None:
        x0, y0, x1, y1 = self._pixels(shape).bounds()
        width, height = max(x1 - x0, 1), max(y1 - y0, 1)
        part = (
            max((box[0] - x0) / width, 0) * 256,
            max((box[1] - y0) / height, 0) * 256,
            min((box[2] - x0) / width, 1) * 256,
            min((box[3] - y0) / height, 1) * 256,
        )
        if part[0] >= part[2] or part[1] >= part[3]:
            return  # only the soft rim of the shape lies on the sheet
        fitted = slope(side).resize(
            (box[2] - box[0], box[3] - box[1]), Image.Resampling.BILINEAR, box=part
        )
        level = eased(fitted, depth)
        dots = Image.blend(speckled(level, self._grain.crop(box)), level, 0.5)
        self.image.paste(colour, box, ImageChops.multiply(dots, mask))


def _dense(ring: Ring) -> Ring:
    """Return the ring with points added on its long edges, so that they can stray too."""
    found: list[Point] = []
    count = len(ring)
    for index, (x, y) in enumerate(ring):
        nx, ny = ring[(index + 1) % count]
        pieces = min(max(int(math.hypot(nx - x, ny - y) / 36), 1), 24)
        found.extend((x + (nx - x) * k / pieces, y + (ny - y) * k / pieces) for k in range(pieces))
    return tuple(found)
