"""Telling a person by mail what happened to their second factor, in case it was not them."""

from typing import TYPE_CHECKING, Literal

from accounts.mail.carrier import post_account_mail
from accounts.mail.second_factor_letters import LETTERS

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator

Event = Literal["added", "removed", "reset", "used"]


def tell_owner(*, event: Event, authenticator: "Authenticator") -> None:
    """Post the letter about this event, where there is one.

    Signing in with the app or a passkey is nothing to write about, and recovery codes come and go
    with the first and the last of the others.
    """
    template = f"second_factor/{authenticator.type}_{event}"
    if template in LETTERS:
        post_account_mail(template=template, to=authenticator.user.email, user=authenticator.user)
