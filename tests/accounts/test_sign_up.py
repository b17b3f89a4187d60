"""Signing up through allauth's own routes, as a browser does."""

import re
import threading

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from redis.exceptions import ConnectionError as RedisConnectionError

from accounts.models import CREATORS, User
from engagement.models import OutboxMessage
from engagement.services.delivery import deliver_due_messages

URL = "/_allauth/browser/v1/auth/"
PASSWORD = "a-long-and-rare-phrase"  # pragma: allowlist secret
GOOD = {"name": "Nora", "email": "nora@example.org", "password": PASSWORD}


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False)


def post(browser: Client, path: str, data: object):
    return browser.post(URL + path, data, content_type="application/json")


def sign_up(browser: Client, **changes: object):
    return post(browser, "signup", GOOD | changes)


def letter_to(address: str):
    deliver_due_messages(seconds=5)
    return [m for m in mail.outbox if m.to == [address]][-1]


def key_in(letter, page: str) -> str:
    found = re.search(rf"{page}/(\S+)", letter.body)
    assert found, letter.body
    return found[1]


@pytest.mark.django_db
def test_sign_up_confirm_and_be_signed_in(browser):
    answer = sign_up(browser, name="  Nora  van   Dam ")
    assert answer.status_code == 401
    flows = {flow["id"]: flow for flow in answer.json()["data"]["flows"]}
    assert flows["verify_email"]["is_pending"]
    person = User.objects.get()
    assert person.name == "Nora van Dam"
    assert [group.name for group in person.groups.all()] == [CREATORS]

    letter = letter_to("nora@example.org")
    assert letter.subject == "Confirm your address"
    assert letter.alternatives[0][1] == "text/html"
    answer = post(browser, "email/verify", {"key": key_in(letter, "/confirm-email")})
    assert answer.status_code == 200
    assert answer.json()["meta"]["is_authenticated"]
    assert browser.get(URL + "session").json()["data"]["user"]["email"] == "nora@example.org"


@pytest.mark.django_db
def test_link_opened_elsewhere_confirms_without_signing_in(browser):
    sign_up(browser)
    key = key_in(letter_to("nora@example.org"), "/confirm-email")
    answer = post(Client(), "email/verify", {"key": key})
    assert answer.status_code == 401
    assert EmailAddress.objects.get().verified


@pytest.mark.django_db
def test_taken_address_gets_the_same_answer_and_a_mail_of_its_own():
    first, second = sign_up(Client()), sign_up(Client(), name="Somebody Else")
    assert first.status_code == second.status_code == 401
    assert first.json() == second.json()
    assert User.objects.get().name == "Nora"
    letter = letter_to("nora@example.org")
    assert letter.subject == "You already have an account"
    assert "/password/forgot\n" in letter.body


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_sign_ups_at_once_make_one_account_and_no_error():
    answers: list[int] = []
    gate = threading.Barrier(4)

    def run() -> None:
        gate.wait()
        answers.append(sign_up(Client(raise_request_exception=False)).status_code)
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [401] * 4
    assert User.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("name", ""),
        ("name", "   "),
        ("name", "n" * 81),
        ("name", "nul\x00"),
        ("email", ""),
        ("email", "nonsense"),
        ("email", "nul\x00@example.org"),
        ("email", f"nora@{'.'.join(['a' * 60] * 4)}.example.org"),
        ("password", ""),
        ("password", "short"),
        ("password", "nul\x00" + PASSWORD),
        ("password", "password1234"),
    ],
)
def test_bad_input_is_told_at_its_field(browser, field, value):
    answer = sign_up(browser, **{field: value})
    assert answer.status_code == 400
    assert field in {error["param"] for error in answer.json()["errors"]}
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["name", "email", "password"])
@pytest.mark.parametrize("value", [["a"], {"a": 1}, 12, True, "lone \ud800", "a@\ud800.org"])
def test_odd_types_and_broken_text_are_never_a_server_error(browser, field, value):
    assert sign_up(browser, **{field: value}).status_code in (400, 401)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["login", "password/request", "password/reset", "email/verify", "signup"]
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b"\xff\xfe",
        b'{"email": "a@\\ud800.org", "password": "\\ud800", "key": "\\ud800", "name": "\\ud800"}',
        b'{"email": "a\\u0000@b.org", "password": "\\u0000", "key": "\\u0000", "name": "\\u0000"}',
        b'{"email": "' + b"a" * 5000 + b'@b.org", "password": "x", "key": "' + b"k" * 5000 + b'"}',
    ],
)
def test_nonsense_is_never_a_server_error(browser, path, body):
    answer = browser.post(URL + path, body, content_type="application/json")
    assert answer.status_code in (400, 401), answer.content


@pytest.mark.django_db
def test_unconfirmed_person_who_signs_in_gets_another_link(browser):
    sign_up(browser)
    answer = post(Client(), "login", {"email": GOOD["email"], "password": PASSWORD})
    assert answer.status_code == 401
    assert OutboxMessage.objects.filter(kind="account").count() == 2


@pytest.mark.django_db
def test_reset_lets_one_choose_a_new_password(browser):
    sign_up(browser)
    EmailAddress.objects.update(verified=True)
    assert post(browser, "password/request", {"email": GOOD["email"]}).status_code == 200
    key = key_in(letter_to(GOOD["email"]), "/password/reset")
    new = {"key": key, "password": "another-long-and-rare-phrase"}
    assert post(Client(), "password/reset", new).status_code in (200, 401)
    assert User.objects.get().check_password(new["password"])
    assert post(Client(), "password/reset", new).status_code == 400


@pytest.mark.django_db
def test_reset_tells_nothing_about_an_unknown_address(browser):
    sign_up(browser)
    known = post(Client(), "password/request", {"email": GOOD["email"]})
    unknown = post(Client(), "password/request", {"email": "nobody@example.org"})
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert letter_to("nobody@example.org").subject == "There is no account with this address"


@pytest.mark.django_db
def test_no_key_waits_in_the_outbox(browser):
    sign_up(browser)
    post(Client(), "password/request", {"email": GOOD["email"]})
    for message in OutboxMessage.objects.all():
        assert set(message.data) == {"template"}


@pytest.mark.django_db
def test_confirmation_that_is_no_longer_needed_is_not_sent(browser):
    sign_up(browser)
    EmailAddress.objects.update(verified=True)
    deliver_due_messages(seconds=5)
    assert mail.outbox == []


@pytest.mark.django_db
def test_redis_down_is_said_and_not_a_server_error(browser, monkeypatch, settings):
    def refuse(*args, **kwargs):
        raise RedisConnectionError("down")

    settings.ACCOUNT_RATE_LIMITS = {}
    monkeypatch.setattr(cache, "add", refuse)
    answer = post(browser, "login", {"email": GOOD["email"], "password": PASSWORD})
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert answer["Content-Type"] == "application/problem+json"
