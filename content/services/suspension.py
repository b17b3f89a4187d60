"""What a suspension does to what a person shares: hidden while it lasts, then as it was."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail_headless_preview.models import PagePreview

from accounts.models import User
from accounts.suspension import before_suspending, when_lifting, when_suspending
from content.errors import CreatorSuspended
from content.models import Image, Post
from content.services.images import place_images

if TYPE_CHECKING:
    from accounts.models import Suspension

# More files than a moderator should wait for; `tidy_image_files` moves the others two minutes later.
MOVED_AT_ONCE = 100


@before_suspending
def wait_for_decisions(user: User) -> None:
    """Lock every post of the person, so that one being approved at this moment is hidden afterwards."""
    list(
        Post.objects.owned_by(user).order_by("pk").select_for_update().values_list("pk", flat=True)
    )


@when_suspending
def hide_posts(*, suspension: "Suspension") -> None:
    """Take the person's live posts off the site, with their files and every preview that lies about."""
    user = suspension.user
    Post.objects.owned_by(user).live().update(live=False, hidden_at=timezone.now())
    PagePreview.objects.filter(token__startswith=Post.preview_prefix(user.pk)).delete()
    _place_files(user, were_public=True)


@when_lifting
def show_hidden_posts(*, suspension: "Suspension") -> None:
    """Bring back exactly the posts that the suspension hid and that nobody removed meanwhile."""
    user = suspension.user
    Post.objects.owned_by(user).filter(hidden_at__isnull=False).update(live=True, hidden_at=None)
    _place_files(user, were_public=False)


def check_creator_may_publish(*, post: Post) -> None:
    """Raise CreatorSuspended when the post's creator is shut out; else hold off a suspension until commit.

    Called within the transaction that publishes, so whoever publishes need not think of it.
    """
    if is_creator_suspended(post=post):
        raise CreatorSuspended


def is_creator_suspended(*, post: Post) -> bool:
    """Whether the post's creator is shut out. The answer holds until the caller's transaction ends."""
    creator = User.objects.select_for_update(no_key=True).get(pk=post.creator_id)
    return creator.suspended_at is not None


def _place_files(user: User, *, were_public: bool) -> None:
    own = Image.objects.owned_by(user).filter(is_public=were_public, state=Image.State.READY)
    misplaced = own.exclude(pk__in=own.public()) if were_public else own.public()
    newest = list(misplaced.order_by("-pk").values_list("pk", flat=True)[:MOVED_AT_ONCE])
    transaction.on_commit(partial(place_images, image_ids=newest))
