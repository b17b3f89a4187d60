"""One file down every road, and what came of it."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.images.likeness import Likeness, likeness_of_animation, likeness_of_still
from benchmarks.images.roads import Sharp, make_naively, our_settings, plain_settings
from content.images.guard import Cost, make_variants_counted
from content.images.outline import Outline
from content.images.sniff import sniff
from content.images.variants import Made, Variant

_THUMBNAILS = (640, 320)
_ICON = 128 * 128


@dataclass(frozen=True)
class Result:
    """What one upload became. `modern` bytes are the AVIF master, 640 and 320 (or an animation's smallest
    file and its poster's 640 and 320); `stored` is everything that is kept.
    """

    name: str
    outline: Outline
    uploaded: int
    modern: int
    stored: int
    likeness: Likeness
    ours: Cost


@dataclass(frozen=True)
class Photo(Result):
    """A still, and what the other roads took for the same sizes and formats."""

    sharp: Cost
    naive: Cost
    naive_with_our_settings: Cost


@dataclass(frozen=True)
class Animation(Result):
    @property
    def like_a_film(self) -> bool:
        """Whether GIF packs it badly: over 0.1 bytes a pixel, as photographs that move take.

        A frame as small as an icon takes so much whatever it shows, and would flatter the figures.
        """
        badly = self.uploaded > 0.1 * self.outline.pixels * self.outline.frames
        return badly and self.outline.pixels >= _ICON


def measure(path: Path, sharp: Sharp) -> Result:
    """Take the file down every road, one after the other, so that the machine's mood hits them alike."""
    sniffed = sniff(path.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        made, ours = make_variants_counted(path, sniffed.format, Path(folder))
        best = _best(made)
        compare = likeness_of_animation if made.animated else likeness_of_still
        likeness = compare(path, sniffed.format, Path(folder) / best.name)
    facts: dict[str, Any] = {
        "name": path.name,
        "outline": sniffed.outline,
        "uploaded": path.stat().st_size,
        "modern": best.bytes + sum(variant.bytes for variant in _thumbnails(made)),
        "stored": sum(variant.bytes for variant in made.variants),
        "likeness": likeness,
        "ours": ours,
    }
    if made.animated:
        return Animation(**facts)
    return Photo(
        **facts,
        sharp=sharp.make(path),
        naive=make_naively(path, plain_settings),
        naive_with_our_settings=make_naively(path, our_settings),
    )


def _best(made: Made) -> Variant:
    """Return what a browser of today shows of it large."""
    wanted = "animation" if made.animated else "still"
    shown = [variant for variant in made.variants if variant.kind == wanted]
    return next((variant for variant in shown if variant.type == "image/avif"), shown[0])


def _thumbnails(made: Made) -> list[Variant]:
    return [
        variant
        for variant in made.variants
        if variant.kind != "animation"
        and variant.type == "image/avif"
        and variant.width in _THUMBNAILS
        and (made.animated or variant.width < made.width)
    ]
