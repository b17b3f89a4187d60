"""What a person does with their account as a whole."""

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.erasure import run_erasers
from accounts.errors import InvalidInput, ReauthenticationRequired
from accounts.models import CREATORS, Session, User
from accounts.sessions import SessionStore

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


def make_creator(*, user: User) -> None:
    """Let the person write posts, on the site and in the admin: everybody who signs up may."""
    group, _ = Group.objects.get_or_create(name=CREATORS)
    user.groups.add(group)


@transaction.atomic
def delete_account(*, user: User, password: str = "", signed_in_just_now: bool = False) -> None:
    """Delete the account and everything the person put in, all of it or, on any failure, none.

    Raises InvalidInput at `password` unless it is theirs. An account without a password (by Google)
    needs a fresh sign-in instead, which the caller vouches for with `signed_in_just_now`; otherwise
    ReauthenticationRequired. Every session ends; the caller clears its own request's cookie.
    """
    row = User.objects.select_for_update().get(pk=user.pk)
    if row.has_usable_password():
        if not row.check_password(password):
            raise InvalidInput("password", "This is not your password.", "incorrect_password")
    elif not signed_in_just_now:
        raise ReauthenticationRequired
    _erase(row)


@transaction.atomic
def erase_account(*, user: User) -> None:
    """Delete the account of somebody who asked for it and cannot sign in, as they would have themselves.

    The caller is an administrator and has made sure who asked.
    """
    _erase(User.objects.select_for_update().get(pk=user.pk))


def _erase(row: User) -> None:
    run_erasers(user=row)
    end_sessions(user=row)
    row.delete()


def end_sessions(*, user: User) -> None:
    """Sign the person out everywhere, browsers and apps alike."""
    Session.objects.filter(user_id=user.pk).delete()


def forget_expired_sessions() -> None:
    """Delete the sessions that no longer open anything."""
    SessionStore.clear_expired()


def has_confirmed(*, user: "User | AnonymousUser", email: str) -> bool:
    """Whether this person has shown that they read mail sent to `email`."""
    return (
        user.is_authenticated
        and EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()
    )
