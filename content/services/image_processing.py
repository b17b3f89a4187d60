"""From a quarantined upload to a ready picture, or to a rejection its owner understands."""

import logging
import shutil
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from content.images import storage
from content.images.errors import UnfitFile
from content.images.guard import make_variants_apart
from content.images.sniff import sniff
from content.images.variants import Made
from content.images.workspace import open_workspace
from content.models import Image
from content.services.holding import hold_if_banned
from content.services.image_files import place_images

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
# Renewed every few seconds: a killed worker's picture is soon somebody else's.
_CLAIM = timedelta(seconds=20)
_GAVE_UP = "We could not process this picture. Try uploading it again, or another one."
_LOST = "This upload was lost on our side. Please upload the picture again."


def process_upload_now(*, image_id: int) -> None:
    """Turn the upload into files and make the picture ready, or reject it with a reason.

    Idempotent, and safe from several processes at once: one of them claims the row, the others and every
    later call do nothing. Call it outside a transaction. Raise SandboxBusy, OSError or a database error
    when it is worth another try; the claim is then given back.
    """
    image = _claim(Q(pk=image_id))
    if image is not None:
        _process(image)


def process_waiting_images(*, older_than: timedelta, seconds: float) -> int:
    """Process uploads whose task was lost, the oldest first, for about so long; return how many."""
    started, done = time.monotonic(), 0
    tried: set[int] = set()
    while time.monotonic() - started < seconds:
        waiting = Q(created_at__lt=timezone.now() - older_than) & ~Q(pk__in=tried)
        image = _claim(waiting)
        if image is None:
            break
        tried.add(image.pk)
        done += 1
        try:
            _process(image)
        except Exception:
            logger.exception("image %s: processing failed, to be tried again", image.pk)
    return done


@transaction.atomic
def _claim(which: Q) -> Image | None:
    """Take one waiting upload that no other worker has in hand, or none."""
    now = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    image = (
        Image.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
        .filter(which & free, state=Image.State.PROCESSING)
        .order_by("created_at")
        .first()
    )
    if image is not None:
        image.attempts += 1
        _update(image.pk, attempts=image.attempts, claimed_until=now + _CLAIM)
    return image


def _renew_claim(image: Image) -> None:
    _update(image.pk, claimed_until=timezone.now() + _CLAIM)


def _process(image: Image) -> None:
    if image.attempts > MAX_ATTEMPTS:
        _reject(image, _GAVE_UP)
        return
    try:
        with open_workspace() as folder:
            made = _make(image, Path(folder))
            _finish(image, made, Path(folder))
    except UnfitFile as error:
        _reject(image, error.message)
    except FileNotFoundError:
        if storage.private_storage().exists(image.upload):
            raise
        _reject(image, _LOST)
    except BaseException:
        _update(image.pk, claimed_until=None)
        raise


def _make(image: Image, folder: Path) -> Made:
    upload = folder / "upload"
    with storage.private_storage().open(image.upload) as source, upload.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    sniffed = sniff(upload.read_bytes())
    return make_variants_apart(upload, sniffed.format, folder, partial(_renew_claim, image))


def _finish(image: Image, made: Made, folder: Path) -> None:
    """Store the files, then make the row ready: whoever sees a ready picture finds its files."""
    paths = {
        variant.name: f"{storage.folder_of(image.key)}/{variant.name}" for variant in made.variants
    }
    for name, path in paths.items():
        _renew_claim(image)
        with (folder / name).open("rb") as content:
            storage.private_storage().put(path, content)
    variants = [
        {
            "kind": variant.kind,
            "type": variant.type,
            "width": variant.width,
            "height": variant.height,
            "path": paths[variant.name],
            "bytes": variant.bytes,
        }
        for variant in made.variants
    ]
    still = next(variant for variant in variants if variant["kind"] != "animation")
    with transaction.atomic():
        done = _update(
            image.pk,
            state=Image.State.READY,
            file=still["path"],
            file_size=still["bytes"],
            width=made.width,
            height=made.height,
            animated=made.animated,
            placeholder=made.placeholder,
            phash=_signed(made.phash),
            phash_mirror=_signed(made.phash_mirror),
            variants=variants,
            stored_bytes=sum(variant.bytes for variant in made.variants),
            upload="",
            claimed_until=None,
        )
        hold_if_banned(image_ids=[image.pk])
    # Once more: a ban made meanwhile has looked for pictures before this one was there to be found.
    hold_if_banned(image_ids=[image.pk])
    if done or Image.objects.filter(pk=image.pk).exists():
        storage.private_storage().delete(image.upload)
        place_images(image_ids=[image.pk])
    else:
        storage.delete_everything_of(image.key)  # deleted while we were at it


def _reject(image: Image, reason: str) -> None:
    _update(
        image.pk,
        state=Image.State.REJECTED,
        reason=reason,
        stored_bytes=0,
        upload="",
        claimed_until=None,
    )
    storage.private_storage().delete(image.upload)


def _signed(phash: str) -> int | None:
    """Return 16 hex digits as the signed number with these 64 bits, None for no hash."""
    return int.from_bytes(bytes.fromhex(phash), signed=True) if phash else None


def _update(pk: int, **fields: Any) -> int:
    return Image.objects.filter(pk=pk, state=Image.State.PROCESSING).update(**fields)
