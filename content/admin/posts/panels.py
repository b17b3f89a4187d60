"""The editor's own panels: how the post stands, and the gallery."""

from typing import Any

from django import forms
from wagtail.admin.panels import MultipleChooserPanel, Panel

from content.admin.posts.listing import state_badge
from content.admin.uploads import ACCEPT, HELP
from content.models import Post, ReviewDecision

WORDS = {
    "draft": "Nobody else sees this. When it is ready, submit it: a moderator looks, then it is public.",
    "in_review": "A moderator has this to look at. You can still change it: they see what you save by hand.",
    "changes_requested": "A moderator asked for changes. Change it, then submit it again.",
    "live": "Everybody sees this post. What you change here shows once you submit it and it is approved.",
    "expired": "This post is no longer shown.",
}
EDIT_WORDS = {
    "in_progress": "Everybody sees the version that was approved. Your changes are with the moderators, "
    "who see what you save by hand.",
    "needs_changes": "Everybody sees the version that was approved. A moderator asked for something else "
    "about your changes: change them, then submit again.",
}


class StatePanel(Panel):
    """How the post stands, in a sentence, with the reviewer's reason while there is one to answer."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "firsthand_admin/posts/state_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | describe_state(self.instance)


class GalleryPanel(MultipleChooserPanel):
    """Wagtail's ordered gallery, with uploads straight into it."""

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        template_name = "firsthand_admin/posts/gallery_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"accept": ACCEPT, "accepted": HELP}

        @property
        def media(self) -> forms.Media:
            return super().media + forms.Media(
                js=["firsthand_admin/editor.js"], css={"all": ["firsthand_admin/editor.css"]}
            )


def describe_state(post: Post) -> dict[str, Any]:
    """Return the post's badge, a sentence about what that means, and the reason it was sent back."""
    row = Post.objects.with_state().filter(pk=post.pk).first() if post.pk else None
    if row is None:
        return {"badge": "", "words": WORDS["draft"], "reason": ""}
    sent_back = row.review_status == "needs_changes"
    words = EDIT_WORDS.get(row.review_status) if row.state == "live" else None
    return {
        "badge": state_badge(row),
        "words": words or WORDS.get(row.state, ""),
        "reason": _newest_reason(row) if sent_back else "",
    }


def _newest_reason(post: Post) -> str:
    decision = post.decisions.exclude(outcome=ReviewDecision.Outcome.APPROVED).first()
    return decision.reason if decision else ""
