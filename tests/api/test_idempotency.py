"""Idempotency-Key: a repeated POST makes nothing more."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from api.models import IdempotencyKey
from api.tasks import purge_idempotency_keys
from content.models import Post
from engagement.models import OutboxMessage, PostRequest
from tests.api.conftest import Api, assert_problem
from tests.factories import PostFactory

POST = {"title": "T", "content": "<p>C</p>"}


def test_same_key_and_body_make_one_post(creator: Api) -> None:
    first = creator.post("/api/post", POST, Idempotency_Key="k1")
    again = creator.post("/api/post", POST, Idempotency_Key="k1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert Post.objects.count() == 1
    assert creator.post("/api/post", POST, Idempotency_Key="k2").json()["id"] != first.json()["id"]


def test_same_key_with_another_body_is_a_conflict(creator: Api) -> None:
    creator.post("/api/post", POST, Idempotency_Key="k")
    problem = assert_problem(
        creator.post("/api/post", POST | {"title": "U"}, Idempotency_Key="k"), 409
    )
    assert problem["code"] == "idempotency_key_reused"


def test_a_key_is_ones_own(creator: Api, stranger: Api) -> None:
    first = creator.post("/api/post", POST, Idempotency_Key="k").json()
    assert stranger.post("/api/post", POST, Idempotency_Key="k").json()["id"] != first["id"]


def test_a_refused_body_does_not_use_up_the_key(creator: Api) -> None:
    assert_problem(
        creator.post("/api/post", POST | {"tags": ["#"]}, Idempotency_Key="k"), 400, "tags.0"
    )
    assert creator.post("/api/post", POST, Idempotency_Key="k").status_code == 201


def test_guest_gets_the_same_request_and_token(anonymous: Api) -> None:
    post = PostFactory.create(live=True)
    body = {"post": post.pk, "name": "V", "email": "v@example.net", "message": "Hello"}
    first = anonymous.post("/api/request", body, Idempotency_Key="k").json()
    again = anonymous.post("/api/request", body, Idempotency_Key="k").json()
    assert first["id"] == again["id"]
    assert PostRequest.objects.count() == 1
    anonymous.delete(f"/api/request/{again['id']}?token={again['token']}")
    gone = anonymous.post("/api/request", body, Idempotency_Key="k")
    assert assert_problem(gone, 409)["code"] == "idempotent_result_gone"


def test_signing_up_twice_with_one_key_sends_one_mail(anonymous: Api) -> None:
    body = {"name": "Nora", "email": "nora@example.org", "password": "a long enough phrase"}
    answers = [anonymous.post("/api/user", body, Idempotency_Key="k") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert User.objects.count() == 1
    assert OutboxMessage.objects.count() == 1


def test_keys_are_forgotten_after_a_day_and_hold_nothing_personal(creator: Api) -> None:
    creator.post("/api/post", POST | {"title": "unique-marker"}, Idempotency_Key="k")
    row = IdempotencyKey.objects.values().get()
    assert "unique-marker" not in str(row)
    purge_idempotency_keys()
    assert IdempotencyKey.objects.exists()
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))
    purge_idempotency_keys()
    assert not IdempotencyKey.objects.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_double_click_makes_one_request() -> None:
    post = PostFactory.create(live=True)
    body = {"post": post.pk, "name": "V", "email": "v@example.net", "message": "Hello"}
    ids: list[int] = []
    start = threading.Barrier(2)

    def click() -> None:
        start.wait(timeout=10)
        try:
            ids.append(Api().post("/api/request", body, Idempotency_Key="k").json()["id"])
        finally:
            connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join(timeout=30)
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert PostRequest.objects.count() == 1
