"""Suspension: a person is shut out and what they share is hidden, until it is lifted again.

Every app registers its part, which runs in the same transaction. A suspended person is inactive too
(`User.is_active`), so Django and allauth themselves refuse every session and every way in.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from django.db import transaction
from django.utils import timezone

from accounts.errors import InvalidInput, RuleBroken
from accounts.models import SUSPENSION_REASON_LENGTH, Suspension, User
from accounts.services import end_sessions

if TYPE_CHECKING:
    from datetime import datetime


class CannotSuspend(RuleBroken):
    code = "cannot_suspend"
    message = "Moderators and administrators cannot be suspended here. Ask an administrator."


class AlreadySuspended(RuleBroken):
    code = "already_suspended"
    message = "This person is suspended already."


class NotSuspended(RuleBroken):
    code = "not_suspended"
    message = "This person is not suspended."


class Part(Protocol):
    def __call__(self, *, suspension: Suspension) -> None: ...


_before: list[Callable[[User], None]] = []
_on_suspending: list[Part] = []
_on_lifting: list[Part] = []


def before_suspending(lock: Callable[[User], None]) -> Callable[[User], None]:
    """Have `lock(user)` run before the person's row is locked. A decorator.

    Whoever makes something of a person public locks that first and then the person; so do we.
    """
    if lock not in _before:
        _before.append(lock)
    return lock


def when_suspending(part: Part) -> Part:
    """Have `part(suspension=...)` run once the person is shut out, in the same transaction. A decorator."""
    if part not in _on_suspending:
        _on_suspending.append(part)
    return part


def when_lifting(part: Part) -> Part:
    """Have `part(suspension=...)` run once the person may come back. It undoes the suspending part."""
    if part not in _on_lifting:
        _on_lifting.append(part)
    return part


@transaction.atomic
def suspend_user(*, user: User, moderator: User, reason: str) -> Suspension:
    """Shut the person out, at once and in every way, and keep who did it and why.

    Every session of browser and app ends. Raises InvalidInput at `reason`, CannotSuspend for oneself,
    a moderator, an administrator or a closed account, and AlreadySuspended.
    """
    reason = _checked(reason)
    for lock in _before:
        lock(user)
    row = _locked(user)
    if row.suspended_at:
        raise AlreadySuspended
    if row.pk == moderator.pk:
        raise CannotSuspend("You cannot suspend yourself.")
    if not row.is_active:
        raise CannotSuspend("An administrator has closed this account already.")
    if row.is_appointed:
        raise CannotSuspend
    suspension = Suspension.objects.create(user=row, reason=reason, suspended_by=moderator)
    _set(row, suspended_at=suspension.suspended_at)
    end_sessions(user=row)
    for part in _on_suspending:
        part(suspension=suspension)
    return suspension


@transaction.atomic
def lift_suspension(*, user: User, moderator: User) -> Suspension:
    """Let the person in again and bring back what was hidden. Raises NotSuspended.

    A session that was being opened while the suspension fell does not come alive again.
    """
    row = _locked(user)
    if not row.suspended_at:
        raise NotSuspended
    suspension = row.suspensions.select_for_update().get(lifted_at=None)
    suspension.lifted_by, suspension.lifted_at = moderator, timezone.now()
    suspension.save(update_fields=["lifted_by", "lifted_at"])
    suspension.user = row
    _set(row, suspended_at=None)
    end_sessions(user=row)
    for part in _on_lifting:
        part(suspension=suspension)
    return suspension


def _locked(user: User) -> User:
    """The person's row, locked against another decision but not against rows that merely point at it."""
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _set(row: User, *, suspended_at: "datetime | None") -> None:
    row.suspended_at, row.is_active = suspended_at, suspended_at is None
    row.save(update_fields=["suspended_at", "is_active"])


def _checked(reason: str) -> str:
    reason = reason.replace("\r\n", "\n").strip()
    if not reason:
        raise InvalidInput("reason", "Say why: the person reads it.", "blank")
    if len(reason) > SUSPENSION_REASON_LENGTH:
        raise InvalidInput(
            "reason", f"At most {SUSPENSION_REASON_LENGTH} characters.", "max_length"
        )
    if "\x00" in reason:
        raise InvalidInput("reason", "This contains characters that are not text.")
    return reason
