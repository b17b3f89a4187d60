"""What a suspension means to engagement: the person is told, both times, and who reported them was right."""

from typing import TYPE_CHECKING

from accounts.suspension import when_lifting, when_suspending
from engagement.services.outbox import write_mail
from engagement.services.reports.deciding import uphold_after_suspension

if TYPE_CHECKING:
    from accounts.models import Suspension


@when_suspending
def tell_suspended(*, suspension: "Suspension") -> None:
    _tell("account_suspended", suspension, reason=suspension.reason)


@when_suspending
def uphold_reports(*, suspension: "Suspension") -> None:
    uphold_after_suspension(person=suspension.user, moderator=suspension.suspended_by)


@when_lifting
def tell_reinstated(*, suspension: "Suspension") -> None:
    _tell("account_reinstated", suspension)


def _tell(kind: str, suspension: "Suspension", **data: str) -> None:
    write_mail(
        kind=kind,
        to=suspension.user.email,
        recipient=suspension.user,
        dedupe_key=f"{kind}:{suspension.pk}",
        data=data,
    )
