"""Animations stay animated, with their own times and loops, and have a still poster."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from content.images.frames import plays_of
from content.images.sequence import settle_sequence
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


def changes_of(path: Path) -> list[int]:
    """The milliseconds at which what is seen becomes something else."""
    changes, at = [], 0
    with Image.open(path) as image:
        before = None
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frame = image.convert("RGB").resize((4, 4), Image.Resampling.BOX)
            if before and max(ImageChops.difference(before, frame).tobytes()) > 12:
                changes.append(at)
            before, at = frame, at + round(image.info["duration"])
    return changes


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
    frames = [makers.scene(1, 320, 240).rotate(turn) for turn in range(4)]
    data = makers.encode(
        frames[0], "GIF", save_all=True, append_images=frames[1:], duration=TIMES, **options
    )
    made = make(data, tmp_path)
    moving = [variant for variant in made.variants if variant.kind == "animation"]
    assert [variant.type for variant in moving] == ["image/avif", "image/webp"]
    for variant in moving:
        with Image.open(tmp_path / variant.name) as image:
            assert plays_of(image) == plays


def test_a_webp_plays_as_often_as_before(tmp_path: Path) -> None:
    made = make(makers.animation("WEBP", durations=TIMES, loop=3), tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert plays_of(image) == 3


def test_an_avif_plays_as_often_as_before(tmp_path: Path) -> None:
    data = makers.animation("AVIF", durations=TIMES)
    path = tmp_path / "thrice.avif"
    path.write_bytes(data)
    settle_sequence(path, plays=3)
    made = make(path.read_bytes(), tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert plays_of(image) == 3


def test_an_animated_avif_says_its_plays_as_the_format_has_it(tmp_path: Path) -> None:
    path = tmp_path / "one.avif"
    for plays, flag in ((1, 0), (5, 1)):
        path.write_bytes(makers.animation("AVIF", durations=TIMES))
        settle_sequence(path, plays=plays)
        data = path.read_bytes()
        track, edits = data.index(b"tkhd") + 4, data.index(b"elst") + 4
        assert int.from_bytes(data[track + 28 : track + 36], "big") == plays * sum(TIMES)
        assert int.from_bytes(data[edits + 8 : edits + 16], "big") == sum(TIMES)
        assert data[edits + 3] == flag
        assert times_of(path) == TIMES


def test_an_animated_avif_does_not_tell_when_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "one.avif"
    path.write_bytes(makers.animation("AVIF", durations=TIMES))
    before = path.read_bytes()
    settle_sequence(path, plays=0)
    data = path.read_bytes()
    for box in (b"mvhd", b"tkhd", b"mdhd"):
        moments = slice(data.index(box) + 8, data.index(box) + 24)
        assert any(before[moments])
        assert not any(data[moments])


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG"])
def test_frames_that_are_alike_keep_all_their_time(tmp_path: Path, name: str) -> None:
    one, two = makers.scene(1, 160, 120), makers.scene(2, 160, 120)
    data = makers.encode(
        one,
        name,
        save_all=True,
        append_images=[one, two, two, two, one],
        duration=[50, 70, 90, 110, 130, 150],
        loop=0,
    )
    made = make(data, tmp_path)
    moving = [variant for variant in made.variants if variant.kind == "animation"]
    assert moving
    for variant in moving:
        assert changes_of(tmp_path / variant.name) == [120, 450]
        assert sum(times_of(tmp_path / variant.name)) == 600


def test_a_gif_of_long_pauses_keeps_them(tmp_path: Path) -> None:
    one, two = makers.scene(1, 80, 60), makers.scene(2, 80, 60)
    pauses = [655_350, 655_350, 100]
    with (tmp_path / "long.gif").open("wb") as file:
        file.write(makers.gif_of_frames([one, one, two], pauses))
    made = make((tmp_path / "long.gif").read_bytes(), tmp_path)
    moving = [variant for variant in made.variants if variant.kind == "animation"]
    for variant in moving:
        assert sum(times_of(tmp_path / variant.name)) == sum(pauses)


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
