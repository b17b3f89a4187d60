"""Every address of the admin, by every method, as everybody, against the table in access.md.

Nobody meets a 5xx, nobody reads what is not theirs, and nothing is written but by who may write it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test import Client

from tests.admin.access import OTHER_METHODS, POSTED, WRONG_METHOD, Role, fits, written_table
from tests.admin.addresses import Address, admin_addresses
from tests.admin.ids import absent_ids, marked_ids
from tests.admin.marked import BETWEEN_TWO, MODERATORS, OWN, World, make_world
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

WRITE = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
# What reading writes: who has which editor open, what a preview shows, how one likes the admin to look.
BY_READING = {
    "wagtail_headless_preview_pagepreview",
    "wagtailadmin_editingsession",
    "wagtailadmin_formstate",
    "wagtailcore_pagesubscription",
    "wagtailusers_userprofile",
    "accounts_session",
}
OURS = ("accounts", "content", "engagement")
SEARCH = {"q": OWN[:4].lower(), "p": "1"}
FORM = {
    "action": "remove",
    "confirmed": "on",
    "note": "Seen.",
    "message": "Not for here.",
    "reason": "Not for here.",
    "comment": "Not for here.",
    "title": "Taken over",
    "name": "Taken over",
    "up_to": "999999",
    "next": "/admin/",
}


@dataclass
class Person:
    """One kind of visitor: what stands in their column, what ids they send, what they must not read."""

    role: Role
    words: tuple[str, ...]
    sign_in: Callable[[World], Any]
    with_ids: Callable[[World], Any] = marked_ids


def _creator(world: World) -> Any:
    return UserFactory.create(name="A stranger")


PEOPLE = {
    "a visitor": Person("visitor", (OWN, MODERATORS, BETWEEN_TWO), lambda _: None),
    "a creator": Person("creator", (MODERATORS,), lambda world: world.owner),
    "a creator with others' ids": Person("other", (OWN, MODERATORS, BETWEEN_TWO), _creator),
    "a creator with nothing": Person(
        "other", (OWN, MODERATORS, BETWEEN_TWO), _creator, with_ids=absent_ids
    ),
    "a moderator": Person(
        "moderator", (BETWEEN_TWO,), lambda _: UserFactory.create(moderator=True)
    ),
    "an administrator": Person(
        "admin", (BETWEEN_TWO,), lambda _: UserFactory.create(is_superuser=True)
    ),
}
MAY_WRITE = {"creator", "moderator", "admin"}


@dataclass
class Walk:
    """Somebody's way through the whole admin."""

    person: Person
    client: Client
    addresses: list[Address]
    table: dict[str, Any] = field(default_factory=written_table)

    def problems(
        self, method: str, data: Any, check: Callable[[Any, str], str | None]
    ) -> list[str]:
        """Visit every address and return what was wrong, one line each."""
        lines = []
        for address in self.addresses:
            word = self.table[address.route][self.person.role]
            wrong = self._visit(method, address, data, check, word)
            lines += [f"{method} {address.path}: {line}" for line in wrong]
        return lines

    def _visit(self, method: str, address: Address, data: Any, check: Any, word: str) -> list[str]:
        self.client.cookies.pop("messages", None)  # what was said before is not part of this answer
        with _undone(), _writes() as written:
            response = getattr(self.client, method)(address.path, data)
            body = _everything_told(response)
        wrong = [f"shows {mark}" for mark in self.person.words if mark.lower() in body]
        may_write = method not in ("get", "head") and word in ("open", "acts")
        if not (may_write and self.person.role in MAY_WRITE) and written - BY_READING:
            wrong.append(f"writes {written - BY_READING}")
        if response.status_code >= 500:
            wrong.append(str(response.status_code))
        elif complaint := check(response, address.route):
            wrong.append(complaint)
        return wrong


@pytest.fixture(params=PEOPLE)
def walk(request: pytest.FixtureRequest) -> Walk:
    person = PEOPLE[request.param]
    world = make_world()
    client = Client(raise_request_exception=False)
    if user := person.sign_in(world):
        client.force_login(user)
    # Signing out is visited by the tests that mean to.
    found = [one for one in admin_addresses(person.with_ids(world)) if one.route != "logout/"]
    return Walk(person, client, found)


def test_every_address_is_in_the_table_and_the_table_names_no_other() -> None:
    addresses = {address.route for address in admin_addresses(marked_ids(make_world()))}
    table = set(written_table())
    assert sorted(addresses - table) == [], "new addresses: say in access.md who may do what"
    assert sorted(table - addresses) == [], "addresses that are no more"


@pytest.mark.parametrize("method", ["get", "head"])
def test_reading(walk: Walk, method: str) -> None:
    def check(response: Any, route: str) -> str | None:
        word = walk.table[route][walk.person.role]
        return None if fits(word, response) else f"{response.status_code}, and not {word}"

    assert walk.problems(method, None, check) == []


@pytest.mark.parametrize("data", [{}, FORM], ids=["nothing", "a form"])
def test_posting(walk: Walk, data: dict[str, str]) -> None:
    def check(response: Any, route: str) -> str | None:
        word = walk.table[route][walk.person.role]
        return None if response.status_code in POSTED[word] else f"{response.status_code}: {word}"

    before = _rows()
    assert walk.problems("post", data, check) == []
    assert _rows() == before


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods(walk: Walk, method: str) -> None:
    def check(response: Any, route: str) -> str | None:
        if OTHER_METHODS.get(route) == method:
            return None
        return None if response.status_code == WRONG_METHOD else f"{response.status_code}"

    assert walk.problems(method, None, check) == []


@contextmanager
def _undone() -> Iterator[None]:
    """Take back what is written within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _writes() -> Iterator[set[str]]:
    """Collect the tables that are written within."""
    tables: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITE.match(sql):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables


def _everything_told(response: Any) -> str:
    """Body, headers and what the next page would say, in lower case."""
    body = b"".join(response) if response.streaming else response.content
    messages = [str(message) for message in get_messages(response.wsgi_request)]
    return "\n".join([body.decode(errors="replace"), str(response.headers), *messages]).lower()


def _rows() -> dict[str, list[tuple[Any, ...]]]:
    models = [model for name in OURS for model in apps.get_app_config(name).get_models()]
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in models
        if model._meta.label not in ("accounts.Session",)
    }
