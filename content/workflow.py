"""What Wagtail's workflow calls when it ends. Wagtail loads this while its models are, so it imports none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from accounts.models import User


def publish_what_was_reviewed(workflow_state: "WorkflowState", user: "User | None" = None) -> None:
    """Publish the newest version, unless it is live already: then only the review ends."""
    row = workflow_state.content_object
    if not row.live or row.has_unpublished_changes:
        row.get_latest_revision().publish(user=user)
