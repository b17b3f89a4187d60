"""allauth's events, each handed to a service."""

from typing import Any

from allauth.account.signals import user_signed_up
from django.dispatch import receiver

from accounts.models import User
from accounts.services import make_creator


@receiver(user_signed_up)
def after_signing_up(user: User, **kwargs: Any) -> None:
    make_creator(user=user)
