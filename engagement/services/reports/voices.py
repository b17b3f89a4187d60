"""Who a report is from, as keyed hashes: one open report a person, one voice a person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.crypto import salted_hmac

from accounts.models import User
from engagement.households import household_of

if TYPE_CHECKING:
    from engagement.report_queries import ReportQuerySet
    from engagement.services.reports.targets import Target


@dataclass(frozen=True)
class Speaker:
    """The two keys of a report; see engagement.models.Report."""

    reporter_key: str
    voice: str
    is_guest: bool

    def is_known(self, reports: "ReportQuerySet") -> bool:
        """Whether one of these reports is from the same person."""
        return bool(self.reporter_key) and reports.filter(reporter_key=self.reporter_key).exists()

    def voice_after(self, decided: "ReportQuerySet") -> str:
        """The voice, or none for a guest who was heard by another address when these were decided."""
        if self.is_guest and self.voice and decided.filter(voice=self.voice).exists():
            return ""
        return self.voice


def speaker_of(*, reporter: User | None, email: str, address: str, target: "Target") -> Speaker:
    """Tell who speaks: an account, or a guest by address (`email`, in lower case) and client.

    A guest who gives the address of an account counts as that account, so that nobody is heard twice by
    signing out; and not at all when that account is the target's own.
    """
    if reporter is not None:
        key = _account(reporter)
        return Speaker(key, key, is_guest=False)
    client = _hash(f"at {household_of(address)}") if address else ""
    key = _hash(f"mail {email}") if email else client
    named = User.objects.filter(email__iexact=email).first() if email else None
    if named is None:
        return Speaker(key, client or key, is_guest=True)
    owner = target.owner
    is_own = owner is not None and owner.pk == named.pk
    return Speaker(key, "" if is_own else _account(named), is_guest=True)


def _account(user: User) -> str:
    return _hash(f"account {user.pk}")


def _hash(who: str) -> str:
    return salted_hmac("engagement.reports", who, algorithm="sha256").hexdigest()
