"""Putting right what a survey of the storages has found."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from content.images import storage
from content.models import Image
from content.services.image_files import place_while_locked
from content.services.media_survey import Finding, Trouble, examine

LOST = "The files of this picture were lost on our side. Please upload the picture again."
_SUPERFLUOUS = (Trouble.ORPHAN, Trouble.HALF)


@transaction.atomic(durable=True)
def mend_picture(*, key: str, older_than: datetime) -> None:
    """Put one picture's files right, as far as there are any: idempotent, and safe beside everything else.

    Superfluous files are deleted, misplaced ones moved. Of a picture that has lost files, what is left is
    shown from now on; when that is not enough, it is rejected with LOST, for its owner to read.
    """
    found = examine(key, older_than=older_than)
    for one, where in zip(storage.both_storages(), ("public", "private"), strict=True):
        one.remove(_names(found, where, _SUPERFLUOUS))
    image = Image.objects.with_files().select_for_update(of=("self",)).filter(key=key).first()
    if image is None:
        return
    missing = {finding.name for finding in found if finding.trouble is Trouble.MISSING}
    if missing:
        _do_without(image, missing)
        image = Image.objects.with_files().filter(key=key).first()
    if image is not None:
        place_while_locked(image)


def _names(found: list[Finding], where: str, troubles: Iterable[Trouble]) -> list[str]:
    return [one.name for one in found if one.where == where and one.trouble in troubles]


def _do_without(image: Image, missing: set[str]) -> None:
    left = [variant for variant in image.variants if variant["path"] not in missing]
    for one in storage.both_storages():
        one.remove(missing)  # what is there of them is damaged
    if not _is_enough(image, left):
        storage.delete_everything_of(image.key)
        Image.objects.filter(pk=image.pk).update(
            state=Image.State.REJECTED,
            reason=LOST,
            variants=[],
            file="",
            stored_bytes=0,
            is_public=False,
            held_for=None,
            held_distance=None,
            held_at=None,
        )
        return
    shown = max(_moving(left) or left, key=lambda variant: variant["width"])
    still = max(
        (variant for variant in left if variant["kind"] != "animation"),
        key=lambda variant: variant["width"],
    )
    Image.objects.filter(pk=image.pk).update(
        variants=left,
        file=still["path"],
        file_size=still["bytes"],
        stored_bytes=sum(variant["bytes"] for variant in left),
        width=shown["width"],
        height=shown["height"],
    )


def _is_enough(image: Image, left: list[dict[str, Any]]) -> bool:
    """Whether every browser can still show the picture: AVIF alone is not for all."""
    stills = [variant for variant in left if variant["kind"] != "animation"]
    shown = _moving(left) if image.animated else stills
    return bool(stills) and any(variant["type"] != "image/avif" for variant in shown)


def _moving(left: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [variant for variant in left if variant["kind"] == "animation"]
