"""What a container's walk tells about a picture without decoding a pixel, and whether it may come in."""

from dataclasses import dataclass

from content.images import limits
from content.images.errors import UnfitFile, damaged

# What people call a format, where Pillow calls it otherwise.
_CALLED = {"WEBP": "WebP", "HEIF": "HEIC"}


@dataclass(frozen=True)
class Outline:
    """A picture's size in px and its number of frames, as its headers claim.

    The walks stop counting frames at `limits.COUNTED_FRAMES`: then there are more than that.
    """

    width: int
    height: int
    frames: int = 1

    @property
    def pixels(self) -> int:
        return self.width * self.height

    @property
    def size(self) -> str:
        return f"{self.width:,} by {self.height:,} pixels"


def check_outline(outline: Outline, name: str = "picture") -> None:
    """Raise UnfitFile when the picture is larger, longer or narrower than we take.

    `name` is its format in Pillow's words, for the message and for a format's own limits.
    """
    if outline.width < 1 or outline.height < 1:
        raise damaged()
    kind = _CALLED.get(name, name)
    _check_size(outline, kind, limits.MAX_PIXELS_OF.get(name, limits.MAX_PIXELS))
    if outline.frames > 1:
        _check_animation(outline, kind)


def _check_size(outline: Outline, kind: str, most: int) -> None:
    has = f"This {kind} has {outline.size}"
    if outline.pixels > most:
        taken = "the most we take" if most == limits.MAX_PIXELS else f"the most we take of a {kind}"
        raise UnfitFile(
            "too_many_pixels",
            f"{has}; {taken} is {most // limits.MEGAPIXEL} megapixels. Make it smaller first.",
        )
    longer, shorter = sorted((outline.width, outline.height), reverse=True)
    if longer > limits.MAX_SIDE:
        raise UnfitFile(
            "odd_shape", f"{has}; no side may be longer than {limits.MAX_SIDE:,} pixels."
        )
    if longer > limits.MAX_ASPECT * shorter:
        raise UnfitFile(
            "odd_shape",
            f"{has}, which is too narrow to show: one side may be {limits.MAX_ASPECT} times the other"
            " at most. Crop it first.",
        )


def _check_animation(outline: Outline, kind: str) -> None:
    if outline.frames > limits.MAX_FRAMES:
        raise UnfitFile(
            "too_many_frames",
            f"This {kind} has {_counted(outline.frames)} frames; the limit is {limits.MAX_FRAMES}."
            " Make it shorter first.",
        )
    if outline.pixels > limits.MAX_FRAME_PIXELS:
        millions = limits.MAX_FRAME_PIXELS // limits.MEGAPIXEL
        raise UnfitFile(
            "too_many_pixels",
            f"This animated {kind} has {outline.size};"
            f" the most we take of an animation is {millions} megapixels. Make it smaller first.",
        )
    whole, most = outline.pixels * outline.frames, limits.MAX_ANIMATION_PIXELS
    if whole > most:
        raise UnfitFile(
            "too_many_frames",
            f"This {kind} has {outline.frames} frames of {outline.size}, together"
            f" {whole / limits.MEGAPIXEL:,.1f} megapixels; the limit is {most // limits.MEGAPIXEL}."
            " Make it shorter or smaller first.",
        )


def _counted(frames: int) -> str:
    return (
        f"{frames:,}" if frames <= limits.COUNTED_FRAMES else f"more than {limits.COUNTED_FRAMES:,}"
    )
