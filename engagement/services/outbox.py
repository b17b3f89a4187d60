"""The outbox: mail is written down with what it tells of, and sent after that is safe.

The fast path starts a task when the transaction commits. Should the queue be down, or a worker die,
the sweep sends what is left: nothing is lost, and what is sent is not sent again.
"""

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction

from engagement.models import OutboxMessage
from engagement.tasks import send_outbox_message

if TYPE_CHECKING:
    from accounts.models import User
    from content.models import Post
    from engagement.models import PostRequest

logger = logging.getLogger(__name__)

QUEUE_PAUSE = 10.0  # seconds for which a process leaves mail to the sweep after the queue failed it
_queue_failed_at = float("-inf")


def write_mail(
    *,
    kind: str,
    to: str,
    dedupe_key: str,
    recipient: "User | None" = None,
    post: "Post | None" = None,
    post_request: "PostRequest | None" = None,
    data: dict[str, Any] | None = None,
) -> None:
    """Write one mail down in the caller's transaction, and have it sent once that commits.

    The same `dedupe_key` a second time does nothing. Never raises because the queue is down.
    """
    message, is_new = OutboxMessage.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "to": to,
            "recipient": recipient,
            "post": post,
            "post_request": post_request,
            "data": data or {},
        },
    )
    if is_new:
        transaction.on_commit(partial(_hurry, message.pk))


def _hurry(message_id: int) -> None:
    """Ask a worker to send this mail now. Gives up at once when the queue does not answer."""
    global _queue_failed_at

    if time.monotonic() - _queue_failed_at < QUEUE_PAUSE:
        return
    try:
        send_outbox_message.apply_async(args=[message_id], retry=False)
    except Exception as error:  # whatever the transport raises: the sweep will send it
        _queue_failed_at = time.monotonic()
        logger.warning("The queue is down (%s); mail %s waits for the sweep", error, message_id)
