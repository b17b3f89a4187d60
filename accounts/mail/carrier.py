"""Who carries account mail out. The outbox is engagement's, above this app: it registers itself here."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from accounts.models import User


class Carrier(Protocol):
    def __call__(self, *, template: str, to: str, user: "User | None") -> None:
        """Take the letter named `template` for later sending. Must not raise when the queue is down."""


_carriers: list[Carrier] = []


def register_carrier(carrier: Carrier) -> Carrier:
    """Make `carrier` the one that takes account mail. A decorator."""
    _carriers[:] = [carrier]
    return carrier


def post_account_mail(*, template: str, to: str, user: "User | None") -> None:
    """Hand one account letter to the carrier. Raises RuntimeError when none is registered."""
    if not _carriers:
        raise RuntimeError("No app carries account mail")
    _carriers[0](template=template, to=to, user=user)
