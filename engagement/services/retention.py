"""Retention: nothing about a person is kept for longer than it serves them."""

import logging
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.services import forget_expired_sessions
from engagement.models import (
    BlockedSender,
    OutboxMessage,
    PostRequest,
    Report,
    RequestSettings,
    SpentProof,
)
from engagement.proof import AGE as PROOF_AGE

logger = logging.getLogger(__name__)
Status = PostRequest.Status

DECIDED_DAYS = 90  # for which the words of a decided report are kept


def forget_what_is_old() -> dict[str, int]:
    """Delete what is due by now, and return how many rows of each went. Running it twice is harmless.

    Unconfirmed requests, declined, withdrawn and dropped ones, and notes of mail (sent or given up) go
    after the days in the admin's settings; used proofs when their challenge has expired; expired
    sessions. A blocked guest is forgotten with the traces of addresses. Reports stay, but lose the key
    of a guest's client with those traces, and words and address 90 days after the decision.
    """
    now = timezone.now()
    kept = RequestSettings.current()
    long_unconfirmed = now - timedelta(days=kept.unconfirmed_days)
    long_closed = now - timedelta(days=kept.closed_days)
    long_mailed = now - timedelta(days=kept.address_days)
    old_requests = PostRequest.objects.filter(
        Q(status=Status.UNCONFIRMED, created_at__lt=long_unconfirmed)
        | Q(status__in=[Status.DECLINED, Status.WITHDRAWN], last_edited__lt=long_closed)
        | Q(dropped_at__lt=long_closed)
    )
    counts = {
        "requests": _delete(old_requests),
        "mails": _delete(OutboxMessage.objects.finished().filter(created_at__lt=long_mailed)),
        "proofs": _delete(SpentProof.objects.filter(spent_at__lt=now - PROOF_AGE)),
    }
    _forget_reporters(long_mailed)
    _forget_blocked_addresses(long_mailed)
    forget_expired_sessions()
    logger.info("Retention deleted %s", counts)
    return counts


def _forget_reporters(long_ago: datetime) -> None:
    """Take from reports what tells who wrote them: clients known since before `long_ago`, old words."""
    Report.objects.filter(created_at__lt=long_ago).forget_clients()
    settled = timezone.now() - timedelta(days=DECIDED_DAYS)
    Report.objects.filter(decided_at__lt=settled).forget_words()


def _forget_blocked_addresses(long_ago: datetime) -> None:
    """Unblock addresses after a while; an account stays blocked until a moderator lifts it."""
    blocks = BlockedSender.objects.filter(blocked_at__lt=long_ago)
    blocks.filter(user=None).delete()
    blocks.update(address_hash="")


def _delete(rows: QuerySet) -> int:
    """Delete the rows and return how many of this kind went, not counting what cascades."""
    return rows.delete()[1].get(rows.model._meta.label, 0)
