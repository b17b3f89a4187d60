"""Wagtail's own buttons for a review, carried out by the services that the queue and the API use."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from accounts.errors import InvalidInput, RuleBroken
from content.services.review import approve_post, request_changes

if TYPE_CHECKING:
    from accounts.models import User
    from content.models import Post


def carry_out(action: str, *, post: "Post", moderator: "User", comment: str) -> None:
    """Approve a post or send it back. Raises PermissionDenied or RuleBroken (a missing reason too)."""
    if not moderator.is_moderator:
        raise PermissionDenied
    try:
        if action == "approve":
            approve_post(post=post, moderator=moderator)
        elif action == "reject":
            request_changes(post=post, moderator=moderator, reason=comment.replace("\x00", ""))
    except InvalidInput as error:
        raise RuleBroken(error.message) from error
