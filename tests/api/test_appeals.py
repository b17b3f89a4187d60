"""One second look a decision, for the creator alone, through the API."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content.models import Post
from content.services.review import remove_post
from engagement.models import Appeal
from engagement.services.appeals import decide_appeal
from tests.api.conftest import Api, assert_problem
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
TEXT = {"text": "The chair is mine; I have the receipt."}


@pytest.fixture
def mo() -> User:
    return UserFactory.create(moderator=True)


def removed_post(creator: User, moderator: User, **fields: Any) -> Post:
    post = PostFactory.create(creator=creator, live=True, **fields)
    remove_post(post=post, moderator=moderator, reason="This looks like a copy.")
    return Post.objects.get(pk=post.pk)


def review_of(api: Api, post: Post) -> Any:
    return api.get(f"/api/post/{post.pk}").json()["review"]


def test_creator_appeals_once(creator: Api, mo: User) -> None:
    post = removed_post(creator.user, mo)
    assert review_of(creator, post)["can_appeal"] is True
    answer = creator.post(f"/api/post/{post.pk}/appeal", TEXT)
    assert answer.status_code == 200
    review = answer.json()["review"]
    assert review["can_appeal"] is False
    assert (review["appeal"]["state"], review["appeal"]["text"]) == ("open", TEXT["text"])
    again = creator.post(f"/api/post/{post.pk}/appeal", TEXT)
    assert assert_problem(again, 409)["code"] == "already_appealed"
    assert Appeal.objects.count() == 1


def test_sent_back_post_can_be_appealed_until_it_is_submitted_again(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, sent_back=True)
    assert review_of(creator, post)["can_appeal"] is True
    creator.post(f"/api/post/{post.pk}/submit")
    assert review_of(creator, post)["can_appeal"] is False
    problem = assert_problem(creator.post(f"/api/post/{post.pk}/appeal", TEXT), 409)
    assert problem["code"] == "nothing_to_appeal"


@pytest.mark.parametrize("state", [{}, {"in_review": True}, {"live": True}])
def test_nothing_to_appeal_where_nothing_was_refused(creator: Api, state: dict[str, Any]) -> None:
    post = PostFactory.create(creator=creator.user, **state)
    problem = assert_problem(creator.post(f"/api/post/{post.pk}/appeal", TEXT), 409)
    assert problem["code"] == "nothing_to_appeal"


def test_answer_is_shown_to_the_creator_and_a_new_decision_can_be_appealed_anew(
    creator: Api, mo: User
) -> None:
    post = removed_post(creator.user, mo)
    creator.post(f"/api/post/{post.pk}/appeal", TEXT)
    decide_appeal(appeal=Appeal.objects.get(), moderator=mo, uphold=True)
    assert review_of(creator, post) is None
    assert creator.get(f"/api/post/{post.pk}").json()["state"] == "live"
    remove_post(post=post, moderator=mo, reason="Something else.")
    assert creator.post(f"/api/post/{post.pk}/appeal", TEXT).status_code == 200
    second = Appeal.objects.get(state="open")
    decide_appeal(appeal=second, moderator=mo, uphold=False, note="It is in a catalogue.")
    review = review_of(creator, post)
    assert review["appeal"]["state"] == "dismissed"
    assert review["appeal"]["note"] == "It is in a catalogue."
    assert review["can_appeal"] is False


@pytest.mark.parametrize(
    ("role", "hidden", "live"),
    [("anonymous", 401, 401), ("stranger", 404, 403), ("moderator", 403, 403)],
)
def test_nobody_else_may_appeal(
    request: pytest.FixtureRequest, creator: Api, mo: User, role: str, hidden: int, live: int
) -> None:
    api: Api = request.getfixturevalue(role)
    gone = removed_post(creator.user, mo)
    shown = PostFactory.create(creator=creator.user, live=True)
    assert_problem(api.post(f"/api/post/{gone.pk}/appeal", TEXT), hidden)
    assert_problem(api.post(f"/api/post/{shown.pk}/appeal", TEXT), live)
    assert_problem(
        api.post("/api/post/999999999/appeal", TEXT), 401 if role == "anonymous" else 404
    )


def test_moderator_reads_the_appeal_but_may_not_file_one(
    creator: Api, moderator: Api, mo: User
) -> None:
    post = removed_post(creator.user, mo)
    assert review_of(moderator, post)["can_appeal"] is False
    creator.post(f"/api/post/{post.pk}/appeal", TEXT)
    assert review_of(moderator, post)["appeal"]["text"] == TEXT["text"]


@pytest.mark.parametrize(
    "text", ["", "   ", "x" * 2001, "a\x00b", "\ud800", 7, None, ["a"], {"a": 1}]
)
def test_unreadable_appeal_is_a_client_error(creator: Api, mo: User, text: Any) -> None:
    post = removed_post(creator.user, mo)
    assert_problem(creator.post(f"/api/post/{post.pk}/appeal", {"text": text}), 400)
    assert not Appeal.objects.exists()


def test_body_that_is_no_object_is_a_client_error(creator: Api, mo: User) -> None:
    post = removed_post(creator.user, mo)
    bodies: list[Any] = [None, [], "text", 1]
    for body in bodies:
        assert creator.post(f"/api/post/{post.pk}/appeal", body).status_code == 400


def test_html_in_an_appeal_stays_text(creator: Api, mo: User) -> None:
    post = removed_post(creator.user, mo)
    html = "<script>alert(1)</script>"
    answer = creator.post(f"/api/post/{post.pk}/appeal", {"text": html})
    assert json.loads(answer.content)["review"]["appeal"]["text"] == html


def test_own_list_costs_the_same_with_one_appeal_and_with_twenty(creator: Api, mo: User) -> None:
    costs = []
    for count in (1, 19):
        for _ in range(count):
            post = removed_post(creator.user, mo)
            creator.post(f"/api/post/{post.pk}/appeal", TEXT)
        with CaptureQueriesContext(connection) as queries:
            page = creator.get("/api/post?user=me").json()
        assert all(row["review"]["appeal"]["state"] == "open" for row in page["results"])
        costs.append(len(queries))
    assert costs[0] == costs[1]
