"""Review: into it, out of it, and what moderators decide. Wagtail's workflow is the only state there is.

Every service locks the post's row first, so two moderators, or a moderator and the creator, take turns.
"""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from content.errors import (
    NothingToSubmit,
    NotInReview,
    PicturesNotReady,
    PicturesRefused,
    PostRemoved,
    ReviewStays,
)
from content.models import Image, Post, ReviewDecision, SiteSettings
from content.querysets.pictures import REFUSED
from content.services.deciding import (
    OTHER,
    check_version,
    checked_reason,
    locked_post,
    record_decision,
)
from content.services.review_modes import show_before_review, start_review
from content.services.suspension import check_creator_may_publish

if TYPE_CHECKING:
    from accounts.models import User
    from content.querysets import ImageQuerySet

Outcome = ReviewDecision.Outcome


@transaction.atomic
def submit_post(*, post: Post, user: "User") -> None:
    """Send the newest version to review; by the site's settings it may be shown before that, or without.

    Raises NothingToSubmit, PicturesNotReady, PicturesRefused or PostRemoved.
    """
    row = locked_post(post)
    if row.removed_at:
        raise PostRemoved
    state = row.current_workflow_state
    in_review = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    if not may_submit(row, in_review=in_review):
        raise NothingToSubmit
    _check_pictures(row)
    refused = _pictures_of(row).filter(state__in=REFUSED).first()
    if refused is not None:
        raise PicturesRefused(f"{PicturesRefused.message} {refused.reason}")
    if in_review:
        show_before_review(row=row, user=user)
    elif state is not None:
        state.resume(user=user)
    else:
        start_review(row=row, user=user, settings=SiteSettings.current())


def may_submit(post: Post, *, in_review: bool) -> bool:
    """Whether there is a version to send to review: its pictures and its removal are other matters.

    Where posts are shown before review, the edit of one that waits can be sent on, to be shown too.
    """
    if post.live and not post.has_unpublished_changes:
        return False
    if not in_review:
        return True
    return post.live and SiteSettings.current().review_mode == SiteSettings.ReviewMode.AFTER


@transaction.atomic
def withdraw_post(*, post: Post, user: "User") -> None:
    """Take a post out of review; it is a draft again, or live as it was.

    Raises NotInReview, or ReviewStays when the site itself wants a moderator to look.
    """
    _, task_state = _in_review(post)
    if task_state.workflow_state.requested_by_id is None:
        raise ReviewStays
    task_state.workflow_state.cancel(user=user)


@transaction.atomic
def approve_post(*, post: Post, moderator: "User", revision_id: int | None = None) -> None:
    """Publish the version in review. Raises NotInReview, PicturesNotReady, CreatorSuspended, or
    RevisionChanged when `revision_id`, the version the moderator looked at, is not the newest.
    """
    row, task_state = _in_review(post, revision_id)
    check_creator_may_publish(post=row)
    _check_pictures(row)
    record_decision(row, moderator, Outcome.APPROVED)
    task_state.approve(user=moderator)


@transaction.atomic
def request_changes(
    *, post: Post, moderator: "User", reason: str, code: str = OTHER, revision_id: int | None = None
) -> None:
    """Send the version in review back to its creator with a reason. A live version stays live."""
    reason, code = checked_reason(reason, code)
    row, task_state = _in_review(post, revision_id)
    record_decision(row, moderator, Outcome.CHANGES_REQUESTED, reason, code)
    task_state.reject(user=moderator, comment=reason)


@transaction.atomic
def remove_post(
    *, post: Post, moderator: "User", reason: str, code: str = OTHER, revision_id: int | None = None
) -> None:
    """Take a post away from everyone but its creator, who can still read it and the reason.

    Raises PostRemoved, or RevisionChanged when `revision_id`, the version the moderator looked at, is no
    longer the one there is to judge.
    """
    reason, code = checked_reason(reason, code)
    row = locked_post(post)
    if row.removed_at:
        raise PostRemoved
    check_version(row, revision_id)
    record_decision(row, moderator, Outcome.REMOVED, reason, code)
    state = row.current_workflow_state
    if state is not None:
        state.cancel(user=moderator)
    if row.live:
        live_revision, has_changes = row.live_revision, row.has_unpublished_changes
        row.unpublish(user=moderator)
        # Wagtail forgets both; should the post be restored, it is to be as it was.
        row.live_revision, row.has_unpublished_changes = live_revision, has_changes
    row.removed_at, row.hidden_at = timezone.now(), None
    row.save(update_fields=["removed_at", "hidden_at", "live_revision", "has_unpublished_changes"])


def _in_review(post: Post, revision_id: int | None = None) -> tuple[Post, TaskState]:
    row = locked_post(post)
    state = row.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        raise NotInReview
    check_version(row, revision_id)
    return row, state.current_task_state.specific


def _check_pictures(row: Post) -> None:
    """A refused or held picture is shown to nobody, so it keeps no moderator from approving the rest."""
    if _pictures_of(row).filter(state=Image.State.PROCESSING).exists():
        raise PicturesNotReady


def _pictures_of(row: Post) -> "ImageQuerySet":
    version = row.get_latest_revision_as_object()
    return Image.objects.filter(pk__in=[picture.image_id for picture in version.gallery.all()])
