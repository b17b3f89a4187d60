"""The list of posts: one's own, or to moderators everyone's, with the state of each."""

from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views import snippets

from content.models import Post

if TYPE_CHECKING:
    from django.db.models import QuerySet

STATE_LABELS = {
    "draft": "Draft",
    "in_review": "In review",
    "changes_requested": "Changes asked for",
    "live": "Live",
    "removed": "Removed",
    "expired": "Expired",
}


def state_badge(post: Post) -> SafeString:
    """Return the post's state as a small coloured label. The post comes from `with_state()`."""
    if post.hidden_at:
        return format_html(
            '<span class="fh-badge fh-badge--removed">{}</span>', "Hidden, creator suspended"
        )
    badge = format_html(
        '<span class="fh-badge fh-badge--{}">{}</span>', post.state, STATE_LABELS[post.state]
    )
    if post.state == "live" and post.review_status == "in_progress":
        badge += format_html(' <span class="fh-badge fh-badge--in_review">Edit in review</span>')
    elif post.state == "live" and post.review_status == "needs_changes":
        badge += format_html(
            ' <span class="fh-badge fh-badge--changes_requested">Edit sent back</span>'
        )
    return badge


class PostList(snippets.IndexView):
    """Without check boxes: Wagtail's bulk actions know nothing of owners, reasons or files."""

    search_backend_name = None

    def get_base_queryset(self) -> "QuerySet[Post]":
        posts = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )
        return posts.with_state().select_related("creator", "latest_revision")

    def get_edit_url(self, instance: Post) -> str | None:
        """A removed post opens for reading."""
        policy = self.permission_policy
        if policy.user_has_permission_for_instance(self.request.user, "change", instance):
            return super().get_edit_url(instance)
        return self.get_inspect_url(instance)

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column("__str__")
        state = Column("state", label="State", accessor=state_badge)
        edited = DateColumn("last_edited", label="Last edited", sort_key="last_edited")
        if self.request.user.is_moderator:
            creator = Column("creator", label="Creator", accessor="creator.name")
            return [title, creator, state, edited]
        return [title, state, edited]

    @cached_property
    def list_display(self) -> list[Any]:
        return ["__str__"]
