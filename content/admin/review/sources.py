"""What moderators have to decide about, from wherever it comes.

The queue joins its sources in the database. Other apps add theirs with `register_source`; content knows
of none of them.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

    from content.models import Image


@dataclass(frozen=True)
class Row:
    """One thing in the queue as a moderator reads it. `url` is the screen on which it is decided.

    `look` is the badge's colour, `marks` are what is wrong with it, in words. `version` is the id of the
    revision of a post, which can then be decided about in the list; None for everything else.
    """

    title: str
    url: str
    badge: str
    look: str = ""
    about: "Sequence[str]" = ()
    marks: "Sequence[str]" = ()
    cover: "Image | None" = None
    symbol: str = ""
    version: int | None = None


class Source(ABC):
    """One table of things that wait. `name` is its own among all sources, and sorts what came at once.

    `kinds` are what the queue can be narrowed to, each with its name in the plural; `order` says where
    they stand among those of the other sources.
    """

    name: ClassVar[str]
    order: ClassVar[int]
    kinds: "ClassVar[Mapping[str, str]]"

    @abstractmethod
    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        """Return what waits, annotated with its number `ref` and, not null, `since` when.

        With `words` in its title or its owner's name, and of this kind alone, if given.
        """

    @abstractmethod
    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """Return the rows of these, by `ref`, in a fixed number of queries; without what has gone."""

    def counts(self, words: str = "") -> dict[str, int]:
        """Return how many of each kind wait. One query."""
        (kind,) = self.kinds
        return {kind: self.waiting(words).count()}


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Put what this source offers into the moderators' queue."""
    _sources[source.name] = source


def all_sources() -> list[Source]:
    return sorted(_sources.values(), key=lambda source: source.order)


def source_named(name: str) -> Source:
    return _sources[name]
