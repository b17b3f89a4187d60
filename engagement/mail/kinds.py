"""Every kind of mail that may wait in the outbox, and how each becomes a mail."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from accounts.mail.account_letters import account_letter
from accounts.mail.letters import Letter, compose
from engagement.mail import (
    appeal_letters,
    post_letters,
    report_letters,
    request_letters,
    suspension_letters,
)

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from engagement.models import OutboxMessage


def compose_mail(message: "OutboxMessage") -> "EmailMultiAlternatives | None":
    """Return the mail that this row stands for, as things are now; None if it has become pointless.

    Raises KeyError for a kind that is not in LETTERS.
    """
    letter = LETTERS[message.kind](message)
    if letter is None:
        return None
    message_id = f"{message.kind}.{message.pk}.{int(message.created_at.timestamp())}"
    return compose(letter=letter, to=message.to, message_id=message_id)


def _account(message: "OutboxMessage") -> Letter | None:
    return account_letter(template=message.data["template"], to=message.to, user=message.recipient)


LETTERS: dict[str, Callable[["OutboxMessage"], Letter | None]] = {
    "account": _account,
    "request_received": request_letters.received,
    "request_confirm": request_letters.confirm,
    "request_sent": request_letters.sent,
    "request_accepted": request_letters.accepted,
    "request_declined": request_letters.declined,
    "post_approved": post_letters.approved,
    "post_changes_requested": post_letters.changes_requested,
    "post_removed": post_letters.removed,
    "appeal_upheld": appeal_letters.upheld,
    "appeal_dismissed": appeal_letters.dismissed,
    "account_suspended": suspension_letters.suspended,
    "account_reinstated": suspension_letters.reinstated,
    "report_upheld": report_letters.upheld,
    "report_dismissed": report_letters.dismissed,
}
