"""Uploads coming in, pictures going out, and who may look."""

import hashlib
import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
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
from content.services.quota import check_room
from content.tasks import process_image

if TYPE_CHECKING:
    from accounts.models import User
    from content.querysets import Visitor

__all__ = [
    "accept_upload",
    "can_view_image",
    "delete_image",
    "delete_images",
    "delete_unused_images",
    "place_images",
]

_TITLE_LENGTH = 255
# What makes two uploads the same picture; the constraint `same_bytes_once_a_person` names the same.
_SAME = ("uploaded_by_user", "upload_sha256", "is_editorial")
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

    When the owner has these bytes already, return that picture in whatever state it is and store nothing;
    one that was rejected is tried again. No pixel is decoded here; a worker does the rest, and may yet
    reject it. Raise InvalidInput for field `file` with the codes of `UnfitFile`, and for `alt` when that is
    too long; StorageFull or TooManyWaiting when the owner has no room, but for a moderator's editorial
    pictures, which need none.
    """
    data = check_upload(upload)
    if len(alt) > ALT_LENGTH:
        raise InvalidInput("alt", f"Use {ALT_LENGTH} characters at most.", "too_long")
    fields = {
        "uploaded_by_user": owner,
        "upload_sha256": hashlib.sha256(data).hexdigest(),
        "is_editorial": is_editorial,
        "title": _title(title or upload.name or ""),
        "description": _CONTROLS.sub(" ", alt).strip(),
        # Wagtail's mark for duplicates; left out, it would open the file to work it out.
        "file_hash": hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        "file_size": len(data),
        "stored_bytes": len(data),
    }
    return _known_picture(fields) or _take_in(data, fields)


def _take_in(data: bytes, fields: dict[str, Any]) -> Image:
    """Store the bytes and make their row, unless the same bytes came in a moment before."""
    _check_room(fields)
    key = new_key()
    name = storage.quarantine_name(key)
    storage.private_storage().put(name, BytesIO(data))
    try:
        image = _create_row(fields | {"key": key, "upload": name})
    except BaseException:
        storage.private_storage().delete(name)
        raise
    if image.key != key:
        storage.private_storage().delete(name)
    return image


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
def _create_row(fields: dict[str, Any]) -> Image:
    """Make the row while the owner's is locked, so that one upload of a person at a time is counted."""
    owners = get_user_model().objects.select_for_update(no_key=True)
    owners.get(pk=fields["uploaded_by_user"].pk)
    known = _known_picture(fields)
    if known is not None:
        return known
    _check_room(fields)
    image = Image.objects.create(**fields)
    # A broker that is down must not spoil the upload: `sweep_images` finds what was not sent.
    # No `partial`: Django asks a robust hook that failed for its `__qualname__`.
    transaction.on_commit(lambda: process_image.delay(image.pk), robust=True)
    return image


def _known_picture(fields: dict[str, Any]) -> Image | None:
    """Return the owner's picture of the same bytes, with the description given this time, or None."""
    same = {name: fields[name] for name in _SAME}
    image = Image.objects.filter(**same).exclude(state=Image.State.REJECTED).first()
    alt = fields["description"]
    if image is not None and alt and alt != image.description:
        image.description = alt
        image.save(update_fields=["description"])
    return image


def _check_room(fields: dict[str, Any]) -> None:
    if not fields["is_editorial"]:
        check_room(owner=fields["uploaded_by_user"], more=fields["stored_bytes"])


def _title(name: str) -> str:
    stem = PurePath(_CONTROLS.sub(" ", name)).stem.strip()
    return stem[:_TITLE_LENGTH] or "Picture"


def delete_image(*, image: Image) -> None:
    """Delete the picture wherever it is used, and every file of it once that is committed."""
    image.delete()


def delete_images(*, image_ids: Iterable[int]) -> None:
    """Delete these pictures as `delete_image` does, all or none."""
    Image.objects.filter(pk__in=list(image_ids)).delete()


@transaction.atomic
def delete_unused_images(*, image_ids: Iterable[int]) -> None:
    """Delete those of these pictures that no post and no profile shows and that are not editorial.

    They are locked first, so that nobody puts one into a post meanwhile.
    """
    rows = Image.objects.select_for_update(of=("self",)).filter(pk__in=list(image_ids))
    locked = [image.pk for image in rows.order_by("pk")]
    unused = Image.objects.filter(pk__in=locked, is_editorial=False).unused()
    delete_images(image_ids=list(unused.values_list("pk", flat=True)))


def can_view_image(user: "Visitor", image: Image) -> bool:
    """Whether this visitor may open the picture's files: anybody a public one, owner and moderators any.

    Those of a held picture are for moderators alone.
    """
    if image.state == Image.State.HELD:
        return user.is_authenticated and user.is_moderator
    if user.is_authenticated and (image.uploaded_by_user_id == user.pk or user.is_moderator):
        return True
    return Image.objects.public().filter(pk=image.pk).exists()
