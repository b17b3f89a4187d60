"""The editor's buttons: each says what it does to the post as it stands."""

from typing import TYPE_CHECKING, Any

from wagtail.models import WorkflowState
from wagtail.snippets import action_menu

from content.models import Post, SiteSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

    Context = Mapping[str, Any]

# A post goes live by review, and leaves by a decision with a reason.
NOT_HERE = frozenset({"action-publish", "action-unpublish", "action-restart-workflow"})


class SaveItem(action_menu.SaveMenuItem):
    template_name = "firsthand_admin/posts/save_action.html"

    def get_context_data(self, parent_context: "Context") -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return context | {"label": self.words(parent_context)}

    def words(self, context: "Context") -> str:
        post = context.get("instance")
        if context["view"] == "revisions_revert":
            return "Bring this version back"
        if post is not None and post.workflow_in_progress:
            return "Save and show the moderators"
        if post is not None and post.live:
            return "Save without showing it yet"
        return "Save draft"


class SubmitItem(action_menu.SubmitForModerationMenuItem):
    def is_shown(self, context: "Context") -> bool:
        if super().is_shown(context):
            return True
        # Where posts are shown first and reviewed after, so are their edits.
        post = context.get("instance")
        shown_first = SiteSettings.current().review_mode == SiteSettings.ReviewMode.AFTER
        return bool(context["view"] == "edit" and post and post.live and shown_first)

    def get_context_data(self, parent_context: "Context") -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return context | {"label": self.words(parent_context.get("instance"))}

    def words(self, post: Post | None) -> str:
        if SiteSettings.current().review_mode == SiteSettings.ReviewMode.AFTER:
            return "Show the changes" if post and post.live else "Show it on the site"
        state = post.current_workflow_state if post else None
        if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return "Submit again"
        return "Submit the changes" if post and post.live else "Submit for review"


class TakeBackItem(action_menu.CancelWorkflowMenuItem):
    label = "Take out of review"

    def is_shown(self, context: "Context") -> bool:
        post = context.get("instance")
        return bool(post and post.workflow_in_progress and super().is_shown(context))


OURS = {item.name: item for item in (SaveItem(0), SubmitItem(60), TakeBackItem(40))}


def fit_to_post(items: list[Any], request: "HttpRequest", context: dict[str, Any]) -> None:
    """Put our buttons in the place of Wagtail's, for posts. Submitting stands first where it can be done."""
    if context["model"] is not Post:
        return
    others = [item for item in items if item.name not in NOT_HERE | OURS.keys()]
    ours = [item for item in OURS.values() if item.is_shown(context)]
    items[:] = sorted([*ours, *others], key=lambda item: item.order)
