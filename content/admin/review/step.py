"""A moderator on their way through the queue, at one of its things."""

from functools import cached_property
from typing import TYPE_CHECKING

from content.admin.review.queue import Wanted

if TYPE_CHECKING:
    from django.http import HttpRequest

    from content.admin.review.sources import Row


class Step:
    """Made before the thing is decided about, while it still has its place; read before or after.

    The address says what the queue is narrowed to, and so do those that lead on from here.
    """

    def __init__(self, request: "HttpRequest", source: str, ref: int | None) -> None:
        self.wanted = Wanted.read(request.GET)
        self.place = self.wanted.place_of(source, ref) if ref is not None else None

    @property
    def query(self) -> str:
        """What the queue is narrowed to, as the end of an address."""
        return self.wanted.query

    @property
    def queue_url(self) -> str:
        return self.wanted.url

    @cached_property
    def following(self) -> "Row | None":
        """What comes next in the queue, whatever it is; None when nothing else waits."""
        return self.wanted.next_row(self.place)

    @property
    def next_url(self) -> str:
        """Where to go on: to what comes next, or to the queue when nothing does."""
        return f"{self.following.url}{self.query}" if self.following else self.queue_url
