"""Signing in with Google, with a Google made here: there, back, and on to the second step."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from django.test import Client

from accounts.models import User
from accounts.suspension import suspend_user
from tests.accounts.authenticators import (
    AUTH,
    code_of,
    give_app,
    is_signed_in,
    new_browser,
    pending,
    send,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

BACK = "http://localhost/login?next=%2Fadmin%2F&via=google"


@pytest.fixture
def user() -> User:
    return UserFactory.create()


@pytest.fixture(autouse=True)
def _google(settings, monkeypatch, user):
    """A Google that says of everybody that they are this person."""
    app = {"client_id": "ours", "secret": "ours too"}
    settings.SOCIALACCOUNT_PROVIDERS = {"google": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}

    def get_access_token(self, code, pkce_code_verifier=None):
        return {"access_token": "x"}

    def complete_login(self, request, app, token, **kwargs):
        first, last = user.name.split()
        said = {"sub": "1", "email": user.email, "email_verified": True}
        names = {"given_name": first, "family_name": last}
        return self.get_provider().sociallogin_from_response(request, said | names)

    monkeypatch.setattr(OAuth2Client, "get_access_token", get_access_token)
    monkeypatch.setattr(GoogleOAuth2Adapter, "complete_login", complete_login)


def there_and_back(browser: Client) -> str:
    """Press the button and come back from Google; return where the site is opened again."""
    form = {"provider": "google", "process": "login", "callback_url": BACK}
    answer = browser.post(
        AUTH + "provider/redirect", urlencode(form), "application/x-www-form-urlencoded"
    )
    to_google = urlsplit(answer["Location"])
    assert to_google.netloc == "accounts.google.com"
    asked = parse_qs(to_google.query)
    callback = urlsplit(asked["redirect_uri"][0]).path
    answer = browser.get(callback, {"code": "x", "state": asked["state"][0]})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_account_with_the_same_address_is_signed_in_and_stays_one(user):
    browser = new_browser()
    assert there_and_back(browser) == BACK
    assert is_signed_in(browser)
    assert User.objects.get() == SocialAccount.objects.get().user == user


def test_somebody_new_gets_an_account_with_their_name(user):
    User.objects.all().delete()
    browser = new_browser()
    assert there_and_back(browser) == BACK
    assert is_signed_in(browser)
    person = User.objects.get()
    assert (person.name, person.email) == (user.name, user.email)
    assert not person.has_usable_password()
    assert EmailAddress.objects.get().verified


def test_second_step_is_asked_for_after_google_too(user):
    SocialAccount.objects.create(user=user, provider="google", uid="1")
    secret = give_app(user)
    browser = new_browser()
    assert there_and_back(browser) == BACK
    assert not is_signed_in(browser)
    step = pending(browser.get(AUTH + "session")) or {}
    assert step["id"] == "mfa_authenticate"
    answer = send(browser, "POST", AUTH + "2fa/authenticate", {"code": code_of(secret)})
    assert answer.status_code == 200
    assert is_signed_in(browser)


def test_suspended_person_comes_back_to_the_reason(user):
    suspend_user(user=user, moderator=UserFactory.create(moderator=True), reason="Spam.")
    browser = new_browser()
    assert "error=account_suspended" in there_and_back(browser)
    assert not is_signed_in(browser)


@pytest.mark.parametrize(
    "query", ["", "?code=x&state=nonsense", "?error=access_denied", "?state=%00"]
)
@pytest.mark.parametrize("is_on", [True, False])
def test_address_to_come_back_to_is_never_a_server_error(settings, query, is_on):
    if not is_on:
        settings.SOCIALACCOUNT_PROVIDERS = {}
    answer = Client(raise_request_exception=False).get("/_allauth/google/callback" + query)
    assert answer.status_code in (302, 404), answer.content
