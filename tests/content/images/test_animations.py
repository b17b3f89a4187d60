"""Animations stay animated, with their own times and loops, and have a still poster."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from content.images.frames import plays_of
from content.images.sniff import sniff
from content.images.variants import Made
from content.images.work import make_variants
from tests.content.images import makers

TIMES = [100, 200, 300, 400]


def make(data: bytes, folder: Path) -> Made:
    (folder / "upload").write_bytes(data)
    return make_variants(folder / "upload", sniff(data).format, folder)


def times_of(path: Path) -> list[int]:
    with Image.open(path) as image:
        times = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            times.append(round(image.info["duration"]))
        return times


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_an_animation_keeps_its_times(tmp_path: Path, name: str) -> None:
    made = make(makers.animation(name, durations=TIMES, loop=0), tmp_path)
    assert made.animated
    moving = [variant for variant in made.variants if variant.kind == "animation"]
    assert moving
    for variant in moving:
        assert times_of(tmp_path / variant.name) == TIMES


@pytest.mark.parametrize(("loop", "plays"), [(None, 1), (0, 0), (3, 4)])
def test_a_gif_plays_as_often_as_before(tmp_path: Path, loop: int | None, plays: int) -> None:
    options: dict[str, Any] = {} if loop is None else {"loop": loop}
    made = make(makers.animation(durations=TIMES, **options), tmp_path)
    moving = [v for v in made.variants if v.kind == "animation" and v.type != "image/avif"]
    with Image.open(tmp_path / moving[0].name) as image:
        assert plays_of(image) == plays
    if plays:
        assert "image/avif" not in {v.type for v in made.variants if v.kind == "animation"}


def test_a_webp_plays_as_often_as_before(tmp_path: Path) -> None:
    made = make(makers.animation("WEBP", durations=TIMES, loop=3), tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert plays_of(image) == 3


def test_the_poster_is_a_still_of_the_first_frame(tmp_path: Path) -> None:
    made = make(makers.animation(durations=TIMES, loop=0), tmp_path)
    posters = [variant for variant in made.variants if variant.kind == "poster"]
    assert {poster.type for poster in posters} == {"image/avif", "image/webp"}
    for poster in posters:
        with Image.open(tmp_path / poster.name) as image:
            assert getattr(image, "n_frames", 1) == 1
            assert makers.pixel(image.convert("RGB"), 4, 10)[1] < 120


def test_only_what_is_small_is_kept(tmp_path: Path) -> None:
    made = make(makers.animation(durations=50, count=30, loop=0), tmp_path)
    kept = {variant.name for variant in made.variants}
    assert {path.name for path in tmp_path.iterdir()} - {"upload"} == kept
    everywhere = [v for v in made.variants if v.kind == "animation" and v.type != "image/avif"]
    assert len(everywhere) == 1


def test_frames_of_no_time_are_shown_as_browsers_show_them(tmp_path: Path) -> None:
    made = make(makers.animation(durations=0, loop=0), tmp_path)
    moving = next(v for v in made.variants if v.kind == "animation")
    assert sum(times_of(tmp_path / moving.name)) == 400


def test_two_stills_in_a_phones_file_are_a_still(tmp_path: Path) -> None:
    first, second = makers.picture(), makers.picture().rotate(180)
    data = makers.encode(first, "MPO", save_all=True, append_images=[second])
    assert not make(data, tmp_path).animated


def test_an_animation_of_one_frame_is_a_still(tmp_path: Path) -> None:
    assert not make(makers.gif_of(1), tmp_path).animated


def test_the_picture_before_an_apng_is_not_one_of_its_frames(tmp_path: Path) -> None:
    cover = Image.new("RGB", (48, 32), (0, 255, 0))
    data = makers.encode(
        cover,
        "PNG",
        save_all=True,
        default_image=True,
        append_images=makers.frames(3),
        duration=100,
    )
    made = make(data, tmp_path)
    moving = next(v for v in made.variants if v.kind == "animation")
    assert len(times_of(tmp_path / moving.name)) == 3


def test_transparent_frames_stay_transparent(tmp_path: Path) -> None:
    clear = []
    for x in (0, 8, 16):
        frame = Image.new("RGBA", (48, 32))
        frame.paste((255, 0, 0, 255), (x, 4, x + 12, 20))
        clear.append(frame)
    data = makers.encode(clear[0], "PNG", save_all=True, append_images=clear[1:], duration=100)
    made = make(data, tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert makers.pixel(image.convert("RGBA"), 40, 16)[3] < 30
