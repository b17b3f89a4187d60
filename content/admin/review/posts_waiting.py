"""Posts in the moderators' queue: new ones, edits of live ones, and live ones nobody has looked at yet."""

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from content.admin.review.sources import Row, Source
from content.html import text_of
from content.models import Image, Post, SiteSettings, Tag
from content.worry import find_worry_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

NEW, EDIT, UNSEEN = "new", "edit", "unseen"
CONDITIONS = {
    NEW: Q(live=False),
    EDIT: Q(live=True, has_unpublished_changes=True),
    UNSEEN: Q(live=True, has_unpublished_changes=False),
}


def waiting() -> "QuerySet[Post]":
    """Posts awaiting a decision, in the order they are to be decided. Those of suspended people rest."""
    return decidable(Post.objects.awaiting_review())


def decidable(posts: "QuerySet[Post]") -> "QuerySet[Post]":
    """Of these posts, those of which a review can end."""
    return posts.filter(removed_at=None, creator__suspended_at=None)


def kind_of(post: Post) -> str:
    """Say what there is to look at in a post that `waiting()` returned."""
    if not post.live:
        return "New post"
    if post.has_unpublished_changes:
        return (
            "Edit of a live post" if post.was_looked_at else "Live, not looked at yet, and an edit"
        )
    return "Live, to be looked at again" if post.was_looked_at else "Live, not looked at yet"


class PostsWaiting(Source):
    """Read from the reviews, not from the posts: there are few of them, and an index knows their order.

    Each review asks for its post by itself. A join would be the planner's to turn round, and right after much
    was written at once, before the database has counted, it would compare all of them with each other.
    """

    name = "post"
    order = 10
    kinds = {NEW: "New posts", EDIT: "Edits of live posts", UNSEEN: "Live, not looked at"}

    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        posts = _with_words(decidable(Post.objects.all()), words)
        if kind:
            posts = posts.filter(CONDITIONS[kind])
        return _reviews().annotate(post=_of_review(posts, "pk")).filter(post__isnull=False)

    def counts(self, words: str = "") -> dict[str, int]:
        posts = _with_words(decidable(Post.objects.all()), words)
        cases = [When(condition, then=Value(kind)) for kind, condition in CONDITIONS.items()]
        kinds = _of_review(posts.annotate(kind=Case(*cases)), "kind")
        counted = _reviews().annotate(kind=kinds).filter(kind__isnull=False)
        counted = counted.order_by().values_list("kind").annotate(Count("pk"))
        return dict.fromkeys(self.kinds, 0) | dict(counted)

    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """Three queries, and one read of Redis."""
        posts = waiting().filter(pk__in=refs).select_related("creator", "latest_revision")
        versions = {post: post.latest_revision.content for post in posts}
        covers = {post: _first_image(version) for post, version in versions.items()}
        images = Image.objects.in_bulk([pk for pk in covers.values() if pk])
        worries = _Worries(list(versions.values()))
        return {
            post.pk: Row(
                title=version["title"],
                url=reverse("review_post", args=[post.pk]),
                badge=kind_of(post),
                look="live" if post.live else "in_review",
                about=[post.creator.name, _pictures(len(version.get("gallery", [])))],
                marks=worries.of(version),
                cover=images.get(covers[post] or 0),
                version=post.latest_revision_id,
            )
            for post, version in versions.items()
        }


class _Worries:
    """The operator's worry words in versions as they are stored. One query for all their tags."""

    def __init__(self, versions: "list[dict[str, Any]]") -> None:
        tags = {item["tag"] for version in versions for item in version.get("tagged_items", [])}
        self.words = SiteSettings.current().worry_list
        self.tags = dict(Tag.objects.filter(pk__in=tags).values_list("pk", "name"))

    def of(self, version: dict[str, Any]) -> list[str]:
        texts = [version["title"], text_of(version["content"])]
        texts += [self.tags.get(item["tag"], "") for item in version.get("tagged_items", [])]
        texts += [picture["alt"] for picture in version.get("gallery", [])]
        return [f"“{word}”" for word in find_worry_words(" · ".join(texts), self.words)]


def _reviews() -> "QuerySet[WorkflowState]":
    """Reviews of posts that are under way; `ref` is the post's id."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Post),
        status=WorkflowState.STATUS_IN_PROGRESS,
        current_task_state__status=TaskState.STATUS_IN_PROGRESS,
    ).annotate(ref=Cast("object_id", BigIntegerField()), since=F("current_task_state__started_at"))


def _of_review(posts: "QuerySet[Post]", column: str) -> Subquery:
    """A column of the review's post, null when that is not among these."""
    return Subquery(posts.filter(pk=OuterRef("ref")).order_by().values(column)[:1])


def _with_words(posts: "QuerySet[Post]", words: str) -> "QuerySet[Post]":
    if not words:
        return posts
    return posts.filter(
        Q(creator__name__icontains=words)
        | Q(title__icontains=words)
        | Q(latest_revision__object_str__icontains=words)
    )


def _first_image(version: dict[str, Any]) -> int | None:
    gallery = sorted(version.get("gallery", []), key=lambda item: item.get("sort_order") or 0)
    return gallery[0]["image"] if gallery else None


def _pictures(count: int) -> str:
    return f"{count} picture" if count == 1 else f"{count or 'no'} pictures"
