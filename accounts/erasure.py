"""Leaving means leaving: every app registers what it must take away when a person goes."""

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from accounts.models import User


class Eraser(Protocol):
    def __call__(self, *, user: "User") -> None: ...


_E = TypeVar("_E", bound=Eraser)
_erasers: list[Eraser] = []


def register_eraser(eraser: _E) -> _E:
    """Have `eraser(user=...)` run when an account is deleted, inside its transaction. A decorator.

    What the database cascades from the user's row need not be named. Files go after commit.
    """
    if eraser not in _erasers:
        _erasers.append(eraser)
    return eraser


def run_erasers(*, user: "User") -> None:
    """Run every registered eraser for this person."""
    for eraser in _erasers:
        eraser(user=user)
