"""Writing posts: drafts, edits, availability, deletion."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision, TaskState

from accounts.errors import InvalidInput
from accounts.text import one_line
from content import limits
from content.errors import NotLive, PostRemoved
from content.html import clean_html, text_of
from content.models import Image, Post, PostImage, PostTag, SiteSettings
from content.querysets.pictures import REFUSED
from content.services.images import delete_unused_images
from content.services.review import submit_post
from content.services.tag_names import tags_to_use
from content.services.tags import delete_unused_tags
from content.services.versions import check_seen, keep_first_version, keep_version

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User


@dataclass(frozen=True)
class GalleryItem:
    """A picture's place in a gallery: which one, and its description."""

    image_id: int
    alt: str = ""


@transaction.atomic
def create_post(
    *,
    creator: "User",
    title: str,
    content: str,
    tags: Sequence[str] = (),
    images: Sequence[GalleryItem] = (),
    submit: bool = False,
    autosave: bool = False,
) -> Post:
    """Create a draft, and send it to review when `submit`. Raises InvalidInput at the wrong field.

    A draft made by `autosave` is written over by the autosaves that follow.
    """
    post = Post(creator=creator)
    _apply(post, creator, {"title": title, "content": content, "tags": tags, "images": images})
    post.save()
    keep_first_version(post=post, autosave=autosave)
    if submit:
        submit_post(post=post, user=creator)
    return post


@transaction.atomic
def update_post(
    *,
    post: Post,
    editor: "User",
    autosave: bool = False,
    seen: "datetime | None" = None,
    **changes: Any,
) -> Post:
    """Save `changes` (title, content, tags, images) as the newest version and return that version.

    A live post's row stays as it is: what the public sees changes when a moderator approves. `seen` is when
    the version that was edited was made; EditedElsewhere is raised when there is a newer one. An `autosave`
    is refused while moderators look at the post (ShownToReviewers).
    """
    row = Post.objects.select_for_update().get(pk=post.pk)
    if row.removed_at:
        raise PostRemoved
    check_seen(row, seen)
    version = row.get_latest_revision_as_object()
    _apply(version, row.creator, changes)
    version.last_edited = row.last_edited = timezone.now()
    if row.has_live_version:
        Post.objects.filter(pk=row.pk).update(last_edited=row.last_edited)
    else:
        version.save()
    revision = keep_version(row=row, version=version, editor=editor, autosave=autosave)
    _show_to_reviewer(row, revision)
    return version


@transaction.atomic
def set_availability(*, post: Post, availability: str) -> None:
    """Say whether a live post is open, reserved or given. Takes effect at once, without review."""
    row = Post.objects.select_for_update().get(pk=post.pk)
    if not row.live and availability != row.availability:
        raise NotLive
    Post.objects.filter(pk=row.pk).update(availability=availability)
    post.availability = availability


@transaction.atomic
def delete_post(*, post: Post) -> None:
    """Delete a post with its versions, its review, and every picture and tag that nothing else uses."""
    # Whoever decides about the post locks its row first, too, and then what hangs on it.
    Post.objects.select_for_update(of=("self",)).filter(pk=post.pk).first()
    image_ids, tag_ids = images_of_every_version(post), _tags_of_every_version(post)
    post.delete()
    delete_unused_images(image_ids=image_ids)
    delete_unused_tags(tag_ids=tag_ids)


def images_of_every_version(post: Post) -> list[int]:
    """Ids of the pictures that the row or any revision of the post shows."""
    rows = PostImage.objects.filter(post=post).values_list("image_id", flat=True)
    return sorted({*rows, *_ids_in_revisions(post, "gallery", "image")})


def _tags_of_every_version(post: Post) -> list[int]:
    rows = PostTag.objects.filter(content_object=post).values_list("tag_id", flat=True)
    return sorted({*rows, *_ids_in_revisions(post, "tagged_items", "tag")})


def _ids_in_revisions(post: Post, children: str, field: str) -> set[int]:
    contents = post.revisions.values_list("content", flat=True)
    return {item[field] for content in contents for item in content.get(children, [])}


def _show_to_reviewer(row: Post, revision: Revision) -> None:
    """A post edited while in review stays there, with its newest version."""
    task_state = row.current_workflow_task_state
    if row.workflow_in_progress and task_state is not None:
        TaskState.objects.filter(pk=task_state.pk).update(revision=revision)


def _apply(post: Post, creator: "User", changes: dict[str, Any]) -> None:
    if "title" in changes:
        post.title = _checked_title(changes["title"])
    if "content" in changes:
        post.content = _checked_content(changes["content"])
    if "tags" in changes:
        post.tags.set(tags_to_use(changes["tags"]))
    if "images" in changes:
        post.gallery.set(_checked_gallery(post, creator, changes["images"]))


def _checked_title(title: str) -> str:
    title = one_line(title)
    if not title:
        raise InvalidInput("title", "Give it a title.", "blank")
    if len(title) > limits.TITLE_LENGTH:
        raise InvalidInput("title", f"At most {limits.TITLE_LENGTH} characters.", "max_length")
    return title


def _checked_content(content: str) -> str:
    content = clean_html(content)
    if not text_of(content):
        raise InvalidInput("content", "Say a few words about it.", "blank")
    if len(content) > limits.CONTENT_LENGTH:
        raise InvalidInput("content", f"At most {limits.CONTENT_LENGTH} characters.", "max_length")
    return content


def _checked_gallery(post: Post, creator: "User", items: Sequence[GalleryItem]) -> list[PostImage]:
    most = SiteSettings.current().images_per_post
    if len(items) > most:
        raise InvalidInput("images", f"At most {most} pictures.", "max_length")
    # Locked, so that none is deleted before the post that shows it is there.
    own = (
        Image.objects.owned_by(creator)
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
        .in_bulk([item.image_id for item in items])
    )
    kept = {picture.image_id: picture.pk for picture in post.gallery.all()}
    gallery: list[PostImage] = []
    for position, item in enumerate(items):
        image = own.get(item.image_id)
        if image is None:
            raise InvalidInput(
                f"images.{position}.id", "There is no such picture of yours.", "not_found"
            )
        if image.state in REFUSED:
            raise InvalidInput(f"images.{position}.id", image.reason, "rejected")
        if any(picture.image_id == image.pk for picture in gallery):
            raise InvalidInput(
                f"images.{position}.id", "This picture is here already.", "duplicate"
            )
        if len(item.alt) > limits.ALT_LENGTH:
            raise InvalidInput(
                f"images.{position}.alt", f"At most {limits.ALT_LENGTH} characters.", "max_length"
            )
        gallery.append(
            PostImage(pk=kept.get(image.pk), image=image, alt=item.alt.strip(), sort_order=position)
        )
    return gallery
