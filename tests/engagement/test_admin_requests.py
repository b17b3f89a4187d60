"""Requests in the admin: creators read their own, moderators what is held or reported, strangers nothing."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from content.models import Post
from engagement.models import PostRequest
from tests.content.admin.conftest import signed_in
from tests.factories import PostFactory, PostRequestFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/requests/"
SPAM = "Send the money by wire transfer to my agent."


@pytest.fixture
def creator() -> User:
    return UserFactory.create(name="Ines Palmeira")


@pytest.fixture
def post(creator: User) -> Post:
    return PostFactory.create(creator=creator, live=True, title="A walnut chair")


@pytest.fixture
def as_creator(creator: User) -> Client:
    return signed_in(creator)


@pytest.fixture
def as_moderator() -> Client:
    return signed_in(UserFactory.create(moderator=True))


def test_creators_read_what_they_received(as_creator: Client, post: Post) -> None:
    row = PostRequestFactory.create(post=post, message="May I come on Friday?")
    page = as_creator.get(LIST).content.decode()
    assert row.name in page
    assert "A walnut chair" in page
    assert "fh-requests__row--unread" in page
    detail = as_creator.get(f"{LIST}{row.pk}/").content.decode()
    assert "May I come on Friday?" in detail
    assert row.email in detail
    assert 'href="/account/requests"' in detail


def test_reading_in_the_admin_answers_nothing(as_creator: Client, post: Post) -> None:
    row = PostRequestFactory.create(post=post)
    as_creator.get(f"{LIST}{row.pk}/")
    assert as_creator.post(f"{LIST}{row.pk}/", {"status": "accepted"}).status_code == 405
    row.refresh_from_db()
    assert row.status == "new"


def test_creators_do_not_see_what_is_held_or_not_confirmed(as_creator: Client, post: Post) -> None:
    for row in (
        PostRequestFactory.create(post=post, held=True),
        PostRequestFactory.create(post=post, guest=True),
    ):
        assert as_creator.get(f"{LIST}{row.pk}/").status_code == 404
    assert "Nobody has asked yet" in as_creator.get(LIST).content.decode()


def test_strangers_and_senders_find_nothing_here(post: Post) -> None:
    sender = UserFactory.create(name="Vera")
    row = PostRequestFactory.create(post=post, sender=sender)
    for client in (signed_in(sender), signed_in(UserFactory.create())):
        for action in ("", "release/", "drop/"):
            assert client.get(f"{LIST}{row.pk}/{action}").status_code == 404
            assert client.post(f"{LIST}{row.pk}/{action}").status_code in (404, 405)
        assert "Vera" not in client.get(LIST).content.decode().split("<main", 1)[1]


def test_moderators_read_held_requests_with_the_reasons(as_moderator: Client, post: Post) -> None:
    delivered = PostRequestFactory.create(post=post, message="A private word")
    held = PostRequestFactory.create(post=post, held=True, message=SPAM)
    page = as_moderator.get(LIST).content.decode()
    assert f"{LIST}{held.pk}/" in page
    assert f'href="{LIST}{delivered.pk}/"' not in page
    assert as_moderator.get(f"{LIST}{delivered.pk}/").status_code == 404
    detail = as_moderator.get(f"{LIST}{held.pk}/").content.decode()
    assert "It speaks of money in a way that scams do" in detail
    assert held.email not in detail


def test_a_held_request_is_let_through_after_a_second_question(
    as_moderator: Client, post: Post
) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    url = f"{LIST}{held.pk}/release/"
    assert as_moderator.get(url).status_code == 200
    held.refresh_from_db()
    assert held.status == "held"
    assert as_moderator.post(url).status_code == 302
    held.refresh_from_db()
    assert held.status == "new"
    assert as_moderator.post(url).status_code == 404


def test_a_held_request_is_dropped_with_all_it_said(as_moderator: Client, post: Post) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    url = f"{LIST}{held.pk}/drop/"
    assert "are deleted" in as_moderator.get(url).content.decode()
    assert PostRequest.objects.exists()
    as_moderator.post(url)
    assert not PostRequest.objects.exists()


def test_creators_decide_nothing_about_held_requests(as_creator: Client, post: Post) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    for action in ("release", "drop"):
        assert as_creator.post(f"{LIST}{held.pk}/{action}/").status_code == 404
    assert PostRequest.objects.get().status == "held"


@pytest.mark.parametrize("who", ["creator", "moderator"])
def test_the_list_costs_the_same_however_long_it_is(
    who: str, as_creator: Client, as_moderator: Client, post: Post
) -> None:
    client = as_creator if who == "creator" else as_moderator

    def add(count: int) -> None:
        state = {"status": "new", "delivered_at": timezone.now()}
        held = {"status": "held"}
        PostRequest.objects.bulk_create(
            PostRequest(
                post=post,
                name=f"Person {number}",
                email="p@example.org",
                message="Hello",
                **(state if who == "creator" else held),
            )
            for number in range(count)
        )

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        return len(queries)

    add(1)
    cost()
    alone = cost()
    add(19)
    few = cost()
    add(1980)
    assert (few, cost()) == (alone, alone)
