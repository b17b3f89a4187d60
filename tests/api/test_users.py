"""People over HTTP: profiles, oneself, sign-up, leaving."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.models import Avatar
from engagement.models import OutboxMessage
from tests.api.conftest import Api, assert_problem
from tests.factories import (
    PASSWORD,
    ImageFactory,
    PostFactory,
    PostRequestFactory,
    UserFactory,
    committed,
)

CHOICES = {"requests": False, "reviews": True, "reminders": False, "news": True}


def test_profile_never_shows_an_address(anonymous: Api, creator: Api) -> None:
    PostFactory.create(creator=creator.user, live=True)
    profile = anonymous.get(f"/api/user/{creator.user.pk}")
    assert set(profile.json()) == {"id", "name", "bio", "avatar", "created_at", "post_count"}
    assert profile.json()["post_count"] == 1
    assert profile.json()["created_at"].endswith("Z")
    assert creator.user.email not in anonymous.get("/api/user").content.decode()


def test_list_holds_only_people_with_a_live_post(
    anonymous: Api, creator: Api, stranger: Api
) -> None:
    PostFactory.create(creator=creator.user, live=True)
    PostFactory.create(creator=stranger.user, in_review=True)
    people = anonymous.get("/api/user").json()["results"]
    assert [person["id"] for person in people] == [creator.user.pk]


def test_me_has_everything_of_ones_own(creator: Api, anonymous: Api) -> None:
    me = creator.get("/api/user/me")
    assert me.json() == creator.get(f"/api/user/{creator.user.pk}").json()
    assert (
        me.json()
        | {
            "email_verified": True,
            "has_password": True,
            "providers": [],
            "unread_requests": 0,
            "is_moderator": False,
            "second_factor_required": False,
        }
        == me.json()
    )
    assert me.json()["email"] == creator.user.email
    assert me["Cache-Control"] == "private, no-store"
    assert_problem(anonymous.get("/api/user/me"), 401)


def test_profile_is_changed_by_its_owner_only(creator: Api, stranger: Api, anonymous: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    body = {"name": "New Name", "bio": "I bake.", "avatar": image.pk, "notifications": CHOICES}
    with committed():
        saved = creator.put("/api/user/me", body)
    assert saved.status_code == 200
    assert saved.json()["avatar"]["id"] == image.pk
    assert saved.json()["notifications"] == CHOICES
    assert anonymous.get(f"/api/user/{creator.user.pk}").json()["name"] == "New Name"
    with committed():
        assert creator.patch("/api/user/me", {"avatar": None}).json()["avatar"] is None
    assert not Avatar.objects.exists()
    assert_problem(creator.put("/api/user/me", {"name": "Only"}), 400, "bio")
    assert_problem(stranger.patch(f"/api/user/{creator.user.pk}", {"name": "Mine"}), 403)
    assert_problem(stranger.patch("/api/user/999999", {"name": "Mine"}), 404)
    assert_problem(anonymous.patch(f"/api/user/{creator.user.pk}", {"name": "Mine"}), 401)


def test_somebody_elses_picture_is_no_avatar(creator: Api) -> None:
    assert_problem(
        creator.patch("/api/user/me", {"avatar": ImageFactory.create().pk}), 400, "avatar"
    )


def test_sign_up_reads_the_same_whether_or_not_the_address_is_taken(anonymous: Api) -> None:
    UserFactory.create(email="taken@example.org")
    answers = []
    for email in ("taken@example.org", "free@example.org"):
        body = {"name": "Nora New", "email": email, "password": "a long enough phrase"}
        answer = anonymous.post("/api/user", body)
        assert answer.status_code == 201
        assert answer.json() == {"email": email, "verification": "sent"}
        answers.append({name for name in answer.headers if name != "Content-Length"})
    assert answers[0] == answers[1]
    assert not anonymous.http.cookies
    assert User.objects.get(email="free@example.org").name == "Nora New"
    assert set(OutboxMessage.objects.values_list("to", flat=True)) == {
        "taken@example.org",
        "free@example.org",
    }


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password": "short"}, "password"),
        ({"password": "password"}, "password"),
        ({"email": "no"}, "email"),
        ({"name": ""}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"email": "a@" + "b" * 300 + ".org"}, "email"),
    ],
)
def test_sign_up_says_what_does_not_fit(anonymous: Api, change: dict[str, Any], field: str) -> None:
    body = {
        "name": "Nora",
        "email": "nora@example.org",
        "password": "a long enough phrase",
    } | change
    assert_problem(anonymous.post("/api/user", body), 400, field)


def test_sign_up_is_for_people_who_are_not_signed_in(creator: Api) -> None:
    body = {"name": "Nora", "email": "nora@example.org", "password": "a long enough phrase"}
    assert_problem(creator.post("/api/user", body), 409)


def test_leaving_takes_the_password_and_everything(creator: Api, anonymous: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True, pictures=1)
    PostRequestFactory.create(post=post)
    pk = creator.user.pk
    assert_problem(creator.delete("/api/user/me", {"password": "wrong"}), 400, "password")
    assert_problem(creator.delete("/api/user/me"), 400, "password")
    with committed():
        assert creator.delete("/api/user/me", {"password": PASSWORD}).status_code == 204
    assert_problem(creator.get("/api/user/me"), 401)
    assert_problem(anonymous.get(f"/api/user/{pk}"), 404)
    assert_problem(anonymous.get(f"/api/post/{post.pk}"), 404)


def test_leaving_without_a_password_takes_a_fresh_sign_in(creator: Api) -> None:
    creator.user.set_unusable_password()
    creator.user.save()
    creator.http.force_login(creator.user)
    assert (
        assert_problem(creator.delete("/api/user/me"), 401)["code"] == "reauthentication_required"
    )


def test_app_client_speaks_with_its_session_token(db: None) -> None:
    user = UserFactory.create()
    app = Api()
    login = {"email": user.email, "password": PASSWORD}
    token = app.post("/_allauth/app/v1/auth/login", login).json()["meta"]["session_token"]
    assert app.get("/api/user/me", X_Session_Token=token).json()["id"] == user.pk
    made = app.post("/api/post", {"title": "T", "content": "c"}, X_Session_Token=token)
    assert made.status_code == 201
    assert_problem(app.get("/api/user/me", X_Session_Token="nonsense"), 401)


def test_a_name_stays_on_one_line_and_can_be_seen(creator: Api) -> None:
    answer = creator.patch("/api/user/me", {"name": "Ann\nBcc: \u202ex"})
    assert answer.json()["name"] == "Ann Bcc: x"
    assert_problem(creator.patch("/api/user/me", {"name": "\u200b"}), 400, "name")


def test_a_stale_page_is_told_to_load_again(creator: Api) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(creator.user)
    answer = strict.patch("/api/user/me", {"bio": "x"}, content_type="application/json")
    problem = assert_problem(answer, 403)
    assert problem["code"] == "csrf_failed"
    assert "Load it again" in problem["detail"]


def test_one_sees_what_ones_own_pictures_take(creator: Api, stranger: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    me = creator.get("/api/user/me")
    assert me.json()["storage"] == {"used": image.stored_bytes, "limit": 250 * 1024 * 1024}
    assert stranger.get("/api/user/me").json()["storage"]["used"] == 0
    assert stranger.get("/api/site").json()["limits"]["storage_bytes"] == 250 * 1024 * 1024


def test_a_picture_uploaded_meanwhile_does_not_make_an_editor_start_over(creator: Api) -> None:
    etag = creator.get("/api/user/me")["ETag"]
    ImageFactory.create(uploaded_by_user=creator.user)
    answer = creator.patch("/api/user/me", {"bio": "Hello"}, If_Match=etag)
    assert answer.status_code == 200
