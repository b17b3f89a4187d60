"""Keeping back what looks like a banned picture, until a moderator has looked at it."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from content.images.fingerprint import SAME_WITHIN
from content.models import BannedPicture, Image
from content.services.image_files import place_images

_LOOKS_LIKE = (
    "It looks like a picture that moderators do not allow here: {reason}. "
    "They can see it, and may still let it through."
)


def hold_if_banned(*, image_ids: Iterable[int]) -> int:
    """Hold those of these ready pictures that a ban is about; return how many. Files move after commit."""
    shown = Image.objects.filter(pk__in=list(image_ids)).may_be_held()
    with transaction.atomic():
        found = list(shown.banned(within=SAME_WITHIN).values_list("pk", "ban_id", "distance"))
        # Locked, so that none is lifted before its pictures are held.
        bans = BannedPicture.objects.select_for_update(no_key=True).in_bulk(
            {ban_id for _, ban_id, _ in found}
        )
        held = [
            pk
            for pk, ban_id, distance in found
            if ban_id in bans and _hold(pk, bans[ban_id], distance)
        ]
        _hide_after_commit(held)
    return len(held)


@transaction.atomic
def hold_earlier_uploads(*, ban_id: int) -> int:
    """Hold what was uploaded before this ban and looks like it; return how many. Idempotent."""
    ban = BannedPicture.objects.select_for_update(no_key=True).filter(pk=ban_id).first()
    if ban is None:
        return 0
    found = Image.objects.may_be_held().resembling(ban, within=SAME_WITHIN)
    held = [pk for pk, distance in found.values_list("pk", "distance") if _hold(pk, ban, distance)]
    BannedPicture.objects.filter(pk=ban.pk).update(searched_at=timezone.now())
    _hide_after_commit(held)
    return len(held)


def search_for_bans() -> int:
    """Search for bans whose own search was lost; return how many there were."""
    waiting = BannedPicture.objects.filter(searched_at=None).values_list("pk", flat=True)
    return len([hold_earlier_uploads(ban_id=pk) for pk in waiting])


def held_for(ban: BannedPicture, distance: int, *, words: str = _LOOKS_LIKE) -> dict[str, Any]:
    """Return the columns of a picture that is held for this ban; `words` tell its owner."""
    return {
        "state": Image.State.HELD,
        "held_for": ban,
        "held_distance": distance,
        "held_at": timezone.now(),
        "let_through_at": None,
        "reason": words.format(reason=ban.reason.rstrip(".!? ")),
    }


def _hold(pk: int, ban: BannedPicture, distance: int) -> bool:
    row = Image.objects.filter(pk=pk).may_be_held()
    return bool(row.update(**held_for(ban, distance)))


def _hide_after_commit(image_ids: list[int]) -> None:
    if image_ids:
        transaction.on_commit(partial(place_images, image_ids=image_ids))
