"""Between leaving a live post as it is and removing it for good: off the site until it is changed."""

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import WorkflowState

from content.errors import NotShown, PostRemoved
from content.models import Post, ReviewDecision
from content.services.deciding import (
    OTHER,
    check_version,
    checked_reason,
    locked_post,
    record_decision,
)

if TYPE_CHECKING:
    from wagtail.models import TaskState

    from accounts.models import User


@transaction.atomic
def take_off_post(
    *, post: Post, moderator: "User", reason: str, code: str = OTHER, revision_id: int | None = None
) -> None:
    """Take a live post off the site and ask its creator for changes; once changed and sent in, it is
    reviewed like a new one, whatever the site's review mode.

    A review of an edit that is under way ends with it. Nothing that its creator wrote is lost. Raises
    InvalidInput, PostRemoved, NotShown unless there is a live version, and RevisionChanged when
    `revision_id`, the version the moderator looked at, is no longer the one there is to judge.
    """
    reason, code = checked_reason(reason, code)
    row = locked_post(post)
    if row.removed_at:
        raise PostRemoved
    if not row.has_live_version:
        raise NotShown
    check_version(row, revision_id)
    _hide(row, moderator)
    record_decision(row, moderator, ReviewDecision.Outcome.CHANGES_REQUESTED, reason, code)
    _task_to_reject(row).specific.reject(user=moderator, comment=reason)


def _hide(row: Post, moderator: "User") -> None:
    if row.live:
        row.unpublish(user=moderator)
    # A suspended creator's: lifting the suspension is not to bring it back.
    row.hidden_at = None
    row.has_unpublished_changes = True
    row.save(update_fields=["hidden_at", "has_unpublished_changes"])
    # The row holds the newest version while none is live.
    row.get_latest_revision_as_object().save()


def _task_to_reject(row: Post) -> "TaskState":
    """The task of a review that its creator, not the site, takes up again by sending the post in."""
    state = row.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.cancel(user=None)
        state = None
    if state is None:
        state = row.get_workflow().start(row, row.creator)
    elif state.requested_by_id is None:
        state.requested_by = row.creator
        state.save(update_fields=["requested_by"])
    return state.current_task_state
