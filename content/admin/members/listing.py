"""Everybody with an account, as moderators look for them."""

from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from content.models import Post

if TYPE_CHECKING:
    from django.http import QueryDict

QUERY_LENGTH = 200
SUSPENDED = "suspended"


def people_asked_for(query: "QueryDict") -> QuerySet[User]:
    """Return whom `q` (part of a name or an address) and `state` ask for, newest first.

    Each person has `post_count` and `live_count`. One query, however many there are.
    """
    people = find_people(query.get("q", ""))
    if query.get("state") == SUSPENDED:
        people = people.filter(suspended_at__isnull=False)
    return with_counts(people).order_by("-created_at", "-pk")


def find_people(words: str) -> QuerySet[User]:
    """People with these words in their name or address; all of them for none. Safe for any input."""
    words = words.replace("\x00", "").strip()[:QUERY_LENGTH]
    if not words:
        return User.objects.all()
    return User.objects.filter(Q(name__icontains=words) | Q(email__icontains=words))


def with_counts(people: QuerySet[User]) -> QuerySet[User]:
    """Annotate `post_count` and `live_count`."""
    posts = Post.objects.filter(creator=OuterRef("pk")).order_by().values("creator")
    return people.annotate(
        post_count=Coalesce(Subquery(posts.annotate(n=Count("pk")).values("n")), 0),
        live_count=Coalesce(
            Subquery(posts.filter(live=True).annotate(n=Count("pk")).values("n")), 0
        ),
    )
