"""A suspended person is out at once, in every way, and told why; lifted, everything is as it was."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.errors import InvalidInput
from accounts.models import Session, Suspension, User
from accounts.suspension import (
    AlreadySuspended,
    CannotSuspend,
    NotSuspended,
    lift_suspension,
    suspend_user,
)
from engagement.models import OutboxMessage
from tests.accounts.mailing import mail_to
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
REASON = "You asked three people for money in advance."


@pytest.fixture
def moderator() -> User:
    return UserFactory.create(name="Mara", moderator=True)


@pytest.fixture
def person() -> User:
    return UserFactory.create(name="Percy", email="percy@example.org")


def sign_in(email: str, password: str = PASSWORD, client: str = "app") -> Any:
    credentials = {"email": email, "password": password}
    browser = Client()
    return browser.post(
        f"/_allauth/{client}/v1/auth/login", credentials, content_type="application/json"
    )


def whoami(**headers: str) -> int:
    status: int = Client().get("/api/user/me", headers=headers).status_code
    return status


def test_suspension_ends_the_sessions_of_browser_and_app(person: User, moderator: User) -> None:
    token = sign_in(person.email).json()["meta"]["session_token"]
    browser = Client()
    browser.force_login(person)
    assert whoami(**{"X-Session-Token": token}) == 200
    suspend_user(user=person, moderator=moderator, reason=REASON)
    assert whoami(**{"X-Session-Token": token}) == 401
    assert browser.get("/api/user/me").status_code == 401
    assert not Session.objects.filter(user_id=person.pk).exists()


def test_ended_session_does_not_come_alive_when_the_suspension_is_lifted(
    person: User, moderator: User
) -> None:
    browser = Client()
    browser.force_login(person)
    kept = browser.session
    suspend_user(user=person, moderator=moderator, reason=REASON)
    kept.create()
    browser.cookies["sessionid"] = str(kept.session_key)
    assert browser.get("/api/user/me").status_code == 401
    lift_suspension(user=person, moderator=moderator)
    assert browser.get("/api/user/me").status_code == 401


@pytest.mark.parametrize("client", ["app", "browser"])
def test_suspended_person_with_the_right_password_is_told_why_and_what_to_do(
    person: User, moderator: User, client: str, settings: Any
) -> None:
    settings.DEFAULT_FROM_EMAIL = "Firsthand <hello@firsthand.example>"
    suspend_user(user=person, moderator=moderator, reason=REASON)
    answer = sign_in(person.email, client=client)
    assert answer.status_code == 403
    error = answer.json()["errors"][0]
    assert error["code"] == "account_suspended"
    assert REASON in error["message"]
    assert "hello@firsthand.example" in error["message"]
    assert "session_token" not in answer.json().get("meta", {})
    assert not Session.objects.filter(user_id=person.pk).exists()


def test_nobody_learns_of_a_suspension_without_the_password(person: User, moderator: User) -> None:
    suspend_user(user=person, moderator=moderator, reason=REASON)
    suspended = sign_in(person.email, password="not the password")  # pragma: allowlist secret
    unknown = sign_in("nobody@example.org", password="not the password")  # pragma: allowlist secret
    assert suspended.status_code == unknown.status_code == 400
    assert suspended.json() == unknown.json()


def test_closed_account_is_refused_in_words_too(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)
    answer = sign_in(person.email)
    assert answer.status_code == 403
    assert answer.json()["errors"][0]["code"] == "account_closed"


def test_suspended_person_who_asks_for_a_new_password_gets_the_reason_and_no_link(
    person: User, moderator: User
) -> None:
    suspend_user(user=person, moderator=moderator, reason=REASON)
    OutboxMessage.objects.all().delete()
    known = Client().post(
        "/_allauth/browser/v1/auth/password/request",
        {"email": person.email},
        content_type="application/json",
    )
    unknown = Client().post(
        "/_allauth/browser/v1/auth/password/request",
        {"email": "nobody@example.org"},
        content_type="application/json",
    )
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    mail = mail_to(person.email)
    assert REASON in mail
    assert "/password/reset/" not in mail


def test_reset_link_mailed_before_the_suspension_signs_nobody_in(
    person: User, moderator: User
) -> None:
    Client().post(
        "/_allauth/browser/v1/auth/password/request",
        {"email": person.email},
        content_type="application/json",
    )
    key = mail_to(person.email).split("/password/reset/")[1].split()[0]
    suspend_user(user=person, moderator=moderator, reason=REASON)
    browser = Client()
    browser.post(
        "/_allauth/browser/v1/auth/password/reset",
        {"key": key, "password": "another long phrase"},  # pragma: allowlist secret
        content_type="application/json",
    )
    assert browser.get("/api/user/me").status_code == 401
    assert sign_in(person.email, password="another long phrase").status_code in (400, 403)


def test_confirming_an_address_signs_no_suspended_person_in(moderator: User) -> None:
    person = UserFactory.create(confirmed=False)
    sign_in(person.email)  # mails the link
    key = mail_to(person.email).split("/confirm-email/")[1].split()[0]
    suspend_user(user=person, moderator=moderator, reason=REASON)
    browser = Client()
    browser.post(
        "/_allauth/browser/v1/auth/email/verify", {"key": key}, content_type="application/json"
    )
    assert browser.get("/api/user/me").status_code == 401


def test_lifted_person_signs_in_as_before_and_the_history_stays(
    person: User, moderator: User
) -> None:
    suspend_user(user=person, moderator=moderator, reason=REASON)
    lift_suspension(user=person, moderator=moderator)
    assert sign_in(person.email).status_code == 200
    past = Suspension.objects.get(user=person)
    assert (past.reason, past.suspended_by, past.lifted_by) == (REASON, moderator, moderator)
    assert past.lifted_at is not None
    assert User.objects.get(pk=person.pk).suspension_reason == ""


def test_both_are_told_by_mail_whatever_mail_they_want(moderator: User) -> None:
    person = UserFactory.create(notify_reviews=False, notify_requests=False)
    suspend_user(user=person, moderator=moderator, reason=REASON)
    mail = mail_to(person.email)
    assert REASON in mail
    assert "delete your account" in mail
    lift_suspension(user=person, moderator=moderator)
    assert "sign in again" in mail_to(person.email)


def test_moderators_administrators_and_oneself_cannot_be_suspended(moderator: User) -> None:
    other = UserFactory.create(moderator=True)
    admin = UserFactory.create(is_superuser=True)
    for user in (moderator, other, admin):
        with pytest.raises(CannotSuspend):
            suspend_user(user=user, moderator=moderator, reason=REASON)
    assert not Suspension.objects.exists()


def test_second_press_changes_nothing(person: User, moderator: User) -> None:
    suspend_user(user=person, moderator=moderator, reason=REASON)
    with pytest.raises(AlreadySuspended):
        suspend_user(user=person, moderator=moderator, reason="Something else.")
    assert User.objects.get(pk=person.pk).suspension_reason == REASON
    lift_suspension(user=person, moderator=moderator)
    with pytest.raises(NotSuspended):
        lift_suspension(user=person, moderator=moderator)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1001, "nothing\x00here"])
def test_suspension_needs_a_reason_that_can_be_read(
    person: User, moderator: User, reason: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        suspend_user(user=person, moderator=moderator, reason=reason)
    assert caught.value.field == "reason"


def test_nothing_is_half_suspended_when_a_part_fails(
    person: User, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("accounts.suspension._on_suspending", [fail])
    with pytest.raises(RuntimeError):
        suspend_user(user=person, moderator=moderator, reason=REASON)
    assert User.objects.get(pk=person.pk).is_active


def test_database_keeps_a_suspended_person_inactive(person: User, moderator: User) -> None:
    suspend_user(user=person, moderator=moderator, reason=REASON)
    with pytest.raises(IntegrityError, match="suspended_user_is_not_active"), transaction.atomic():
        User.objects.filter(pk=person.pk).update(is_active=True)
