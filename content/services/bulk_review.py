"""Deciding about several posts at once: each by itself, so that one that cannot be decided stops no other."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from accounts.errors import RuleBroken
from content.errors import NotInReview
from content.models import Post, ReviewDecision
from content.services.deciding import OTHER, locked_post
from content.services.review import approve_post, remove_post, request_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from accounts.models import User

Outcome = ReviewDecision.Outcome
GONE = "It has been deleted meanwhile."


@dataclass
class Decided:
    """What became of it: the titles of the posts that were decided, and of those that were not, with why."""

    done: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def decide_posts(
    *,
    versions: "Mapping[int, int]",
    outcome: "ReviewDecision.Outcome",
    moderator: "User",
    reason: str = "",
    code: str = OTHER,
) -> Decided:
    """Decide about posts in review: `versions` are the ids of the revisions looked at, by post.

    A post that changed, was decided or went away meanwhile stays as it is and is named. Raises
    InvalidInput for a reason that cannot be given; nothing is decided then.
    """
    decided = Decided()
    posts = Post.objects.select_related("latest_revision").in_bulk(versions)
    for pk, revision_id in versions.items():
        post = posts.get(pk)
        if post is None:
            decided.left.append((f"Post {pk}", GONE))
            continue
        title = post.latest_revision.object_str
        try:
            _decide(post, revision_id, outcome, moderator, reason, code)
        except RuleBroken as error:
            decided.left.append((title, error.message))
        except Post.DoesNotExist:
            decided.left.append((title, GONE))
        else:
            decided.done.append(title)
    return decided


def _decide(
    post: Post,
    revision_id: int,
    outcome: "ReviewDecision.Outcome",
    moderator: "User",
    reason: str,
    code: str,
) -> None:
    if outcome == Outcome.APPROVED:
        approve_post(post=post, moderator=moderator, revision_id=revision_id)
    elif outcome == Outcome.CHANGES_REQUESTED:
        request_changes(
            post=post, moderator=moderator, reason=reason, code=code, revision_id=revision_id
        )
    else:
        _remove(post, revision_id, moderator, reason, code)


@transaction.atomic
def _remove(post: Post, revision_id: int, moderator: "User", reason: str, code: str) -> None:
    """Unlike a removal by itself, only of what still waits: a colleague may have approved it meanwhile."""
    row = locked_post(post)
    if not row.workflow_in_progress:
        raise NotInReview
    remove_post(post=row, moderator=moderator, reason=reason, code=code, revision_id=revision_id)
