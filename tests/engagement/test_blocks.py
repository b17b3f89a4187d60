"""Blocking: a dropped request is gone for all but its sender, who is held from then on and not told."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.services import erase_account
from engagement.errors import NothingToDrop
from engagement.models import BlockedSender, Notification, PostRequest, Report
from engagement.services.blocks import block_sender, unblock_sender
from engagement.services.dropping import drop_request
from engagement.services.reports import Target, file_report
from engagement.services.requests import (
    ClientInfo,
    accept_request,
    change_message,
    confirm_request,
    mark_read,
    release_request,
    send_request,
)
from engagement.services.retention import forget_what_is_old
from engagement.tokens import confirm_token
from tests.engagement.factories import (
    delivered_request,
    guest_request,
    held_request,
    make_post,
    make_user,
)

pytestmark = pytest.mark.django_db


def blocked_guest(**fields):
    """A guest who was blocked, and what they had sent."""
    sent = held_request(**fields)
    block_sender(post_request=sent, moderator=make_user(moderator=True))
    return sent


def send(**fields):
    given = {"sender": None, "name": "V", "message": "Is it still there?", "client": ClientInfo()}
    return send_request(post=make_post(), **given | fields)


def codes(request):
    return [signal["code"] for signal in request.signals]


def test_what_a_blocked_guest_sends_later_is_held_and_reads_as_sent():
    earlier = blocked_guest(email="Vera@Example.net")
    for address in ("vera@example.net", "VERA+again@example.net"):
        later = send(email=address)
        assert later.status == "held"
        assert later.status_for_sender == "new"
        assert "blocked_sender" in codes(later)
    assert earlier.status_for_sender == "new"
    assert delivered_request(email="vera@example.org").status == "new"


def test_a_blocked_account_is_held_by_whatever_address_it_gives_and_signed_out_too():
    sender = make_user(email="sven@example.org")
    sent = held_request(sender=sender, email="other@example.net")
    block_sender(post_request=sent, moderator=make_user(moderator=True))
    assert send(sender=sender, email="third@example.net").status == "held"
    assert send(email="sven@example.org", name="S").status == "held"
    assert send(email="other@example.net", name="S").status == "held"


def test_unblocking_lets_the_sender_through_again():
    blocked_guest(email="vera@example.net")
    unblock_sender(block=BlockedSender.objects.get(), moderator=make_user(moderator=True))
    assert send(email="vera@example.net").status == "unconfirmed"


def test_a_dropped_request_is_its_senders_alone_and_looks_as_before():
    creator, sender, moderator = make_user(), make_user(), make_user(moderator=True)
    sent = delivered_request(make_post(creator=creator), sender=sender)
    mark_read(post_request=sent)
    file_report(target=Target(post_request=sent), reporter=creator, reason="scam")
    before = PostRequest.objects.get(pk=sent.pk)
    drop_request(post_request=sent, moderator=moderator)
    found = PostRequest.objects.get(pk=sent.pk)
    assert (found.status, found.last_edited) == (before.status, before.last_edited)
    assert PostRequest.objects.sent_by(sender).get() == sent
    assert not PostRequest.objects.received_by(creator).exists()
    for visitor in (creator, moderator):
        assert not PostRequest.objects.visible_to(visitor).exists()
    assert not Notification.objects.filter(user=creator, post_request=sent).exists()
    assert Report.objects.get().status == "upheld"


@pytest.mark.parametrize("action", [mark_read, accept_request])
def test_a_creator_answers_nothing_that_was_dropped_meanwhile(action):
    sent = delivered_request()
    file_report(target=Target(post_request=sent), reporter=sent.post.creator, reason="scam")
    drop_request(post_request=sent, moderator=make_user(moderator=True))
    with pytest.raises(Exception, match="not been delivered"):
        action(post_request=sent)


def test_only_what_is_held_or_reported_is_dropped_and_once():
    moderator = make_user(moderator=True)
    with pytest.raises(NothingToDrop):
        block_sender(post_request=delivered_request(), moderator=moderator)
    held = held_request()
    block_sender(post_request=held, moderator=moderator)
    for again in (drop_request, block_sender):
        with pytest.raises(NothingToDrop):
            again(post_request=held, moderator=moderator)
    with pytest.raises(Exception, match="not held"):
        release_request(post_request=held, moderator=moderator)
    assert BlockedSender.objects.count() == 1


def test_a_dropped_request_stays_dropped_when_its_sender_rewrites_or_confirms_it():
    moderator = make_user(moderator=True)
    sent = guest_request()
    file_report(target=Target(post_request=sent), reporter=make_user(), reason="scam")
    drop_request(post_request=sent, moderator=moderator)
    change_message(post_request=sent, message="Then I shall write it otherwise.")
    confirm_request(post_request=sent, token=confirm_token(sent))
    assert sent.status_for_sender == "new"
    assert not sent.is_delivered
    assert not PostRequest.objects.visible_to(moderator).exists()


def test_what_waited_for_its_sender_is_held_once_they_are_blocked():
    waiting = guest_request(email="vera@example.net")
    blocked_guest(email="vera@example.net")
    confirm_request(post_request=waiting, token=confirm_token(waiting))
    assert (waiting.status, waiting.status_for_sender) == ("held", "new")
    assert "blocked_sender" in codes(waiting)


def test_what_was_delivered_before_is_held_when_a_blocked_sender_rewrites_it():
    delivered = delivered_request(email="vera@example.net")
    blocked_guest(email="vera@example.net")
    change_message(post_request=delivered, message="Something else altogether.")
    assert delivered.status == "held"


def test_an_account_and_its_address_are_one_block():
    sender, moderator = make_user(email="sven@example.org"), make_user(moderator=True)
    blocked_guest(email="sven@example.org")
    for _ in range(2):
        sent = held_request(sender=sender)
        block_sender(post_request=sent, moderator=moderator)
    assert BlockedSender.objects.get().user == sender


def test_addresses_are_forgotten_after_their_time_and_accounts_stay_blocked():
    sender = make_user()
    block_sender(post_request=held_request(sender=sender), moderator=make_user(moderator=True))
    blocked_guest(email="vera@example.net")
    BlockedSender.objects.update(blocked_at=timezone.now() - timedelta(days=29))
    forget_what_is_old()
    assert BlockedSender.objects.exclude(address_hash="").count() == 2
    BlockedSender.objects.update(blocked_at=timezone.now() - timedelta(days=31))
    forget_what_is_old()
    block = BlockedSender.objects.get()
    assert (block.user, block.address_hash) == (sender, "")


def test_dropped_requests_are_deleted_after_their_time():
    sent = blocked_guest()
    PostRequest.objects.update(dropped_at=timezone.now() - timedelta(days=89))
    forget_what_is_old()
    assert PostRequest.objects.filter(pk=sent.pk).exists()
    PostRequest.objects.update(dropped_at=timezone.now() - timedelta(days=91))
    forget_what_is_old()
    assert not PostRequest.objects.filter(pk=sent.pk).exists()


def test_leaving_does_not_lift_a_block_before_its_time():
    sender = make_user(email="sven@example.org")
    sent = held_request(sender=sender, email=sender.email)
    block_sender(post_request=sent, moderator=make_user(moderator=True))
    erase_account(user=sender)
    assert send(email="sven@example.org").status == "held"
    another = make_user()
    BlockedSender.objects.update(address_hash="", user=another)
    erase_account(user=another)
    assert not BlockedSender.objects.exists()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("block_is_of_somebody", lambda: BlockedSender.objects.create()),
        (
            "address_is_blocked_once",
            lambda: [BlockedSender.objects.create(address_hash="x") for _ in range(2)],
        ),
        (
            "dropped_request_is_not_delivered",
            lambda: PostRequest.objects.filter(pk=delivered_request().pk).update(
                dropped_at=timezone.now()
            ),
        ),
    ],
)
def test_the_database_keeps_the_rules(name, change):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()


def test_a_moderator_blocks_over_the_api_and_the_sender_learns_nothing():
    moderator, sender = Client(), Client()
    moderator.force_login(make_user(moderator=True))
    account = make_user()
    sender.force_login(account)
    sent = held_request(sender=account)
    path = f"/api/request/{sent.pk}"
    before = sender.get(path)
    assert moderator.post(f"{path}/block").status_code == 204
    assert moderator.get(path).status_code == 404
    assert moderator.post(f"{path}/block").status_code == 404
    assert moderator.get("/api/request?box=held").json()["results"] == []
    after = sender.get(path)
    assert (after.json(), after["ETag"]) == (before.json(), before["ETag"])
    listed = sender.get("/api/request?box=sent&status=new").json()["results"]
    assert [one["id"] for one in listed] == [sent.pk]
    answer = sender.post(
        "/api/request",
        {"post": make_post().pk, "message": "And this one?"},
        content_type="application/json",
    )
    assert (answer.status_code, answer.json()["status"]) == (201, "new")
    assert PostRequest.objects.get(pk=answer.json()["id"]).status == "held"
