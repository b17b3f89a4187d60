"""Taking an upload back before anything uses it."""

from typing import TYPE_CHECKING

from django.db import transaction

from accounts.errors import RuleBroken
from content.models import Image
from content.services.images import delete_unused_images

if TYPE_CHECKING:
    from accounts.models import User


class PictureInUse(RuleBroken):
    code = "picture_in_use"
    message = "A post or a profile shows this picture. Take it out there first."


@transaction.atomic
def take_back_image(*, image: Image, owner: "User") -> None:
    """Delete one's own upload. Raises PictureInUse when a post, its newest version or an avatar shows it."""
    own = Image.objects.owned_by(owner).filter(pk=image.pk)
    delete_unused_images(image_ids=own.values_list("pk", flat=True))
    if own.exists():
        raise PictureInUse
