"""The moderators' queue: everything that waits for one of them, in one order, whatever it is.

The sources are joined, ordered and cut in the database. A page costs the same number of queries however
long the queue is.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Q, Value
from django.urls import reverse

from content.admin.review.posts_waiting import kind_of, waiting
from content.admin.review.sources import Row, Source, all_sources, source_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

__all__ = ["Wanted", "kind_of", "rough_count", "waiting"]

PER_PAGE = 20
WORDS_LENGTH = 100
NEWEST = "newest"
COUNTED_AT_MOST = 1000


class Place(NamedTuple):
    """Where something stands in the queue."""

    since: datetime
    source: str
    ref: int


@dataclass(frozen=True)
class Wanted:
    """What the queue is narrowed to, and whether the newest come first; as the address says it."""

    kind: str = ""
    words: str = ""
    newest_first: bool = False

    @classmethod
    def read(cls, query: "Mapping[str, Any]") -> "Wanted":
        """Read an address; what it does not know narrows nothing."""
        kind = query.get("kind", "")
        words = query.get("q", "").replace("\x00", "").strip()[:WORDS_LENGTH]
        return cls(kind if kind in all_kinds() else "", words, query.get("order") == NEWEST)

    @property
    def query(self) -> str:
        """The part of an address that says the same, with its question mark; empty for everything."""
        order = NEWEST if self.newest_first else ""
        said = {"kind": self.kind, "q": self.words, "order": order}
        encoded = urlencode({name: value for name, value in said.items() if value})
        return f"?{encoded}" if encoded else ""

    @property
    def url(self) -> str:
        return f"{reverse('review_queue')}{self.query}"

    def of_kind(self, kind: str) -> "Wanted":
        return replace(self, kind=kind)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each kind have these words. One query a source."""
        return {
            kind: count
            for source in all_sources()
            for kind, count in source.counts(self.words).items()
        }

    @property
    def count(self) -> int:
        return self.counts[self.kind] if self.kind else sum(self.counts.values())

    def page(self, number: str | None) -> "tuple[list[tuple[Place, Row]], Page]":
        """Return this page, each row with where it stands, and its place among the others."""
        page = Paginator(range(self.count), PER_PAGE).get_page(number)
        return _rows(self.places(page.end_index(), max(page.start_index() - 1, 0))), page

    def place_of(self, source: str, ref: int) -> Place | None:
        """Return where this waits; None when it does not."""
        found = source_named(source).waiting().filter(ref=ref).values_list("since", flat=True)
        since = found.first()
        return Place(since, source, ref) if since else None

    def next_row(self, place: Place | None) -> Row | None:
        """Return what follows in the queue, from the top again at its end; None for nothing else."""
        after = self.places(1, after=place) if place else []
        others = after or [other for other in self.places(2) if other != place][:1]
        return next((row for _, row in _rows(others)), None)

    def places(self, end: int, start: int = 0, after: Place | None = None) -> list[Place]:
        """Return a part of the queue. One query."""
        if end <= start:
            return []
        parts = [self._part(source, after) for source in self._sources]
        if len(parts) > 1:
            first, *others = (part[:end] for part in parts)
            joined = first.union(*others, all=True)
            parts = [joined.order_by(*self._order("since", "source", "ref"))]
        return [Place(*row) for row in parts[0][start:end]]

    @property
    def _sources(self) -> list[Source]:
        return [source for source in all_sources() if not self.kind or self.kind in source.kinds]

    def _part(self, source: Source, after: Place | None) -> "QuerySet[Any, Any]":
        rows = source.waiting(self.words, self.kind).annotate(
            source=Value(source.name, output_field=CharField())
        )
        if after is not None:
            rows = rows.filter(self._later(source.name, after))
        return rows.order_by(*self._order("since", "ref")).values_list("since", "source", "ref")

    def _later(self, source: str, place: Place) -> Q:
        beyond = "lt" if self.newest_first else "gt"
        later = Q(**{f"since__{beyond}": place.since})
        if source == place.source:
            return later | Q(since=place.since, **{f"ref__{beyond}": place.ref})
        comes_after = source < place.source if self.newest_first else source > place.source
        return later | Q(since=place.since) if comes_after else later

    def _order(self, *names: str) -> list[str]:
        return [f"-{name}" if self.newest_first else name for name in names]


def all_kinds() -> dict[str, str]:
    """Return the kinds of everything that can wait, each with its name."""
    return {kind: name for source in all_sources() for kind, name in source.kinds.items()}


def rough_count() -> str:
    """Return how many things wait, as every page of the admin says it; "" for none. One query.

    Counting stops early: beyond COUNTED_AT_MOST of one source the number tells a moderator nothing.
    """
    parts = [
        source.waiting().order_by().values_list("ref")[:COUNTED_AT_MOST] for source in all_sources()
    ]
    count = parts[0].union(*parts[1:], all=True).count()
    if count >= COUNTED_AT_MOST:
        return f"{COUNTED_AT_MOST - 1}+"
    return str(count) if count else ""


def _rows(places: "Sequence[Place]") -> list[tuple[Place, Row]]:
    """These places, each with its row, without what has gone meanwhile."""
    refs: dict[str, list[int]] = {}
    for place in places:
        refs.setdefault(place.source, []).append(place.ref)
    found = {name: source_named(name).rows(of_this) for name, of_this in refs.items()}
    return [
        (place, found[place.source][place.ref])
        for place in places
        if place.ref in found[place.source]
    ]
