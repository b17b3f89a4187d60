"""One decode, then a cascade: each size is made from the one before it."""

from pathlib import Path
from typing import Any

from PIL import Image

from content.images.colour import to_plain, to_srgb
from content.images.fingerprint import fingerprint_of
from content.images.orientation import orientation_of
from content.images.placeholder import make_placeholder
from content.images.variants import Kind, Made, Variant, write_variant

MASTER_SIDE = 2048
WIDTHS = (1280, 640, 320)

# What browsers show. Quality 58 keeps an SSIM of 0.968. Speed 8 takes nearly three times the CPU of speed 9
# for 4% fewer bytes: worth it for the master, which is most of them. Tiles would only help several threads.
MASTER_AVIF: dict[str, Any] = {"quality": 58, "speed": 8, "max_threads": 1, "autotiling": False}
STEP_AVIF: dict[str, Any] = {**MASTER_AVIF, "speed": 9}
# Narrow sizes are shown small or on dense screens, where more is not seen.
NARROW_AVIF: dict[str, Any] = {**STEP_AVIF, "quality": 48}
NARROW = 640
# For the few browsers without AVIF: method 2 takes two fifths of method 4's CPU for 4% more bytes.
WEBP: dict[str, Any] = {"quality": 80, "method": 2}


def read_still(image: Image.Image) -> Image.Image:
    """Decode an opened picture and return it upright, in sRGB, no side longer than 2048 px."""
    # A JPEG's own halving blurs: half as much again is left for the filter that shrinks it.
    width, height = _fitting(image)
    image.draft(image.mode, (width * 3 // 2, height * 3 // 2))
    image.load()
    # Only now: reading a PNG's EXIF decodes it, and would swallow what is wrong with its pixels.
    turn = orientation_of(image)
    profile = image.info.get("icc_profile")
    plain = to_plain(image)
    if max(plain.size) > MASTER_SIDE:
        plain = plain.resize(_fitting(plain), Image.Resampling.LANCZOS, reducing_gap=2.0)
    master = to_srgb(plain, profile)
    return master.transpose(turn) if turn is not None else master


def _fitting(image: Image.Image) -> tuple[int, int]:
    """Return the picture's size when its longer side is 2048 px."""
    scale = MASTER_SIDE / max(image.size)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def write_stills(master: Image.Image, folder: Path) -> Made:
    """Write the picture at its own width and the steps below it, each as AVIF and as WebP.

    Nothing is enlarged: a small picture has its own width and the steps below it.
    """
    variants, smallest = write_cascade(master, folder, kind="still")
    return describe(master, smallest, variants, animated=False)


def avif_settings(width: int, *, is_master: bool) -> dict[str, Any]:
    """Return what AVIF's encoder is told for a size."""
    if is_master:
        return MASTER_AVIF
    return NARROW_AVIF if width <= NARROW else STEP_AVIF


def write_cascade(
    master: Image.Image, folder: Path, *, kind: Kind, prefix: str = ""
) -> tuple[list[Variant], Image.Image]:
    """Write the master and every step narrower than it, the largest first; return also the smallest."""
    variants: list[Variant] = []
    picture = master
    for width in (master.width, *(step for step in WIDTHS if step < master.width)):
        if width != picture.width:
            height = max(1, round(master.height * width / master.width))
            picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        stem = f"{prefix}{width}"
        avif = avif_settings(width, is_master=picture is master)
        variants.append(write_variant(picture, folder, "AVIF", kind=kind, stem=stem, **avif))
        variants.append(write_variant(picture, folder, "WEBP", kind=kind, stem=stem, **WEBP))
    return variants, picture


def describe(
    largest: Image.Image, smallest: Image.Image, variants: list[Variant], *, animated: bool
) -> Made:
    """Return what was made; how it looks is read from the smallest still, at little cost."""
    look = fingerprint_of(smallest)
    return Made(
        *largest.size,
        animated,
        make_placeholder(smallest),
        look.upright,
        look.mirrored,
        variants,
    )
