"""How near a stored picture is to the upload, ideally shrunk to its size."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from PIL import Image

from benchmarks.images.ssim import GAUSSIAN, ssim
from content.images.colour import to_plain, to_srgb
from content.images.frames import read_frames
from content.images.opening import open_picture
from content.images.orientation import orientation_of


@dataclass(frozen=True)
class Likeness:
    """SSIM by scikit-image's default window, and by its authors' Gaussian one, which is stricter."""

    ssim: float
    gaussian: float


_PAPER = (255, 255, 255, 255)


def likeness_of_still(upload: Path, name: str, stored: Path) -> Likeness:
    """Return the SSIM of a stored still and the upload, decoded whole and shrunk once by Lanczos."""
    with open_picture(upload, name) as image, Image.open(stored) as made:
        image.load()
        turn = orientation_of(image)
        ideal = to_srgb(to_plain(image), image.info.get("icc_profile"))
        ideal = ideal.transpose(turn) if turn is not None else ideal
        return _compare(ideal, made)


def likeness_of_animation(upload: Path, name: str, stored: Path) -> Likeness:
    """Return the mean SSIM of what is shown when each of the upload's frames begins."""
    with open_picture(upload, name) as image, Image.open(stored) as made:
        shown = _timeline(made)
        (until, picture), at = next(shown), 0
        found: list[Likeness] = []
        for frame, milliseconds in read_frames(image):
            while until <= at:
                until, picture = next(shown)
            found.append(_compare(frame, picture))
            at += milliseconds
        return Likeness(fmean(one.ssim for one in found), fmean(one.gaussian for one in found))


def _compare(ideal: Image.Image, made: Image.Image) -> Likeness:
    one, other = _on_paper(_shrunk(ideal, made.size)), _on_paper(made)
    return Likeness(ssim(one, other), ssim(one, other, GAUSSIAN))


def _timeline(image: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """Yield each frame with the moment, in ms from the start, at which the next one begins."""
    until = 0
    for frame, milliseconds in read_frames(image):
        until += milliseconds
        yield until, frame


def _shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _on_paper(image: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", image.size, _PAPER)
    paper.alpha_composite(image.convert("RGBA"))
    return paper
