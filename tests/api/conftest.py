"""Clients that speak JSON, one for each role."""

import json
from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from accounts.models import User
from tests.factories import UserFactory


class Api:
    """A client of the API, signed in when a user is given."""

    def __init__(self, user: User | None = None) -> None:
        self._user = user
        self.http = Client(raise_request_exception=True)
        if user is not None:
            self.http.force_login(user)

    @property
    def user(self) -> User:
        assert self._user is not None
        return self._user

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send `body` as JSON and return the response. A header's underscores stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = b"" if body is None else json.dumps(body).encode()
        return self.http.generic(method, path, data, content_type="application/json", headers=named)

    def get(self, path: str, **headers: str) -> Any:
        return self.call("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.call("POST", path, body, **headers)

    def put(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.call("PUT", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.call("PATCH", path, body, **headers)

    def delete(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.call("DELETE", path, body, **headers)


def assert_problem(
    response: HttpResponseBase, status: int, field: str | None = None
) -> dict[str, Any]:
    """Check that the response is a problem document, about `field` when named, and return it."""
    problem: dict[str, Any] = json.loads(response.content)  # type: ignore[attr-defined]  # never streamed
    assert response.status_code == status, problem
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert problem["status"] == status
    assert {"type", "title", "detail", "errors"} <= set(problem)
    if field is not None:
        assert field in [error["field"] for error in problem["errors"]]
        assert all(error["message"] and error["code"] for error in problem["errors"])
    return problem


@pytest.fixture
def anonymous(db: None) -> Api:
    return Api()


@pytest.fixture
def creator(db: None) -> Api:
    return Api(UserFactory.create(name="Cleo Creator"))


@pytest.fixture
def stranger(db: None) -> Api:
    return Api(UserFactory.create(name="Sam Stranger"))


@pytest.fixture
def moderator(db: None) -> Api:
    return Api(UserFactory.create(name="Mo Moderator", moderator=True))
