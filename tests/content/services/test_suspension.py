"""What a suspension hides comes back exactly as it was, and nothing else does."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from accounts.suspension import lift_suspension, suspend_user
from content.errors import CreatorSuspended
from content.models import Avatar, Image, Post
from content.services.posts import update_post
from content.services.restoring import restore_post
from content.services.review import approve_post, remove_post, submit_post
from engagement.errors import SenderSuspended
from engagement.services.requests import accept_request
from tests.factories import ImageFactory, PostFactory, PostRequestFactory, UserFactory, committed

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> User:
    return UserFactory.create(moderator=True)


@pytest.fixture
def creator() -> User:
    return UserFactory.create(name="Cleo")


def suspend(creator: User, moderator: User) -> None:
    with committed():
        suspend_user(user=creator, moderator=moderator, reason="Sold what was never theirs.")


def lift(creator: User, moderator: User) -> None:
    with committed():
        lift_suspension(user=creator, moderator=moderator)


def states(creator: User) -> dict[str, str]:
    return {post.title: post.state for post in Post.objects.owned_by(creator).with_state()}


def opens(path: str) -> bool:
    answer = Client().get(path)
    return answer.status_code == 200 and bool(b"".join(answer))


def public_pages(post: Post, picture: Image) -> dict[str, bool]:
    """Every public route that could show something of the post or its creator, and whether it does."""
    browser = Client()
    creator = post.creator_id

    def lists(path: str, needle: str) -> bool:
        answer = browser.get(path)
        return answer.status_code == 200 and needle in answer.content.decode()

    return {
        "post": browser.get(f"/api/post/{post.pk}").status_code == 200,
        "list": lists("/api/post", post.title),
        "tag": lists("/api/post?tag=walnut", post.title),
        "search": lists("/api/post?q=unmistakable", post.title),
        "by person": lists(f"/api/post?user={creator}", post.title),
        "availability": lists("/api/post?availability=open", post.title),
        "tags": lists("/api/tag", "walnut"),
        "completion": lists("/api/tag?q=wal", "walnut"),
        "person": browser.get(f"/api/user/{creator}").status_code == 200,
        "people": lists("/api/user", post.creator.name),
        "picture": opens(f"/media/{picture.storage_names()[0]}"),
        "front page": lists("/api/page?path=/", post.title),
        "request": browser.post(
            "/api/request",
            {"post": post.pk, "name": "V", "email": "v@example.net", "message": "May I?"},
            content_type="application/json",
        ).status_code
        == 201,
    }


def test_no_public_route_shows_anything_of_a_suspended_person(
    creator: User, moderator: User
) -> None:
    with committed():
        picture = ImageFactory.create(uploaded_by_user=creator)
        post = PostFactory.create(
            creator=creator, live=True, images=[picture], title="Unmistakable", tags=["walnut"]
        )
    before = public_pages(post, picture)
    suspend(creator, moderator)
    hidden = public_pages(post, picture)
    lift(creator, moderator)
    after = public_pages(post, picture)

    assert not any(hidden.values()), hidden
    assert before == after
    assert all(shown for route, shown in before.items() if route != "front page"), before


def test_avatar_is_hidden_with_its_person(creator: User, moderator: User) -> None:
    with committed():
        picture = ImageFactory.create(uploaded_by_user=creator)
        Avatar.objects.create(user=creator, image=picture)
    path = f"/media/{picture.storage_names()[0]}"
    assert opens(path)
    suspend(creator, moderator)
    assert not opens(path)
    lift(creator, moderator)
    assert opens(path)


def test_files_move_to_the_private_storage_and_back(creator: User, moderator: User) -> None:
    post = PostFactory.create(creator=creator, live=True, pictures=2)
    suspend(creator, moderator)
    assert not Image.objects.filter(posts__post=post, is_public=True).exists()
    lift(creator, moderator)
    assert Image.objects.filter(posts__post=post, is_public=True).count() == 2


def test_previews_of_a_suspended_persons_posts_are_gone(creator: User, moderator: User) -> None:
    post = PostFactory.create(creator=creator, live=True)
    reader = Client()
    reader.force_login(moderator)
    token = post.preview_for(moderator).token
    assert reader.get("/api/preview", {"token": token}).status_code == 200
    suspend(creator, moderator)
    assert reader.get("/api/preview", {"token": token}).status_code == 404


def test_lifting_brings_back_what_was_live_and_nothing_else(creator: User, moderator: User) -> None:
    PostFactory.create(creator=creator, title="live", live=True)
    PostFactory.create(creator=creator, title="draft")
    PostFactory.create(creator=creator, title="sent back", sent_back=True)
    PostFactory.create(creator=creator, title="waiting", in_review=True)
    removed = PostFactory.create(creator=creator, title="removed", live=True)
    remove_post(post=removed, moderator=moderator, reason="A copy.")
    edited = PostFactory.create(creator=creator, title="edited", live=True)
    update_post(post=edited, editor=creator, title="with an edit")
    before = states(creator)
    was = Post.objects.filter(pk=edited.pk).values().get()
    suspend(creator, moderator)
    assert not Post.objects.owned_by(creator).live().exists()
    lift(creator, moderator)
    assert states(creator) == before
    assert Post.objects.filter(pk=edited.pk).values().get() == was


def test_post_removed_meanwhile_stays_removed(creator: User, moderator: User) -> None:
    post = PostFactory.create(creator=creator, live=True)
    suspend(creator, moderator)
    remove_post(post=post, moderator=moderator, reason="Not yours.")
    lift(creator, moderator)
    post.refresh_from_db()
    assert post.removed_at
    assert not post.live


def test_post_restored_meanwhile_waits_hidden_for_the_lifting(
    creator: User, moderator: User
) -> None:
    post = PostFactory.create(creator=creator, live=True)
    remove_post(post=post, moderator=moderator, reason="Not yours.")
    suspend(creator, moderator)
    restore_post(post=post, moderator=moderator)
    assert Client().get(f"/api/post/{post.pk}").status_code == 404
    lift(creator, moderator)
    assert Client().get(f"/api/post/{post.pk}").status_code == 200


def test_nothing_of_a_suspended_person_can_be_approved(creator: User, moderator: User) -> None:
    new = PostFactory.create(creator=creator, in_review=True)
    edit = PostFactory.create(creator=creator, live=True)
    update_post(post=edit, editor=creator, title="Changed")
    submit_post(post=edit, user=creator)
    suspend(creator, moderator)
    for post in (new, edit):
        with pytest.raises(CreatorSuspended):
            approve_post(post=post, moderator=moderator)
    assert not Post.objects.owned_by(creator).live().exists()
    lift(creator, moderator)
    approve_post(post=new, moderator=moderator)
    assert Post.objects.get(pk=new.pk).live


def test_edit_that_slips_in_does_not_change_what_comes_back(creator: User, moderator: User) -> None:
    """A save that was under way while the suspension fell: its words wait for a review as ever."""
    post = PostFactory.create(creator=creator, live=True, title="Approved words")
    suspend(creator, moderator)
    update_post(post=post, editor=creator, title="Words nobody approved")
    lift(creator, moderator)
    assert Client().get(f"/api/post/{post.pk}").json()["title"] == "Approved words"


def test_request_of_a_suspended_person_cannot_be_answered(moderator: User, creator: User) -> None:
    request = PostRequestFactory.create(sender=creator)
    suspend(creator, moderator)
    with pytest.raises(SenderSuspended):
        accept_request(post_request=request)
    lift(creator, moderator)
    accept_request(post_request=request)


def test_restored_post_is_as_it_was_before_the_removal(creator: User, moderator: User) -> None:
    post = PostFactory.create(creator=creator, live=True, pictures=1)
    update_post(post=post, editor=creator, title="A pending edit")
    fields: Any = ("live", "has_unpublished_changes", "live_revision_id", "title", "removed_at")
    before = Post.objects.values(*fields).get(pk=post.pk)
    with committed():
        remove_post(post=post, moderator=moderator, reason="A mistake.")
    with committed():
        restore_post(post=post, moderator=moderator)
    assert Post.objects.values(*fields).get(pk=post.pk) == before
    assert Image.objects.filter(posts__post=post, is_public=True).count() == 1


def test_restored_draft_is_back_in_review(creator: User, moderator: User) -> None:
    post = PostFactory.create(creator=creator, in_review=True, title="new")
    remove_post(post=post, moderator=moderator, reason="A mistake.")
    restore_post(post=post, moderator=moderator)
    assert states(creator) == {"new": "in_review"}


def test_suspending_costs_the_same_for_one_post_and_for_twenty(moderator: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    costs = []
    for count in (1, 20):
        creator = UserFactory.create()
        for _ in range(count):
            PostFactory.create(creator=creator, live=True)
        with CaptureQueriesContext(connection) as queries:
            suspend_user(user=creator, moderator=moderator, reason="Spam.")
            lift_suspension(user=creator, moderator=moderator)
        costs.append(len(queries))
    assert costs[0] == costs[1]
