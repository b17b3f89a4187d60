"""Where a list of posts is picked from: the places of its rows, and the order in which an index has them."""

from typing import TYPE_CHECKING, Any, TypeAlias

from content.models import Tag, TagFeed

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from content.querysets import PostQuerySet

    Places: TypeAlias = tuple[QuerySet[Any], tuple[str, ...]]

LIVE_ORDER = ("-first_published_at", "-id")
FEED_ORDER = ("-published_at", "-post_id")
OWN_ORDER = ("-created_at", "-id")


def live_places(posts: "PostQuerySet", wanted: dict[str, Any]) -> "Places":
    """Return the live `posts` with what is `wanted` of them, the newest first.

    Those of one creator, of whom there are not so many, are looked through for tags; all others with a
    tag stand in its feed.
    """
    tags = Tag.objects.ids_of(wanted.get("tag", []))
    if tags is None:
        return posts.none(), LIVE_ORDER
    narrow = {name: wanted[name] for name in ("availability",) if name in wanted}
    if tags and "user" not in wanted and not wanted.get("q"):
        return TagFeed.objects.under(tags).filter(**narrow), FEED_ORDER
    if "user" in wanted:
        narrow["creator_id"] = wanted["user"]
    posts = posts.filter(**narrow).under(tags)
    return (posts.search(wanted["q"]) if wanted.get("q") else posts), LIVE_ORDER


def own_places(posts: "PostQuerySet", wanted: dict[str, Any]) -> "Places":
    """Return those of one's own `posts` with what is `wanted` of them, in any state, the last begun first."""
    tags = Tag.objects.ids_of(wanted.get("tag", []))
    if tags is None:
        return posts.none(), OWN_ORDER
    if "state" in wanted:
        posts = posts.with_state().filter(state=wanted["state"])
    if "availability" in wanted:
        posts = posts.filter(availability=wanted["availability"])
    posts = posts.under(tags)
    return (posts.search(wanted["q"]) if wanted.get("q") else posts), OWN_ORDER
