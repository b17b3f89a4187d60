"""Every transition of a request from every status: which are allowed, which are refused."""

import pytest

from accounts.errors import InvalidInput, RuleBroken
from engagement.errors import LinkExpired, PostClosed
from engagement.models import Notification, OutboxMessage, PostRequest
from engagement.services import requests as services
from engagement.tokens import confirm_token, page_token, read_confirm_token, read_page_token
from tests.engagement.factories import (
    delivered_request,
    guest_request,
    held_request,
    make_user,
)

pytestmark = pytest.mark.django_db


def request_in(status: str) -> PostRequest:
    if status == "unconfirmed":
        return guest_request()
    if status == "held":
        return held_request()
    request = delivered_request()
    if status == "read":
        services.mark_read(post_request=request)
    elif status == "accepted":
        services.accept_request(post_request=request)
    elif status == "declined":
        services.decline_request(post_request=request)
    elif status == "withdrawn":
        services.withdraw_request(post_request=request)
    assert request.status == status
    return request


def do(action: str, request: PostRequest) -> None:
    if action == "confirm_request":
        services.confirm_request(post_request=request, token=confirm_token(request))
    elif action == "release_request":
        services.release_request(post_request=request, moderator=make_user())
    elif action == "change_message":
        services.change_message(post_request=request, message="Other words.")
    elif action == "set_note":
        services.set_note(post_request=request, note="See you there.")
    else:
        getattr(services, action)(post_request=request)


STATUSES = ["unconfirmed", "held", "new", "read", "accepted", "declined", "withdrawn"]
NO = "refused"
TABLE = {
    "mark_read": [NO, NO, "read", "read", NO, NO, NO],
    "accept_request": [NO, NO, "accepted", "accepted", "accepted", NO, NO],
    "decline_request": [NO, NO, "declined", "declined", NO, "declined", NO],
    "set_note": [NO, NO, "new", "read", "accepted", "declined", "withdrawn"],
    "withdraw_request": ["withdrawn"] * 5 + [NO, "withdrawn"],
    "change_message": ["unconfirmed", "held", "new", "new", NO, NO, NO],
    "confirm_request": ["new", "held", "new", "read", "accepted", "declined", NO],
    "release_request": [NO, "new", NO, NO, NO, NO, NO],
}


@pytest.mark.parametrize("action", TABLE)
@pytest.mark.parametrize("status", STATUSES)
def test_transition(action, status):
    expected = TABLE[action][STATUSES.index(status)]
    request = request_in(status)
    if expected == NO:
        with pytest.raises(RuleBroken) as refusal:
            do(action, request)
        assert refusal.value.message.endswith((".", "?"))
        expected = status
    else:
        do(action, request)
    assert request.status == expected
    request.refresh_from_db()
    assert request.status == expected


def test_accepting_twice_tells_the_visitor_once():
    request = request_in("accepted")
    do("accept_request", request)
    assert OutboxMessage.objects.filter(kind="request_accepted").count() == 1


def test_member_is_notified_of_the_answer_and_mailed_unless_they_wish_otherwise():
    sender = make_user(notify_requests=False)
    request = guest_request(sender=sender, email=sender.email)
    services.accept_request(post_request=request, note="Come on Saturday.")
    assert Notification.objects.get(user=sender).kind == "request_accepted"
    assert not OutboxMessage.objects.filter(kind="request_accepted").exists()
    assert request.note == "Come on Saturday."


def test_note_too_long_is_told_at_its_field_and_changes_nothing():
    request = request_in("new")
    with pytest.raises(InvalidInput):
        services.accept_request(post_request=request, note="n" * 1001)
    request.refresh_from_db()
    assert request.status == "new"


def test_confirming_delivers_once():
    request = guest_request()
    for _ in range(2):
        do("confirm_request", request)
    kinds = sorted(OutboxMessage.objects.values_list("kind", flat=True))
    assert kinds == ["request_confirm", "request_received", "request_sent"]
    assert Notification.objects.count() == 1


def test_confirming_for_a_post_given_meanwhile_is_refused():
    request = guest_request()
    type(request.post).objects.filter(pk=request.post_id).update(availability="given")
    with pytest.raises(PostClosed):
        do("confirm_request", request)


def test_confirm_token_of_another_request_or_kind_is_refused():
    request, other = guest_request(), guest_request()
    for token in (confirm_token(other), page_token(request), "", "12~x~y", "\ud800", "1~\x00"):
        with pytest.raises(LinkExpired):
            services.confirm_request(post_request=request, token=token)


def test_tokens_carry_the_id_in_front_and_open_one_door_each():
    request = guest_request()
    assert page_token(request).split("~")[0] == str(request.pk)
    assert read_page_token(page_token(request)) == request.pk
    assert read_page_token(confirm_token(request)) is None
    assert read_confirm_token(page_token(request)) is None


def test_words_changed_into_abuse_are_taken_back_from_the_creator():
    request = delivered_request()
    services.change_message(
        post_request=request,
        message="Pay by Western Union or bitcoin, see www.win.example and http://x.top now",
    )
    assert request.status == "held"
    assert not PostRequest.objects.received_by(request.post.creator).exists()


def test_erasing_leaves_nothing_behind():
    request = request_in("accepted")
    do("erase_request", request)
    assert not PostRequest.objects.exists()
    assert not OutboxMessage.objects.exists()
    assert not Notification.objects.exists()
