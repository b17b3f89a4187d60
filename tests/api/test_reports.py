"""Reporting over HTTP: open to all, the same answer each time, and nothing told about what is hidden."""

import json
from typing import Any

import pytest

from engagement.models import Report
from engagement.models.reports import DETAIL_LENGTH
from engagement.tokens import page_token
from tests.api.conftest import Api, assert_problem
from tests.factories import PostFactory, PostRequestFactory, UserFactory

pytestmark = pytest.mark.django_db

SPAM = {"reason": "spam"}
RECEIVED = {"report": "received"}
ABSENT = 999_999_999


def received(response: Any) -> Report:
    """Check the answer of a report that was kept or had been made before, and return the newest."""
    assert response.status_code == 202, response.content
    assert response.json() == RECEIVED
    assert response["Cache-Control"] == "private, no-store"
    return Report.objects.latest("pk")


def test_a_visitor_reports_a_post_and_may_leave_an_address(anonymous: Api) -> None:
    post = PostFactory.create(live=True)
    body = {"reason": "illegal", "detail": " It is\nmine. ", "email": "Vera@Example.net"}
    report = received(anonymous.post(f"/api/post/{post.pk}/report", body))
    assert (report.post, report.reporter) == (post, None)
    assert (report.reason, report.detail) == ("illegal", "It is\nmine.")
    assert report.email == "vera@example.net"


def test_an_account_reports_under_its_own_name_whatever_address_is_sent(stranger: Api) -> None:
    post = PostFactory.create(live=True)
    body = SPAM | {"email": "other@example.net"}
    report = received(stranger.post(f"/api/post/{post.pk}/report", body))
    assert (report.reporter, report.email) == (stranger.user, "")


def test_a_repeated_report_reads_the_same_and_is_kept_once(anonymous: Api, stranger: Api) -> None:
    post = PostFactory.create(live=True)
    for client in (anonymous, stranger):
        first = client.post(f"/api/post/{post.pk}/report", SPAM)
        again = client.post(f"/api/post/{post.pk}/report", {"reason": "scam"})
        assert (first.status_code, first.content) == (again.status_code, again.content)
        received(again)
    assert Report.objects.count() == 2


def test_two_accounts_send_a_live_post_back_and_it_stays_readable(
    anonymous: Api, stranger: Api, moderator: Api
) -> None:
    post = PostFactory.create(live=True)
    for client in (stranger, moderator):
        received(client.post(f"/api/post/{post.pk}/report", SPAM))
    assert list(Report.objects.reported_posts()) == [post]
    assert anonymous.get(f"/api/post/{post.pk}").status_code == 200


@pytest.mark.parametrize("role", ["anonymous", "stranger"])
def test_what_one_may_not_see_cannot_be_reported(request: Any, role: str) -> None:
    client: Api = request.getfixturevalue(role)
    hidden = PostFactory.create(in_review=True)
    closed = UserFactory.create(is_active=False)
    for path in (
        f"/api/post/{hidden.pk}/report",
        f"/api/post/{ABSENT}/report",
        f"/api/post/{10**17}/report",
        f"/api/user/{closed.pk}/report",
        f"/api/user/{ABSENT}/report",
        "/api/user/me/report",
    ):
        assert_problem(client.post(path, SPAM), 404)
    assert not Report.objects.exists()


def test_what_is_ones_own_cannot_be_reported(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    problem = assert_problem(creator.post(f"/api/post/{post.pk}/report", SPAM), 409)
    assert problem["code"] == "own_post"
    own = f"/api/user/{creator.user.pk}/report"
    assert assert_problem(creator.post(own, SPAM), 409)["code"] == "own_page"


def test_anyone_reports_a_person(anonymous: Api, stranger: Api) -> None:
    person = UserFactory.create()
    for client in (anonymous, stranger):
        assert received(client.post(f"/api/user/{person.pk}/report", SPAM)).person == person


def test_a_request_is_reported_by_its_two_sides_alone(
    anonymous: Api, creator: Api, stranger: Api, moderator: Api
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    request = PostRequestFactory.create(post=post, sender=stranger.user)
    other = Api(UserFactory.create())
    path = f"/api/request/{request.pk}/report"
    assert_problem(anonymous.post(path, SPAM), 401)
    assert_problem(other.post(path, SPAM), 404)
    assert_problem(moderator.post(path, SPAM), 404)
    assert not Report.objects.exists()
    for side in (creator, stranger):
        report = received(side.post(path, SPAM))
        assert (report.post_request, report.reporter) == (request, side.user)


def test_a_held_request_is_not_its_creators_to_report_nor_a_moderators(
    creator: Api, moderator: Api
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    held = PostRequestFactory.create(post=post, held=True)
    for client in (creator, moderator):
        assert_problem(client.post(f"/api/request/{held.pk}/report", SPAM), 404)


def test_a_guest_reports_the_answer_to_their_request_by_its_link(anonymous: Api) -> None:
    request = PostRequestFactory.create(guest=True, email="vera@example.net")
    other = PostRequestFactory.create(guest=True, email="otto@example.net")
    path = f"/api/request/{request.pk}/report"
    report = received(anonymous.post(f"{path}?token={page_token(request)}", SPAM))
    assert (report.reporter, report.email) == (None, "vera@example.net")
    for token in (page_token(other), "forged", ""):
        assert_problem(anonymous.post(f"{path}?token={token}", SPAM), 404)


def test_a_moderator_reads_a_request_only_while_it_is_reported(
    creator: Api, moderator: Api
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    request = PostRequestFactory.create(post=post)
    path = f"/api/request/{request.pk}"
    assert_problem(moderator.get(path), 404)
    received(creator.post(f"{path}/report", SPAM))
    read = moderator.get(path)
    assert read.status_code == 200
    assert read.json()["email"] is None
    assert_problem(moderator.delete(path), 404)
    assert_problem(moderator.patch(path, {"status": "read"}), 404)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "reason"),
        ({"reason": "boring"}, "reason"),
        ({"reason": None}, "reason"),
        ({"reason": ["spam"]}, "reason"),
        (SPAM | {"detail": "x" * (DETAIL_LENGTH + 1)}, "detail"),
        (SPAM | {"detail": "a\x00b"}, "detail"),
        (SPAM | {"detail": "a\ud800b"}, "detail"),
        (SPAM | {"detail": 7}, "detail"),
        (SPAM | {"email": "nobody"}, "email"),
        (SPAM | {"email": "a\x00b@example.net"}, "email"),
        (SPAM | {"email": f"{'v' * 300}@example.net"}, "email"),
        (SPAM | {"email": f"vera@{'ü' * 60}.example"}, "email"),
    ],
)
def test_bad_input_is_named_by_its_field(anonymous: Api, body: dict[str, Any], field: str) -> None:
    post, person = PostFactory.create(live=True), UserFactory.create()
    for path in (f"/api/post/{post.pk}/report", f"/api/user/{person.pk}/report"):
        assert_problem(anonymous.post(path, body), 400, field)
    assert not Report.objects.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'"spam"', b"\xff"])
def test_what_is_no_object_is_a_400(anonymous: Api, body: bytes) -> None:
    post = PostFactory.create(live=True)
    answer = anonymous.http.generic(
        "POST", f"/api/post/{post.pk}/report", body, content_type="application/json"
    )
    assert_problem(answer, 400)


def test_markup_is_kept_as_the_words_it_is(anonymous: Api) -> None:
    post = PostFactory.create(live=True)
    body = SPAM | {"detail": "<script>alert(1)</script>"}
    assert received(anonymous.post(f"/api/post/{post.pk}/report", body)).detail == body["detail"]


def test_one_client_reports_ten_a_minute(anonymous: Api, settings: Any) -> None:
    settings.RATE_LIMITS = True
    paths = [f"/api/post/{PostFactory.create(live=True).pk}/report" for _ in range(11)]
    answers = [anonymous.post(path, SPAM) for path in paths]
    assert [answer.status_code for answer in answers] == [202] * 10 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert Report.objects.count() == 10


def test_the_same_key_reports_once_and_another_body_is_refused(stranger: Api) -> None:
    post = PostFactory.create(live=True)
    path = f"/api/post/{post.pk}/report"
    for _ in range(2):
        received(stranger.post(path, SPAM, Idempotency_Key="k-1"))
    assert_problem(stranger.post(path, {"reason": "scam"}, Idempotency_Key="k-1"), 409)
    assert Report.objects.count() == 1


def test_reports_are_written_and_never_read(anonymous: Api, stranger: Api) -> None:
    post = PostFactory.create(live=True)
    for client in (anonymous, stranger):
        for method in ("GET", "PUT", "PATCH", "DELETE"):
            answer = client.call(method, f"/api/post/{post.pk}/report")
            assert answer.status_code == 405
            assert json.loads(answer.content)["status"] == 405
