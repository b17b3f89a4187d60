"""Several posts of the queue decided at once: asked once, each decided by itself, nothing by surprise."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from accounts.suspension import suspend_user
from content.admin.review.queue import PER_PAGE
from content.models import Post, ReviewDecision, SiteSettings
from content.services.posts import update_post
from content.services.review import approve_post, submit_post
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db

QUEUE = "/admin/review/"
SEVERAL = f"{QUEUE}several/"


def item(post: Post) -> str:
    post.refresh_from_db()
    return f"{post.pk}:{post.latest_revision_id}"


def words(response: Any) -> str:
    return str(response.content.decode())


def decide(client: Client, items: list[str], action: str, **fields: str) -> str:
    return words(client.post(SEVERAL, {"item": items, "action": action, **fields}, follow=True))


@pytest.fixture
def two() -> list[Post]:
    return [PostFactory.create(in_review=True, title=f"Chair {n}", pictures=1) for n in range(2)]


def test_nothing_is_decided_before_it_is_confirmed(as_moderator: Client, two: list[Post]) -> None:
    for to, question in (
        ("approve", "Approve these 2 posts?"),
        ("refuse", "Refuse these 2 posts?"),
    ):
        page = words(as_moderator.post(SEVERAL, {"item": [item(p) for p in two], "to": to}))
        assert question in page
        for post in two:
            assert post.title in page
            assert f'name="item" value="{item(post)}"' in page
            assert f"{post.gallery.get().image.key}/" in page
    assert not ReviewDecision.objects.exists()


def test_several_are_approved(as_moderator: Client, moderator: User, two: list[Post]) -> None:
    edited = PostFactory.create(live=True)
    update_post(post=edited, editor=edited.creator, title="Chair, edited")
    submit_post(post=edited, user=edited.creator)
    page = decide(as_moderator, [item(post) for post in (*two, edited)], "approve")
    assert "Approved: 3 posts." in page
    assert Post.objects.live().count() == 3
    assert Post.objects.get(pk=edited.pk).title == "Chair, edited"
    made = ReviewDecision.objects.filter(decided_by=moderator)
    assert made.count() == 3


@pytest.mark.parametrize(
    ("action", "state"), [("changes", "changes_requested"), ("remove", "removed")]
)
def test_several_are_refused_with_one_reason(
    as_moderator: Client, two: list[Post], action: str, state: str
) -> None:
    decide(as_moderator, [item(post) for post in two], action, code="unclear", note="How big?")
    for post in Post.objects.with_state():
        assert post.state == state
        decision = post.decisions.get()
        assert decision.code == "unclear"
        assert decision.reason.endswith("How big?")


@pytest.mark.parametrize("fields", [{}, {"code": "other"}, {"code": "nonsense"}])
def test_a_refusal_of_several_needs_a_reason_too(
    as_moderator: Client, two: list[Post], fields: dict[str, str]
) -> None:
    data = {"item": [item(post) for post in two], "action": "remove", **fields}
    answer = as_moderator.post(SEVERAL, data)
    assert answer.status_code == 422
    assert "fh-error" in words(answer)
    assert not ReviewDecision.objects.exists()


def test_a_post_that_changed_meanwhile_is_named_and_left(
    as_moderator: Client, two: list[Post]
) -> None:
    items = [item(post) for post in two]
    update_post(post=two[0], editor=two[0].creator, title="Something else entirely")
    asked = words(as_moderator.post(SEVERAL, {"item": items, "to": "approve"}))
    assert "“Something else entirely” has changed since you chose it" in asked
    assert f'value="{items[0]}"' not in asked
    for action in ("remove", "changes", "approve"):
        page = decide(as_moderator, items[:1], action, code="unclear")
        assert "Not decided: “Something else entirely”." in page
        assert "changed since you opened it" in page
    decide(as_moderator, items, "approve")
    assert list(Post.objects.live()) == [two[1]]


@pytest.mark.parametrize("action", ["approve", "changes", "remove"])
def test_what_a_colleague_has_decided_stays_decided(
    as_moderator: Client, two: list[Post], action: str
) -> None:
    items = [item(post) for post in two]
    approve_post(post=two[0], moderator=UserFactory.create(moderator=True))
    page = decide(as_moderator, items, action, code="unclear")
    assert "Not decided: “Chair 0”." in page
    assert Post.objects.get(pk=two[0].pk).live
    assert ReviewDecision.objects.filter(post=two[1]).count() == 1


def test_what_a_suspended_person_shares_is_not_approved(
    as_moderator: Client, moderator: User, two: list[Post]
) -> None:
    items = [item(post) for post in two]
    suspend_user(user=two[0].creator, moderator=moderator, reason="Spam.")
    asked = words(as_moderator.post(SEVERAL, {"item": items, "to": "approve"}))
    assert "1 of the posts you chose no longer waits" in asked
    decide(as_moderator, items, "approve")
    assert list(Post.objects.live()) == [two[1]]


def test_what_is_gone_or_was_never_there_stops_nothing(
    as_moderator: Client, two: list[Post]
) -> None:
    items = [item(post) for post in two]
    Post.objects.get(pk=two[0].pk).delete()
    odd = ["", "1", "x:y", "-1:2", f"{'9' * 18}:1", f"{'9' * 40}:1", "1:99999999999"]
    page = decide(as_moderator, [*odd, *items], "approve")
    assert "Approved: “Chair 1”." in page
    assert "It has been deleted meanwhile." in page


def test_nothing_ticked_is_told(as_moderator: Client) -> None:
    answer = as_moderator.post(f"{SEVERAL}?kind=new", {"to": "approve"}, follow=True)
    assert answer.redirect_chain == [(f"{QUEUE}?kind=new", 302)]
    assert "Tick the posts first" in words(answer)


def test_one_page_at_most_is_decided_at_once(as_moderator: Client) -> None:
    creator = UserFactory.create()
    posts = [PostFactory.create(creator=creator, in_review=True) for _ in range(PER_PAGE + 1)]
    decide(as_moderator, [item(post) for post in posts], "changes", code="unclear")
    assert ReviewDecision.objects.count() == PER_PAGE


def test_several_are_decided_by_sending_alone(as_moderator: Client, two: list[Post]) -> None:
    assert as_moderator.get(SEVERAL, {"item": item(two[0]), "action": "approve"}).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_moderator.cookies
    assert strict.post(SEVERAL, {"item": item(two[0]), "action": "approve"}).status_code == 403
    assert not ReviewDecision.objects.exists()


def test_posts_can_be_ticked_and_worry_words_are_marked(
    as_moderator: Client, two: list[Post]
) -> None:
    settings = SiteSettings.load()
    settings.worry_words = "chair 1"
    settings.save()
    page = words(as_moderator.get(QUEUE))
    assert page.count('name="item"') == 2
    assert '<span class="fh-waits__mark">“chair 1”</span>' in page
    assert "“chair 0”" not in page
