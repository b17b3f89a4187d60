"""Fill a new site with its demo, or only with its admin."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from accounts.models import User
from engagement.demo.accounts import ROLES, make_account, who_is
from engagement.demo.demo_file import DemoAccount, read_accounts, write_accounts
from engagement.demo.load import load_everything


class Command(BaseCommand):
    """Idempotent: once the demo is in, a further run only refreshes the two addresses in the file."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only-admin", action="store_true", help="make the admin's account only"
        )
        parser.add_argument(
            "--output", type=Path, required=True, help="where to tell how to sign in"
        )
        parser.add_argument("--base-url", required=True)
        parser.add_argument("--database-url", required=True)

    def handle(self, **options: Any) -> None:
        path, roles = Path(options["output"]), ("admin",) if options["only_admin"] else ROLES
        known = read_accounts(path)
        addresses = {name: options[name] for name in ("base_url", "database_url")}
        if _is_loaded(roles, known):
            write_accounts(path, accounts=list(known.values()), **addresses)
            self._tell("The demo is in already." if len(roles) > 1 else "The admin has an account.")
            return
        made = {role: make_account(role, known.get(role)) for role in roles}
        if not options["only_admin"]:
            load_everything(tell=self._tell)
        accounts = known | made
        write_accounts(
            path, accounts=[accounts[role] for role in ROLES if role in accounts], **addresses
        )
        for account in made.values():
            self._tell(f"{account.role}: {account.email} {account.password}")

    def _tell(self, line: str) -> None:
        self.stdout.write(f"  {line}")
        self.stdout.flush()


def _is_loaded(roles: tuple[str, ...], known: dict[str, DemoAccount]) -> bool:
    """The file is written last, so all roles in it mean a whole demo, if it is of this database."""
    return (
        all(role in known for role in roles)
        and User.objects.filter(email=who_is("admin")[1]).exists()
    )
