"""What is kept of the second factor: encrypted, told of by mail, and gone with the session or the account."""

import logging
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import InvalidToken
from django.core import mail
from django.core.management import CommandError, call_command

from accounts.models import Session, User
from accounts.services import delete_account
from accounts.suspension import lift_suspension, suspend_user
from engagement.services.delivery import deliver_due_messages
from tests.accounts.authenticators import (
    APP,
    CODES,
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
from tests.factories import PASSWORD, UserFactory, committed

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return UserFactory.create()


def subjects() -> list[str]:
    deliver_due_messages(seconds=5)
    return [str(letter.subject) for letter in mail.outbox]


def test_secret_lies_encrypted(user):
    secret = set_up(signed_in_just_now(user))
    for row in Authenticator.objects.all():
        assert secret not in str(row.data)
        assert all(code not in str(row.data) for code in codes_of(user))
    assert secret not in str([session.get_decoded() for session in Session.objects.all()])


def test_secret_needs_the_key_it_was_made_with(user, settings):
    secret = give_app(user)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-" * 8
    with pytest.raises(InvalidToken):
        Authenticator.objects.get(type="totp").wrap().validate_code(code_of(secret))
    settings.SECRET_KEY_FALLBACKS = [old]
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_of(secret))


def test_no_secret_in_the_logs(user, caplog):
    caplog.set_level(logging.DEBUG)
    secret = set_up(signed_in_just_now(user))
    browser = new_browser()
    sign_in(browser, user)
    codes = ["000000", code_of(secret, periods_ahead=1), codes_of(user)[0]]
    for code in codes:
        give(browser, code)
    assert not [said for said in (secret, PASSWORD, *codes) if said in caplog.text]


def test_used_secret_of_a_set_up_is_not_kept(user):
    browser = signed_in_just_now(user)
    set_up(browser)
    assert totp.SECRET_SESSION_KEY not in browser.session


def test_suspension_ends_a_sign_in_that_waits_for_the_code(user):
    secret = give_app(user)
    browser = new_browser()
    sign_in(browser, user)
    moderator = UserFactory.create(moderator=True)
    suspend_user(user=user, moderator=moderator, reason="Spam.")
    assert give(browser, code_of(secret)).status_code == 401
    lift_suspension(user=user, moderator=moderator)
    assert give(browser, code_of(secret, periods_ahead=1)).status_code == 401


def test_new_password_ends_a_sign_in_that_waits_for_the_code(user):
    secret = give_app(user)
    browser = new_browser()
    sign_in(browser, user)
    user.set_password("another-long-and-rare-phrase")
    user.save()
    answer = give(browser, code_of(secret))
    assert answer.status_code == 401
    assert pending(answer) is None
    assert not is_signed_in(browser)


def test_everything_goes_with_the_account(user):
    set_up(signed_in_just_now(user))
    sign_in(new_browser(), user)
    delete_account(user=user, password=PASSWORD)
    assert not Authenticator.objects.exists()
    assert not Session.objects.exists()


def test_letters_tell_of_what_was_added_made_anew_used_and_removed(user):
    browser = signed_in_just_now(user)
    set_up(browser)
    send(browser, "GET", CODES)
    with committed():
        send(browser, "POST", CODES)
    elsewhere = new_browser()
    sign_in(elsewhere, user)
    give(elsewhere, codes_of(user)[0])
    send(browser, "DELETE", APP)
    assert subjects() == [
        "An authenticator app was added",
        "Your recovery codes are new",
        "A recovery code was used",
        "Your authenticator app was removed",
    ]
    assert {tuple(letter.to) for letter in mail.outbox} == {(user.email,)}
    assert "no longer asks for a second step" in mail.outbox[-1].body
    assert not Authenticator.objects.exists()  # the recovery codes went with it


@pytest.mark.parametrize(
    ("used", "said"),
    [(1, "9 of them are left"), (9, "1 of them is left"), (10, "It was the last one")],
)
def test_letter_about_a_used_code_counts_what_is_left(user, used, said):
    give_app(user)
    for code in codes_of(user)[:used]:
        browser = new_browser()
        sign_in(browser, user)
        give(browser, code)
    deliver_due_messages(seconds=5)
    assert said in mail.outbox[-1].body


def test_operator_takes_it_off_who_lost_every_way_to_give_it(user):
    give_app(user)
    waiting = new_browser()
    sign_in(waiting, user)
    call_command("remove_second_factor", user.email.upper(), stdout=StringIO())
    assert not Session.objects.exists()
    assert sign_in(new_browser(), user).status_code == 200
    assert subjects() == ["Your second factor was taken off"]
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("remove_second_factor", user.email)
    with pytest.raises(CommandError, match="no account"):
        call_command("remove_second_factor", "nobody@example.org")
