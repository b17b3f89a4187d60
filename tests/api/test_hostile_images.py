"""Hostile files over HTTP: taken in, or a 400 about `file` with a code and a sentence."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from content.limits import UPLOAD_BYTES
from content.models import Image
from tests.api.conftest import Api, assert_problem
from tests.content.images.hostile_files import frame_bombs, small_hostile_files
from tests.content.images.hostile_parts import FORMATS, valid
from tests.content.images.makers import jpeg


def send(client: Api, data: bytes, name: str = "cup.jpg", kind: str = "image/jpeg") -> Any:
    return client.http.post("/api/image", {"file": SimpleUploadedFile(name, data, kind)})


def test_every_hostile_file_is_taken_in_or_refused_with_a_reason(creator: Api) -> None:
    codes = set()
    for name, data in small_hostile_files().items():
        answer = send(creator, data, f"{name}.jpg")
        if answer.status_code == 202:
            Image.objects.all().delete()  # a creator may have only so many waiting
            continue
        (error,) = assert_problem(answer, 400, "file")["errors"]
        assert error["message"].endswith("."), name
        codes.add(error["code"])
    assert codes == {
        *("empty", "unsupported", "damaged", "too_complex"),
        *("too_many_pixels", "too_many_frames", "odd_shape"),
    }


def test_the_reason_is_the_one_that_a_person_reads(creator: Api) -> None:
    (error,) = assert_problem(send(creator, frame_bombs()["GIF"]), 400, "file")["errors"]
    assert error == {
        "field": "file",
        "code": "too_many_frames",
        "message": "This GIF has 10,000 frames; the limit is 400. Make it shorter first.",
    }


@pytest.mark.parametrize("name", FORMATS)
def test_neither_name_nor_claimed_type_decides_what_a_file_is(creator: Api, name: str) -> None:
    for number, (other, kind) in enumerate(
        [
            ("page.html", "text/html"),
            ("run.php", "image/svg+xml"),
            ("cup.gif", "image/gif"),
            ("x", ""),
        ]
    ):
        # A byte behind the end makes it another file.
        assert send(creator, valid(name), other, kind).status_code == 202, number
    for wrong in (b"<script>alert(1)</script>", b"PK\x03\x04" + valid(name)):
        assert_problem(
            send(creator, wrong, f"cup.{name.lower()}", f"image/{name.lower()}"), 400, "file"
        )


def test_a_byte_more_than_25_mb_is_too_large(creator: Api) -> None:
    photo = jpeg()
    assert send(creator, photo + bytes(UPLOAD_BYTES - len(photo))).status_code == 202
    assert_problem(send(creator, photo + bytes(UPLOAD_BYTES + 1 - len(photo))), 413)
    assert Image.objects.count() == 1


@pytest.mark.parametrize("body", [b"", b"{}", b"--x\r\n\r\n--x--", b"\0" * 100])
@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "multipart/form-data", "image/png"]
)
def test_what_is_no_form_is_refused(creator: Api, body: bytes, kind: str) -> None:
    answer = creator.http.post("/api/image", body, content_type=kind)
    assert answer.status_code in (400, 415)
    assert json.loads(answer.content)["detail"]
    assert not Image.objects.exists()


def test_a_file_that_is_text_or_twice_or_missing_is_refused_or_the_last_one_counts(
    creator: Api,
) -> None:
    for form in (
        {},
        {"file": "text"},
        {"file": "a\0b"},
        {"picture": SimpleUploadedFile("a.jpg", jpeg())},
    ):
        assert_problem(creator.http.post("/api/image", form), 400, "file")
    twice = [SimpleUploadedFile("a.jpg", b"x"), SimpleUploadedFile("b.jpg", jpeg())]
    assert creator.http.post("/api/image", {"file": twice}).status_code == 202
