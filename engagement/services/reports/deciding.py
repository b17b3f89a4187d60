"""Deciding: every open report of one target is closed at once, and each reporter is told."""

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.errors import InvalidInput
from content.models import ReviewDecision
from engagement.errors import ReportsDecided
from engagement.models import Report
from engagement.models.reports import NOTE_LENGTH
from engagement.report_queries import TARGETS
from engagement.services.outbox import write_mail
from engagement.services.reports.targets import Target
from engagement.services.requests.checks import checked_text

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger(__name__)
Status = Report.Status


@transaction.atomic
def decide_reports(
    *,
    target: Target,
    moderator: "User | None",
    outcome: str,
    note: str = "",
    up_to: int | None = None,
) -> int:
    """Close the open reports about `target` as upheld or dismissed, and return how many.

    `up_to` is the newest report (its id) that the moderator has read: later ones stay open. `note` is
    for the other moderators; reporters read the outcome alone, one mail an address. Raises
    ReportsDecided when none was open, InvalidInput for another outcome or a note that is too long,
    ObjectDoesNotExist when the target has gone.
    """
    if outcome not in (Status.UPHELD, Status.DISMISSED):
        raise InvalidInput("outcome", "Uphold the reports or dismiss them.", "invalid_choice")
    note = checked_text("note", note.replace("\r\n", "\n").strip(), NOTE_LENGTH)
    target = target.locked()
    rows = target.reports.open().select_for_update(of=("self",)).order_by("pk")
    if up_to is not None:
        rows = rows.filter(pk__lte=up_to)
    reports = list(rows.select_related("reporter"))
    if not reports:
        raise ReportsDecided
    Report.objects.filter(pk__in=[report.pk for report in reports]).update(
        status=outcome, note=note, decided_by=moderator, decided_at=timezone.now()
    )
    _tell_reporters(target, reports, outcome)
    logger.info("%s reports were %s by a moderator", len(reports), outcome)
    return len(reports)


def uphold_after_refusal(*, decision: ReviewDecision, is_new: bool) -> None:
    """A post was taken off the site: whoever reported it was right, wherever the moderator decided so.

    Asking for changes of what stays live, or was never shown, decides nothing about reports.
    """
    post = decision.post
    stays = decision.outcome != ReviewDecision.Outcome.REMOVED and post.has_live_version
    if not is_new or not decision.is_refusal or stays:
        return
    target = Target(post=post)
    if target.reports.open().exists():
        decide_reports(target=target, moderator=decision.decided_by, outcome=Status.UPHELD)


def uphold_after_suspension(*, person: "User", moderator: "User | None") -> None:
    """Somebody was shut out: whoever reported them, a post of theirs or a request they sent was right.

    A request that they reported themselves has another side, and stays open.
    """
    own = Report.objects.open().filter(reporter=person, post_request__isnull=False)
    about = Report.objects.open().filter(
        Q(post__creator=person) | Q(post_request__user=person) | Q(person=person)
    )
    reports = about.exclude(post_request__in=own.values("post_request"))
    ids = [f"{name}_id" for name in TARGETS]  # posts before people, as everybody locks them
    for report in reports.order_by(*ids).distinct(*ids):
        decide_reports(
            target=Target(**{name: getattr(report, name) for name in TARGETS}),
            moderator=moderator,
            outcome=Status.UPHELD,
            note="The person was suspended.",
        )


def _tell_reporters(target: Target, reports: list[Report], outcome: str) -> None:
    told: set[str] = set()
    for report in reports:
        account = report.reporter if report.reporter and report.reporter.is_active else None
        address = account.email.lower() if account else report.email
        if not address or address in told:
            continue
        told.add(address)
        write_mail(
            kind=f"report_{outcome}",
            to=address,
            dedupe_key=f"report_outcome:{report.pk}",
            recipient=account,
            post=target.post,
            post_request=target.post_request,
        )
