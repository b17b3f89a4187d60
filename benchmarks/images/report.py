"""The tables and the verdict on each goal, in Markdown."""

import platform
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import TypeVar

import PIL
import pillow_heif
from PIL import features

from benchmarks.images.measuring import Animation, Photo, Result
from benchmarks.images.roads import our_settings
from content.images.stills import MASTER_SIDE, WEBP, WIDTHS

T = TypeVar("T")

MEGABYTE = 1_000_000
MEBIBYTE = 1024 * 1024
_SHARED = ("peak MB", "stored", "with the rest", "SSIM", "SSIM, Gaussian")


def render(results: Sequence[Result], versions: dict[str, str]) -> str:
    """Return the whole report."""
    photos = [result for result in results if isinstance(result, Photo)]
    animations = [result for result in results if isinstance(result, Animation)]
    parts = ["# Pictures: what they cost", _circumstances(versions)]
    if photos:
        parts += ["## Photos", _photo_table(photos)]
    if animations:
        parts += ["## Animations", _animation_table(animations)]
    parts += ["## Goals", _goals(photos, animations)]
    return "\n\n".join(parts) + "\n"


def _circumstances(versions: dict[str, str]) -> str:
    codecs = f"libavif {features.version('avif')}, libwebp {features.version('webp')}"
    return f"""{datetime.now(UTC):%-d %B %Y}; {_processor()}; Python {platform.python_version()}, \
Pillow {PIL.__version__} ({codecs}), pillow-heif {pillow_heif.__version__}; \
sharp {versions["sharp"]} (libvips {versions["vips"]}, libaom {versions["aom"]}).

CPU is user and system time in seconds, all threads and children included, of making every size in AVIF
({_settings()}) and WebP (quality {WEBP["quality"]}, method {WEBP["method"]}).
`ours` is the product's sandbox; `sharp` is called once for each size, on one thread, with the same settings;
`naive` is Pillow opening, decoding and shrinking the file anew for each size and format at the same qualities
and its own default effort, `naive*` with our settings. `stored` is what browsers of today are sent: the AVIF
master, 640 and 320 (of an animation its best file, and its poster's 640 and 320), by the upload's size; `with
the rest` is every file that is kept. `peak` is the sandbox's memory. SSIM compares the luma of the stored
master (or every frame) with the upload's, decoded whole and shrunk once; it is scikit-image's default, and
beside it the stricter Gaussian one of SSIM's authors."""


def _settings() -> str:
    told = {width: our_settings(width)["AVIF"] for width in (MASTER_SIDE, *WIDTHS)}
    return "; ".join(
        f"{width} px: quality {one['quality']}, speed {one['speed']}" for width, one in told.items()
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.machine()


def _photo_table(photos: list[Photo]) -> str:
    head = ["photo", "megapixels", "MB", "ours", "sharp", "naive", "naive*"]
    head += ["ours / sharp", "ours / naive", *_SHARED]
    rows = [
        (photo.name, f"{photo.outline.pixels / 1e6:.1f}", *_photo_row([photo])) for photo in photos
    ]
    return _table(head, [*rows, ("**all**", "", *_photo_row(photos))])


def _photo_row(photos: list[Photo]) -> list[str]:
    ours, sharp, naive, same = _cpu(photos)
    return [
        f"{_sum(photos, lambda photo: photo.uploaded) / MEGABYTE:.2f}",
        *(f"{seconds:.2f}" for seconds in (ours, sharp, naive, same)),
        f"{ours / sharp:.2f}",
        f"{ours / naive:.2f}",
        *_bytes_and_likeness(photos),
    ]


def _cpu(photos: list[Photo]) -> tuple[float, float, float, float]:
    return (
        _sum(photos, lambda photo: photo.ours.cpu),
        _sum(photos, lambda photo: photo.sharp.cpu),
        _sum(photos, lambda photo: photo.naive.cpu),
        _sum(photos, lambda photo: photo.naive_with_our_settings.cpu),
    )


def _animation_table(animations: list[Animation]) -> str:
    head = ["animation", "frames", "like a film", "MB", "ours", *_SHARED]
    rows = [
        (
            one.name,
            str(one.outline.frames),
            "yes" if one.like_a_film else "",
            *_animation_row([one]),
        )
        for one in animations
    ]
    return _table(head, [*rows, ("**all**", "", "", *_animation_row(animations))])


def _animation_row(animations: list[Animation]) -> list[str]:
    return [
        f"{_sum(animations, lambda one: one.uploaded) / MEGABYTE:.2f}",
        f"{_sum(animations, lambda one: one.ours.cpu):.2f}",
        *_bytes_and_likeness(animations),
    ]


def _bytes_and_likeness(results: Sequence[Result]) -> list[str]:
    return [
        f"{_peak(results):.0f}",
        f"{_stored(results):.3f}",
        f"{_sum(results, lambda one: one.stored) / _sum(results, lambda one: one.uploaded):.3f}",
        f"{_likeness(results):.4f}",
        f"{fmean(one.likeness.gaussian for one in results):.4f}",
    ]


def _goals(photos: list[Photo], animations: list[Animation]) -> str:
    goals: list[tuple[str, float, float, bool]] = []
    if photos:
        ours, sharp, naive, _ = _cpu(photos)
        goals += [
            ("CPU of ours / sharp", ours / sharp, 1.15, False),
            ("CPU of ours / naive Pillow", ours / naive, 1 / 3, False),
            ("MB stored for an uploaded MB of photo", _stored(photos), 0.10, False),
            ("mean SSIM of photos", _likeness(photos), 0.968, True),
        ]
    films = [one for one in animations if one.like_a_film]
    if films:
        goals += [
            ("MB stored for an uploaded MB of animation like a film", _stored(films), 0.06, False),
            ("mean SSIM of animations like a film", _likeness(films), 0.968, True),
        ]
    peak = _peak([*photos, *animations])
    goals.append(("peak memory of the sandbox, MB", peak, 256.0, False))
    return _table(("goal", "measured", "wanted", ""), [_verdict(*goal) for goal in goals])


def _verdict(name: str, measured: float, wanted: float, at_least: bool) -> tuple[str, ...]:
    met = measured >= wanted if at_least else measured <= wanted
    digits = 0 if wanted > 100 else 3
    sign = "at least" if at_least else "at most"
    return (
        name,
        f"{measured:.{digits}f}",
        f"{sign} {wanted:.{digits}f}",
        "met" if met else "**missed**",
    )


def _sum(things: Iterable[T], of: Callable[[T], float]) -> float:
    return sum(of(thing) for thing in things)


def _stored(results: Sequence[Result]) -> float:
    return _sum(results, lambda one: one.modern) / _sum(results, lambda one: one.uploaded)


def _likeness(results: Sequence[Result]) -> float:
    return fmean(one.likeness.ssim for one in results)


def _peak(results: Sequence[Result]) -> float:
    return max(one.ours.memory for one in results) / MEBIBYTE


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
