"""The first page after signing in: one's posts and what became of them; to moderators the queue."""

from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery
from wagtail.admin.ui.components import Component

from content.admin.posts.listing import state_badge
from content.admin.review.queue import waiting
from content.models import Post, ReviewDecision

if TYPE_CHECKING:
    from collections.abc import Mapping

POSTS_SHOWN = 10
NEEDS_A_REASON = {"changes_requested", "removed"}


class QueuePanel(Component):
    """How many posts wait, and since when."""

    order = 10
    template_name = "firsthand_admin/dashboard/queue.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        posts = waiting()
        first = posts.first()
        return {
            "count": posts.count(),
            "first": first,
            "edits": posts.filter(live=True).count(),
            "recent": ReviewDecision.objects.select_related("post", "decided_by")[:5],
        }


class OwnPostsPanel(Component):
    """The newest posts of the person looking, each with its state and the reviewer's words."""

    order = 20
    template_name = "firsthand_admin/dashboard/posts.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        user = parent_context["request"].user
        newest = ReviewDecision.objects.filter(post=OuterRef("pk"))
        posts = (
            Post.objects.owned_by(user)
            .with_state()
            .select_related("latest_revision")
            .annotate(
                reason=Subquery(newest.values("reason")[:1]),
                outcome=Subquery(newest.values("outcome")[:1]),
            )
            .order_by("-last_edited")[:POSTS_SHOWN]
        )
        return {"rows": [_row(post) for post in posts], "is_moderator": user.is_moderator}


def _row(post: Post) -> dict[str, Any]:
    sent_back = post.state in NEEDS_A_REASON or post.review_status == "needs_changes"
    return {
        "post": post,
        "title": post.latest_revision.object_str if post.latest_revision else post.title,
        "badge": state_badge(post),
        "reason": post.reason if sent_back else "",
    }
