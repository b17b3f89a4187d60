"""Throttles: counted by scope and client, told in headers, and blind to what callers write themselves."""

from typing import TYPE_CHECKING, Any

import pytest

from api.rates import RATES, Rate
from tests.api.conftest import Api, assert_problem
from tests.factories import PostFactory

if TYPE_CHECKING:
    from collections.abc import Callable

NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def _throttled(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of everything in a minute, three in an hour."""
    settings.RATE_LIMITS = True
    for scope in RATES:
        monkeypatch.setitem(RATES, scope, (Rate(2, 60), Rate(3, 3600)))


def ask(client: Api, scope: str, **headers: str) -> Any:
    """Send what `scope` counts; whether it succeeds is of no matter here."""
    calls: dict[str, Callable[[], Any]] = {
        "read": lambda: client.get("/api/post", **headers),
        "search": lambda: client.get("/api/tag?q=w", **headers),
        "write": lambda: client.post("/api/request/1/confirm", {"token": "x"}, **headers),
        "post": lambda: client.post("/api/post", {}, **headers),
        "image": lambda: client.post("/api/image", {}, **headers),
        "request": lambda: client.post("/api/request", {}, **headers),
        "report": lambda: client.post("/api/post/1/report", {}, **headers),
        "challenge": lambda: client.get("/api/request/challenge", **headers),
        "sign_in": lambda: client.post("/_allauth/app/v1/auth/login", {"email": "x"}, **headers),
        "sign_up": lambda: client.post("/api/user", {}, **headers),
        "password": lambda: client.delete("/api/user/me", {}, **headers),
    }
    return calls[scope]()


SIGNED_IN = {"post", "image", "password"}


def test_every_scope_is_asked_here() -> None:
    assert {"read", "write", "request", "image", "sign_in", "search"} <= set(RATES)


@pytest.mark.parametrize("scope", RATES)
def test_every_scope_refuses_past_its_rates_and_says_for_how_long(
    scope: str, anonymous: Api, creator: Api
) -> None:
    client = creator if scope in SIGNED_IN else anonymous
    answers = [ask(client, scope) for _ in range(3)]
    assert [answer.status_code == 429 for answer in answers] == [False, False, True]
    assert [answer["RateLimit-Remaining"] for answer in answers] == ["1", "0", "0"]
    for answer in answers:
        assert answer["RateLimit-Limit"] == "2"
        assert answer["RateLimit-Policy"].startswith("2;w=60, 3;w=3600")
        assert 1 <= int(answer["RateLimit-Reset"]) <= 60
    assert assert_problem(answers[2], 429)["code"] == "throttled"
    assert answers[2]["Retry-After"] == answers[2]["RateLimit-Reset"]


def test_scopes_and_clients_are_counted_apart(anonymous: Api, creator: Api, stranger: Api) -> None:
    for _ in range(3):
        last = ask(creator, "search")
    assert last.status_code == 429
    assert ask(stranger, "search").status_code == 200
    assert ask(anonymous, "search").status_code == 200
    assert ask(creator, "write").status_code != 429


def test_signed_in_people_read_as_often_as_they_like(creator: Api) -> None:
    answers = [ask(creator, "read") for _ in range(4)]
    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit-Limit" not in answers[0]


def test_what_a_minute_refuses_does_not_use_up_the_hour(
    anonymous: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(9):
        ask(anonymous, "read")
    monkeypatch.setitem(RATES, "read", (Rate(3, 3600),))
    assert ask(anonymous, "read").status_code == 200
    assert ask(anonymous, "read").status_code == 429


@pytest.mark.parametrize("scope", ["read", "request", "sign_in"])
def test_a_forged_address_gains_nothing(anonymous: Api, scope: str, settings: Any) -> None:
    """The proxy writes the last entry; everything left of it is the caller's own invention."""
    settings.TRUSTED_PROXIES = 1
    for n in range(2):
        ask(anonymous, scope, X_Forwarded_For=f"10.0.0.{n}, 203.0.113.7")
    for forged in ("", "9.9.9.9, ", "9.9.9.9, 8.8.8.8, ", "nonsense, "):
        again = ask(anonymous, scope, X_Forwarded_For=f"{forged}203.0.113.7")
        assert again.status_code == 429
    for name in ("X_Real_IP", "Forwarded", "CF_Connecting_IP", "True_Client_IP"):
        named = {name: "9.9.9.9", "X_Forwarded_For": "203.0.113.7"}
        assert ask(anonymous, scope, **named).status_code == 429
    assert ask(anonymous, scope, X_Forwarded_For="203.0.113.8").status_code != 429


def test_as_many_proxies_are_believed_as_are_configured(anonymous: Api, settings: Any) -> None:
    settings.TRUSTED_PROXIES = 2
    for n in range(2):
        ask(anonymous, "read", X_Forwarded_For=f"10.0.0.{n}, 203.0.113.7, 198.51.100.1")
    told = "1.1.1.1, 203.0.113.7, 198.51.100.2"
    assert ask(anonymous, "read", X_Forwarded_For=told).status_code == 429
    settings.TRUSTED_PROXIES = 0
    for n in range(3):
        last = ask(anonymous, "read", X_Forwarded_For=f"10.0.0.{n}")
    assert last.status_code == 429


def test_a_household_cannot_walk_through_its_own_network(anonymous: Api) -> None:
    for n in range(3):
        last = ask(anonymous, "read", X_Forwarded_For=f"2001:db8:1:2::{n}")
    assert last.status_code == 429
    assert ask(anonymous, "read", X_Forwarded_For="2001:db8:1:3::1").status_code == 200


def test_without_redis_reading_goes_on_and_passwords_are_closed(
    anonymous: Api, creator: Api, settings: Any
) -> None:
    PostFactory.create(live=True)
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": NOWHERE}}
    for scope in ("read", "search", "challenge"):
        answer = ask(anonymous, scope)
        assert answer.status_code == 200
        assert "RateLimit-Limit" not in answer
    for client, scope in ((anonymous, "sign_in"), (anonymous, "sign_up"), (creator, "password")):
        answer = ask(client, scope)
        assert_problem(answer, 503)
        assert int(answer["Retry-After"]) > 0


def test_signing_out_is_never_refused(creator: Api, settings: Any) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": NOWHERE}}
    assert creator.delete("/_allauth/browser/v1/auth/session").status_code == 401
    assert creator.get("/api/user/me").status_code == 401


def test_allauths_own_limits_say_when_to_try_again(
    anonymous: Api, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RATES, "sign_in", (Rate(100, 60),))
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    body = {"email": "nobody@example.org", "password": "not this one"}
    for _ in range(2):
        last = anonymous.post("/_allauth/app/v1/auth/login", body)
    assert last.status_code == 429
    assert int(last["Retry-After"]) > 0


def test_load_tests_lift_all_of_it(anonymous: Api, settings: Any) -> None:
    settings.RATE_LIMITS = False
    answers = [ask(anonymous, scope) for scope in ("read", "sign_in", "search") for _ in range(4)]
    assert not any(answer.status_code == 429 for answer in answers)
    assert not any("RateLimit-Limit" in answer for answer in answers)
