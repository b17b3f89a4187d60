"""What becomes of a request when it is sent."""

import pytest

from accounts.errors import InvalidInput
from engagement.errors import OwnPost, PostClosed
from engagement.models import Notification, OutboxMessage, PostRequest
from engagement.services.requests import ClientInfo, send_request
from tests.engagement.factories import (
    MESSAGE,
    delivered_request,
    guest_request,
    held_request,
    make_post,
    make_proof,
    make_user,
)

pytestmark = pytest.mark.django_db


def mails() -> list[tuple[str, str]]:
    return sorted(OutboxMessage.objects.values_list("kind", "to"))


def test_guest_with_proof_is_delivered_at_once():
    post = make_post()
    request = delivered_request(post, email="vera@example.net")
    assert request.status == "new"
    assert request.is_delivered
    assert mails() == [
        ("request_received", post.creator.email),
        ("request_sent", "vera@example.net"),
    ]
    assert Notification.objects.get().user == post.creator


def test_guest_without_proof_must_confirm():
    post = make_post()
    request = guest_request(post, email="vera@example.net")
    assert request.status == "unconfirmed"
    assert not request.is_delivered
    assert mails() == [("request_confirm", "vera@example.net")]
    assert not Notification.objects.exists()
    assert not PostRequest.objects.received_by(post.creator).exists()


def test_used_proof_is_no_proof():
    proof = make_proof()
    assert guest_request(proof=proof).status == "new"
    assert guest_request(proof=proof, message=MESSAGE + " Thanks!").status == "unconfirmed"


def test_risky_words_must_be_confirmed_despite_the_proof():
    request = delivered_request(message="Nice! Write to me on WhatsApp, I pay with PayPal.")
    assert request.status == "unconfirmed"
    assert {signal["code"] for signal in request.signals} == {"messenger", "money"}


def test_abuse_is_held_and_looks_delivered_to_its_sender():
    request = held_request(email="spam@example.net")
    assert request.status == "held"
    assert request.status_for_sender == "new"
    assert mails() == [("request_sent", "spam@example.net")]
    assert not PostRequest.objects.received_by(request.post.creator).exists()


def test_confirmed_member_needs_no_proof_and_may_leave_out_name_and_address():
    sender = make_user(name="Mara")
    request = send_request(post=make_post(), sender=sender, message=MESSAGE, client=ClientInfo())
    assert (request.status, request.name, request.email) == ("new", "Mara", sender.email)
    assert [kind for kind, _ in mails()] == ["request_received"]


def test_member_with_somebody_elses_address_must_confirm():
    request = guest_request(sender=make_user(), email="other@example.org")
    assert request.status == "unconfirmed"


def test_creator_who_wants_no_mail_gets_the_notification_only():
    post = make_post(creator=make_user(notify_requests=False))
    delivered_request(post)
    assert [kind for kind, _ in mails()] == ["request_sent"]
    assert Notification.objects.filter(user=post.creator).exists()


def test_given_post_takes_no_more_requests():
    with pytest.raises(PostClosed, match="takes no more requests"):
        guest_request(make_post(availability="given"))
    assert not PostRequest.objects.exists()


def test_reserved_post_still_takes_requests():
    assert guest_request(make_post(availability="reserved")).pk


def test_post_that_is_not_live_takes_none():
    with pytest.raises(PostClosed):
        guest_request(make_post(live=False))


def test_nobody_asks_themselves():
    post = make_post()
    with pytest.raises(OwnPost):
        guest_request(post, sender=post.creator)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "   "),
        ("name", "n" * 81),
        ("name", "nul\x00"),
        ("email", ""),
        ("email", "not an address"),
        ("email", "a@" + "b" * 250 + ".org"),
        ("email", "nul\x00@example.org"),
        ("message", " \n "),
        ("message", "m" * 4001),
        ("message", "nul\x00"),
        ("message", "lone \ud800 surrogate"),
    ],
)
def test_bad_input_is_told_at_its_field(field, value):
    post = make_post()
    with pytest.raises(InvalidInput) as refusal:
        guest_request(post, **{field: value})
    assert refusal.value.field == field


def test_name_is_kept_on_one_line():
    assert guest_request(name="Vera\r\nBcc: all@example.org").name == "Vera Bcc: all@example.org"


@pytest.mark.parametrize(
    "proof", ["x", "e30=", "bnVsbA==", "W10=", "MQ==", "{}", "=" * 5000, "\ud800", "\x00"]
)
def test_nonsense_for_a_proof_is_no_proof(proof):
    assert guest_request(proof=proof).status == "unconfirmed"


def test_nobody_is_flooded_with_mail_by_somebody_who_types_their_address(settings):
    settings.RATE_LIMITS = True
    for _ in range(12):
        guest_request(email="victim@example.org")
    assert len(mails()) == 8


def test_an_address_that_mail_cannot_carry_is_refused():
    """In Reply-To it would keep the creator's own mail from ever going out."""
    with pytest.raises(InvalidInput) as refused:
        guest_request(email=f"vera@{'ä' * 63}.org")
    assert refused.value.field == "email"


def test_a_name_that_nobody_can_see_is_no_name():
    with pytest.raises(InvalidInput) as refused:
        guest_request(name="\u200b\u200b")
    assert refused.value.field == "name"
    assert guest_request(name="Ann\u202egnp.exe").name == "Anngnp.exe"
