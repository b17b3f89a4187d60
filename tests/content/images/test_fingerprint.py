"""Fingerprints: the same picture is known again however it was saved, another is not taken for it."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from content.images.fingerprint import SAME_WITHIN, distance, fingerprint_of
from tests.content.images import makers

SEEDS = range(20)


def saved(image: Image.Image, name: str, **options: int) -> Image.Image:
    return Image.open(BytesIO(makers.encode(image, name, **options))).convert("RGB")


def squeezed(image: Image.Image) -> Image.Image:
    return image.resize((image.width // 4, image.height // 4))


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "a quarter of its size": squeezed,
    "larger": lambda image: image.resize((image.width * 2, image.height * 2)),
    "JPEG at quality 30": lambda image: saved(image, "JPEG", quality=30),
    "AVIF at quality 40": lambda image: saved(image, "AVIF", quality=40, speed=9),
    "WebP at quality 30": lambda image: saved(image, "WEBP", quality=30),
    "a little brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.1),
    "a little darker": lambda image: ImageEnhance.Brightness(image).enhance(0.9),
    "more contrast": lambda image: ImageEnhance.Contrast(image).enhance(1.1),
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(2)),
    "small and saved badly": lambda image: saved(squeezed(image), "JPEG", quality=30),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_picture_saved_anew_is_the_same_picture(change: str) -> None:
    for seed in SEEDS:
        image = makers.scene(seed)
        once, again = fingerprint_of(image), fingerprint_of(CHANGES[change](image))
        assert distance(once.upright, again.upright) <= SAME_WITHIN
        assert distance(once.mirrored, again.mirrored) <= SAME_WITHIN


def test_a_mirrored_picture_is_known_by_its_second_fingerprint() -> None:
    for seed in SEEDS:
        image = makers.scene(seed)
        turned = saved(squeezed(ImageOps.mirror(image)), "JPEG", quality=30)
        once, mirrored = fingerprint_of(image), fingerprint_of(turned)
        assert distance(once.mirrored, mirrored.upright) <= SAME_WITHIN
        assert distance(once.upright, mirrored.mirrored) <= SAME_WITHIN
        assert distance(once.upright, mirrored.upright) > SAME_WITHIN


def test_other_pictures_are_not_taken_for_it() -> None:
    looks = [fingerprint_of(makers.scene(seed)) for seed in range(60)]
    for one, other in combinations(looks, 2):
        assert distance(one.upright, other.upright) > SAME_WITHIN
        assert distance(one.upright, other.mirrored) > SAME_WITHIN


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGB", (320, 240), "teal"),
        Image.new("RGB", (1, 1)),
        Image.linear_gradient("L"),
        Image.new("RGBA", (320, 240)),
    ],
)
def test_a_picture_with_nothing_in_it_has_no_fingerprint(image: Image.Image) -> None:
    look = fingerprint_of(image)
    assert (look.upright, look.mirrored) == ("", "")


def test_a_fingerprint_is_sixteen_hex_digits() -> None:
    look = fingerprint_of(makers.scene(1))
    for digits in (look.upright, look.mirrored):
        assert len(digits) == 16
        assert set(digits) <= set("0123456789abcdef")


def test_hidden_colours_of_a_transparent_picture_do_not_count() -> None:
    image = makers.scene(1).convert("RGBA")
    other = makers.scene(2).convert("RGBA")
    image.putalpha(0)
    other.paste(image, (0, 0))
    assert fingerprint_of(image).upright == ""
