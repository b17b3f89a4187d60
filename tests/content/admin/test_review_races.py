"""Two people at the same moment, through HTTP: one outcome, no 500, no lost edit."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from accounts.models import User
from content.models import Post, ReviewDecision
from content.services.posts import update_post
from content.services.review import submit_post
from tests.content.admin.conftest import signed_in
from tests.content.admin.forms import editor_data
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

ROUNDS = 3
"""One round may happen to go one after the other."""

EDITED = "An edit at the last moment"


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do these in a thread each, begun together; return what each answered, in their order."""
    start = threading.Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            start.wait()
            answers[place] = act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def decide(client: Client, post: Post, action: str) -> Callable[[], int]:
    data = {
        "action": action,
        "revision": post.latest_revision_id,
        "code": "" if action == "approve" else "sale",
        "note": "",
    }
    return lambda: client.post(f"/admin/review/{post.pk}/", data).status_code


def save(client: Client, post: Post, **extra: Any) -> Callable[[], int]:
    data = editor_data(title=EDITED, **extra)
    path = f"/admin/snippets/content/post/edit/{post.pk}/"
    return lambda: client.post(path, data).status_code


def delete(client: Client, post: Post) -> Callable[[], int]:
    path = f"/admin/snippets/content/post/delete/{post.pk}/"
    return lambda: client.post(path).status_code


@pytest.fixture
def creator() -> User:
    return UserFactory.create()


@pytest.fixture
def moderators() -> list[Client]:
    return [signed_in(UserFactory.create(moderator=True)) for _ in range(2)]


def test_two_submits_make_one_review(creator: User) -> None:
    for _ in range(ROUNDS):
        post = PostFactory.create(creator=creator)
        submits = [save(signed_in(creator), post, **{"action-submit": "Submit"}) for _ in range(2)]
        answers = at_once(*submits)
        assert max(answers) < 400, answers
        assert post.workflow_states.count() == 1
        assert Post.objects.with_state().get(pk=post.pk).state == "in_review"
        newest = Post.objects.get(pk=post.pk).latest_revision
        assert newest.content["title"] == EDITED


def test_approving_while_its_creator_saves_loses_no_edit(
    creator: User, moderators: list[Client]
) -> None:
    for _ in range(ROUNDS):
        post = PostFactory.create(creator=creator, in_review=True)
        approved, saved = at_once(
            decide(moderators[0], post, "approve"), save(signed_in(creator), post)
        )
        assert approved in (302, 409)
        assert saved < 400
        row = Post.objects.get(pk=post.pk)
        assert row.latest_revision.content["title"] == EDITED
        decided = post.decisions.count()
        # Either the version that was read is live, or nothing is and the answer said what changed.
        assert (approved, row.live, decided) in [(302, True, 1), (409, False, 0)]
        if row.live:
            assert row.title == post.title


@pytest.mark.parametrize("action", ["approve", "changes", "remove"])
def test_deciding_while_its_creator_deletes(
    creator: User, moderators: list[Client], action: str
) -> None:
    for _ in range(ROUNDS):
        post = PostFactory.create(creator=creator, in_review=True, pictures=1)
        decided, deleted = at_once(
            decide(moderators[0], post, action), delete(signed_in(creator), post)
        )
        assert decided in (302, 404)
        assert deleted < 500
        assert not Post.objects.filter(pk=post.pk).exists()
        assert not ReviewDecision.objects.filter(post_id=post.pk).exists()


@pytest.mark.parametrize("action", ["approve", "changes", "remove"])
def test_two_moderators_decide_the_same_once(moderators: list[Client], action: str) -> None:
    for _ in range(ROUNDS):
        post = PostFactory.create(in_review=True)
        answers = at_once(*(decide(client, post, action) for client in moderators))
        assert answers == [302, 302]
        assert post.decisions.count() == 1


@pytest.mark.parametrize("action", ["changes", "take_off", "remove"])
def test_two_moderators_decide_differently_about_an_edit(
    creator: User, moderators: list[Client], action: str
) -> None:
    for _ in range(ROUNDS):
        post = PostFactory.create(creator=creator, live=True)
        update_post(post=post, editor=creator, title=EDITED)
        submit_post(post=post, user=creator)
        post.refresh_from_db()
        answers = at_once(
            decide(moderators[0], post, "approve"), decide(moderators[1], post, action)
        )
        assert set(answers) <= {302, 409}
        row = Post.objects.get(pk=post.pk)
        outcomes = list(post.decisions.values_list("outcome", flat=True))[:-1]
        # What is live may be taken away a moment after it was approved, but never the other way round.
        assert len(outcomes) in (1, 2)
        assert row.live == (outcomes[0] == "approved" or action == "changes")
        assert row.latest_revision.content["title"] == EDITED
