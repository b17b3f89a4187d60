"""More than there may be is refused with words, and what was typed is still there."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.admin.posts.forms import MOST_ROWS
from content.models import Post
from tests.content.admin.forms import editor_data
from tests.factories import ImageFactory

pytestmark = pytest.mark.django_db

ADD = "/admin/snippets/content/post/add/"


def page(response: Any) -> str:
    return str(response.content.decode())


def test_a_thousand_pictures_are_refused_without_building_a_row_for_each(
    as_creator: Client,
) -> None:
    data = editor_data(title="A walnut chair") | {"gallery-TOTAL_FORMS": 1000}
    response = as_creator.post(ADD, data)
    assert response.status_code == 200
    assert "At most 24 pictures." in page(response)
    assert "A walnut chair" in page(response)
    rows = set(re.findall(r'name="gallery-(\d+)-alt"', page(response)))
    assert len(rows) == MOST_ROWS
    assert not Post.objects.exists()


def test_more_pictures_than_the_site_allows_are_all_still_there(
    as_creator: Client, creator: User
) -> None:
    images = ImageFactory.create_batch(13, uploaded_by_user=creator)
    response = as_creator.post(ADD, editor_data(images=images))
    assert "At most 12 pictures." in page(response)
    assert all(f'value="View {n}"' in page(response) for n in range(13))
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "Chair " * 100, "at most 120 characters"),
        ("tags", ", ".join(f"tag{n}" for n in range(11)), "At most 10"),
        ("tags", "x" * 41, "40"),
    ],
)
def test_too_much_is_said_beside_the_field(
    as_creator: Client, field: str, value: str, words: str
) -> None:
    response = as_creator.post(ADD, editor_data() | {field: value})
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert words in str(errors[field])
    assert value.strip()[:20] in page(response)
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("&".join(f"x{n}=1" for n in range(1001)), "application/x-www-form-urlencoded"),
        ("title=" + "x" * 2_000_000, "application/x-www-form-urlencoded"),
    ],
    ids=["too many fields", "too many bytes"],
)
def test_what_is_not_read_at_all_is_answered_in_words(
    as_creator: Client, body: str, kind: str
) -> None:
    response = as_creator.post(ADD, body, content_type=kind)
    assert response.status_code == 400
    assert "This could not be read" in page(response)
    assert "what you typed is still there" in page(response)


def test_a_page_without_its_blocks_is_not_understood(as_moderator: Client) -> None:
    response = as_moderator.post("/admin/pages/add/content/editorialpage/3/", {"title": "About"})
    assert response.status_code == 400
    assert "a part of it was missing" in page(response)


def test_a_page_opened_before_signing_in_again_says_what_to_do(creator: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(creator)
    response = browser.post(ADD, editor_data())
    assert response.status_code == 403
    assert "This page is too old" in page(response)
