"""allauth's events, each handed to a service."""

from typing import TYPE_CHECKING, Any

from allauth.account.signals import user_signed_up
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.dispatch import receiver

from accounts.models import User
from accounts.second_factor.codes import spend_code
from accounts.second_factor.telling import tell_owner
from accounts.services import make_creator

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator
    from django.http import HttpRequest


@receiver(user_signed_up)
def after_signing_up(user: User, **kwargs: Any) -> None:
    make_creator(user=user)


@receiver([authenticator_added, authenticator_used])
def after_letting_in(request: "HttpRequest", authenticator: "Authenticator", **kwargs: Any) -> None:
    spend_code(request=request, authenticator=authenticator)


@receiver(authenticator_added)
def after_adding(authenticator: "Authenticator", **kwargs: Any) -> None:
    tell_owner(event="added", authenticator=authenticator)


@receiver(authenticator_removed)
def after_removing(authenticator: "Authenticator", **kwargs: Any) -> None:
    tell_owner(event="removed", authenticator=authenticator)


@receiver(authenticator_reset)
def after_making_anew(authenticator: "Authenticator", **kwargs: Any) -> None:
    tell_owner(event="reset", authenticator=authenticator)


@receiver(authenticator_used)
def after_using(authenticator: "Authenticator", **kwargs: Any) -> None:
    tell_owner(event="used", authenticator=authenticator)
