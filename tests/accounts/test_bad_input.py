"""What nobody's browser sends to sign-in: an answer that says so, never a 500."""

import pytest
from django.test import Client, RequestFactory

from accounts.models import User
from accounts.text import one_line
from site_config.wsgi import application

BROWSER = "/_allauth/browser/v1/"


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/user/me", "/api/site", BROWSER + "auth/session", "/admin/"])
def test_a_session_cookie_with_a_nul_is_no_session(browser: Client, path: str) -> None:
    browser.cookies.load({"sessionid": "\x00\x00abcdefgh"})
    answer = browser.get(path)
    assert answer.status_code == (200 if path == "/api/site" else 302 if "admin" in path else 401)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000 + "]" * 20_000,
        '{"a":' * 3000 + "1" + "}" * 3000,
        '{"email": ' + "9" * 5000 + "}",
    ],
    ids=["deep list", "deep object", "endless number"],
)
@pytest.mark.parametrize("path", ["auth/login", "auth/signup", "auth/password/request", "config"])
def test_json_past_all_bounds_is_a_bad_request(browser: Client, path: str, body: str) -> None:
    answer = browser.post(BROWSER + path, body, content_type="application/json")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["auth/login", "auth/signup", "account/phone"])
def test_a_form_with_files_is_the_wrong_type(path: str) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    token = strict.get(BROWSER + "auth/session").cookies["csrftoken"].value
    answer = strict.post(BROWSER + path, {"email": "a"}, headers={"X-CSRFToken": token})
    assert answer.status_code == 415


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
@pytest.mark.parametrize("signed_in", [False, True])
def test_there_is_no_route_for_telephone_numbers(
    browser: Client, method: str, signed_in: bool
) -> None:
    if signed_in:
        browser.force_login(User.objects.create_user(email="a@example.org", name="A"))
    answer = getattr(browser, method)(BROWSER + "account/phone", content_type="application/json")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "charset", ["rot13", "base64", "undefined", "punycode", "utf-16", "nonsense"]
)
def test_text_is_utf_8_whatever_the_charset_says(charset: str) -> None:
    environ = RequestFactory().get("/api/post?q=caf%C3%A9").environ
    environ["CONTENT_TYPE"] = f"application/json; charset={charset}"
    assert application.request_class(environ).GET["q"] == "café"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nora \r\n van\u2028Dam ", "Nora van Dam"),
        ("Nora\u202egnp.exe", "Noragnp.exe"),
        ("\u2066Nora\u2069", "Nora"),
        ("\x07No\x1bra", "Nora"),
        ("\u200b\u200b \ufeff", ""),
        ("\u0301", ""),
        ("نیلوفر‌جان", "نیلوفر‌جان"),
        ("👩\u200d🌾", "👩\u200d🌾"),
    ],
)
def test_a_name_hides_nothing(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"), [("name", "\u200b\u200b"), ("email", f"a@{'ä' * 63}.org")]
)
def test_sign_up_takes_no_unseen_name_and_no_address_that_mail_cannot_reach(
    browser: Client, field: str, value: str
) -> None:
    sent = {"name": "Nora", "email": "nora@example.org", "password": "a-long-and-rare-phrase"}
    answer = browser.post(
        BROWSER + "auth/signup", sent | {field: value}, content_type="application/json"
    )
    assert answer.status_code == 400
    assert [error["param"] for error in answer.json()["errors"]] == [field]
    assert not User.objects.exists()
