"""Requests over HTTP: between two people, and nobody else."""

from typing import Any

import pytest

from api.rates import RATES
from engagement.models import PostRequest
from engagement.tokens import confirm_token, page_token
from tests.api.conftest import Api, assert_problem
from tests.engagement.factories import make_proof
from tests.factories import PostFactory, PostRequestFactory

GUEST = {
    "name": "Vera Visitor",
    "email": "vera@example.net",
    "message": "May I come by on Saturday?",
}


def test_guest_with_a_proof_is_delivered_and_gets_a_page(creator: Api, anonymous: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    sent = anonymous.post("/api/request", GUEST | {"post": post.pk, "proof": make_proof()})
    assert sent.status_code == 201
    request = sent.json()
    assert request["status"] == "new"
    assert request["user"] is None
    assert request["post"] == {"id": post.pk, "title": post.title}

    received = creator.get("/api/request").json()["results"]
    assert [item["id"] for item in received] == [request["id"]]
    assert received[0]["email"] == "vera@example.net"
    assert creator.get("/api/user/me").json()["unread_requests"] == 1
    assert creator.get("/api/notification").json()["results"][0]["kind"] == "request_received"

    page = f"/api/request/{request['id']}?token={request['token']}"
    assert anonymous.get(page).json()["message"] == GUEST["message"]
    accepted = creator.patch(
        f"/api/request/{request['id']}", {"status": "accepted", "note": "Come!"}
    )
    assert accepted.json()["status"] == "accepted"
    assert anonymous.get(page).json()["note"] == "Come!"
    assert anonymous.patch(page, {"status": "withdrawn"}).json()["status"] == "withdrawn"
    assert anonymous.delete(page).status_code == 204
    assert_problem(anonymous.get(page), 404)


def test_guest_without_a_proof_waits_for_the_button(creator: Api, anonymous: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    request = anonymous.post("/api/request", GUEST | {"post": post.pk}).json()
    assert request["status"] == "unconfirmed"
    assert creator.get("/api/request").json()["results"] == []
    assert_problem(creator.get(f"/api/request/{request['id']}"), 404)
    confirm = f"/api/request/{request['id']}/confirm"
    assert_problem(anonymous.post(confirm, {"token": request["token"]}), 409)
    token = confirm_token(PostRequest.objects.get(pk=request["id"]))
    assert anonymous.post(confirm, {"token": token}).json()["status"] == "new"
    assert len(creator.get("/api/request").json()["results"]) == 1


def test_signed_in_sender_need_not_say_who_they_are(creator: Api, stranger: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    sent = stranger.post("/api/request", {"post": post.pk, "message": "Hello"})
    assert sent.status_code == 201
    request = sent.json()
    assert (request["name"], request["email"]) == (stranger.user.name, stranger.user.email)
    assert request["user"] == {"id": stranger.user.pk, "name": "Sam Stranger"}
    assert "token" not in request
    assert len(stranger.get("/api/request?box=sent").json()["results"]) == 1
    assert stranger.get("/api/request").json()["results"] == []


def test_held_request_looks_sent_to_its_sender(creator: Api, stranger: Api, moderator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    held = PostRequestFactory.create(post=post, sender=stranger.user, held=True)
    path = f"/api/request/{held.pk}"
    assert stranger.get(path).json()["status"] == "new"
    assert [
        r["id"] for r in stranger.get("/api/request?box=sent&status=new").json()["results"]
    ] == [held.pk]
    assert stranger.get("/api/request?box=sent&status=held").json()["results"] == []
    assert_problem(creator.get(path), 404)
    seen = moderator.get(path).json()
    assert seen["status"] == "held"
    assert seen["email"] is None
    assert [r["id"] for r in moderator.get("/api/request?box=held").json()["results"]] == [held.pk]
    assert_problem(creator.get("/api/request?box=held"), 403)
    assert_problem(moderator.patch(path, {"status": "read"}), 404)
    assert_problem(creator.post(f"{path}/release"), 404)
    assert moderator.post(f"{path}/release").json()["status"] == "new"
    assert creator.get(path).status_code == 200
    assert_problem(moderator.get(path), 404)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"status": "accepted"}, 403),
        ({"note": "mine"}, 403),
        ({"status": "withdrawn"}, 200),
        ({"message": "Other words"}, 200),
    ],
)
def test_sender_changes_only_their_side(stranger: Api, change: dict[str, Any], status: int) -> None:
    request = PostRequestFactory.create(sender=stranger.user)
    assert stranger.patch(f"/api/request/{request.pk}", change).status_code == status


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"status": "withdrawn"}, 403),
        ({"message": "x"}, 403),
        ({"status": "read"}, 200),
        ({"status": "declined"}, 200),
        ({"note": "For me"}, 200),
    ],
)
def test_creator_changes_only_their_side(creator: Api, change: dict[str, Any], status: int) -> None:
    request = PostRequestFactory.create(post=PostFactory.create(creator=creator.user, live=True))
    assert creator.patch(f"/api/request/{request.pk}", change).status_code == status


def test_creator_cannot_erase_what_was_sent_to_them(creator: Api) -> None:
    request = PostRequestFactory.create(post=PostFactory.create(creator=creator.user, live=True))
    assert_problem(creator.delete(f"/api/request/{request.pk}"), 403)


def test_a_request_is_nobody_elses(stranger: Api, moderator: Api, anonymous: Api) -> None:
    request = PostRequestFactory.create()
    path = f"/api/request/{request.pk}"
    other = page_token(PostRequestFactory.create(guest=True))
    for outsider in (stranger, moderator):
        for response in (
            outsider.get(path),
            outsider.patch(path, {"status": "read"}),
            outsider.delete(path),
            outsider.put(path, {"message": "x"}),
        ):
            assert_problem(response, 404)
    assert_problem(anonymous.get(path), 404)
    assert_problem(anonymous.patch(path, {"status": "read"}), 401)
    for token in (other, "nonsense", "12~1~x", ""):
        assert_problem(anonymous.get(f"{path}?token={token}"), 404)
        assert_problem(anonymous.delete(f"{path}?token={token}"), 404)


def test_guest_must_say_who_they_are(anonymous: Api) -> None:
    post = PostFactory.create(live=True)
    response = anonymous.post("/api/request", {"post": post.pk, "message": "Hello"})
    assert_problem(response, 400, "name")
    assert_problem(response, 400, "email")


def test_challenge_has_the_shape_of_altcha(anonymous: Api) -> None:
    challenge = anonymous.get("/api/request/challenge")
    assert set(challenge.json()) == {"algorithm", "challenge", "maxnumber", "salt", "signature"}
    assert challenge["Cache-Control"] == "private, no-store"


def test_too_many_requests_are_told_to_wait(anonymous: Api, settings: Any) -> None:
    settings.RATE_LIMITS = True
    limit = RATES["request"][0][0]
    for _ in range(limit):
        assert anonymous.post("/api/request", {}).status_code == 400
    throttled = anonymous.post("/api/request", {})
    assert "try again in a minute" in assert_problem(throttled, 429)["detail"]
    assert 1 <= int(throttled["Retry-After"]) <= 60
    # What a caller writes left of the proxy's own entry changes nothing.
    assert (
        anonymous.post("/api/request", {}, X_Forwarded_For="9.9.9.9, 127.0.0.1").status_code == 429
    )
    assert (
        anonymous.post("/api/request", {}, X_Forwarded_For="127.0.0.1, 8.8.8.8").status_code == 400
    )


def test_request_is_stored_the_same_while_redis_is_down(
    anonymous: Api, creator: Api, settings: Any
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    settings.RATE_LIMITS = True
    settings.CACHES = {
        "default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    }
    sent = anonymous.post("/api/request", GUEST | {"post": post.pk, "proof": make_proof()})
    assert sent.status_code == 201
    assert sent.json()["status"] == "new"
    assert_problem(anonymous.post("/api/user", {}), 503)
