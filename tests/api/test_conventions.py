"""What holds on every route of the API, asked of every route that access.md names."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.api.access import Row, methods_of_routes, route_of, written_rows
from tests.api.conftest import assert_problem
from tests.api.test_access import PERSON, POST, ask, path_of, undone
from tests.api.world import VISITORS, WAYS_IN, World, make_world
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
NOT_JSON = {"/api/docs"}
# Not of a resource: drawn by the schema's library, and new at every asking.
WITHOUT_ETAG = {"/api/docs", "/api/schema", "/api/request/challenge"}


@pytest.fixture
def world() -> World:
    return make_world()


def rows(method: str, who: str, status: int = 0) -> list[Row]:
    """Those that answer this visitor with `status`, or at all."""
    column = list(VISITORS).index(who)
    return [
        row
        for row in written_rows()
        if row.method == method and status in (0, row.statuses[column])
    ]


def client_of(world: World, who: str) -> tuple[Client, dict[str, str]]:
    named = VISITORS[who].who
    return WAYS_IN["browser"](world.people[named] if named else None)


def with_query(row: Row, query: str) -> Row:
    return row._replace(address=f"{row.address}{'&' if '?' in row.address else '?'}{query}")


def plain(row: Row) -> str:
    return row.address.partition("?")[0]


def texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from texts_in(one)
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize("who", ["visitor", "creator", "moderator", "sender"])
def test_every_time_is_in_utc_and_says_so(world: World, who: str) -> None:
    client, headers = client_of(world, who)
    told = [
        text
        for row in rows("GET", who, 200)
        if plain(row) not in NOT_JSON
        for text in texts_in(json.loads(ask(client, row, world, headers, {}).content))
        if TIME.match(text)
    ]
    assert told
    assert [text for text in told if not text.endswith("Z")] == []


def test_whoever_reads_in_public_gets_a_version_and_is_told_when_it_is_the_same(
    world: World,
) -> None:
    client, headers = client_of(world, "visitor")
    for row in rows("GET", "visitor", 200):
        if plain(row) in WITHOUT_ETAG or "token" in row.address:
            continue
        answer = ask(client, row, world, headers, {})
        assert re.fullmatch(r'"[^"]+"', answer["ETag"]), row
        assert answer["Cache-Control"].startswith("public"), row
        again = ask(client, row, world, headers | {"If-None-Match": answer["ETag"]}, {})
        assert (again.status_code, again.content) == (304, b""), row
        assert again["ETag"] == answer["ETag"]
        other = ask(client, row, world, headers | {"If-None-Match": '"another"'}, {})
        assert other.status_code == 200


def test_what_is_personal_is_kept_by_no_cache(world: World) -> None:
    same_for_all = re.compile(r"/api/(tag|page|site|schema|docs)")
    for who in ("stranger", "creator", "moderator", "sender"):
        client, headers = client_of(world, who)
        for row in rows("GET", who, 200):
            if not same_for_all.match(row.address):
                answer = ask(client, row, world, headers, {})
                assert answer["Cache-Control"] == "private, no-store", (who, row)


@pytest.mark.parametrize("who", ["visitor", "creator", "moderator"])
def test_head_answers_as_get_does_without_a_body(world: World, who: str) -> None:
    client, headers = client_of(world, who)
    for row in rows("GET", who):
        got = ask(client, row, world, headers, {})
        head = ask(client, row._replace(method="HEAD"), world, headers, {})
        assert head.status_code == got.status_code, row
        assert head.content == b""
        for name in ("ETag", "Cache-Control", "Content-Type"):
            if plain(row) not in WITHOUT_ETAG:
                assert head.get(name) == got.get(name), (row, name)


def test_options_tells_anybody_what_a_route_answers(world: World) -> None:
    there = set(methods_of_routes())
    routes = {route for _, route in there}
    client, headers = client_of(world, "visitor")
    for address in {plain(row) for row in written_rows()}:
        route = route_of(address, routes)
        answer = ask(client, Row("OPTIONS", address, ()), world, headers, {})
        assert (answer.status_code, answer.content) == (204, b""), address
        methods = {method for method, known in there if known == route}
        allowed = {*methods, "OPTIONS"} | ({"HEAD"} if "GET" in methods else set())
        assert set(answer["Allow"].split(", ")) == allowed, address


def test_a_trailing_slash_leads_nowhere(world: World) -> None:
    client, headers = client_of(world, "moderator")
    for address in {plain(row) for row in written_rows()}:
        for method in ("GET", "POST"):
            row = Row(method, f"{address.rstrip('/')}/", ())
            if not address.startswith("/api/tag/"):
                assert_problem(ask(client, row, world, headers, {}), 404)


@pytest.mark.parametrize("who", ["visitor", "creator", "moderator"])
def test_unknown_parameters_are_ignored(world: World, who: str) -> None:
    client, headers = client_of(world, who)
    for row in rows("GET", who, 200):
        answer = ask(
            client, with_query(row, "utm_source=x&page=9&ordering=%00"), world, headers, {}
        )
        assert answer.status_code == 200, row


UNREADABLE = [
    (b"x=1", "application/x-www-form-urlencoded", 415),
    (b"<x/>", "text/xml", 415),
    (b"{}", "text/plain", 415),
    (b"[" * 10_000 + b"]" * 10_000, "application/json", 400),
    (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "application/json", 400),
    (b'{"a": {"b": ' + b"[" * 30 + b"]" * 30 + b"}}", "application/json", 400),
    (b"[]", "application/json", 400),
    (b'"text"', "application/json", 400),
    (b"{", "application/json", 400),
    (b"\xff", "application/json", 400),
]


@pytest.mark.parametrize("who", ["creator", "sender", "moderator", "visitor"])
def test_a_body_that_cannot_be_read_says_so_on_every_route_that_takes_one(
    world: World, who: str
) -> None:
    takes_none = re.compile(r".*/(submit|withdraw|approve|release|block)$")
    client, headers = client_of(world, who)
    column = list(VISITORS).index(who)
    asked = [
        (method, row)
        for method in ("POST", "PUT", "PATCH")
        for row in rows(method, who)
        if row.statuses[column] in (200, 201, 202) and not takes_none.match(plain(row))
    ]
    assert asked
    for method, row in asked:
        path = path_of(row, world)
        for body, content_type, status in UNREADABLE:
            with undone(client):
                answer = client.generic(
                    method, path, body, content_type=content_type, headers=headers
                )
            assert_problem(answer, 415 if path == "/api/image" else status)


# Who may change what there are versions of, and what they send with a PUT.
VERSIONED: list[tuple[str, str, dict[str, Any]]] = [
    ("creator", "/api/user/me", PERSON),
    ("creator", "/api/user/{creator}", PERSON),
    ("creator", "/api/post/{live}", POST),
    ("creator", "/api/post/{draft}", POST),
    ("creator", "/api/request/{delivered}", {"status": "read", "note": ""}),
    ("sender", "/api/request/{delivered}", {"message": "Hello again"}),
    ("visitor", "/api/request/{unconfirmed}?token={its token}", {"message": "Hello again"}),
]


def test_a_stale_version_is_neither_changed_nor_deleted(world: World) -> None:
    for who, address, whole in VERSIONED:
        client, headers = client_of(world, who)
        current = ask(client, Row("GET", address, ()), world, headers, {})["ETag"]
        bodies: dict[str, dict[str, Any]] = {"PUT": whole, "PATCH": whole}
        if (who, "request" in address) != ("creator", True):  # which only its sender deletes
            bodies["DELETE"] = {"password": PASSWORD}
        for method, body in bodies.items():
            row = Row(method, address, ())
            stale = ask(client, row, world, headers | {"If-Match": '"another"'}, body)
            assert assert_problem(stale, 412)["code"] == "stale_version"
            for matching in (current, "*"):
                with undone(client):
                    answer = ask(client, row, world, headers | {"If-Match": matching}, body)
                assert answer.status_code in (200, 204), (row, answer.content)
