"""What to say to somebody whose editor shows an older version than the newest."""

from typing import TYPE_CHECKING

from content.admin.durations import how_long
from content.models import Post
from content.services.posts import GalleryItem

if TYPE_CHECKING:
    from accounts.models import User
    from content.admin.posts.forms import PostForm

KEPT = (
    "What you wrote is still here. Look at the newer version in History, then save again to put "
    "yours in its place."
)
AUTOSAVE_STOPPED = "Nothing more is kept by itself. Press Save to see what to do."


def saved_elsewhere(*, post: Post, form: "PostForm", reader: "User") -> str:
    """Return who saved the newest version of `post`, when, and in what it differs from the bound form."""
    newest = post.latest_revision
    words = f"{_who(newest.user, post, reader)} saved this post {how_long(newest.created_at)} ago"
    parts = _differing(newest.as_object(), form)
    if parts:
        words += f", with another {_listed(parts)} than yours"
    return f"{words}. {KEPT}"


def _who(saver: "User | None", post: Post, reader: "User") -> str:
    if saver is None:
        return "Somebody"
    if saver.pk == reader.pk:
        return "In another window, you"
    # Creators are not told which moderator it was.
    return saver.name if reader.is_moderator or saver.pk == post.creator_id else "A moderator"


def _differing(newest: Post, form: "PostForm") -> list[str]:
    if not form.is_valid():
        return []
    mine = form.changes()
    gallery = [GalleryItem(image_id=item.image_id, alt=item.alt) for item in newest.gallery.all()]
    theirs = {
        "title": newest.title,
        "text": newest.content,
        "list of tags": sorted(newest.tags.names()),
        "gallery": gallery,
    }
    ours = {
        "title": mine["title"],
        "text": mine["content"],
        "list of tags": sorted(mine["tags"]),
        "gallery": mine["images"],
    }
    return [name for name in theirs if theirs[name] != ours[name]]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
