"""Taking turns: every change of a request happens on its locked row."""

from content.models import Post
from engagement.errors import OwnPost, PostClosed
from engagement.models import PostRequest

COPIED = (
    "status",
    "message",
    "note",
    "risk",
    "signals",
    "last_edited",
    "delivered_at",
    "dropped_at",
)
NOT_OPEN = "This post is not open to requests any more."


def locked(post_request: PostRequest) -> PostRequest:
    """The row as it is now, locked until the transaction ends. Raises PostRequest.DoesNotExist."""
    rows = PostRequest.objects.select_for_update(of=("self",)).select_related("post__creator")
    return rows.get(pk=post_request.pk)


def locked_open_post(post: Post) -> Post:
    """The post, locked against being closed or deleted meanwhile. Raises PostClosed."""
    rows = Post.objects.select_for_update(of=("self",), no_key=True).select_related("creator")
    row = rows.filter(pk=post.pk).first()
    if row is None or not row.live or not row.creator.is_active:
        raise PostClosed(NOT_OPEN)
    if row.availability == Post.Availability.GIVEN:
        raise PostClosed
    return row


def refuse_own(post: Post, user_id: int | None) -> None:
    """Raises OwnPost when the sender is the post's creator."""
    if user_id == post.creator_id:
        raise OwnPost


def copy_state(source: PostRequest, target: PostRequest) -> None:
    """Bring the caller's object up to date with the row that was changed."""
    for name in COPIED:
        setattr(target, name, getattr(source, name))
