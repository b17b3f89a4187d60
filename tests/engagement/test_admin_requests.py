"""Requests in the admin: creators read their own, moderators what is held or reported, strangers nothing."""

import re

import pytest
from django.test import Client

from accounts.models import User
from content.models import Post
from engagement.models import BlockedSender, PostRequest
from engagement.services.reports import Target, file_report
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
    assert "fh-requests__unread" in page
    assert "1 request\n" in page
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
        for action in ("", "release/", "drop/", "block/"):
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


def test_a_dropped_request_is_found_by_no_moderator(as_moderator: Client, post: Post) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    url = f"{LIST}{held.pk}/drop/"
    assert "Nobody is told" in as_moderator.get(url).content.decode()
    assert PostRequest.objects.held().exists()
    as_moderator.post(url)
    assert not PostRequest.objects.held().exists()
    assert as_moderator.get(f"{LIST}{held.pk}/").status_code == 404
    assert not BlockedSender.objects.exists()


def test_a_sender_is_blocked_after_a_second_question_and_unblocked(
    as_moderator: Client, post: Post
) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    url = f"{LIST}{held.pk}/block/"
    assert "They are not told" in as_moderator.get(url).content.decode()
    assert not BlockedSender.objects.exists()
    assert as_moderator.post(url).status_code == 302
    block = BlockedSender.objects.get()
    assert (block.user, block.post) == (held.user, post)
    blocked = "/admin/blocked-senders/"
    for address, is_found in ((held.email, True), ("somebody@example.net", False)):
        page = as_moderator.get(blocked, {"address": address}).content.decode()
        assert (f'href="{blocked}{block.pk}/"' in page) is is_found
    asked = as_moderator.get(f"{blocked}{block.pk}/").content.decode()
    assert f"request about “{post.title}”" in asked
    assert f"Unblock {block}" in asked
    assert (
        "not blocked any more"
        in as_moderator.post(f"{blocked}{block.pk}/", follow=True).content.decode()
    )
    assert not BlockedSender.objects.exists()


def test_creators_decide_nothing_about_held_requests(as_creator: Client, post: Post) -> None:
    held = PostRequestFactory.create(post=post, held=True)
    for action in ("release", "drop", "block"):
        assert as_creator.post(f"{LIST}{held.pk}/{action}/").status_code == 404
    assert PostRequest.objects.get().status == "held"


def names(client: Client, **query: str) -> list[str]:
    """Who wrote the requests on the list, in its order."""
    whole, results = (
        re.findall(r"(Vera|Viktor|Wim)(?=<|\s)", page.partition("<tbody>")[2])
        for page in (client.get(path, query).content.decode() for path in (LIST, f"{LIST}results/"))
    )
    assert whole == results
    return results


def test_creators_narrow_their_list_by_state_and_by_words(as_creator: Client, post: Post) -> None:
    table = PostFactory.create(creator=post.creator, live=True, title="An oak table")
    PostRequestFactory.create(post=post, sender=UserFactory.create(name="Vera"))
    PostRequestFactory.create(post=table, sender=UserFactory.create(name="Viktor"))
    PostRequest.objects.filter(name="Viktor").update(status="accepted")
    assert names(as_creator) == ["Viktor", "Vera"]
    assert names(as_creator, ordering="created_at") == ["Vera", "Viktor"]
    assert names(as_creator, status="accepted") == ["Viktor"]
    assert names(as_creator, q="walnut") == ["Vera"]
    assert names(as_creator, q="viktor") == ["Viktor"]
    assert names(as_creator, q="Hello") == []
    assert names(as_creator, why="held") == ["Viktor", "Vera"]
    assert "No request here is like this" in as_creator.get(LIST, {"q": "Wim"}).content.decode()


def test_moderators_narrow_theirs_to_the_held_or_the_reported(
    as_moderator: Client, post: Post
) -> None:
    PostRequestFactory.create(post=post, held=True, sender=UserFactory.create(name="Vera"))
    reported = PostRequestFactory.create(post=post, sender=UserFactory.create(name="Viktor"))
    PostRequestFactory.create(post=post, sender=UserFactory.create(name="Wim"))
    file_report(target=Target(post_request=reported), reporter=post.creator, reason="spam")
    assert names(as_moderator) == ["Viktor", "Vera"]
    assert names(as_moderator, why="held") == ["Vera"]
    assert names(as_moderator, why="reported") == ["Viktor"]
    assert names(as_moderator, status="accepted") == []
    assert names(as_moderator, q="Wim") == []


@pytest.mark.parametrize(
    "query", ["q=%00", "status=x", "why=%00", "p=x", "p=-1", "ordering=email", "export=csv"]
)
def test_an_odd_address_shows_the_list(
    as_moderator: Client, as_creator: Client, post: Post, query: str
) -> None:
    row = PostRequestFactory.create(post=post)
    file_report(target=Target(post_request=row), reporter=post.creator, reason="spam")
    for client in (as_moderator, as_creator):
        for path in (LIST, f"{LIST}results/"):
            assert row.name in client.get(f"{path}?{query}").content.decode(), path


@pytest.mark.parametrize("verb", ["add", "edit", "copy", "delete", "usage", "history", "choose"])
def test_there_is_nothing_to_do_to_a_request_but_to_read_it(
    as_moderator: Client, post: Post, verb: str
) -> None:
    row = PostRequestFactory.create(post=post, held=True)
    administrator = signed_in(UserFactory.create(is_superuser=True))
    for client in (as_moderator, administrator):
        for path in (
            f"{LIST}{verb}/",
            f"{LIST}{verb}/{row.pk}/",
            f"/admin/snippets/engagement/postrequest/{verb}/{row.pk}/",
            f"/admin/snippets/{verb}/engagement/postrequest/",
            f"/admin/bulk/engagement/postrequest/{verb}/?id={row.pk}",
            f"/admin/editing-sessions/ping/engagement/postrequest/{row.pk}/1/",
        ):
            assert client.get(path).status_code in (404, 405), path
            assert client.post(path).status_code == 404, path
    assert PostRequest.objects.get() == row
