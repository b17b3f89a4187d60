"""The review queue: every post that waits for a moderator, the longest waiting first."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Q

from content.models import Image, Post

if TYPE_CHECKING:
    from django.db.models import QuerySet

PER_PAGE = 20


@dataclass(frozen=True)
class QueueRow:
    post: Post
    title: str
    cover: Image | None
    image_count: int
    waiting_since: datetime

    @property
    def kind(self) -> str:
        return kind_of(self.post)


def waiting() -> "QuerySet[Post]":
    """Posts awaiting a decision, in the order they are to be decided. Those of suspended people rest."""
    return Post.objects.awaiting_review().filter(
        removed_at__isnull=True, creator__suspended_at=None
    )


def kind_of(post: Post) -> str:
    """Say what there is to look at in a post that `waiting()` returned."""
    if not post.live:
        return "New post"
    if post.has_unpublished_changes:
        return (
            "Edit of a live post" if post.was_looked_at else "Live, not looked at yet, and an edit"
        )
    return "Live, to be looked at again" if post.was_looked_at else "Live, not looked at yet"


def page_of_queue(number: str | None) -> tuple[list[QueueRow], Page]:
    """Return one page of the queue and its place among the others. Four queries, however long it is."""
    posts = waiting().select_related("creator", "latest_revision")
    page = Paginator(posts, PER_PAGE).get_page(number)
    contents: dict[int, dict[str, Any]] = {
        post.pk: post.latest_revision.content for post in page.object_list
    }
    covers = {pk: _first_image(content) for pk, content in contents.items()}
    images = Image.objects.in_bulk([pk for pk in covers.values() if pk])
    rows = [
        QueueRow(
            post=post,
            title=contents[post.pk]["title"],
            cover=images.get(covers[post.pk] or 0),
            image_count=len(contents[post.pk].get("gallery", [])),
            waiting_since=post.submitted_at,
        )
        for post in page.object_list
    ]
    return rows, page


def next_after(post: Post, submitted_at: datetime | None) -> Post | None:
    """Return who is next in the queue after this post, from the top again at its end."""
    others = waiting().exclude(pk=post.pk)
    if submitted_at is not None:
        later = others.filter(
            Q(submitted_at__gt=submitted_at) | Q(submitted_at=submitted_at, pk__gt=post.pk)
        )
        if found := later.first():
            return found
    return others.first()


def _first_image(content: dict[str, Any]) -> int | None:
    gallery = sorted(content.get("gallery", []), key=lambda item: item.get("sort_order") or 0)
    return gallery[0]["image"] if gallery else None
