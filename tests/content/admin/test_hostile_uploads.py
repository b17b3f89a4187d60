"""Hostile files through Wagtail's admin: each is taken in or refused in words, and nothing is a 500."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content.limits import UPLOAD_BYTES
from content.models import Image
from tests.content.images.hostile_files import frame_bombs, pixel_bombs, small_hostile_files
from tests.content.images.makers import jpeg, mp4

pytestmark = pytest.mark.django_db
LIBRARY, CHOOSER = "picture_library", "wagtailimages_chooser:create"
FIELDS = {LIBRARY: "pictures", CHOOSER: "image-chooser-upload-file"}
ODD_NAMES = (
    "../../etc/passwd.png",
    "a\0b.png",
    "\u202egnp.exe",
    "a" * 400 + ".png",
    "<b>.png",
)


@pytest.fixture(params=["creator", "moderator"])
def somebody(request: pytest.FixtureRequest) -> Client:
    """A creator, then a moderator."""
    client: Client = request.getfixturevalue(f"as_{request.param}")
    return client


def sent(client: Client, place: str, data: bytes, name: str = "cup.png", **form: Any) -> str:
    """Upload the file there and return the page it leads to."""
    file = SimpleUploadedFile(name, data, "image/png")
    answer = client.post(reverse(place), form | {FIELDS[place]: file}, follow=True)
    assert answer.status_code in (200, 422), (name, answer.status_code)
    return str(answer.content.decode())


@pytest.mark.parametrize("place", [LIBRARY, CHOOSER])
def test_no_hostile_file_breaks_an_upload(somebody: Client, place: str) -> None:
    for name, data in small_hostile_files().items():
        page = sent(somebody, place, data, f"{name}.png")
        refused = "We take" in page or "Try" in page or "first." in page or "empty" in page
        taken, _ = Image.objects.all().delete()  # a creator may have only so many waiting
        assert refused or taken, name


@pytest.mark.parametrize("place", [LIBRARY, CHOOSER])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (frame_bombs()["GIF"], "This GIF has 10,000 frames; the limit is 400."),
        (pixel_bombs()["PNG"], "20,000 by 20,000 pixels; the most we take is 40 megapixels."),
        (mp4(), "This is a video."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is an SVG drawing"),
        (b"", "empty"),
        (jpeg() + bytes(UPLOAD_BYTES), "This file is larger than 25 MB."),
    ],
    ids=["frames", "pixels", "video", "svg", "nothing", "bytes"],
)
def test_the_reason_is_shown_where_the_file_was_sent(
    somebody: Client, place: str, data: bytes, reason: str
) -> None:
    assert reason in sent(somebody, place, data)
    assert not Image.objects.exists()


@pytest.mark.parametrize("place", [LIBRARY, CHOOSER])
@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_no_trouble(somebody: Client, place: str, name: str) -> None:
    sent(somebody, place, jpeg(), name)
    title = Image.objects.get().title
    assert "\0" not in title
    assert "/" not in title
    assert 0 < len(title) <= 255


@pytest.mark.parametrize("place", [LIBRARY, CHOOSER])
def test_a_form_that_lacks_its_file_is_shown_again(somebody: Client, place: str) -> None:
    field = FIELDS[place]
    forms: list[dict[str, Any]] = [
        {},
        {field: ""},
        {field: "a\0b"},
        {field: ["a", "b"]},
        {"file": SimpleUploadedFile("cup.png", jpeg())},
        {
            "image-chooser-upload-title": "\0",
            "title": "x" * 10_000,
            "tags": "\0",
            "collection": "999",
        },
    ]
    for form in forms:
        answer = somebody.post(reverse(place), form, follow=True)
        assert answer.status_code in (200, 422), form
        assert "This field is required" in answer.content.decode(), form
    for body, kind in ((b"{}", "application/json"), (b"\xff", "multipart/form-data; boundary=x")):
        assert somebody.post(reverse(place), body, content_type=kind).status_code < 500
    assert not Image.objects.exists()


def test_several_files_at_once_are_each_told_what_became_of_them(somebody: Client) -> None:
    files = [
        SimpleUploadedFile("good.jpg", jpeg()),
        SimpleUploadedFile("film.mp4", mp4()),
        SimpleUploadedFile("long.gif", frame_bombs()["GIF"]),
        SimpleUploadedFile("empty.gif", b""),
    ]
    answer = somebody.post(reverse(LIBRARY), {"pictures": files}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert Image.objects.count() == 1
    assert "film.mp4: This is a video." in page
    assert "long.gif: This GIF has 10,000 frames; the limit is 400." in page
    assert "empty.gif" in page


@pytest.mark.parametrize("name", ["wagtailimages:add", "wagtailimages:add_multiple"])
def test_wagtails_own_upload_pages_take_the_same_road(somebody: Client, name: str) -> None:
    for form in (
        {"pictures": SimpleUploadedFile("a.png", pixel_bombs()["PNG"])},
        {"files[]": "x"},
        {},
    ):
        answer = somebody.post(reverse(name), form, follow=True)
        assert answer.status_code < 500
    assert not Image.objects.exists()
