"""Deleting an account: with the password, everything or nothing, signed out everywhere."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts import erasure
from accounts.errors import InvalidInput, ReauthenticationRequired
from accounts.models import Session, User
from accounts.services import delete_account, forget_expired_sessions
from accounts.sessions import SessionStore
from tests.engagement.factories import make_user
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def erasers(monkeypatch):
    """The registry, emptied for one test."""
    registry: list = []
    monkeypatch.setattr(erasure, "_erasers", registry)
    return registry


def signed_in(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.mark.parametrize("password", ["", "wrong", "nul\x00"])
def test_wrong_password_deletes_nothing(password):
    user = make_user()
    with pytest.raises(InvalidInput) as refusal:
        delete_account(user=user, password=password)
    assert refusal.value.field == "password"
    assert User.objects.filter(pk=user.pk).exists()


def test_account_without_a_password_needs_a_fresh_sign_in():
    user = make_user()
    user.set_unusable_password()
    user.save()
    with pytest.raises(ReauthenticationRequired):
        delete_account(user=user)
    delete_account(user=user, signed_in_just_now=True)
    assert not User.objects.filter(pk=user.pk).exists()


def test_every_session_ends_and_nobody_elses():
    user, other = make_user(), make_user()
    browsers = [signed_in(user), signed_in(user)]
    others = signed_in(other)
    assert Session.objects.filter(user_id=user.pk).count() == 2
    delete_account(user=user, password=PASSWORD)
    assert not Session.objects.filter(user_id=user.pk).exists()
    for browser in browsers:
        answer = browser.get("/_allauth/browser/v1/auth/session")
        assert answer.status_code == 401
    assert others.get("/_allauth/browser/v1/auth/session").status_code == 200


def test_somebody_half_way_through_signing_in_is_known_too():
    user = make_user()
    EmailAddress.objects.update(verified=False)
    Client().post(
        "/_allauth/browser/v1/auth/login",
        {"email": user.email, "password": PASSWORD},
        content_type="application/json",
    )
    assert Session.objects.get().user_id == user.pk


def test_session_of_nobody_has_no_owner():
    session = SessionStore()
    session["colour"] = "red"
    session.save()
    assert Session.objects.get().user_id is None


def test_expired_sessions_are_forgotten():
    session = SessionStore()
    session.set_expiry(-1)
    session.save()
    forget_expired_sessions()
    assert not Session.objects.exists()


def test_every_app_erases_its_part_before_the_person_goes(erasers):
    seen = []

    @erasure.register_eraser
    def eraser(*, user: User) -> None:
        seen.append(User.objects.get(pk=user.pk).email)

    user = make_user()
    delete_account(user=user, password=PASSWORD)
    assert seen == [user.email]


def test_failing_part_leaves_the_account_whole(erasers):
    @erasure.register_eraser
    def eraser(*, user: User) -> None:
        raise OSError("storage is down")

    user = make_user()
    browser = signed_in(user)
    with pytest.raises(OSError, match="storage is down"):
        delete_account(user=user, password=PASSWORD)
    assert User.objects.filter(pk=user.pk).exists()
    assert browser.get("/_allauth/browser/v1/auth/session").status_code == 200
