"""Undoing a removal."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from content.errors import NotRemoved
from content.models import Post, ReviewDecision
from content.services.publishing import place_pictures_of
from content.services.review import submit_post
from content.services.suspension import is_creator_suspended

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def restore_post(*, post: Post, moderator: "User") -> None:
    """Take a removal back: what had been live is live again as it was, anything else is in review again.

    While its creator is suspended it stays hidden until that is lifted. Raises NotRemoved, and for
    what goes back into review PicturesNotReady or PicturesRefused.
    """
    row = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if not row.removed_at:
        raise NotRemoved
    ReviewDecision.objects.create(
        post=row, outcome=ReviewDecision.Outcome.RESTORED, decided_by=moderator
    )
    row.removed_at = None
    if row.first_published_at is None:
        row.save(update_fields=["removed_at"])
        submit_post(post=row, user=row.creator)
        return
    row.hidden_at = timezone.now() if is_creator_suspended(post=row) else None
    row.live = row.hidden_at is None
    row.save(update_fields=["removed_at", "hidden_at", "live"])
    place_pictures_of(post=row)
