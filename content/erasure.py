"""What leaves with a person: posts, pictures, previews, and their name in Wagtail's books."""

from typing import TYPE_CHECKING

from wagtail.models import ModelLogEntry, PageLogEntry, Revision, TaskState, WorkflowState
from wagtail_headless_preview.models import PagePreview

from accounts.erasure import register_eraser
from content.models import BannedPicture, Image, Post
from content.services.images import delete_images
from content.services.posts import delete_post

if TYPE_CHECKING:
    from accounts.models import User


@register_eraser
def erase_content(*, user: "User") -> None:
    """Delete the person's posts and pictures with their files, and forget them as an actor elsewhere.

    Pictures on editorial pages stay: they are the site's.
    """
    # All at once: the counts of their tags are then written in one order, whoever else leaves right now.
    Post.objects.owned_by(user).live().update(live=False)
    for post in Post.objects.owned_by(user):
        ModelLogEntry.objects.for_instance(post).delete()
        delete_post(post=post)
    PagePreview.objects.filter(token__startswith=Post.preview_prefix(user.pk)).delete()
    own_images = Image.objects.owned_by(user)
    delete_images(
        image_ids=list(own_images.filter(is_editorial=False).values_list("pk", flat=True))
    )
    own_images.filter(is_editorial=True).update(uploaded_by_user=None)
    BannedPicture.objects.filter(banned_by=user).update(banned_by=None)
    for log in (ModelLogEntry, PageLogEntry):
        log.objects.filter(user_id=user.pk).update(user=None)
    Revision.objects.filter(user=user).update(user=None)
    TaskState.objects.filter(finished_by=user).update(finished_by=None)
    WorkflowState.objects.filter(requested_by=user).update(requested_by=None)
