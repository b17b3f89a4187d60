"""What every decision about a post is made of: its locked row, a reason that is given, and a record."""

from typing import TYPE_CHECKING

from wagtail.models import WorkflowState

from accounts.errors import InvalidInput
from content.errors import RevisionChanged
from content.limits import REASON_LENGTH
from content.models import Post, RejectReason, ReviewDecision

if TYPE_CHECKING:
    from accounts.models import User

OTHER = "other"


def locked_post(post: Post) -> Post:
    """Return the post's row, locked until the transaction ends. Raises Post.DoesNotExist."""
    return Post.objects.select_for_update(of=("self",)).get(pk=post.pk)


def version_to_judge(row: Post) -> int | None:
    """Return the id of the version a decision is about: the newest, but of a live post that is not in
    review the live one, for its creator's draft is nobody's business.
    """
    state = row.current_workflow_state
    in_review = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    return row.live_revision_id if row.live and not in_review else row.latest_revision_id


def check_version(row: Post, revision_id: int | None) -> None:
    """Raise RevisionChanged unless this is the version there is to judge. None asks for nothing."""
    if revision_id is not None and revision_id != version_to_judge(row):
        raise RevisionChanged


def checked_reason(reason: str, code: str) -> tuple[str, str]:
    """Return both as they are stored. Raises InvalidInput at `reason` or `code`."""
    reason = reason.strip()
    if not reason:
        raise InvalidInput(
            "reason", "Say why, so that the creator can do something about it.", "blank"
        )
    if len(reason) > REASON_LENGTH:
        raise InvalidInput("reason", f"At most {REASON_LENGTH} characters.", "max_length")
    if code != OTHER and not RejectReason.objects.filter(code=code).exists():
        raise InvalidInput("code", "There is no such reason.", "invalid_choice")
    return reason, code


def record_decision(
    row: Post,
    moderator: "User",
    outcome: "ReviewDecision.Outcome",
    reason: str = "",
    code: str = "",
) -> None:
    """Keep what was decided about a locked post, and by whom."""
    ReviewDecision.objects.create(
        post=row, outcome=outcome, reason=reason, code=code, decided_by=moderator
    )
