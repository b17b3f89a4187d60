"""The demo's pictures and words are whole, repeatable and within the rules everybody's posts obey."""

import io
from collections import Counter

import pytest
from PIL import Image

from content import limits
from content.demo.drawing import FRAMES, Picture, draw
from content.demo.pages import PAGES
from content.demo.people.everyone import EVERYONE
from content.html import clean_html

POSTS = [post for person in EVERYONE for post in person.posts]
PICTURES = [picture for post in POSTS for picture in post.pictures]
PICTURES += [person.portrait for person in EVERYONE]


def test_there_is_enough_to_look_at():
    assert len(EVERYONE) >= 8
    assert len(POSTS) >= 40
    assert all(1 <= len(post.pictures) <= 6 for post in POSTS)
    assert sum(picture.moving for picture in PICTURES) >= 10
    assert len({picture.file_name for picture in PICTURES}) == len(PICTURES)


def test_every_state_is_shown():
    states = Counter(post.state for post in POSTS)
    assert set(states) == {"draft", "in_review", "changes_requested", "live", "removed"}
    assert {post.availability for post in POSTS} == {"open", "reserved", "given"}
    assert all(post.verdict for post in POSTS if post.state in ("changes_requested", "removed"))


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.title)
def test_words_keep_within_limits(post):
    assert 0 < len(post.title) <= limits.TITLE_LENGTH
    assert 1 <= len(post.tags) <= limits.TAGS_PER_POST
    assert clean_html(post.content) == post.content
    assert all(0 < len(picture.alt) <= limits.ALT_LENGTH for picture in post.pictures)


def test_addresses_are_reserved_for_examples():
    assert all(person.email.endswith("@example.org") for person in EVERYONE)


def test_pages_have_what_search_engines_show():
    assert {page.slug for page in PAGES} == {"about", "terms", "privacy", "disclaimer"}
    assert all(page.description and page.blocks for page in PAGES)


def test_a_picture_is_the_same_each_time():
    picture = Picture("prints.moons_print", "noon", "A print", "square")
    assert draw(picture) == draw(picture)


def test_a_still_has_the_size_it_should_have():
    still = Image.open(io.BytesIO(draw(Picture("boats.boat_at_sea", "harbour", "A boat", "tall"))))
    assert (still.format, still.size) == ("JPEG", (960, 1280))


def test_a_moving_picture_loops_for_ever():
    moving = Image.open(io.BytesIO(draw(Picture("motion.flying_kite", "apricot", "A kite"))))
    assert (moving.format, getattr(moving, "n_frames", 1), moving.info["loop"]) == (
        "GIF",
        FRAMES,
        0,
    )


def test_coming_nearer_leaves_no_edge_bare():
    picture = Picture("chairs.one_chair", "noon", "A chair", "square", 1.8, (0.95, 0.95))
    image = Image.open(io.BytesIO(draw(picture)))
    corner = (image.width - 2, image.height - 2, image.width - 1, image.height - 1)
    red, _, blue = image.crop(corner).tobytes()
    assert red > 120
    assert blue < 110  # boards in persimmon, not the wall the sheet is primed with
