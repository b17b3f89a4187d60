"""Report a few of the demo's posts and people, so that moderators find something to decide."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from content.models import Post
from engagement.models import Report
from engagement.services.reports import Target, file_report


@dataclass(frozen=True)
class Complaint:
    """A report of the post with this title, or of the person with this address.

    `email` is of an account when `member` says so; the guests' clients are addresses that are kept for
    documentation (RFC 5737).
    """

    about: str
    reason: str
    detail: str
    email: str
    days: float
    member: bool = False
    client: str = ""


NOTEBOOK = "Glaze notebook, copied out by hand"
COMPLAINTS = (
    Complaint(
        NOTEBOOK,
        "copyright",
        "Are these hers to copy? Some of it reads like the college's old recipe book, which they sell.",
        "tobias@example.org",
        1.3,
        member=True,
    ),
    Complaint(
        NOTEBOOK,
        "copyright",
        "The celadon on page four is my teacher's, word for word. She should be asked first.",
        "hanne.voss@example.net",
        0.4,
        client="192.0.2.14",
    ),
    Complaint(
        "tobias@example.org",
        "other",
        "He rang my bell at six in the morning to bring me a loaf. It was a very good loaf, but still.",
        "",
        2.2,
        client="198.51.100.23",
    ),
)


def file_complaints() -> int:
    """File every report that was not filed before, and return how many there are."""
    for complaint in COMPLAINTS:
        target = _target(complaint)
        if not target.reports.filter(detail=complaint.detail).exists():
            _file(complaint, target)
    return len(COMPLAINTS)


def _target(complaint: Complaint) -> Target:
    if "@" in complaint.about:
        return Target(person=User.objects.get(email=complaint.about))
    return Target(post=Post.objects.live().get(title=complaint.about))


def _file(complaint: Complaint, target: Target) -> None:
    account = User.objects.get(email=complaint.email) if complaint.member else None
    report = file_report(
        target=target,
        reporter=account,
        reason=complaint.reason,
        detail=complaint.detail,
        email=complaint.email,
        address=complaint.client,
    )
    if report is not None:
        said = timezone.now() - timedelta(days=complaint.days)
        Report.objects.filter(pk=report.pk).update(created_at=said)
