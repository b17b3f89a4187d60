"""Filing a report: kept once a person and target, whether or not the same comes again."""

from typing import TYPE_CHECKING

from django.db import transaction

from accounts.errors import InvalidInput
from engagement.errors import OwnPage, OwnPost
from engagement.models import Report
from engagement.models.reports import DETAIL_LENGTH
from engagement.services.reports.voices import speaker_of
from engagement.services.requests.checks import checked_email, checked_text

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User
    from engagement.services.reports.targets import Target


@transaction.atomic
def file_report(
    *,
    target: "Target",
    reporter: "User | AnonymousUser | None",
    reason: str,
    detail: str = "",
    email: str = "",
    address: str = "",
) -> Report | None:
    """Keep a report about `target`; None when this person has said so already, which is no error.

    Said already means: they have an open report of it, or a moderator decided about one and what they
    read has not changed since. `email` is a guest's, by choice, to be told the outcome; an account's own
    is taken. `address` is the client's as the trusted proxies tell it, or empty. The caller has checked
    that the target may be seen. Raises InvalidInput, OwnPost, OwnPage, or ObjectDoesNotExist when the
    target has gone meanwhile.
    """
    user = reporter if reporter is not None and reporter.is_authenticated else None
    detail = checked_text("detail", detail.replace("\r\n", "\n").strip(), DETAIL_LENGTH)
    if reason not in Report.Reason:
        raise InvalidInput("reason", "There is no such reason.", "invalid_choice")
    email = "" if user or not email.strip() else checked_email(email).lower()
    target = target.locked()
    _refuse_own(target, user)
    speaker = speaker_of(reporter=user, email=email, address=address, target=target)
    decided = target.decided_as_it_is
    if speaker.is_known(target.reports.open()) or speaker.is_known(decided):
        return None
    return Report.objects.create(
        **target.as_filter,
        reason=reason,
        detail=detail,
        reporter=user,
        email=email,
        reporter_key=speaker.reporter_key,
        voice=speaker.voice_after(decided),
        version=target.version,
    )


def _refuse_own(target: "Target", user: "User | None") -> None:
    if user is None or target.owner is None or target.owner.pk != user.pk:
        return
    raise OwnPost if target.post else OwnPage
