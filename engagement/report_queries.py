"""Every reusable read of reports."""

from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Case, CharField, Count, Max, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Concat

from content.models import Post

if TYPE_CHECKING:
    from content.querysets import PostQuerySet

INDEPENDENT = 2  # voices that send a live post back to the moderators
FACELESS = "report "
TARGETS = ("post", "post_request", "person")


class ReportQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(status="open")

    def decided(self) -> Self:
        return self.exclude(status="open")

    def open_by_target(self) -> "models.QuerySet[Any, dict[str, Any]]":
        """One row (a dict) a target with open reports: the ids `post`, `post_request` and `person`, of
        which one is set; `count`; `voices`, how many independent people; `reasons`; `oldest`, `newest`.

        What most people speak of first, then what has waited longest.
        """
        return (
            self.open()
            .order_by()
            .values(*TARGETS)
            .annotate(
                count=Count("pk"),
                voices=count_of_voices(),
                reasons=ArrayAgg("reason", distinct=True),
                oldest=Min("created_at"),
                newest=Max("created_at"),
            )
            .order_by("-voices", "oldest", *TARGETS)
        )

    def first_of_each_target(self) -> Self:
        """The oldest open report of each target: one row for each reported thing.

        Each asks for the others of its target by itself: a join with all firsts would be the planner's to
        turn round, and before the database has counted it may work them out anew for each report.
        """
        first = Case(
            *(
                When(**{f"{name}__isnull": False}, then=Subquery(self._first_with_the_same(name)))
                for name in TARGETS
            )
        )
        return self.open().filter(pk=first)

    def _first_with_the_same(self, name: str) -> "models.QuerySet[Any, dict[str, Any]]":
        """For a subquery about reports. Grouped, or PostgreSQL would look for the least id in all."""
        same = self.model._default_manager.filter(
            status="open", **{name: OuterRef(name)}
        ).order_by()
        return same.values("status").annotate(first=Min("pk")).values("first")

    def anonymise(self) -> int:
        """Take away who wrote these and what they wrote. Whoever was one voice goes on counting as one."""
        return self.update(
            reporter=None, email="", detail="", reporter_key="", voice=self._faceless()
        )

    def forget_words(self) -> None:
        """Take away what was written, and of guests what they could be known again by."""
        self.exclude(detail="").update(detail="")
        guests = self.filter(reporter=None).exclude(email="", reporter_key="")
        guests.update(email="", reporter_key="", voice=self._faceless())

    def forget_clients(self) -> None:
        """Take the keys of guests' clients away. Who left an address is still known by that."""
        guests = self.filter(reporter=None).exclude(voice="").exclude(voice__startswith=FACELESS)
        guests.filter(email="").update(reporter_key="")
        guests.update(voice=self._faceless())

    def _faceless(self) -> Case:
        """A voice that tells nothing: the first report of the same target that it had."""
        same_target = Q(*[Q(**{name: OuterRef(name)}) for name in TARGETS], _connector=Q.OR)
        same = self.model._default_manager.filter(same_target, voice=OuterRef("voice"))
        first = same.order_by().values("voice").annotate(first=Min("pk")).values("first")
        return Case(
            When(voice="", then=Value("")),
            default=Concat(Value(FACELESS), Cast(Subquery(first), CharField())),
        )

    def reported_posts(self) -> "PostQuerySet":
        """Live posts that independent people have open reports about: they wait for a moderator."""
        loud = (
            self.open()
            .filter(post__isnull=False)
            .order_by()
            .values("post")
            .annotate(voices=count_of_voices())
            .filter(voices__gte=INDEPENDENT)
        )
        return Post.objects.live().filter(pk__in=loud.values("post"))


def count_of_voices() -> Count:
    """How many independent people speak in a group of reports."""
    return Count("voice", distinct=True, filter=~Q(voice=""))
