"""Retention: nothing about a person is kept for longer than it serves them."""

import logging
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.services import forget_expired_sessions
from engagement.models import OutboxMessage, PostRequest, SpentProof
from engagement.proof import AGE as PROOF_AGE

logger = logging.getLogger(__name__)
Status = PostRequest.Status

UNCONFIRMED_DAYS = 7
CLOSED_DAYS = 90
MAIL_DAYS = 30


def forget_what_is_old() -> dict[str, int]:
    """Delete what is due by now, and return how many rows of each went. Running it twice is harmless.

    Unconfirmed requests go after 7 days, declined and withdrawn ones after 90, notes of mail (sent
    or given up) after 30, used proofs when their challenge has expired, and expired sessions.
    """
    now = timezone.now()
    long_closed = now - timedelta(days=CLOSED_DAYS)
    long_mailed = now - timedelta(days=MAIL_DAYS)
    old_requests = PostRequest.objects.filter(
        Q(status=Status.UNCONFIRMED, created_at__lt=now - timedelta(days=UNCONFIRMED_DAYS))
        | Q(status__in=[Status.DECLINED, Status.WITHDRAWN], last_edited__lt=long_closed)
    )
    counts = {
        "requests": _delete(old_requests),
        "mails": _delete(OutboxMessage.objects.finished().filter(created_at__lt=long_mailed)),
        "proofs": _delete(SpentProof.objects.filter(spent_at__lt=now - PROOF_AGE)),
    }
    forget_expired_sessions()
    logger.info("Retention deleted %s", counts)
    return counts


def _delete(rows: QuerySet) -> int:
    """Delete the rows and return how many of this kind went, not counting what cascades."""
    return rows.delete()[1].get(rows.model._meta.label, 0)
