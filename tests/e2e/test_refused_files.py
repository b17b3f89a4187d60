"""Files that are not taken say why, and the post they were added to stays whole."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.content.images.makers import gif_of, jpeg, mp4, png_claiming
from tests.e2e.browser import somebody
from tests.e2e.people import Creator
from tests.stack import Stack

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PHOTO = jpeg(400, 300)
REFUSED = {
    "film.mp4": (mp4(), "Not a kind of picture we take."),
    "film.jpg": (mp4(), "This is a video"),
    "drawing.svg": (SVG, "Not a kind of picture we take."),
    "drawing.png": (SVG, "This is an SVG drawing"),
    "script.gif": (b"#!/bin/sh\nexit\n", "This is a script"),
    "vast.png": (png_claiming(10_000, 10_000), "10,000 by 10,000 pixels; the most we take is 40"),
    "long.gif": (gif_of(10_000), "This GIF has 10,000 frames; the limit is 400."),
    "torn.jpg": (PHOTO[: len(PHOTO) // 2], "This file is damaged or incomplete"),
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A good photo, and behind it one file of every kind that is not taken."""
    contents = {"photo.jpg": PHOTO} | {name: data for name, (data, _) in REFUSED.items()}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in contents]


def test_a_refused_file_says_why_and_the_post_stays(
    stack: Stack, browser: Browser, files: list[Path]
) -> None:
    with somebody(browser, stack.base_url) as at_home:
        creator = Creator(stack, at_home)
        account = stack.accounts["creator"]
        creator.sign_in(account["email"], account["password"])
        creator.begin_post("A bowl", "Turned from an old pear tree.", ["wood"])
        creator.add_pictures(files)
        for name, (_, reason) in REFUSED.items():
            refused = creator.pictures().filter(has_text=name)
            expect(refused.get_by_text("Not taken")).to_be_visible(timeout=60_000)
            expect(refused.get_by_text(reason)).to_be_visible()
        expect(creator.page.get_by_label("Title")).to_have_value("A bowl")
        creator.check_access()
        post_id = creator.submit()
        post = creator.page.request.get(f"/api/post/{post_id}").json()
        assert post["content_text"] == "Turned from an old pear tree."
        assert post["tags"] == ["wood"]
        assert [(picture["width"], picture["height"]) for picture in post["images"]] == [(400, 300)]
