"""The versions of a post: when a save makes a new one, and when it writes over the one being typed."""

from typing import TYPE_CHECKING

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Revision, TaskState

from content.errors import EditedElsewhere, ShownToReviewers
from content.models import Post

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User

CREATED = "wagtail.create"
SAVED = "wagtail.edit"
TYPED = "firsthand.autosave"


def keep_first_version(*, post: Post, autosave: bool = False) -> Revision:
    """Store a new post's first version, and return its revision."""
    revision = post.save_revision(user=post.creator, changed=False)
    log(
        instance=post,
        action=TYPED if autosave else CREATED,
        user=post.creator,
        revision=revision,
        content_changed=True,
    )
    return revision


def keep_version(*, row: Post, version: Post, editor: "User", autosave: bool = False) -> Revision:
    """Store `version` as the newest one of `row`, which is locked, and return its revision.

    However often an autosave comes, there is one working version between two saves by hand: it is written
    over. What was ever saved by hand, sent to review or live stays as it was. Raises ShownToReviewers when
    an autosave comes while moderators look at the post.
    """
    if autosave and row.workflow_in_progress:
        raise ShownToReviewers
    working = working_version(row, editor)
    is_noted = working is not None and autosave
    return version.save_revision(
        user=editor,
        overwrite_revision=working,
        log_action=False if is_noted else (TYPED if autosave else SAVED),
    )


def working_version(row: Post, editor: "User") -> Revision | None:
    """Return the newest version if autosaves of this person made it and nobody else was shown it."""
    newest = row.latest_revision
    if newest is None or newest.user_id != editor.pk or newest.pk == row.live_revision_id:
        return None
    if TaskState.objects.filter(revision=newest).exists():
        return None
    noted = ModelLogEntry.objects.for_instance(row).filter(revision=newest)
    last = noted.order_by("-timestamp", "-pk").values_list("action", flat=True).first()
    return newest if last == TYPED else None


def check_seen(row: Post, seen: "datetime | None") -> None:
    """Raise EditedElsewhere unless the newest version of `row`, which is locked, is of the time `seen`.

    The time tells more than the id: a version that is being typed keeps its id. None asks for nothing.
    """
    newest = row.latest_revision
    if seen is not None and newest is not None and newest.created_at != seen:
        raise EditedElsewhere
