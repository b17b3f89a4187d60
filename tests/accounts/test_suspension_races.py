"""Suspending while something of the person's is under way, on real connections: it ends hidden."""

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import connection

from accounts.errors import RuleBroken
from accounts.models import User
from accounts.suspension import AlreadySuspended, lift_suspension, suspend_user
from content.models import Post
from content.services.restoring import restore_post
from content.services.review import approve_post, remove_post
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
ROUNDS = 5


def at_once(*deeds: Callable[[], object]) -> list[BaseException]:
    """Do all of it at the same moment, each on a connection of its own; return what was not a broken rule."""
    start = threading.Barrier(len(deeds))
    problems: list[BaseException] = []

    def run(deed: Callable[[], object]) -> None:
        try:
            start.wait(10)
            with suppress(RuleBroken):
                deed()
        except BaseException as error:  # told to the test, whatever it is
            problems.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return problems


def suspend(creator: User, moderator: User) -> None:
    suspend_user(user=creator, moderator=moderator, reason="Spam.")


def test_post_approved_at_that_moment_ends_hidden() -> None:
    first, second = UserFactory.create(moderator=True), UserFactory.create(moderator=True)
    for _ in range(ROUNDS):
        creator = UserFactory.create()
        posts = [PostFactory.create(creator=creator, in_review=True) for _ in range(2)]
        problems = at_once(
            lambda: suspend(creator, first),  # noqa: B023  (run before the loop goes on)
            lambda: approve_post(post=posts[0], moderator=second),  # noqa: B023
            lambda: approve_post(post=posts[1], moderator=first),  # noqa: B023
        )
        assert problems == []
        assert not Post.objects.owned_by(creator).live().exists()


def test_post_restored_at_that_moment_ends_hidden() -> None:
    moderator = UserFactory.create(moderator=True)
    for _ in range(ROUNDS):
        creator = UserFactory.create()
        post = PostFactory.create(creator=creator, live=True)
        remove_post(post=post, moderator=moderator, reason="A copy.")
        problems = at_once(
            lambda: suspend(creator, moderator),  # noqa: B023
            lambda: restore_post(post=post, moderator=moderator),  # noqa: B023
        )
        assert problems == []
        assert not Post.objects.owned_by(creator).live().exists()
        lift_suspension(user=creator, moderator=moderator)
        assert Post.objects.owned_by(creator).live().count() == 1


def test_two_moderators_at_once_suspend_once() -> None:
    moderators = [UserFactory.create(moderator=True) for _ in range(2)]
    creator = UserFactory.create()
    problems = at_once(*[lambda m=m: suspend(creator, m) for m in moderators])
    assert problems == []
    assert creator.suspensions.count() == 1
    with pytest.raises(AlreadySuspended):
        suspend(creator, moderators[0])
