"""Keeping a picture's files where its row says they belong: public, hidden, or nowhere."""

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from content.images import storage
from content.models import Image, LeftoverFiles

logger = logging.getLogger(__name__)

# By then no worker can still be writing files of a picture that was deleted under its hands.
_LEFTOVERS_KEPT = timedelta(minutes=10)
STRAY_AFTER = timedelta(days=1)
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
    if image is None:
        return
    public = Image.objects.public().filter(pk=pk).exists()
    here, there = storage.private_storage(), storage.public_storage()
    if not public:
        here, there = there, here
    storage.move(image.storage_names(), source=here, target=there)
    Image.objects.filter(pk=pk).update(is_public=public)


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


def delete_stray_uploads() -> int:
    """Delete uploads in quarantine that no picture waits for, left by a crash; return how many."""
    waiting = set(Image.objects.exclude(upload="").values_list("upload", flat=True))
    oldest = timezone.now() - STRAY_AFTER
    stray = [
        upload.name
        for upload in storage.quarantined()
        if upload.name not in waiting and upload.modified < oldest
    ]
    storage.private_storage().remove(stray)
    return len(stray)
