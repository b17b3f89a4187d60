"""What a container's walk tells about a picture without decoding a pixel, and whether it may come in."""

from dataclasses import dataclass

from content.images import limits
from content.images.errors import UnfitFile, damaged


@dataclass(frozen=True)
class Outline:
    """A picture's size in px and its number of frames, as its headers claim."""

    width: int
    height: int
    frames: int = 1

    @property
    def pixels(self) -> int:
        return self.width * self.height


def check_outline(outline: Outline) -> None:
    """Raise UnfitFile when the picture is larger, longer or narrower than we take."""
    if outline.width < 1 or outline.height < 1:
        raise damaged()
    _check_size(outline)
    if outline.frames > 1:
        _check_animation(outline)


def _check_size(outline: Outline) -> None:
    size = f"{outline.width} by {outline.height} pixels"
    if outline.pixels > limits.MAX_PIXELS:
        millions = limits.MAX_PIXELS // limits.MEGAPIXEL
        raise UnfitFile(
            "too_many_pixels",
            f"This picture has {size}; the most we take is {millions} megapixels. Make it smaller first.",
        )
    if max(outline.width, outline.height) > limits.MAX_SIDE:
        raise UnfitFile(
            "odd_shape",
            f"This picture has {size}; no side may be longer than {limits.MAX_SIDE} pixels.",
        )
    if max(outline.width, outline.height) > limits.MAX_ASPECT * min(outline.width, outline.height):
        raise UnfitFile(
            "odd_shape",
            f"This picture has {size}, which is too narrow to show. Crop it first.",
        )


def _check_animation(outline: Outline) -> None:
    if outline.frames > limits.MAX_FRAMES:
        raise UnfitFile(
            "too_many_frames",
            f"This animation has more than {limits.MAX_FRAMES} frames. Make it shorter first.",
        )
    if outline.pixels > limits.MAX_FRAME_PIXELS:
        millions = limits.MAX_FRAME_PIXELS // limits.MEGAPIXEL
        raise UnfitFile(
            "too_many_pixels",
            f"An animation may have {millions} megapixels a frame at most. Make it smaller first.",
        )
    if outline.pixels * outline.frames > limits.MAX_ANIMATION_PIXELS:
        raise UnfitFile(
            "too_many_frames",
            "This animation is too long for its size. Make it shorter or smaller first.",
        )
