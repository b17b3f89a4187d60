"""The second factor: set up, asked for, spent once, and not to be guessed."""

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from redis import Redis
from redis.exceptions import ConnectionError as RedisConnectionError

from accounts.models import User
from tests.accounts.authenticators import (
    ACCOUNT,
    APP,
    AUTH,
    CODES,
    STEP,
    code_of,
    codes_of,
    give,
    give_app,
    is_signed_in,
    new_browser,
    pending,
    send,
    set_up,
    sign_in,
    signed_in_just_now,
)
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return UserFactory.create()


def test_setting_up_shows_the_recovery_codes_once(user):
    browser = signed_in_just_now(user)
    set_up(browser)
    shown = browser.get(CODES).json()["data"]
    assert len(shown["unused_codes"]) == shown["total_code_count"] == 10
    assert "unused_codes" not in browser.get(CODES).json()["data"]
    anew = send(browser, "POST", CODES).json()["data"]["unused_codes"]
    assert not set(anew) & set(shown["unused_codes"])


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", APP),
        ("GET", CODES),
        ("POST", CODES),
        ("GET", ACCOUNT + "authenticators/webauthn"),
    ],
)
def test_changing_it_asks_for_the_password_again(user, method, path):
    give_app(user)
    browser = new_browser()
    browser.force_login(user)
    answer = send(browser, method, path)
    assert answer.status_code == 401
    assert answer.json()["meta"]["is_authenticated"]
    assert "reauthenticate" in {flow["id"] for flow in answer.json()["data"]["flows"]}
    assert user.has_second_factor


def test_code_asked_for_a_password_first_still_fits_after_it(user):
    browser = new_browser()
    browser.force_login(user)
    code = code_of(browser.get(APP).json()["meta"]["secret"])
    assert send(browser, "POST", APP, {"code": code}).status_code == 401
    assert not user.has_second_factor
    send(browser, "POST", AUTH + "reauthenticate", {"password": PASSWORD})
    assert send(browser, "POST", APP, {"code": code}).status_code == 200
    assert user.has_second_factor


@pytest.mark.parametrize("kind", ["app", "recovery code"])
def test_password_alone_opens_nothing_and_the_code_opens(user, kind):
    secret = give_app(user)
    browser = new_browser()
    answer = sign_in(browser, user)
    assert answer.status_code == 401
    assert pending(answer) == {
        "id": "mfa_authenticate",
        "is_pending": True,
        "types": ["recovery_codes", "totp"],
    }
    assert not is_signed_in(browser)
    assert browser.get("/api/user/me").status_code == 401
    assert browser.get("/admin/").status_code == 302
    code = code_of(secret) if kind == "app" else codes_of(user)[3]
    assert give(browser, code).status_code == 200
    assert is_signed_in(browser)


def test_app_client_is_asked_too(user):
    secret = give_app(user)
    app = "/_allauth/app/v1/auth/"
    client = Client()
    answer = send(client, "POST", app + "login", {"email": user.email, "password": PASSWORD})
    token = {"X-Session-Token": answer.json()["meta"]["session_token"]}
    assert client.get("/api/user/me", headers=token).status_code == 401
    answer = client.post(
        app + "2fa/authenticate",
        {"code": code_of(secret)},
        content_type="application/json",
        headers=token,
    )
    assert answer.status_code == 200
    token = {"X-Session-Token": answer.json()["meta"]["session_token"]}
    assert client.get("/api/user/me", headers=token).status_code == 200


def test_wrong_code_is_told_at_its_field_and_the_step_stays(user):
    secret = give_app(user)
    browser = new_browser()
    sign_in(browser, user)
    answer = give(browser, "000000")
    assert answer.status_code == 400
    assert [error["param"] for error in answer.json()["errors"]] == ["code"]
    assert give(browser, code_of(secret)).status_code == 200


def test_step_without_a_sign_in_under_way_says_to_begin_anew(user):
    answer = give(new_browser(), "123456")
    assert answer.status_code == 401
    assert pending(answer) is None


def test_step_that_waited_too_long_has_to_begin_anew(user, settings):
    secret = give_app(user)
    browser = new_browser()
    sign_in(browser, user)
    settings.ACCOUNT_LOGIN_TIMEOUT = -1
    answer = give(browser, code_of(secret))
    assert answer.status_code == 401
    assert pending(answer) is None


def test_code_counts_once(user):
    secret = give_app(user)
    code = code_of(secret)
    for browser, status in ((new_browser(), 200), (new_browser(), 400)):
        sign_in(browser, user)
        assert give(browser, code).status_code == status


def test_code_stays_spent_for_as_long_as_it_would_count(user):
    secret = give_app(user)
    code = code_of(secret, periods_ahead=1)
    browser = new_browser()
    sign_in(browser, user)
    assert give(browser, code).status_code == 200
    key = Authenticator.objects.get(type="totp").wrap()._get_used_cache_key(code)
    assert seconds_left(key) > 60


def seconds_left(key: str) -> int:
    with Redis.from_url(settings.CACHES["default"]["LOCATION"]) as redis:
        left: int = redis.ttl(cache.make_key(key))
    return left


def test_code_that_set_the_app_up_does_not_sign_in(user):
    secret = set_up(signed_in_just_now(user))
    browser = new_browser()
    sign_in(browser, user)
    assert give(browser, code_of(secret)).status_code == 400
    assert give(browser, code_of(secret, periods_ahead=1)).status_code == 200


def test_recovery_code_counts_once(user):
    give_app(user)
    code = codes_of(user)[0]
    for browser, status in ((new_browser(), 200), (new_browser(), 400)):
        sign_in(browser, user)
        assert give(browser, code).status_code == status
    assert len(codes_of(user)) == 9


def test_guessing_is_stopped_for_the_account_wherever_it_comes_from(user, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    secret = give_app(user)
    answers = []
    for number in range(6):
        browser = new_browser()
        address = f"203.0.113.{number}"
        browser.defaults["HTTP_X_FORWARDED_FOR"] = address
        sign_in(browser, user)
        answers.append(give(browser, "000000").json()["errors"][0]["code"])
    assert answers == ["incorrect_code"] * 5 + ["too_many_login_attempts"]
    assert give(browser, code_of(secret)).status_code == 400


def test_guessing_is_stopped_for_the_address_whoever_it_is_about(settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    browsers = [new_browser() for _ in range(11)]
    for browser in browsers:
        somebody = UserFactory.create()
        give_app(somebody)
        sign_in(browser, somebody)
    codes = [give(browser, "000000").json()["errors"][0]["code"] for browser in browsers]
    assert codes == ["incorrect_code"] * 10 + ["too_many_login_attempts"]


def test_redis_down_is_said_and_lets_nobody_in(user, monkeypatch):
    secret = give_app(user)
    browser = Client(HTTP_HOST="localhost", raise_request_exception=False)
    sign_in(browser, user)

    def refuse(*args, **kwargs):
        raise RedisConnectionError("down")

    monkeypatch.setattr(cache, "add", refuse)
    assert give(browser, code_of(secret)).status_code == 503
    assert not is_signed_in(browser)


def test_app_set_up_in_two_tabs_at_once_is_one_app_and_no_error(user, monkeypatch):
    first, second = signed_in_just_now(user), signed_in_just_now(user)
    first.raise_request_exception = second.raise_request_exception = False
    waiting = second.get(APP).json()["meta"]["secret"]
    set_up(first)
    answer = send(second, "POST", APP, {"code": code_of(waiting)})
    assert answer.status_code == 409
    assert Authenticator.objects.filter(type="totp").count() == 1


@pytest.mark.parametrize("path", [STEP, APP, AUTH + "2fa/reauthenticate"])
@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "code",
        {"code": None},
        {"code": ["a"]},
        {"code": "\x00"},
        {"code": "\uff11\u0662"},
        {"code": "\ud800"},
        {"code": "9" * 9000},
    ],
)
def test_nonsense_is_answered_at_the_field(user, path, body):
    give_app(user)
    browser = new_browser()
    if path == STEP:
        sign_in(browser, user)
    else:
        browser.force_login(user)
    assert send(browser, "POST", path, body).status_code == 400


def test_address_that_is_not_confirmed_protects_nothing(user):
    browser = signed_in_just_now(user)
    user.emailaddress_set.update(verified=False)
    answer = browser.get(APP)
    assert answer.status_code == 409
    assert "Confirm your address" in answer.json()["errors"][0]["message"]
