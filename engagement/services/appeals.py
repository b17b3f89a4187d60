"""Appeals: filed once a decision, decided once.

Both sides lock the post's row first, as every decision about a post does.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.models import WorkflowState

from content.models import Post, ReviewDecision
from content.services.restoring import restore_post
from content.services.review import approve_post, submit_post
from engagement.errors import AlreadyAppealed, AppealDecided, NothingToAppeal
from engagement.models import Appeal, Notification
from engagement.models.appeals import APPEAL_LENGTH
from engagement.services.outbox import write_mail
from engagement.services.requests.checks import checked_text

if TYPE_CHECKING:
    from accounts.models import User

State = Appeal.State
Outcome = ReviewDecision.Outcome


@transaction.atomic
def file_appeal(*, post: Post, text: str) -> Appeal:
    """Ask for a second look at the newest decision about the post. The caller knows it is its creator's.

    Raises InvalidInput at `text`, NothingToAppeal unless that decision stands against the post, and
    AlreadyAppealed.
    """
    text = checked_text(
        "text",
        text.replace("\r\n", "\n").strip(),
        APPEAL_LENGTH,
        "Say what we should look at again.",
    )
    row = _locked(post)
    decision = row.decisions.first()
    if decision is None or not stands(row, decision):
        raise NothingToAppeal
    if Appeal.objects.filter(decision=decision).exists():
        raise AlreadyAppealed
    return Appeal.objects.create(decision=decision, text=text)


@transaction.atomic
def decide_appeal(
    *,
    appeal: Appeal,
    moderator: "User",
    uphold: bool,
    note: str = "",
    revision_id: int | None = None,
) -> None:
    """Decide an open appeal and tell its creator, with the note; a dismissal must say why.

    Upheld, a removed post is restored, and a version that was sent back is published: the newest, which
    is to be `revision_id`, the one that the moderator looked at. When meanwhile its creator has moved
    on by themselves, only the answer is kept. Raises InvalidInput at `note`, AppealDecided, and what
    restore_post and approve_post raise.
    """
    needed = "" if uphold else "Say why, so that the creator understands."
    note = checked_text("note", note.replace("\r\n", "\n").strip(), APPEAL_LENGTH, needed)
    post = _locked(appeal.decision.post)
    row = (
        Appeal.objects.select_for_update(of=("self",)).select_related("decision").get(pk=appeal.pk)
    )
    row.decision.post = post
    if row.state != State.OPEN:
        raise AppealDecided
    if uphold and still_stands(row):
        _undo(post, row.decision, moderator, revision_id)
    row.state = State.UPHELD if uphold else State.DISMISSED
    row.note, row.decided_by, row.decided_at = note, moderator, timezone.now()
    row.save(update_fields=["state", "note", "decided_by", "decided_at"])
    _tell(row, post)


def stands(post: Post, decision: ReviewDecision) -> bool:
    """Whether this decision, the newest about the post, keeps it as it is. Two queries at most."""
    if decision.outcome == Outcome.REMOVED:
        return post.removed_at is not None
    if decision.outcome != Outcome.CHANGES_REQUESTED or post.removed_at is not None:
        return False
    state = post.current_workflow_state
    return state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES


def still_stands(appeal: Appeal) -> bool:
    """Whether upholding this appeal would change anything about its post."""
    post = appeal.decision.post
    return post.decisions.first() == appeal.decision and stands(post, appeal.decision)


def _locked(post: Post) -> Post:
    return Post.objects.select_for_update(of=("self",)).select_related("creator").get(pk=post.pk)


def _undo(post: Post, decision: ReviewDecision, moderator: "User", revision_id: int | None) -> None:
    if decision.outcome == Outcome.REMOVED:
        restore_post(post=post, moderator=moderator)
        return
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator, revision_id=revision_id)


def _tell(appeal: Appeal, post: Post) -> None:
    kind = (
        Notification.Kind.APPEAL_UPHELD
        if appeal.state == State.UPHELD
        else Notification.Kind.APPEAL_DISMISSED
    )
    Notification.objects.create(user=post.creator, kind=kind, post=post)
    if post.creator.notify_reviews:
        write_mail(
            kind=kind,
            to=post.creator.email,
            recipient=post.creator,
            post=post,
            dedupe_key=f"{kind}:{appeal.pk}",
            data={"note": appeal.note} if appeal.note else {},
        )
