"""Account mail travels by the outbox too, so that a dead queue loses no confirmation link."""

from typing import TYPE_CHECKING
from uuid import uuid4

from accounts.mail.carrier import register_carrier
from engagement.services.outbox import write_mail

if TYPE_CHECKING:
    from accounts.models import User


@register_carrier
def carry_account_mail(*, template: str, to: str, user: "User | None") -> None:
    """Put one account letter in the outbox: which letter, not what is in it."""
    write_mail(
        kind="account",
        to=to,
        recipient=user,
        dedupe_key=f"account:{uuid4()}",
        data={"template": template},
    )
