"""What moderators decide about pictures: one is not allowed here, a held one is, a ban ends."""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts.errors import InvalidInput, RuleBroken
from accounts.text import one_line
from content.limits import BAN_NOTE_LENGTH, BAN_REASON_LENGTH
from content.models import BannedPicture, Image
from content.services.holding import held_for, hold_if_banned
from content.services.image_files import place_images
from content.tasks import search_for_ban

if TYPE_CHECKING:
    from accounts.models import User

_BANNED_ITSELF = "Moderators do not allow this picture here: {reason}."
_FREED = {"state": Image.State.READY, "held_for": None, "held_distance": None, "held_at": None}


class NothingToBan(RuleBroken):
    code = "nothing_to_ban"
    message = "This picture is not shown anywhere: it is held already, refused, or gone."


class NotHeld(RuleBroken):
    code = "not_held"
    message = "This picture is no longer held. Somebody else has decided about it."


@transaction.atomic
def ban_picture(*, image: Image, moderator: "User", reason: str, note: str = "") -> BannedPicture:
    """Hold the picture at once, and whatever looks like it from now on; posts that show it stay.

    Earlier uploads that look like it are held in the background. Raises InvalidInput at `reason` or
    `note`, and NothingToBan unless the picture is ready.
    """
    words = _checked_words(reason, note)
    row = _locked(image)
    if row is None or row.state != Image.State.READY:
        raise NothingToBan
    known = {**words, "phash": row.phash, "banned_by": moderator, "searched_at": None}
    if row.upload_sha256:
        # Banned before, and let through: the newest words hold.
        ban, _ = BannedPicture.objects.update_or_create(sha256=row.upload_sha256, defaults=known)
    else:
        ban = BannedPicture.objects.create(**known)
    Image.objects.filter(pk=row.pk).update(**held_for(ban, 0, words=_BANNED_ITSELF))
    transaction.on_commit(partial(place_images, image_ids=[row.pk]))
    # No `partial`, and robust: see `accept_upload`. `tidy_image_files` finds what was not sent.
    transaction.on_commit(lambda: search_for_ban.delay(ban.pk), robust=True)
    return ban


@transaction.atomic
def let_picture_through(*, image: Image) -> None:
    """Show a held picture again where it was; no search holds it anew. Raises NotHeld."""
    row = _locked(image)
    if row is None or row.state != Image.State.HELD:
        raise NotHeld
    Image.objects.filter(pk=row.pk).update(**_FREED, reason="", let_through_at=timezone.now())
    transaction.on_commit(partial(place_images, image_ids=[row.pk]))


@transaction.atomic
def lift_ban(*, ban: BannedPicture) -> None:
    """Forget a ban. Pictures held for it are shown again, unless another ban is about them."""
    BannedPicture.objects.select_for_update().filter(pk=ban.pk).first()
    held = Image.objects.filter(held_for=ban.pk)
    ids = list(held.values_list("pk", flat=True))
    held.update(**_FREED, reason="")
    BannedPicture.objects.filter(pk=ban.pk).delete()
    hold_if_banned(image_ids=ids)
    transaction.on_commit(partial(place_images, image_ids=ids))


def _checked_words(reason: str, note: str) -> dict[str, str]:
    reason, note = one_line(reason), one_line(note)
    if not reason:
        raise InvalidInput("reason", "Say why, so that whoever uploads it understands.", "blank")
    for field, text, most in (
        ("reason", reason, BAN_REASON_LENGTH),
        ("note", note, BAN_NOTE_LENGTH),
    ):
        if len(text) > most:
            raise InvalidInput(field, f"At most {most} characters.", "max_length")
    return {"reason": reason, "note": note}


def _locked(image: Image) -> Image | None:
    rows = Image.objects.select_for_update(of=("self",), no_key=True)
    return rows.filter(pk=image.pk).first()
