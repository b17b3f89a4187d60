"""Taking an upload back before anything uses it."""

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Revision

from accounts.errors import RuleBroken
from content.models import Image, Post
from content.services.images import delete_image

if TYPE_CHECKING:
    from accounts.models import User


class PictureInUse(RuleBroken):
    code = "picture_in_use"
    message = "A post or a profile shows this picture. Take it out there first."


@transaction.atomic
def take_back_image(*, image: Image, owner: "User") -> None:
    """Delete one's own upload. Raises PictureInUse when a post, any version of one, or an avatar shows it."""
    row = Image.objects.select_for_update(of=("self",)).filter(pk=image.pk).unused().first()
    if row is None or row.is_editorial or _is_in_a_version(image, owner):
        raise PictureInUse
    delete_image(image=row)


def _is_in_a_version(image: Image, owner: "User") -> bool:
    own = [str(pk) for pk in Post.objects.owned_by(owner).values_list("pk", flat=True)]
    versions = Revision.objects.filter(
        base_content_type__app_label="content", base_content_type__model="post", object_id__in=own
    )
    return versions.filter(content__gallery__contains=[{"image": image.pk}]).exists()
