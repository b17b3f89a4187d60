"""Which posts a visitor may read, in which version, with what annotations."""

from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from content.models import Image, Post, PostImage, ReviewDecision, Tag
from engagement.models import PostRequest

if TYPE_CHECKING:
    from content.querysets import PostQuerySet, Visitor
    from engagement.querysets import PostRequestQuerySet

OF_THE_ROW = (
    "pk",
    "live",
    "first_published_at",
    "has_unpublished_changes",
    "state",
    "review_status",
    "review_asked_by",
    "latest_decision",
    "request_count",
    "unread_count",
)


def readable_posts(visitor: "Visitor") -> "PostQuerySet":
    """Return the posts this visitor may know of; to signed-in people with what insiders see of theirs."""
    posts = Post.objects.visible_to(visitor)
    return for_insiders(posts) if visitor.is_authenticated else posts


def for_insiders(posts: "PostQuerySet") -> "PostQuerySet":
    """Annotate `state`, `latest_decision` (a list of one or none), `request_count` and `unread_count`."""
    delivered = PostRequest.objects.filter(
        post=OuterRef("pk"), delivered_at__isnull=False
    ).order_by()
    decisions = ReviewDecision.objects.select_related("appeal")
    newest = decisions.order_by("post_id", "-created_at", "-id").distinct("post_id")
    return (
        posts.with_state()
        .annotate(
            request_count=_count(delivered, Count("pk")),
            unread_count=_count(delivered, Count("pk", filter=Q(status=PostRequest.Status.NEW))),
        )
        .prefetch_related(Prefetch("decisions", queryset=newest, to_attr="latest_decision"))
    )


def is_insider(post: Post, visitor: "Visitor") -> bool:
    """Whether the visitor sees a post's state: its creator and moderators do."""
    return visitor.is_authenticated and (post.creator_id == visitor.pk or visitor.is_moderator)


def newest_version(row: Post) -> Post:
    """Return the version that the creator edits and a moderator reviews: the row, unless it has moved on."""
    if not row.has_unpublished_changes or row.latest_revision_id is None or not row.live:
        return row
    # Not Wagtail's own way, which asks the database about every picture and tag, one by one.
    version = Post.from_serializable_data(row.latest_revision.content, check_fks=False)
    for name in (*Post.kept_across_versions, *OF_THE_ROW):
        setattr(version, name, getattr(row, name))
    attach_related(version)
    return version


def attach_related(version: Post) -> None:
    """Load pictures and tags of a version that is not in the database, in one query each."""
    pictures = list(version.gallery.all())
    images = Image.objects.in_bulk([picture.image_id for picture in pictures])
    version.gallery.set(
        [_with_image(picture, images) for picture in pictures if picture.image_id in images]
    )
    items = list(version.tagged_items.all())
    tags = Tag.objects.in_bulk([item.tag_id for item in items])
    for item in items:
        item.tag = tags.get(item.tag_id)
    version.tagged_items.set([item for item in items if item.tag_id in tags])


def _with_image(picture: PostImage, images: dict[int, Image]) -> PostImage:
    picture.image = images[picture.image_id]
    return picture


def _count(requests: "PostRequestQuerySet", count: Count) -> Coalesce:
    return Coalesce(Subquery(requests.values("post").annotate(n=count).values("n")), 0)
