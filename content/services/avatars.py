"""A person's picture."""

from typing import TYPE_CHECKING

from django.db import transaction

from accounts.errors import InvalidInput
from content.models import Avatar, Image
from content.services.images import delete_unused_images, place_images

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def set_avatar(*, user: "User", image_id: int | None) -> None:
    """Show this picture of the person's own beside their name, or none. Raises InvalidInput at `avatar`.

    The picture before it is deleted when nothing else uses it.
    """
    before = Avatar.objects.select_for_update().filter(user=user).first()
    if before is not None and before.image_id == image_id:
        return
    if image_id is not None:
        _check(user, image_id)
    if before is not None:
        before.delete()
        delete_unused_images(image_ids=[before.image_id])
    if image_id is not None:
        Avatar.objects.create(user=user, image_id=image_id)
    moved = {image_id, before.image_id if before else None} - {None}
    transaction.on_commit(lambda: place_images(image_ids=[pk for pk in moved if pk is not None]))


def _check(user: "User", image_id: int) -> None:
    own = Image.objects.owned_by(user).select_for_update(of=("self",), no_key=True)
    image = own.filter(pk=image_id).first()
    if image is None:
        raise InvalidInput("avatar", "There is no such picture of yours.", "not_found")
    if image.state != Image.State.READY:
        raise InvalidInput(
            "avatar", image.reason or "This picture is still being prepared.", "not_ready"
        )
