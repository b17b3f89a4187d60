"""Searching for live posts, wherever they are looked up."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from content.search import postgres

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, datetime, int]


@dataclass(frozen=True)
class PostSearch:
    """Live posts with all of these words and tags, that were there `until` then.

    The best match comes first, of equal ones the newest. A place is a rank, when the post was published, and
    its id. Posts that go live later do not move the others, so that a walk through the pages misses nothing.
    """

    words: str
    until: datetime
    tags: tuple[int, ...] = ()
    creator: int | None = None
    availability: str = ""

    order = ("-rank", "-published_at", "-post_id")

    def pick(
        self, *, backwards: bool = False, after: "Sequence[Any] | None" = None, number: int
    ) -> list[Place]:
        """Return the first `number` places, those beyond the place `after`; the last first if `backwards`."""
        return postgres.find_places(self, backwards=backwards, after=after, number=number)
