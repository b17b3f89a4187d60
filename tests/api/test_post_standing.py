"""How a post stands: what may be done about its review is told truly, and hidden is called hidden."""

from collections.abc import Callable

import pytest

from accounts.models import User
from accounts.suspension import suspend_user
from content.models import Post, SiteSettings
from content.services.posts import update_post
from content.services.review import remove_post, request_changes, submit_post
from tests.api.conftest import Api
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def edited(creator: User) -> Post:
    post = PostFactory.create(creator=creator, live=True)
    update_post(post=post, editor=creator, title="Another title")
    return post


def edit_in_review(creator: User) -> Post:
    post = edited(creator)
    submit_post(post=post, user=creator)
    return post


def edit_sent_back(creator: User) -> Post:
    post = edit_in_review(creator)
    moderator = UserFactory.create(moderator=True)
    request_changes(post=post, moderator=moderator, reason="Say more.")
    return post


def removed(creator: User) -> Post:
    post = PostFactory.create(creator=creator, live=True)
    remove_post(post=post, moderator=UserFactory.create(moderator=True), reason="A copy.")
    return post


def shown_before_review(creator: User) -> Post:
    site = SiteSettings.load()
    site.review_mode = "after"
    site.save()
    post = PostFactory.create(creator=creator)
    submit_post(post=post, user=creator)
    return post


def edit_of_one_shown_before_review(creator: User) -> Post:
    post = shown_before_review(creator)
    update_post(post=post, editor=creator, title="Another title")
    return post


STANDINGS: dict[str, tuple[Callable[[User], Post], str, bool, bool]] = {
    "draft": (lambda creator: PostFactory.create(creator=creator), "draft", True, False),
    "in review": (
        lambda creator: PostFactory.create(creator=creator, in_review=True),
        "in_review",
        False,
        True,
    ),
    "sent back": (
        lambda creator: PostFactory.create(creator=creator, sent_back=True),
        "changes_requested",
        True,
        False,
    ),
    "live": (lambda creator: PostFactory.create(creator=creator, live=True), "live", False, False),
    "edited": (edited, "live", True, False),
    "edit in review": (edit_in_review, "live", False, True),
    "edit sent back": (edit_sent_back, "live", True, False),
    "removed": (removed, "removed", False, False),
    "shown before review": (shown_before_review, "live", False, False),
    "edit of one shown before review": (edit_of_one_shown_before_review, "live", True, False),
}


@pytest.mark.parametrize("standing", STANDINGS)
def test_what_can_be_done_is_told_and_what_cannot_is_a_conflict(
    creator: Api, standing: str
) -> None:
    make, state, can_submit, can_withdraw = STANDINGS[standing]
    path = f"/api/post/{make(creator.user).pk}"
    told = creator.get(path).json()
    assert (told["state"], told["can_submit"], told["can_withdraw"]) == (
        state,
        can_submit,
        can_withdraw,
    )
    listed = creator.get("/api/post?user=me").json()["results"][0]
    assert (listed["can_submit"], listed["can_withdraw"]) == (can_submit, can_withdraw)
    possible = {"submit": can_submit, "withdraw": can_withdraw}
    for action in sorted(possible, key=lambda name: possible[name]):  # what changes nothing first
        assert creator.post(f"{path}/{action}").status_code == (200 if possible[action] else 409)


def test_strangers_and_visitors_are_told_none_of_it(
    creator: Api, stranger: Api, anonymous: Api
) -> None:
    post = edited(creator.user)
    for client in (stranger, anonymous):
        assert not {"state", "can_submit", "can_withdraw"} & set(
            client.get(f"/api/post/{post.pk}").json()
        )


def test_moderators_read_that_a_suspension_hides_a_post(
    creator: Api, moderator: Api, anonymous: Api
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    suspend_user(user=creator.user, moderator=moderator.user, reason="Spam.")
    assert moderator.get(f"/api/post/{post.pk}").json()["state"] == "hidden"
    assert anonymous.get(f"/api/post/{post.pk}").status_code == 404
