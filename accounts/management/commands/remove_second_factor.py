"""Takes the second factor off an account whose owner has lost every way to give it.

Make sure first who asks: afterwards the password alone signs in, and the owner is told by mail.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from accounts.second_factor.removing import remove_second_factor


class Command(BaseCommand):
    help = "Remove authenticator app, passkeys and recovery codes from an account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address of the account")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError("There is no account with this address.")
        if not remove_second_factor(user=user):
            raise CommandError("This account has no second factor.")
        self.stdout.write(f"{user.email} signs in with the password alone now.")
