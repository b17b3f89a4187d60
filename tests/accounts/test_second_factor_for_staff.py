"""Where moderators need a second factor, the role counts for nothing until they have one."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.errors import RuleBroken
from accounts.models import MODERATORS, User
from accounts.suspension import suspend_user
from tests.accounts.authenticators import add_passkey, give_app, signed_in_just_now
from tests.factories import PostFactory, PostRequestFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _needed(settings):
    settings.SECOND_FACTOR_FOR_STAFF = True


@pytest.fixture(params=["moderator", "administrator"])
def appointed(request) -> User:
    if request.param == "moderator":
        return UserFactory.create(moderator=True)
    return UserFactory.create(is_superuser=True)


def browser_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def moderators_routes() -> list[tuple[str, str]]:
    """Every route that only moderators may use, each with something to use it on."""
    post = PostFactory.create(in_review=True)
    held, unwanted = (PostRequestFactory.create(held=True) for _ in range(2))
    return [
        ("POST", f"/api/post/{post.pk}/approve"),
        ("POST", f"/api/post/{post.pk}/reject"),
        ("POST", f"/api/request/{held.pk}/release"),
        ("POST", f"/api/request/{unwanted.pk}/block"),
        ("GET", "/api/request?box=held"),
    ]


def test_admin_leads_to_where_it_is_set_up_and_back(appointed):
    browser = browser_of(appointed)
    answer = browser.get("/admin/review/?kind=post")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/account/security?next=%2Fadmin%2Freview%2F%3Fkind%3Dpost",
    )
    answer = browser.post("/admin/review/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/security?next=%2Fadmin%2F")
    give_app(appointed)
    assert browser.get("/admin/review/").status_code == 200


def test_moderators_routes_say_what_is_missing(appointed):
    browser = browser_of(appointed)
    routes = moderators_routes()
    for method, path in routes:
        answer = browser.generic(method, path, "{}", content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (403, "second_factor_required"), path
        assert "/account/security" in answer.json()["detail"]
    give_app(appointed)
    for method, path in routes:
        answer = browser.generic(method, path, "{}", content_type="application/json")
        assert answer.status_code in (200, 204, 400, 409), path


def test_nothing_hidden_is_shown_without_one(appointed):
    hidden = PostFactory.create(in_review=True)
    browser = browser_of(appointed)
    assert browser.get(f"/api/post/{hidden.pk}").status_code == 404
    give_app(appointed)
    assert browser.get(f"/api/post/{hidden.pk}").status_code == 200


def test_own_account_stays_open_and_says_so(appointed):
    browser = browser_of(appointed)
    me = browser.get("/api/user/me").json()
    assert (me["is_moderator"], me["second_factor_required"]) == (False, True)
    assert browser.get("/_allauth/browser/v1/account/authenticators").status_code == 200
    give_app(appointed)
    me = browser.get("/api/user/me").json()
    assert (me["is_moderator"], me["second_factor_required"]) == (True, False)


def test_passkey_is_enough(appointed):
    browser = signed_in_just_now(appointed)
    assert browser.get("/admin/").status_code == 302
    add_passkey(browser)
    assert browser.get("/admin/").status_code == 200


def test_creators_need_none():
    creator = UserFactory.create()
    browser = browser_of(creator)
    assert browser.get("/admin/").status_code == 200
    assert browser.get("/api/user/me").json()["second_factor_required"] is False
    post = PostFactory.create(creator=creator, in_review=True)
    answer = browser.post(f"/api/post/{post.pk}/approve")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_nobody_needs_one_where_it_is_off(appointed, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    assert browser_of(appointed).get("/admin/review/").status_code == 200


def test_who_lacks_one_is_still_no_creator_to_suspend(appointed):
    protected = UserFactory.create(moderator=True)
    give_app(protected)
    with pytest.raises(RuleBroken, match="cannot be suspended"):
        suspend_user(user=appointed, moderator=protected, reason="A mistake.")


def test_appointed_later_needs_one_from_then_on():
    creator = UserFactory.create()
    browser = browser_of(creator)
    assert browser.get("/admin/").status_code == 200
    creator.groups.add(Group.objects.get(name=MODERATORS))
    assert browser.get("/admin/").status_code == 302
