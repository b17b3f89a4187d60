"""Passkeys: added, asked for, enough on their own, and taken away again."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from accounts.models import User
from accounts.suspension import suspend_user
from engagement.services.delivery import deliver_due_messages
from tests.accounts.authenticators import (
    ACCOUNT,
    AUTH,
    Passkey,
    add_passkey,
    is_signed_in,
    new_browser,
    pending,
    send,
    sign_in,
    signed_in_just_now,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSKEYS = ACCOUNT + "authenticators/webauthn"
STEP = AUTH + "webauthn/authenticate"
ALONE = AUTH + "webauthn/login"


@pytest.fixture
def user() -> User:
    return UserFactory.create()


@pytest.fixture
def passkey(user) -> Passkey:
    return add_passkey(signed_in_just_now(user))


def options(browser, path: str) -> dict:
    found: dict = browser.get(path).json()["data"]["request_options"]
    return found


def test_passkey_is_the_second_step(user, passkey):
    browser = new_browser()
    answer = sign_in(browser, user)
    assert (pending(answer) or {})["types"] == ["recovery_codes", "webauthn"]
    assert not is_signed_in(browser)
    credential = passkey.sign(options(browser, STEP))
    assert send(browser, "POST", STEP, {"credential": credential}).status_code == 200
    assert is_signed_in(browser)


def test_passkey_alone_signs_in(passkey):
    browser = new_browser()
    asked = options(browser, ALONE)
    assert asked["publicKey"]["userVerification"] == "required"
    answer = send(browser, "POST", ALONE, {"credential": passkey.sign(asked)})
    assert answer.status_code == 200
    assert is_signed_in(browser)


def test_answer_is_good_for_one_question(passkey):
    browser = new_browser()
    credential = passkey.sign(options(browser, ALONE))
    assert send(browser, "POST", ALONE, {"credential": credential}).status_code == 200
    other = new_browser()
    options(other, ALONE)
    assert send(other, "POST", ALONE, {"credential": credential}).status_code == 400
    assert not is_signed_in(other)


def test_passkey_of_somebody_else_is_not_the_second_step(user, passkey):
    stranger = UserFactory.create()
    theirs = add_passkey(signed_in_just_now(stranger))
    browser = new_browser()
    sign_in(browser, user)
    credential = theirs.sign(options(browser, STEP))
    assert send(browser, "POST", STEP, {"credential": credential}).status_code == 400
    assert not is_signed_in(browser)


def test_suspended_person_gets_the_reason_and_not_in(user, passkey):
    suspend_user(user=user, moderator=UserFactory.create(moderator=True), reason="Spam.")
    browser = new_browser()
    credential = passkey.sign(options(browser, ALONE))
    answer = send(browser, "POST", ALONE, {"credential": credential})
    assert answer.status_code == 403
    assert "Spam." in answer.content.decode()
    assert not is_signed_in(browser)


def test_list_names_them_with_when_they_were_used(user, passkey):
    browser = new_browser()
    send(browser, "POST", ALONE, {"credential": passkey.sign(options(browser, ALONE))})
    rows = browser.get(ACCOUNT + "authenticators").json()["data"]
    [row] = [row for row in rows if row["type"] == "webauthn"]
    assert row["name"] == "Phone"
    assert row["last_used_at"] >= row["created_at"]


def test_removed_passkey_opens_nothing_and_others_stay(user, passkey):
    browser = signed_in_just_now(user)
    add_passkey(browser, "Laptop")
    first = Authenticator.objects.filter(type="webauthn").earliest("id")
    answer = send(browser, "DELETE", PASSKEYS, {"authenticators": [first.pk]})
    assert answer.status_code == 200
    assert [str(row) for row in Authenticator.objects.filter(type="webauthn")] == ["Laptop"]
    elsewhere = new_browser()
    credential = passkey.sign(options(elsewhere, ALONE))
    assert send(elsewhere, "POST", ALONE, {"credential": credential}).status_code == 400


def test_nobody_removes_somebody_elses(user, passkey):
    browser = signed_in_just_now(UserFactory.create())
    theirs = Authenticator.objects.get(type="webauthn")
    answer = send(browser, "DELETE", PASSKEYS, {"authenticators": [theirs.pk]})
    assert answer.status_code == 400
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_letters_tell_of_a_passkey_added_and_removed(user, passkey):
    browser = signed_in_just_now(user)
    row = Authenticator.objects.get(type="webauthn")
    send(browser, "DELETE", PASSKEYS, {"authenticators": [row.pk]})
    deliver_due_messages(seconds=5)
    assert [letter.subject for letter in mail.outbox] == [
        "A passkey was added",
        "A passkey was removed",
    ]


def bent(credential: dict) -> list[object]:
    """What a careless or hostile client may make of a passkey's answer."""
    response: dict[str, str] = credential["response"]
    odd: tuple[object, ...] = (
        None,
        5,
        "",
        "AAAA",
        "%%%",
        [],
        "bnVsbA",
        "o2NmbXQ",
        "\x00",
        "_" * 3000,
    )
    parts = [part for part in response if part != "userHandle"]  # which it may leave out
    return [
        None,
        "nonsense",
        [],
        {},
        {"id": 1},
        credential | {"response": None},
        credential | {"response": []},
        credential | {"rawId": "%"},
        credential | {"rawId": None, "id": None},
        credential | {"more": "x" * 100_000},
        *(credential | {"response": response | {part: value}} for part in parts for value in odd),
        *(
            credential | {"response": {k: v for k, v in response.items() if k != part}}
            for part in parts
        ),
    ]


@pytest.mark.parametrize("path", [STEP, ALONE, AUTH + "webauthn/reauthenticate", PASSKEYS])
def test_nonsense_is_answered_at_the_field(user, passkey, path):
    browser = signed_in_just_now(user) if path not in (STEP, ALONE) else new_browser()
    browser.raise_request_exception = False
    if path == STEP:
        sign_in(browser, user)

    def answer_anew() -> list[object]:
        asked = browser.get(path).json()["data"]
        if path == PASSKEYS:
            return bent(Passkey().register(asked["creation_options"]))
        return bent(passkey.sign(asked["request_options"]))

    for number in range(len(answer_anew())):
        credential = answer_anew()[number]
        answer = send(browser, "POST", path, {"credential": credential, "name": "x"})
        assert answer.status_code == 400, credential


@pytest.mark.parametrize("handle", [None, 5, [], "", "%%%", "AAAA", "\x00", "_" * 3000])
def test_passkey_alone_has_to_say_whose_it_is(passkey, handle):
    browser = new_browser()
    credential = passkey.sign(options(browser, ALONE))
    credential["response"]["userHandle"] = handle
    assert send(browser, "POST", ALONE, {"credential": credential}).status_code == 400


@pytest.mark.parametrize(
    "odd",
    [
        {"name": "\x00"},
        {"name": "\ud800"},
        {"name": ["a"]},
        {"type": 5},
        {"more": "\x00"},
        {"more": "\ud800"},
        {"clientExtensionResults": 5},
        {"clientExtensionResults": {"credProps": 5}},
        {"clientExtensionResults": {"credProps": {"rk": "\x00"}}},
    ],
)
def test_oddities_break_nothing(user, odd):
    browser = signed_in_just_now(user)
    browser.raise_request_exception = False
    asked = browser.get(PASSKEYS).json()["data"]["creation_options"]
    data = {"name": "x", "credential": Passkey().register(asked) | odd} | odd
    assert send(browser, "POST", PASSKEYS, data).status_code in (200, 400)
    assert browser.get(ACCOUNT + "authenticators").status_code == 200
    assert sign_in(new_browser(), user).status_code in (200, 401)
