"""Make the accounts of the demo: those one signs in with, and the creators beside them."""

import secrets

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import CREATORS, MODERATORS, User
from content.demo.people.everyone import EVERYONE
from content.demo.people.kinds import DemoPerson
from engagement.demo.demo_file import DemoAccount

ROLES = ("creator", "creator2", "moderator", "admin")
MODERATOR = ("Nora Bell", "moderator@example.org")
ADMIN = ("Ada Quist", "admin@example.org")


def who_is(role: str) -> tuple[str, str]:
    """Return the name and the address of the account with this role."""
    people = {
        "creator": (EVERYONE[0].name, EVERYONE[0].email),
        "creator2": (EVERYONE[1].name, EVERYONE[1].email),
        "moderator": MODERATOR,
        "admin": ADMIN,
    }
    return people[role]


@transaction.atomic
def make_account(role: str, known: DemoAccount | None) -> DemoAccount:
    """Make the account of a role where there is none, and return how to sign in with it.

    A password that `known` tells is kept; without it a new one is made up, also for an account that is
    there already, since nobody could know the old one.
    """
    name, email = who_is(role)
    user = User.objects.filter(email=email).first()
    password = known.password if known else secrets.token_urlsafe(12)
    if user is None:
        user = _make_user(name, email, password, is_superuser=role == "admin")
    elif known is None:
        user.set_password(password)
        user.save(update_fields=["password"])
    if role != "admin":
        user.groups.add(Group.objects.get(name=MODERATORS if role == "moderator" else CREATORS))
    return DemoAccount(role=role, name=user.name, email=email, password=password)


@transaction.atomic
def find_or_make_creator(person: DemoPerson) -> User:
    """Return this creator's account, made when missing with a password that nobody knows."""
    user = User.objects.filter(email=person.email).first()
    if user is None:
        user = _make_user(person.name, person.email, secrets.token_urlsafe(24))
        user.groups.add(Group.objects.get(name=CREATORS))
    if not user.bio:
        user.bio = person.bio
        user.save(update_fields=["bio"])
    return user


def _make_user(name: str, email: str, password: str, *, is_superuser: bool = False) -> User:
    user = User.objects.create_user(
        email=email, name=name, password=password, is_superuser=is_superuser
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
