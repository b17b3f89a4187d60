"""Every route of the API, by every method, as everybody, by both ways in, against the table in access.md."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests.api.access import METHODS, Row, methods_of_routes, route_of, written_rows
from tests.api.test_images import picture
from tests.api.world import VISITORS, WAYS_IN, World, make_world
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

POST = {"title": "T", "content": "C", "tags": [], "images": []}
PERSON = {
    "name": "N",
    "bio": "",
    "avatar": None,
    "notifications": dict.fromkeys(("requests", "reviews", "reminders", "news"), True),
}
REPORT = {"reason": "spam"}
# By method and how the route ends. Good for whoever may, so that only who asks makes the difference.
BODIES: dict[tuple[str, str], dict[str, Any]] = {
    ("POST", "user"): {"name": "N", "email": "n@example.org", "password": "a long enough phrase"},
    ("PUT", "user/<id_or_me:id>"): PERSON,
    ("DELETE", "user/<id_or_me:id>"): {"password": PASSWORD},
    ("POST", "post"): POST,
    ("PUT", "post/<id:id>"): POST,
    ("POST", "post/<id:id>/reject"): {"reason": "Say more."},
    ("POST", "post/<id:id>/appeal"): {"text": "It is mine."},
    ("POST", "post/<id:id>/report"): REPORT,
    ("POST", "user/<id:id>/report"): REPORT,
    ("POST", "request/<id:id>/report"): REPORT,
    ("PATCH", "notification/<id:id>"): {"read": True},
}


def body_for(row: Row, route: str, who: str, names: dict[str, Any]) -> dict[str, Any]:
    known = BODIES.get((row.method, route.removeprefix("/api/")), {})
    if route == "/api/request" and row.method == "POST":
        return {"post": names["live"], "name": "V", "email": "v@example.net", "message": "Hello"}
    if route.endswith("/confirm"):
        return {"token": names["confirm token"]}
    if route == "/api/request/<id:id>" and row.method == "PUT":
        return {"status": "read", "note": ""} if who == "creator" else {"message": "Hello again"}
    return known


def path_of(row: Row, world: World) -> str:
    path = row.address
    for name, value in world.names.items():
        path = path.replace(f"{{{name}}}", str(value))
    return path


def ask(client: Any, row: Row, world: World, headers: dict[str, str], body: dict[str, Any]) -> Any:
    path = path_of(row, world)
    if (row.method, path) == ("POST", "/api/image"):
        return client.post(path, {"file": picture()}, headers=headers)
    data = json.dumps(body).encode() if row.method != "GET" else b""
    return client.generic(row.method, path, data, content_type="application/json", headers=headers)


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("who", VISITORS)
def test_everybody_gets_what_the_table_says(who: str, way_in: str) -> None:
    world, visitor = make_world(), VISITORS[who]
    client, headers = WAYS_IN[way_in](world.people[visitor.who] if visitor.who else None)
    visitor.befalls(world)
    routes = {route for _, route in methods_of_routes()}
    column = list(VISITORS).index(who)
    wrong = []
    for row in written_rows():
        route = route_of(row.address, routes)
        with undone(client):
            response = ask(client, row, world, headers, body_for(row, route, who, world.names))
        if response.status_code != row.statuses[column]:
            said = f"{row.method} {row.address}: {response.status_code}"
            wrong.append(f"{said}, and not {row.statuses[column]}")
        elif response.status_code >= 400:
            assert response["Content-Type"] == "application/problem+json", row
    assert wrong == []


def test_every_method_of_every_route_is_in_the_table() -> None:
    there = set(methods_of_routes())
    routes = {route for _, route in there}
    table = {(row.method, route_of(row.address, routes)) for row in written_rows()}
    assert sorted(there - table) == [], "new routes: say in access.md what they answer to whom"
    assert sorted(table - there) == [], "methods that are no more"


def test_any_other_method_is_refused_whoever_asks() -> None:
    world = make_world()
    clients = [WAYS_IN["browser"](user) for user in (None, world.people["moderator"])]
    there = set(methods_of_routes())
    routes = {route for _, route in there}
    for address in sorted({row.address for row in written_rows()}):
        route = route_of(address, routes)
        for method in {*METHODS, "TRACE"} - {method for method, known in there if known == route}:
            for client, headers in clients:
                response = ask(client, Row(method, address, ()), world, headers, {})
                assert response.status_code == 405, (method, address)
                assert method not in response["Allow"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_cookie_alone_writes_nothing(method: str) -> None:
    world = make_world()
    client, _ = WAYS_IN["browser"](world.people["creator"])
    paths = {"POST": "/api/post", "PUT": "/api/user/me", "PATCH": "/api/user/me"}
    path = paths.get(method, f"/api/post/{world.names['live']}")
    response = client.generic(method, path, b"{}", content_type="application/json")
    assert (response.status_code, response.json()["code"]) == (403, "csrf_failed")


@contextmanager
def undone(client: Client) -> Iterator[None]:
    """Take back what is written within, and what the client was told to forget."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies
