"""Where a list of posts is picked from: the places of its rows, and the order in which an index has them."""

from typing import TYPE_CHECKING, Any, TypeAlias

from content.models import Tag, TagFeed
from content.search.posts import PostSearch

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from api.pagination import Pickable
    from content.querysets import PostQuerySet

    Places: TypeAlias = tuple[QuerySet[Any] | Pickable, tuple[str, ...]]

LIVE_ORDER = ("-first_published_at", "-id")
FEED_ORDER = ("-published_at", "-post_id")
OWN_ORDER = ("-created_at", "-id")


def live_places(posts: "PostQuerySet", wanted: dict[str, Any], until: "datetime") -> "Places":
    """Return the live `posts` with what is `wanted` of them, the newest first; by words, the best match first
    of those that were there `until` then.
    """
    tags = Tag.objects.ids_of(wanted.get("tag", []))
    if tags is None:
        return posts.none(), LIVE_ORDER
    creator = int(wanted["user"]) if "user" in wanted else None
    availability = wanted.get("availability", "")
    if wanted.get("q"):
        search = PostSearch(wanted["q"], until, tuple(tags), creator, availability)
        return search, search.order
    narrow = {"availability": availability} if availability else {}
    if tags and creator is None:
        return TagFeed.objects.under(tags).filter(**narrow), FEED_ORDER
    if creator is not None:
        # Of one creator there are not so many: these are looked through for tags.
        posts = posts.filter(creator_id=creator)
    return posts.filter(**narrow).under(tags), LIVE_ORDER


def own_places(posts: "PostQuerySet", wanted: dict[str, Any]) -> "Places":
    """Return those of one's own `posts` with what is `wanted` of them, in any state, the last begun first."""
    tags = Tag.objects.ids_of(wanted.get("tag", []))
    if tags is None:
        return posts.none(), OWN_ORDER
    posts = posts.under(tags)
    if "state" in wanted:
        posts = posts.with_state().filter(state=wanted["state"])
    if "availability" in wanted:
        posts = posts.filter(availability=wanted["availability"])
    return (posts.with_words(wanted["q"]) if wanted.get("q") else posts), OWN_ORDER
