"""Files that want to hurt: each is refused with a reason, or comes out harmless, within the limits."""

import random
from collections.abc import Callable

import pytest

from content.images import limits
from content.limits import UPLOAD_BYTES
from tests.content.images import hostile_files as hostile
from tests.content.images.hostile_lies import lies
from tests.content.images.hostile_parts import FORMATS, riff, valid, webp_canvas
from tests.content.images.makers import encode, picture
from tests.content.images.polyglots import polyglots, refused_kinds
from tests.content.images.road import Outcome, assert_within_limits, take

FAMILIES: list[Callable[[], dict[str, bytes]]] = [
    lies,
    hostile.metadata_bombs,
    hostile.crumbs,
    refused_kinds,
]


def taken(name: str, data: bytes) -> Outcome:
    """What became of the file, which is named when it breaks its limits."""
    assert len(data) <= UPLOAD_BYTES, name
    outcome = take(data)
    try:
        assert_within_limits(outcome)
    except AssertionError as error:
        raise AssertionError(f"{name}: {outcome}") from error
    return outcome


@pytest.mark.parametrize("family", FAMILIES)
def test_every_hostile_file_is_refused_in_words_or_comes_out_within_the_limits(
    family: Callable[[], dict[str, bytes]],
) -> None:
    for name, data in family().items():
        taken(name, data)


def test_more_pixels_than_we_take_are_refused_with_both_numbers() -> None:
    for name, data in hostile.pixel_bombs().items():
        refusal = taken(name, data).refusal
        assert refusal, name
        assert refusal.code == "too_many_pixels", name
        assert "pixels; the most we take" in refusal.message
        assert "megapixels" in refusal.message


@pytest.mark.parametrize("name", FORMATS)
def test_the_largest_picture_we_take_comes_out_within_the_limits(name: str) -> None:
    assert taken(name, hostile.largest(name)).made


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("GIF", "GIF"),
        ("APNG", "PNG"),
        ("APNG that announces less", "PNG"),
        ("WebP", "WebP"),
        ("AVIF", "AVIF"),
    ],
)
def test_ten_thousand_frames_are_refused_with_their_number(name: str, kind: str) -> None:
    refusal = taken(name, hostile.frame_bombs()[name]).refusal
    assert refusal
    assert refusal.code == "too_many_frames"
    assert refusal.message.startswith(f"This {kind} has 10,000 frames; the limit is 400.")


def test_a_thousand_scans_are_refused_with_their_number_and_a_hundred_are_not() -> None:
    refusal = taken("scans", hostile.scan_bomb(1000)).refusal
    assert refusal
    assert refusal.code == "too_complex"
    assert "scans; the limit is 100." in refusal.message
    assert taken("fewer scans", hostile.scan_bomb(60, side=2000)).word in ("ready", "damaged")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_off_anywhere_is_refused(name: str) -> None:
    data = valid(name)
    for length in [*range(1, 64, 5), *range(64, len(data) - 2, max(1, len(data) // 40))]:
        assert taken(f"{name} cut at {length}", data[:length]).refusal, length


@pytest.mark.parametrize("name", ["JPEG", "PNG", "GIF"])
def test_pixels_cut_off_before_a_whole_end_are_refused_or_shown(name: str) -> None:
    data = valid(name)
    end = {"JPEG": 2, "PNG": 12, "GIF": 2}[name]
    for cut in (10, 40, 80):
        taken(f"{name} without {cut}", data[: -end - cut] + data[-end:])


@pytest.mark.parametrize("name", FORMATS)
def test_flipped_bits_do_no_harm(name: str) -> None:
    chance, data = random.Random(name), valid(name)
    for number in range(20):
        flipped = bytearray(data)
        for _ in range(3):
            flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        taken(f"{name} flipped {number}", bytes(flipped))


def test_nothing_of_a_polyglot_is_left_in_what_is_served() -> None:
    served = 0
    for name, data in polyglots().items():
        outcome = taken(name, data)
        for file in outcome.served.values():
            served += 1
            for trace in (b"QXEVIL", b"<script", b"<?php", b"alert(", b"PK\x03\x04"):
                assert trace not in file, name
    assert served >= 60


def test_what_is_no_picture_is_named() -> None:
    for name, data in refused_kinds().items():
        assert taken(name, data).word == ("empty" if name == "nothing" else "unsupported"), name


def test_a_file_is_what_its_bytes_say() -> None:
    """No name and no claimed type reaches the road: only what the bytes begin with counts."""
    webp = encode(picture(), "WEBP")
    assert taken("a WebP", webp).made
    assert taken("a GIF's start on it", b"GIF89a" + webp[6:]).refusal
    assert taken("a JPEG's start on it", b"\xff\xd8\xff" + webp[3:]).refusal


def test_a_webp_has_a_limit_of_its_own_and_is_told_so() -> None:
    data = riff(webp_canvas(8000, 5000), encode(picture(), "WEBP")[12:])
    refusal = taken("WebP", data).refusal
    assert refusal
    most = limits.MAX_PIXELS_OF["WEBP"] // limits.MEGAPIXEL
    assert f"8,000 by 5,000 pixels; the most we take of a WebP is {most}" in refusal.message
