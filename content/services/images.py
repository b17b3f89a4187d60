"""Uploads coming in, pictures going out, and who may look."""

import hashlib
import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.errors import InvalidInput
from content.images import storage
from content.images.errors import UnfitFile
from content.images.sniff import sniff
from content.limits import ALT_LENGTH, UPLOAD_BYTES
from content.models import Image
from content.models.images import new_key
from content.services.image_files import place_images
from content.tasks import process_image

if TYPE_CHECKING:
    from accounts.models import User
    from content.querysets import Visitor

__all__ = [
    "accept_upload",
    "can_view_image",
    "delete_image",
    "delete_images",
    "place_images",
]

_TITLE_LENGTH = 255
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


def accept_upload(
    *,
    owner: "User",
    upload: UploadedFile,
    title: str = "",
    alt: str = "",
    is_editorial: bool = False,
) -> Image:
    """Check the upload's bytes, put it into quarantine and return its row, still `processing`.

    No pixel is decoded here; a worker does the rest, and may yet reject it. Raise InvalidInput for field
    `file` with the codes of `UnfitFile`, and for `alt` when that is too long.
    """
    data = check_upload(upload)
    if len(alt) > ALT_LENGTH:
        raise InvalidInput("alt", f"Use {ALT_LENGTH} characters at most.", "too_long")
    key = new_key()
    name = storage.quarantine_name(key)
    storage.private_storage().put(name, BytesIO(data))
    try:
        return _create_row(
            key=key,
            upload=name,
            uploaded_by_user=owner,
            title=_title(title or upload.name or ""),
            description=_CONTROLS.sub(" ", alt).strip(),
            upload_sha256=hashlib.sha256(data).hexdigest(),
            # Wagtail's mark for duplicates; left out, it would open the file to work it out.
            file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
            file_size=len(data),
            is_editorial=is_editorial,
        )
    except BaseException:
        storage.private_storage().delete(name)
        raise


def check_upload(upload: UploadedFile) -> bytes:
    """Return the upload's bytes when they may come in, else raise InvalidInput for field `file`."""
    upload.seek(0)
    data = upload.read(UPLOAD_BYTES + 1)
    if len(data) > UPLOAD_BYTES:
        megabytes = UPLOAD_BYTES // (1024 * 1024)
        raise InvalidInput("file", f"This file is larger than {megabytes} MB.", "too_large")
    try:
        sniff(data)
    except UnfitFile as error:
        raise InvalidInput("file", error.message, error.code) from error
    return data


@transaction.atomic
def _create_row(**fields: object) -> Image:
    image = Image.objects.create(**fields)
    # A broker that is down must not spoil the upload: `sweep_images` finds what was not sent.
    # No `partial`: Django asks a robust hook that failed for its `__qualname__`.
    transaction.on_commit(lambda: process_image.delay(image.pk), robust=True)
    return image


def _title(name: str) -> str:
    stem = PurePath(_CONTROLS.sub(" ", name)).stem.strip()
    return stem[:_TITLE_LENGTH] or "Picture"


def delete_image(*, image: Image) -> None:
    """Delete the picture wherever it is used, and every file of it once that is committed."""
    image.delete()


def delete_images(*, image_ids: Iterable[int]) -> None:
    """Delete these pictures as `delete_image` does, all or none."""
    Image.objects.filter(pk__in=list(image_ids)).delete()


def can_view_image(user: "Visitor", image: Image) -> bool:
    """Whether this visitor may open the picture's files: anybody a public one, owner and moderators any."""
    if user.is_authenticated and (image.uploaded_by_user_id == user.pk or user.is_moderator):
        return True
    return Image.objects.public().filter(pk=image.pk).exists()
