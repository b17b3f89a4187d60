"""How much a creator stores here, and whether more may come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accounts.errors import RuleBroken
from content.limits import UPLOADS_WAITING
from content.models import Image, SiteSettings

if TYPE_CHECKING:
    from accounts.models import User
    from content.querysets import ImageQuerySet

_MEGABYTE = 1024 * 1024
_ROUNDED_FROM = 10


class StorageFull(RuleBroken):
    code = "storage_full"
    field = "file"


class TooManyWaiting(RuleBroken):
    code = "too_many_waiting"
    field = "file"
    message = (
        f"{UPLOADS_WAITING} of your pictures are still being prepared. "
        "Wait a moment, then add this one."
    )


@dataclass(frozen=True)
class Storage:
    """In bytes."""

    used: int
    limit: int


def storage_of(*, user: "User") -> Storage:
    """Return what the person's pictures take: every file of each, and uploads that wait.

    A moderator's pictures for the site's own pages are the site's and do not count.
    """
    used = _counted(user).storage_use()["bytes"]
    return Storage(used=used, limit=SiteSettings.current().storage_bytes)


def check_room(*, owner: "User", more: int) -> None:
    """Raise StorageFull when `more` bytes do not fit, TooManyWaiting when the owner must wait a little.

    It holds against uploads at the same moment when the owner's row is locked.
    """
    use = _counted(owner).storage_use()
    if use["waiting"] >= UPLOADS_WAITING:
        raise TooManyWaiting
    most = SiteSettings.current().storage_bytes
    if use["bytes"] + more > most:
        raise StorageFull(
            f"You use {_megabytes(use['bytes'])} of {_megabytes(most)} MB, and this file has "
            f"{_megabytes(more)}. Delete pictures or posts you no longer need."
        )


def _counted(user: "User") -> "ImageQuerySet":
    return Image.objects.owned_by(user).filter(is_editorial=False)


def _megabytes(size: int) -> str:
    """Whole megabytes, with one decimal below ten."""
    megabytes = size / _MEGABYTE
    return f"{megabytes:.0f}" if megabytes >= _ROUNDED_FROM else f"{megabytes:.1f}"
