"""Telling a creator what a moderator decided: on the site always, by mail if they wish."""

from typing import TYPE_CHECKING

from wagtail.models import TaskState

from content.models import Post, ReviewDecision
from engagement.mail.post_letters import STAYS, TAKEN_OFF
from engagement.models import Notification
from engagement.services.outbox import write_mail

if TYPE_CHECKING:
    from wagtail.models import Revision

Kind = Notification.Kind
NO_REASON = "The moderators gave no reason. Answer this mail if you would like to know more."


def tell_approved(*, post: Post, revision: "Revision") -> None:
    """The version in `revision` has gone live; told when a moderator approved it.

    Whoever's post is shown without that saw it go live, and is not told what they know.
    """
    approvals = TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)
    if approvals.filter(finished_by__isnull=False).exists():
        _tell(Kind.POST_APPROVED, post, occasion=f"{revision.pk}")


def tell_changes_requested(*, task_state: "TaskState") -> None:
    """A review was ended with "needs changes", through the API or in Wagtail's own screens.

    The reason is the comment on the task, which both ways fill in. Whether the post stays on the site, or
    was taken off it, is told too. Anything but a post is ignored.
    """
    post = task_state.workflow_state.content_object
    if isinstance(post, Post):
        data = {"reason": task_state.comment.strip() or NO_REASON}
        if post.first_published_at is not None:
            data["now"] = STAYS if post.has_live_version else TAKEN_OFF
        _tell(Kind.POST_CHANGES_REQUESTED, post, occasion=f"{task_state.pk}", data=data)


def tell_removed(*, decision: ReviewDecision, is_new: bool) -> None:
    """A post was taken away. Other decisions have signals of their own."""
    if is_new and decision.outcome == ReviewDecision.Outcome.REMOVED:
        data = {"reason": decision.reason}
        _tell(Kind.POST_REMOVED, decision.post, occasion=f"{decision.pk}", data=data)


def _tell(
    kind: Notification.Kind, post: Post, *, occasion: str, data: dict[str, str] | None = None
) -> None:
    creator = post.creator
    Notification.objects.create(user=creator, kind=kind, post=post)
    if creator.notify_reviews:
        write_mail(
            kind=kind,
            to=creator.email,
            dedupe_key=f"{kind}:{post.pk}:{occasion}",
            recipient=creator,
            post=post,
            data=data or {},
        )
