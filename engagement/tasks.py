"""What engagement does in the background. Every task takes ids or nothing and may run twice."""

from celery import shared_task

from engagement.services.delivery import deliver_due_messages, deliver_message
from engagement.services.retention import forget_what_is_old

SWEEP_SECONDS = 40.0  # below the soft time limit of a task


@shared_task
def send_outbox_message(message_id: int) -> None:
    """Send one mail; nothing if it has been sent, or another worker is at it."""
    deliver_message(message_id=message_id)


@shared_task(expires=15)
def sweep_outbox() -> None:
    """Send what the fast path did not. Started every few seconds; a late start is not made up for."""
    deliver_due_messages(seconds=SWEEP_SECONDS)


@shared_task
def apply_retention() -> None:
    """Delete what has been kept long enough."""
    forget_what_is_old()
