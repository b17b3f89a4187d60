"""Banning from the review screen, the pictures that are held for it, and letting them through."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.models import BannedPicture, Image
from content.services.bans import ban_picture
from tests.factories import ImageFactory, PostFactory, committed

pytestmark = pytest.mark.django_db

HELD = "/admin/pictures/held/"
BANNED = "/admin/pictures/banned/"


def ban_url(picture: Image) -> str:
    return f"/admin/images/{picture.pk}/ban/"


def words(response: Any) -> str:
    return str(response.content.decode())


@pytest.fixture
def picture(creator: User) -> Image:
    return ImageFactory.create(uploaded_by_user=creator, title="A borrowed photo", phash=0)


@pytest.fixture
def held(picture: Image, moderator: User) -> Image:
    """Another person's picture that differs in three bits from the banned one."""
    near = ImageFactory.create(title="Much the same", phash=0b111)
    with committed():
        ban_picture(image=picture, moderator=moderator, reason="Taken from a shop", note="Ticket 7")
    near.refresh_from_db()
    return near


def test_a_picture_is_banned_from_the_review_screen_and_back(
    as_moderator: Client, creator: User, moderator: User, picture: Image
) -> None:
    post = PostFactory.create(creator=creator, in_review=True, images=[picture])
    review = f"/admin/review/{post.pk}/"
    assert f"{ban_url(picture)}?next={review}" in words(as_moderator.get(review))
    page = as_moderator.get(f"{ban_url(picture)}?next={review}")
    assert picture.storage_names()[0].rsplit("/", 1)[0] in words(page)
    assert not BannedPicture.objects.exists()

    response = as_moderator.post(
        ban_url(picture), {"reason": "Taken from a shop", "note": "Ticket 7", "next": review}
    )

    assert response["Location"] == review
    ban = BannedPicture.objects.get()
    assert (ban.reason, ban.note, ban.banned_by) == ("Taken from a shop", "Ticket 7", moderator)
    picture.refresh_from_db()
    assert picture.state == "held"
    assert "Held, so nobody sees it here" in words(as_moderator.get(review))


@pytest.mark.parametrize("data", [{}, {"reason": " "}, {"reason": "x" * 121}, {"reason": "\u200b"}])
def test_no_ban_without_a_reason(
    as_moderator: Client, picture: Image, data: dict[str, str]
) -> None:
    assert as_moderator.post(ban_url(picture), data).status_code == 422
    assert not BannedPicture.objects.exists()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_after_a_ban_nobody_is_sent_to_another_site(
    as_moderator: Client, picture: Image, target: str
) -> None:
    assert target not in words(as_moderator.get(ban_url(picture), {"next": target}))
    response = as_moderator.post(ban_url(picture), {"reason": "Spam", "next": target})
    assert response["Location"] == HELD


def test_a_second_ban_is_told_that_it_is_held_already(as_moderator: Client, held: Image) -> None:
    response = as_moderator.post(ban_url(held), {"reason": "Again"}, follow=True)
    assert "held already" in words(response)
    assert BannedPicture.objects.count() == 1


def test_held_pictures_show_the_banned_ones_reason_and_the_distance(
    as_moderator: Client, held: Image
) -> None:
    page = words(as_moderator.get(HELD))
    assert "Much the same" in page
    assert "Taken from a shop" in page
    assert "Ticket 7" in page
    assert "differs in 3 of 64 bits" in page
    assert "The very file that is banned" in page
    assert f"{held.key}/320" in page
    assert "Review (2)" in page


def test_letting_through_shows_it_again_and_takes_a_post(as_moderator: Client, held: Image) -> None:
    url = f"{HELD}{held.pk}/let-through/"
    assert as_moderator.get(url).status_code == 405
    assert as_moderator.post(f"{url}?kind=picture")["Location"].startswith(HELD)
    held.refresh_from_db()
    assert held.state == "ready"
    assert "no longer held" in words(as_moderator.post(url, follow=True))


def test_deleting_asks_first(as_moderator: Client, held: Image) -> None:
    url = f"{HELD}{held.pk}/delete/"
    assert "Much the same" in words(as_moderator.get(url))
    assert Image.objects.filter(pk=held.pk).exists()
    as_moderator.post(url)
    assert not Image.objects.filter(pk=held.pk).exists()
    assert BannedPicture.objects.exists()


def test_what_is_not_held_is_not_deleted_there(as_moderator: Client, picture: Image) -> None:
    assert as_moderator.post(f"{HELD}{picture.pk}/delete/").status_code == 404
    assert Image.objects.filter(pk=picture.pk).exists()


def test_lifting_a_ban_asks_first(as_moderator: Client, held: Image) -> None:
    url = f"{BANNED}{BannedPicture.objects.get().pk}/lift/"
    assert url in words(as_moderator.get(BANNED))
    assert "2 pictures held for it are shown again" in words(as_moderator.get(url))
    assert BannedPicture.objects.exists()
    as_moderator.post(url)
    assert not BannedPicture.objects.exists()
    assert not Image.objects.filter(state="held").exists()


def test_the_owner_of_a_held_picture_reads_why_and_does_not_see_it(
    as_creator: Client, held: Image, picture: Image
) -> None:
    picture.refresh_from_db()
    for path in ("/admin/images/", f"/admin/images/{picture.pk}/"):
        page = words(as_creator.get(path))
        assert "Moderators do not allow this picture here: Taken from a shop." in page
        assert picture.key not in page
        assert "Ticket 7" not in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_creators_neither_ban_nor_let_through(
    as_creator: Client, held: Image, picture: Image, method: str
) -> None:
    ban = BannedPicture.objects.get()
    for path in (
        HELD,
        BANNED,
        ban_url(ImageFactory.create(uploaded_by_user=picture.uploaded_by_user)),
        f"{HELD}{held.pk}/let-through/",
        f"{HELD}{picture.pk}/let-through/",
        f"{HELD}{picture.pk}/delete/",
        f"{BANNED}{ban.pk}/lift/",
    ):
        assert getattr(as_creator, method)(path, {"reason": "Mine"}).status_code == 404, path
    assert list(BannedPicture.objects.all()) == [ban]
    assert Image.objects.filter(state="held").count() == 2
