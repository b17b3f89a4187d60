"""Keeping a picture's files where its row says they belong: public, hidden, or nowhere."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from content.images import storage
from content.models import Image, LeftoverFiles

logger = logging.getLogger(__name__)

# By then no worker can still be writing files of a picture that was deleted under its hands.
_LEFTOVERS_KEPT = timedelta(minutes=10)
_STRAY_AFTER = timedelta(days=1)
_AT_ONCE = 500


def place_images(*, image_ids: Iterable[int]) -> None:
    """Move each picture's files to the public storage when everybody may see it, else to the private one.

    Call it after commit. Idempotent, and safe to kill: `is_public` changes last, so a picture of which
    only some files have moved is found by `place_misplaced_images`. A storage that fails is logged and
    left to that.
    """
    ids = set(image_ids)
    ready = Image.objects.with_files().filter(pk__in=ids)
    public = set(Image.objects.public().filter(pk__in=ids).values_list("pk", flat=True))
    for pk, is_public in ready.values_list("pk", "is_public"):
        if is_public == (pk in public):
            continue
        try:
            _place(pk)
        except OSError:
            logger.exception("image %s: its files could not be moved", pk)


@transaction.atomic(durable=True)
def _place(pk: int) -> None:
    """Move one picture's files while its row is locked, so that two moves never cross."""
    rows = Image.objects.with_files().select_for_update(of=("self",), no_key=True)
    image = rows.filter(pk=pk).first()
    if image is not None:
        place_while_locked(image)


def place_while_locked(image: Image) -> None:
    """Move the files of a picture, whose row the caller has locked, to where they belong now."""
    is_public = Image.objects.public().filter(pk=image.pk).exists()
    target, source = storage.both_storages() if is_public else storage.both_storages()[::-1]
    storage.move(image.storage_names(), source=source, target=target)
    Image.objects.filter(pk=image.pk).update(is_public=is_public)


def place_misplaced_images() -> int:
    """Place what a crash left in the wrong storage; return how many pictures were looked at."""
    public = Image.objects.public().values("pk")
    ready = Image.objects.with_files()
    exposed = ready.filter(is_public=True).exclude(pk__in=public)
    hidden = ready.filter(is_public=False, pk__in=public)
    ids = [
        *exposed.values_list("pk", flat=True)[:_AT_ONCE],
        *hidden.values_list("pk", flat=True)[:_AT_ONCE],
    ]
    place_images(image_ids=ids)
    return len(ids)


def forget_files(*, image: Image) -> None:
    """Delete a deleted picture's files once its deletion is committed; what fails is tried again later."""
    key = image.key
    LeftoverFiles.objects.get_or_create(key=key)
    transaction.on_commit(lambda: storage.delete_everything_of(key), robust=True)


def delete_leftovers() -> int:
    """Delete again what deleted pictures may have left, and strike them off; return how many were done."""
    old = LeftoverFiles.objects.filter(created_at__lt=timezone.now() - _LEFTOVERS_KEPT)
    keys = list(old.values_list("key", flat=True)[:_AT_ONCE])
    for key in keys:
        storage.delete_everything_of(key)
        LeftoverFiles.objects.filter(key=key).delete()
    return len(keys)


def stray_uploads(*, older_than: datetime) -> list[str]:
    """Return the uploads in quarantine that no picture waits for, left by a crash."""
    waiting = set(Image.objects.exclude(upload="").values_list("upload", flat=True))
    return [
        upload.name
        for upload in storage.quarantined()
        if upload.name not in waiting and upload.modified < older_than
    ]


def delete_stray_uploads(*, older_than: datetime | None = None) -> int:
    """Delete the stray uploads of a day ago, or of before `older_than`; return how many."""
    stray = stray_uploads(older_than=older_than or timezone.now() - _STRAY_AFTER)
    storage.private_storage().remove(stray)
    return len(stray)
