"""What has happened to a post since a moderator opened its review screen, in words for that screen."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from content.admin.durations import how_long
from content.admin.review import queue
from content.admin.review.presence import others_at
from content.models import ReviewDecision
from content.services.deciding import version_to_judge

if TYPE_CHECKING:
    from accounts.models import User
    from content.admin.review.presence import Reader
    from content.models import Post

Outcome = ReviewDecision.Outcome
DID: dict[str, str] = {
    Outcome.APPROVED: "approved this",
    Outcome.CHANGES_REQUESTED: "asked for changes",
    Outcome.REMOVED: "removed this",
    Outcome.RESTORED: "restored this",
}


@dataclass(frozen=True)
class Opened:
    """What the screen showed when it was opened: the version, the newest decision, whether it waited."""

    revision: int = 0
    decision: int = 0
    waiting: bool = False


@dataclass(frozen=True)
class News:
    """Empty where there is none. `who` has it open as well, `since` for how long; `decided` ends the work."""

    who: str = ""
    since: str = ""
    decided: str = ""
    changed: bool = False

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def news_of(*, post: "Post", moderator: "User", opened: Opened) -> News:
    """Return what this moderator should know by now."""
    who, since = words_for(others_at(post=post, moderator=moderator))
    decided = _decided(post, moderator, opened)
    changed = not decided and version_to_judge(post) != opened.revision
    return News(who, since, decided, changed)


def words_for(readers: "list[Reader]") -> tuple[str, str]:
    """Say who else has the post open, and for how long when it is one person; both empty for nobody."""
    if not readers:
        return "", ""
    names = [reader.name for reader in readers]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]} have this open too.", ""
    return f"{names[0]} has this open too", f"opened {how_long(readers[0].since)} ago"


def words_for_decision(decision: ReviewDecision, reader: "User") -> str:
    """Say who decided what, and how long ago."""
    who = decision.decided_by.name if decision.decided_by else "Somebody"
    if decision.decided_by_id == reader.pk:
        who = "You"
    return f"{who} {DID[decision.outcome]} {how_long(decision.created_at)} ago."


def _decided(post: "Post", moderator: "User", opened: Opened) -> str:
    newer = post.decisions.filter(pk__gt=opened.decision).select_related("decided_by").first()
    if newer is not None:
        return words_for_decision(newer, moderator)
    if opened.waiting and not queue.waiting().filter(pk=post.pk).exists():
        return "This no longer waits for a decision: its creator took it back."
    return ""
