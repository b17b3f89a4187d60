"""Delivery: what waits in the outbox goes out once, however many workers look at it."""

import logging
import time
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from engagement.mail.kinds import compose_mail
from engagement.models import OutboxMessage
from engagement.querysets import MAX_ATTEMPTS

logger = logging.getLogger(__name__)

# How long to wait after each failed try: 30 seconds to a day and a half, 3 days in all.
WAITS = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
    timedelta(hours=36),
)
assert len(WAITS) == MAX_ATTEMPTS - 1


def deliver_message(*, message_id: int) -> bool:
    """Send one mail if it is due, and return whether it went out.

    The row is locked from before the sending until after it is marked, so of any number of workers
    one sends it; the others pass on. A failure is noted and tried again later. A mail that has
    become pointless is dropped. Were the machine to die between the mail server's yes and our
    commit, the mail would go out again: it carries the same Message-ID, so servers can tell.
    """
    with transaction.atomic():
        due = OutboxMessage.objects.due().filter(pk=message_id)
        message = due.select_for_update(skip_locked=True, of=("self",)).first()
        if message is None:
            return False
        try:
            with transaction.atomic():
                mail = compose_mail(message)
            if mail is None:
                message.delete()
                return False
            mail.send()
        except (
            Exception
        ) as error:  # a fault in one mail must not stop the others; it is logged and kept
            logger.exception("Mail %s (%s) was not sent", message.pk, message.kind)
            _note_failure(message, error)
            return False
        message.sent_at = timezone.now()
        message.attempts += 1
        message.data = {}
        message.last_error = ""
        message.save(update_fields=["sent_at", "attempts", "data", "last_error"])
        return True


def deliver_due_messages(*, seconds: float, limit: int = 500) -> int:
    """Send what is due, the longest waiting first, for at most about `seconds`. Returns how many."""
    until = time.monotonic() + seconds
    sent = 0
    for message_id in OutboxMessage.objects.due().values_list("pk", flat=True)[:limit]:
        if time.monotonic() > until:
            break
        sent += deliver_message(message_id=message_id)
    return sent


def _note_failure(message: OutboxMessage, error: Exception) -> None:
    message.attempts += 1
    message.last_error = f"{type(error).__name__}: {error}"[:300]
    message.next_attempt_at = timezone.now() + WAITS[min(message.attempts, len(WAITS)) - 1]
    message.save(update_fields=["attempts", "last_error", "next_attempt_at"])
