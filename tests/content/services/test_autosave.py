"""Autosave: what is typed is kept, nothing else is touched, and versions do not pile up."""

from typing import Any

import pytest
from wagtail.models import ModelLogEntry, TaskState

from accounts.models import User
from content.errors import EditedElsewhere, ShownToReviewers
from content.models import Post
from content.services.posts import create_post, update_post
from content.services.review import request_changes, submit_post
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def typed(post: Post, title: str, editor: User | None = None, **extra: Any) -> Post:
    return update_post(
        post=post, editor=editor or post.creator, autosave=True, title=title, **extra
    )


def test_two_hundred_autosaves_leave_one_working_version() -> None:
    post = create_post(
        creator=UserFactory.create(), title="A", content="<p>Text.</p>", autosave=True
    )
    for number in range(200):
        typed(post, f"Title {number}")
    assert Post.objects.get().title == "Title 199"
    assert post.revisions.count() == 1
    assert ModelLogEntry.objects.for_instance(post).count() == 1


def test_each_save_by_hand_stays_as_it_was() -> None:
    post = PostFactory.create(title="By hand")
    for number in range(3):
        for letter in range(20):
            typed(post, f"Typing {number} {letter}")
        update_post(post=post, editor=post.creator, title=f"Saved {number}")
    typed(post, "Typing still")
    titles = list(post.revisions.order_by("pk").values_list("object_str", flat=True))
    assert titles == ["By hand", "Saved 0", "Saved 1", "Saved 2", "Typing still"]


def test_what_is_live_stays_live_and_its_version_untouched() -> None:
    post = PostFactory.create(live=True)
    shown = post.live_revision
    typed(post, "Another title")
    row = Post.objects.get()
    shown.refresh_from_db()
    assert (row.title, row.live_revision, shown.object_str) == (
        "A walnut chair",
        shown,
        "A walnut chair",
    )
    assert row.get_latest_revision_as_object().title == "Another title"


def test_a_post_in_review_is_not_changed_by_typing() -> None:
    post = PostFactory.create(in_review=True)
    before = post.latest_revision.content
    with pytest.raises(ShownToReviewers):
        typed(post, "Half a wo")
    assert Post.objects.get().latest_revision.content == before


def test_the_version_that_was_sent_back_stays_as_the_moderator_saw_it() -> None:
    post = PostFactory.create()
    typed(post, "As submitted")
    submit_post(post=post, user=post.creator)
    request_changes(post=post, moderator=UserFactory.create(moderator=True), reason="Say more.")
    typed(post, "Typed after")
    assert TaskState.objects.get().revision.object_str == "As submitted"


def test_somebody_elses_version_is_not_written_over() -> None:
    post = PostFactory.create()
    typed(post, "By the creator")
    typed(post, "By a moderator", editor=UserFactory.create(moderator=True))
    titles = list(post.revisions.order_by("pk").values_list("object_str", flat=True))
    assert titles[-2:] == ["By the creator", "By a moderator"]


def test_an_editor_that_saw_an_older_version_is_refused() -> None:
    post = PostFactory.create()
    first = typed(post, "First").latest_revision
    seen = first.created_at
    second = typed(post, "Second", seen=seen).latest_revision
    assert second.pk == first.pk
    with pytest.raises(EditedElsewhere):
        typed(post, "From an older window", seen=seen)
    with pytest.raises(EditedElsewhere):
        update_post(post=post, editor=post.creator, seen=seen, title="By hand, older")
    assert Post.objects.get().title == "Second"
