"""Build the outlines the demo pictures are cut from; nothing here touches a pixel.

Coordinates are units of the sheet (its shorter side is 1000 units), x to the right and y down. A
thing that stands on something is drawn with its foot at (0, 0), so most of its y values are negative.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Shape:
    """The union of some rings, less the union of some holes."""

    rings: tuple[Ring, ...]
    holes: tuple[Ring, ...] = ()

    def __add__(self, other: "Shape") -> "Shape":
        return Shape(self.rings + other.rings, self.holes + other.holes)

    def __sub__(self, other: "Shape") -> "Shape":
        return Shape(self.rings, self.holes + other.rings)

    def mapped(self, place: Callable[[float, float], Point]) -> "Shape":
        """Return the shape with each of its points sent through `place`."""
        return Shape(
            tuple(tuple(place(x, y) for x, y in ring) for ring in self.rings),
            tuple(tuple(place(x, y) for x, y in ring) for ring in self.holes),
        )

    def moved(self, dx: float, dy: float) -> "Shape":
        return self.mapped(lambda x, y: (x + dx, y + dy))

    def turned(self, degrees: float, about: Point = (0.0, 0.0)) -> "Shape":
        """Return the shape turned clockwise (as seen) about a point."""
        sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        ox, oy = about
        return self.mapped(
            lambda x, y: (
                ox + (x - ox) * cosine - (y - oy) * sine,
                oy + (x - ox) * sine + (y - oy) * cosine,
            )
        )

    def mirrored(self) -> "Shape":
        return self.mapped(lambda x, y: (-x, y))

    def bounds(self) -> tuple[float, float, float, float]:
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return min(xs), min(ys), max(xs), max(ys)


def poly(*points: Point) -> Shape:
    """Return the polygon with these corners."""
    return Shape((tuple(points),))


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> list[Point]:
    """Return points of the Catmull-Rom curve that passes through all the given ones."""
    count = len(points)
    if count < 3:
        return list(points)
    spans = count if closed else count - 1
    found: list[Point] = []
    for index in range(spans):
        if closed:
            near = [points[(index + step) % count] for step in (-1, 0, 1, 2)]
        else:
            near = [points[min(max(index + step, 0), count - 1)] for step in (-1, 0, 1, 2)]
        found.extend(_span(near, step / steps) for step in range(steps))
    if not closed:
        found.append(points[-1])
    return found


def _span(near: Sequence[Point], t: float) -> Point:
    weights = (
        -0.5 * t + t * t - 0.5 * t**3,
        1 - 2.5 * t * t + 1.5 * t**3,
        0.5 * t + 2 * t * t - 1.5 * t**3,
        -0.5 * t * t + 0.5 * t**3,
    )
    return (
        sum(weight * point[0] for weight, point in zip(weights, near, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, near, strict=True)),
    )


def blob(*points: Point, steps: int = 10) -> Shape:
    """Return the smooth closed shape through these points."""
    return Shape((tuple(curve(points, closed=True, steps=steps)),))


def arc(cx: float, cy: float, rx: float, ry: float, start: float, stop: float) -> list[Point]:
    """Return points on an ellipse from `start` to `stop` degrees, clockwise from the right."""
    count = max(int(abs(stop - start) / 6), 4)
    angles = [math.radians(start + (stop - start) * step / count) for step in range(count + 1)]
    return [(cx + rx * math.cos(angle), cy + ry * math.sin(angle)) for angle in angles]


def oval(cx: float, cy: float, rx: float, ry: float | None = None, turn: float = 0.0) -> Shape:
    """Return an ellipse, or a circle when `ry` is left out."""
    shape = Shape((tuple(arc(cx, cy, rx, rx if ry is None else ry, 0, 354)),))
    return shape.turned(turn, (cx, cy)) if turn else shape


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 0.0) -> Shape:
    """Return a rectangle, its corners rounded by `radius`."""
    if not radius:
        return poly((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    corners = [
        (x1 - radius, y0 + radius, -90),
        (x1 - radius, y1 - radius, 0),
        (x0 + radius, y1 - radius, 90),
        (x0 + radius, y0 + radius, 180),
    ]
    points: list[Point] = []
    for cx, cy, start in corners:
        points.extend(arc(cx, cy, radius, radius, start, start + 90))
    return Shape((tuple(points),))


def line(points: Sequence[Point], width: float, end_width: float | None = None) -> Shape:
    """Return a round-ended stroke along a polyline, tapering to `end_width`."""
    last = width if end_width is None else end_width
    count = len(points) - 1
    rings: list[Ring] = []
    for index, (x, y) in enumerate(points):
        half = (width + (last - width) * index / max(count, 1)) / 2
        rings.append(tuple(_dot(x, y, max(half, 0.2))))
        if index < count:
            nx, ny = points[index + 1]
            after = (width + (last - width) * (index + 1) / count) / 2
            length = math.hypot(nx - x, ny - y) or 1.0
            px, py = -(ny - y) / length, (nx - x) / length
            rings.append(
                (
                    (x + px * half, y + py * half),
                    (nx + px * after, ny + py * after),
                    (nx - px * after, ny - py * after),
                    (x - px * half, y - py * half),
                )
            )
    return Shape(tuple(rings))


def _dot(x: float, y: float, radius: float) -> Iterable[Point]:
    for step in range(12):
        angle = step * math.tau / 12
        yield x + radius * math.cos(angle), y + radius * math.sin(angle)


def hoop(cx: float, cy: float, rx: float, ry: float, width: float) -> Shape:
    """Return an elliptic ring of the given width, its outer edge at `rx`, `ry`."""
    return oval(cx, cy, rx, ry) - oval(cx, cy, rx - width, ry - width)


def turned(profile: Sequence[tuple[float, float]], *, tilt: float = 0.16) -> Shape:
    """Return the outline of a thing made on a wheel or a lathe.

    `profile` goes from the foot up: pairs of height (positive) and radius. `tilt` is how much of the foot's
    round is seen from above.
    """
    side = curve([(radius, -height) for height, radius in profile], steps=8)
    foot_y, foot_r = -profile[0][0], profile[0][1]
    foot = arc(0, foot_y, foot_r, foot_r * tilt, 180, 0)
    left = [(-x, y) for x, y in reversed(side)]
    return Shape((tuple(left + foot + side),))


def leaf(length: float, width: float, bend: float = 0.0, belly: float = 0.42) -> Shape:
    """Return a leaf that grows from (0, 0) upwards, its tip moved sideways by `bend`."""
    tip = (bend, -length)
    mid = (bend * belly * 0.5, -length * belly)
    right = curve([(0, 0), (mid[0] + width / 2, mid[1]), tip], steps=10)
    left = curve([tip, (mid[0] - width / 2, mid[1]), (0, 0)], steps=10)
    return Shape((tuple(right + left[1:-1]),))


def merged(shapes: Iterable[Shape]) -> Shape:
    """Return the union of the shapes."""
    found = list(shapes)
    return Shape(
        tuple(ring for shape in found for ring in shape.rings),
        tuple(ring for shape in found for ring in shape.holes),
    )
