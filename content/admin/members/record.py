"""What is known of one person, read in a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.functional import cached_property

from content.models import Post, ReviewDecision

if TYPE_CHECKING:
    from accounts.models import Suspension, User

SHOWN = 10
Outcome = ReviewDecision.Outcome


@dataclass(frozen=True)
class Fact:
    """One line about a person: what it is, how much, and where more of it is to be read (or nowhere)."""

    label: str
    value: str
    url: str = ""


_sources: list[Callable[["User"], list[Fact]]] = []


def register_facts(source: Callable[["User"], list[Fact]]) -> Callable[["User"], list[Fact]]:
    """Have `source(user)` add lines to a person's screen: for apps above this one. A decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


class Record:
    """A person's posts, what moderators decided about them, and how often they were shut out."""

    def __init__(self, person: "User") -> None:
        self.person = person

    @cached_property
    def posts(self) -> list[Post]:
        posts = Post.objects.owned_by(self.person).with_state().select_related("latest_revision")
        return list(posts.order_by("-last_edited", "-pk")[:SHOWN])

    @cached_property
    def counts(self) -> dict[str, int]:
        return Post.objects.owned_by(self.person).aggregate(
            posts=Count("pk"),
            live=Count("pk", filter=Q(live=True)),
            hidden=Count("pk", filter=Q(hidden_at__isnull=False)),
            removed=Count("pk", filter=Q(removed_at__isnull=False)),
        )

    @cached_property
    def outcomes(self) -> dict[str, int]:
        return ReviewDecision.objects.filter(post__creator=self.person).aggregate(
            approved=Count("pk", filter=Q(outcome=Outcome.APPROVED)),
            sent_back=Count("pk", filter=Q(outcome=Outcome.CHANGES_REQUESTED)),
        )

    @cached_property
    def decisions(self) -> list[ReviewDecision]:
        decisions = ReviewDecision.objects.filter(post__creator=self.person)
        return list(decisions.select_related("post", "decided_by")[:SHOWN])

    @cached_property
    def suspensions(self) -> "list[Suspension]":
        return list(self.person.suspensions.select_related("suspended_by", "lifted_by")[:SHOWN])

    @cached_property
    def facts(self) -> list[Fact]:
        return [fact for source in _sources for fact in source(self.person)]
