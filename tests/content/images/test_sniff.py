"""What comes in and what is refused, before any pixel is decoded."""

import contextlib
import struct
import time

import pytest

from content.images.errors import UnfitFile
from content.images.sniff import sniff
from tests.content.images import makers


def refusal(data: bytes) -> UnfitFile:
    with pytest.raises(UnfitFile) as caught:
        sniff(data)
    return caught.value


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_each_kind_of_picture_is_known_with_its_size(name: str) -> None:
    sniffed = sniff(makers.encode(makers.picture(96, 64), name))
    assert (sniffed.format, sniffed.outline.width, sniffed.outline.height) == (name, 96, 64)
    assert sniffed.outline.frames == 1


@pytest.mark.parametrize("name", ["GIF", "WEBP", "PNG", "AVIF"])
def test_frames_of_an_animation_are_counted(name: str) -> None:
    assert sniff(makers.animation(name, 5)).outline.frames == 5


def test_progressive_jpeg_and_what_a_phone_appends_come_in() -> None:
    assert sniff(makers.jpeg(progressive=True)).format == "JPEG"
    assert sniff(makers.jpeg() + makers.mp4()).format == "JPEG"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (makers.mp4(), "a video"),
        (b"\x1a\x45\xdf\xa3" + b"\0" * 64, "a video"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a video"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "an SVG drawing"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><!-- x -->\n<s:svg xmlns:s='x'/>", "an SVG drawing"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "a web page"),
        (b"#!/bin/sh\nrm -rf /", "a script"),
        (b"<?php system($_GET['c']);", "a script"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 64, "a program"),
        (b"MZ\x90\0" + b"\0" * 64, "a program"),
        (b"%PDF-1.7", "a document"),
        (b"PK\x03\x04" + b"\0" * 64, "an archive"),
        (b"II*\0" + b"\0" * 64, "a TIFF"),
        (b"8BPS\0\1", "a Photoshop file"),
        (makers.encode(makers.picture(), "BMP"), "a BMP"),
    ],
)
def test_what_is_no_picture_is_refused_by_its_name(data: bytes, named: str) -> None:
    error = refusal(data)
    assert error.code == "unsupported"
    assert named in error.message


@pytest.mark.parametrize("data", [b"hello", b"\0" * 2000, b" " * 5000, b"GIF90a", b"\xff\xd8"])
def test_what_nobody_knows_is_refused(data: bytes) -> None:
    assert refusal(data).code == "unsupported"


def test_an_empty_file_is_refused() -> None:
    assert refusal(b"").code == "empty"


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_a_file_cut_off_anywhere_is_refused(name: str) -> None:
    data = makers.encode(makers.picture(), name)
    for length in (len(data) // 4, len(data) // 2, len(data) * 3 // 4, len(data) - 3):
        assert refusal(data[:length]).code in ("damaged", "unsupported"), length


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_no_spoiled_file_brings_the_walk_down(name: str) -> None:
    data = makers.encode(makers.picture(), name)
    for at in range(4, min(len(data), 600)):
        for value in (0x00, 0xFF):
            with contextlib.suppress(UnfitFile):
                sniff(data[:at] + bytes([value]) + data[at + 1 :])


@pytest.mark.parametrize(
    ("width", "height", "code"),
    [(10_000, 10_000, "too_many_pixels"), (16_001, 2000, "odd_shape"), (4100, 100, "odd_shape")],
)
def test_a_header_that_claims_too_much_is_refused(width: int, height: int, code: str) -> None:
    assert refusal(makers.png_claiming(width, height)).code == code


def test_a_heic_of_108_megapixels_is_refused_by_its_header() -> None:
    data = makers.encode(makers.picture(), "HEIF")
    small, large = struct.pack(">II", 96, 64), struct.pack(">II", 12_000, 9000)
    at = data.index(b"ispe") + 8
    assert data[at : at + 8] == small
    assert refusal(data[:at] + large + data[at + 8 :]).code == "too_many_pixels"


def test_a_gif_of_10000_frames_is_refused_at_once() -> None:
    started = time.perf_counter()
    assert refusal(makers.gif_of(10_000)).code == "too_many_frames"
    assert time.perf_counter() - started < 1


def test_a_long_animation_may_not_be_large() -> None:
    assert sniff(makers.gif_of(400)).outline.frames == 400
    assert refusal(makers.gif_of(400, 1000, 1000)).code == "too_many_frames"
    assert refusal(makers.gif_of(2, 3000, 2000)).code == "too_many_pixels"


def test_a_tiny_gif_of_549_megapixels_is_refused() -> None:
    assert refusal(makers.gif_of(1, 32_767, 16_767)).code == "too_many_pixels"


def test_a_jpeg_of_a_thousand_scans_is_refused() -> None:
    data = makers.jpeg(progressive=True)
    last = data.rindex(b"\xff\xda")
    error = refusal(data[:last] + data[last:-2] * 1000 + data[-2:])
    assert error.code == "too_complex"


def test_metadata_of_17_megabytes_is_refused() -> None:
    data = makers.jpeg()
    segment = b"\xff\xe5\xff\xff" + b"\0" * 65_533
    assert refusal(data[:2] + segment * 270 + data[2:]).code == "too_complex"
