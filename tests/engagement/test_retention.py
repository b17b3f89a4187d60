"""Retention: what has served its time goes; what has not stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from engagement.models import OutboxMessage, PostRequest, SpentProof
from engagement.services.requests import accept_request, decline_request, withdraw_request
from engagement.tasks import apply_retention
from tests.engagement.factories import delivered_request, guest_request, held_request

pytestmark = pytest.mark.django_db


def ago(**span: int):
    return timezone.now() - timedelta(**span)


def age(request: PostRequest, days: int) -> PostRequest:
    PostRequest.objects.filter(pk=request.pk).update(
        created_at=ago(days=days), last_edited=ago(days=days)
    )
    return request


def test_requests_go_when_their_time_is_over():
    withdrawn, declined, accepted = delivered_request(), delivered_request(), delivered_request()
    withdraw_request(post_request=withdrawn)
    decline_request(post_request=declined)
    accept_request(post_request=accepted)
    gone = [age(guest_request(), 8), age(withdrawn, 91), age(declined, 91)]
    kept = [
        age(guest_request(), 6),
        age(delivered_request(), 400),
        age(accepted, 400),
        age(held_request(), 20),
    ]
    apply_retention()
    apply_retention()
    assert not PostRequest.objects.filter(pk__in=[r.pk for r in gone]).exists()
    assert PostRequest.objects.filter(pk__in=[r.pk for r in kept]).count() == len(kept)


def test_notes_of_mail_go_when_sent_long_ago_but_never_unsent():
    delivered_request()
    sent, unsent = OutboxMessage.objects.all()
    OutboxMessage.objects.update(created_at=ago(days=31))
    OutboxMessage.objects.filter(pk=sent.pk).update(sent_at=ago(days=31))
    apply_retention()
    assert list(OutboxMessage.objects.all()) == [unsent]


def test_spent_proof_is_kept_while_its_challenge_lives():
    SpentProof.objects.create(challenge="old")
    SpentProof.objects.update(spent_at=ago(minutes=21))
    SpentProof.objects.create(challenge="new")
    apply_retention()
    assert [proof.challenge for proof in SpentProof.objects.all()] == ["new"]
