"""Review before, after or without: one workflow, and a moderator's word holds in every mode."""

import pytest
from wagtail.models import TaskState, WorkflowState

from content.admin.review.queue import kind_of, waiting
from content.errors import NothingToSubmit, NotInReview, ReviewStays
from content.models import Post, ReviewDecision, SiteSettings
from content.services.posts import update_post
from content.services.review import (
    approve_post,
    remove_post,
    request_changes,
    submit_post,
    withdraw_post,
)
from engagement.models import Notification
from tests.content.finding import found
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def look(mode: str, **fields: object) -> None:
    settings = SiteSettings.load()
    settings.review_mode = mode
    for name, value in fields.items():
        setattr(settings, name, value)
    settings.full_clean()
    settings.save()


def state_of(post: Post) -> str:
    return Post.objects.with_state().get(pk=post.pk).state


def in_queue() -> dict[int, str]:
    return {post.pk: kind_of(post) for post in waiting()}


def test_after_shows_at_once_and_keeps_it_in_the_queue_until_a_moderator_has_looked(
    creator, moderator
):
    look("after")
    post = PostFactory(creator=creator, in_review=True, title="A blue lamp")
    assert (state_of(post), in_queue()) == ("live", {post.pk: "Live, not looked at yet"})
    assert found("blue lamp") == [post.pk]
    published = Post.objects.get(pk=post.pk).last_published_at
    approve_post(post=post, moderator=moderator)
    row = Post.objects.get(pk=post.pk)
    assert (row.live, row.last_published_at, in_queue()) == (True, published, {})
    assert not Notification.objects.exists()


def test_after_lets_a_moderator_take_it_away(creator, moderator):
    look("after")
    post = PostFactory(creator=creator, in_review=True)
    remove_post(post=post, moderator=moderator, reason="Not here.")
    assert (state_of(post), in_queue()) == ("removed", {})


def test_nobody_slips_out_of_the_queue_by_withdrawing(creator):
    look("after")
    post = PostFactory(creator=creator, in_review=True)
    with pytest.raises(ReviewStays):
        withdraw_post(post=post, user=creator)
    update_post(post=post, editor=creator, title="Another lamp")
    with pytest.raises(ReviewStays):
        withdraw_post(post=post, user=creator)
    assert in_queue() == {post.pk: "Live, not looked at yet, and an edit"}


def test_after_shows_an_edit_when_it_is_submitted_in_the_same_place_of_the_queue(creator):
    look("after")
    post = PostFactory(creator=creator, in_review=True)
    update_post(post=post, editor=creator, title="A red lamp")
    assert Post.objects.get(pk=post.pk).title != "A red lamp"
    submit_post(post=post, user=creator)
    assert Post.objects.get(pk=post.pk).title == "A red lamp"
    assert WorkflowState.objects.filter(object_id=str(post.pk)).count() == 1
    with pytest.raises(NothingToSubmit):
        submit_post(post=post, user=creator)


@pytest.mark.parametrize("mode", ["after", "skip"])
def test_what_was_sent_back_waits_for_a_moderator_again(creator, mode):
    post = PostFactory(creator=creator, sent_back=True)
    look(mode, trusted_after=1)
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"


def test_skip_ends_the_review_of_a_trusted_creator_and_says_so_in_the_history(creator):
    PostFactory(creator=creator, live=True)
    look("skip", trusted_after=2)
    second = PostFactory(creator=creator, in_review=True)
    assert state_of(second) == "in_review"
    look("skip", trusted_after=1)
    third = PostFactory(creator=creator, in_review=True)
    assert state_of(third) == "live"
    passed = TaskState.objects.get(workflow_state__object_id=str(third.pk))
    assert (passed.status, passed.finished_by) == ("approved", None)
    assert "1 approved posts" in passed.comment or "1 approved post" in passed.comment
    assert not ReviewDecision.objects.filter(post=third).exists()
    assert third.pk not in in_queue()


def test_trust_is_not_earned_by_what_was_shown_without_a_look_or_removed(creator, moderator):
    removed = PostFactory(creator=creator, live=True)
    remove_post(post=removed, moderator=moderator, reason="No.")
    look("skip", trusted_after=1)
    assert state_of(PostFactory(creator=creator, in_review=True)) == "in_review"
    PostFactory(creator=creator, live=True)
    PostFactory(creator=creator, in_review=True)
    look("skip", trusted_after=2)
    assert state_of(PostFactory(creator=creator, in_review=True)) == "in_review"


def test_worry_words_bring_even_a_trusted_creator_before_a_moderator(creator):
    PostFactory(creator=creator, live=True)
    look("skip", trusted_after=1, worry_words="Magic Beans\n")
    worrying = PostFactory(creator=creator, in_review=True, content="<p>My MAGIC  beans</p>")
    assert state_of(worrying) == "in_review"


def test_a_change_of_mode_harms_nothing_that_waits(creator, moderator):
    waiting_before = PostFactory(creator=creator, in_review=True)
    look("after")
    with pytest.raises(NothingToSubmit):
        submit_post(post=waiting_before, user=creator)
    shown = PostFactory(creator=creator, in_review=True)
    look("before")
    assert set(in_queue()) == {waiting_before.pk, shown.pk}
    approve_post(post=shown, moderator=moderator)
    approve_post(post=waiting_before, moderator=moderator)
    assert (state_of(waiting_before), state_of(shown)) == ("live", "live")
    with pytest.raises(NotInReview):
        approve_post(post=shown, moderator=moderator)


def test_a_moderator_may_ask_for_changes_of_what_is_shown(creator, moderator):
    look("after")
    post = PostFactory(creator=creator, in_review=True)
    request_changes(post=post, moderator=moderator, reason="Say more.")
    update_post(post=post, editor=creator, title="More")
    submit_post(post=post, user=creator)
    row = Post.objects.get(pk=post.pk)
    assert (row.live, row.title) == (True, "A walnut chair")
    approve_post(post=post, moderator=moderator)
    assert Post.objects.get(pk=post.pk).title == "More"
    assert Notification.objects.filter(kind="post_approved").count() == 1


def test_a_trusted_persons_post_is_nobody_elses_merit():
    PostFactory(creator=UserFactory(), live=True)
    look("skip", trusted_after=1)
    assert state_of(PostFactory(in_review=True)) == "in_review"
