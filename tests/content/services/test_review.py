"""Review: one state, two people at once, and reasons that are always given."""

import threading

import pytest
from django.db import connection

from accounts.errors import InvalidInput
from content.errors import NothingToSubmit, NotInReview, PicturesNotReady, RevisionChanged
from content.models import Image, Post, ReviewDecision
from content.services.posts import GalleryItem, update_post
from content.services.review import (
    approve_post,
    remove_post,
    request_changes,
    submit_post,
    withdraw_post,
)
from tests.content.finding import found
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db


def state_of(post: Post) -> str:
    return Post.objects.with_state().get(pk=post.pk).state


def test_a_post_goes_into_review_out_of_it_and_in_again(creator):
    post = PostFactory(creator=creator)
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"
    withdraw_post(post=post, user=creator)
    assert state_of(post) == "draft"
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"


def test_submitting_twice_is_refused(creator):
    post = PostFactory(creator=creator, in_review=True)
    with pytest.raises(NothingToSubmit):
        submit_post(post=post, user=creator)


def test_a_live_post_without_changes_has_nothing_to_submit(creator):
    post = PostFactory(creator=creator, live=True)
    with pytest.raises(NothingToSubmit):
        submit_post(post=post, user=creator)


def test_a_post_with_unfinished_pictures_cannot_be_submitted(creator):
    waiting = ImageFactory(uploaded_by_user=creator, state=Image.State.PROCESSING)
    post = PostFactory(creator=creator, images=[waiting])
    with pytest.raises(PicturesNotReady):
        submit_post(post=post, user=creator)


def test_approval_publishes_and_is_recorded(creator, moderator):
    post = PostFactory(creator=creator, in_review=True, title="A blue lamp")
    approve_post(post=post, moderator=moderator)
    post.refresh_from_db()
    assert post.live
    assert post.first_published_at is not None
    assert found("blue la") == [post.pk]
    assert post.decisions.get().outcome == ReviewDecision.Outcome.APPROVED


def test_a_post_sent_back_carries_the_reason_and_can_return(creator, moderator):
    post = PostFactory(creator=creator, in_review=True)
    request_changes(post=post, moderator=moderator, reason="Show the back too.", code="pictures")
    assert state_of(post) == "changes_requested"
    decision = post.decisions.get()
    assert (decision.reason, decision.code) == ("Show the back too.", "pictures")
    update_post(post=post, editor=creator, content="<p>Now with the back.</p>")
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"


@pytest.mark.parametrize(
    ("reason", "code", "field"),
    [("  ", "other", "reason"), ("x" * 1001, "other", "reason"), ("Fine", "made_up", "code")],
)
def test_a_refusal_needs_a_reason_from_the_list(creator, moderator, reason, code, field):
    post = PostFactory(creator=creator, in_review=True)
    with pytest.raises(InvalidInput) as refusal:
        request_changes(post=post, moderator=moderator, reason=reason, code=code)
    assert refusal.value.field == field
    assert state_of(post) == "in_review"


def test_a_decision_on_a_version_that_has_changed_is_refused(creator, moderator):
    post = PostFactory(creator=creator, in_review=True)
    post.refresh_from_db()
    seen = post.latest_revision_id
    update_post(post=post, editor=creator, title="Something else entirely")
    with pytest.raises(RevisionChanged):
        approve_post(post=post, moderator=moderator, revision_id=seen)
    assert state_of(post) == "in_review"


def test_what_is_approved_is_the_newest_version(creator, moderator):
    picture = ImageFactory(uploaded_by_user=creator)
    post = PostFactory(creator=creator, in_review=True)
    update_post(post=post, editor=creator, title="Newest", images=[GalleryItem(picture.pk, "alt")])
    approve_post(post=post, moderator=moderator)
    row = Post.objects.get(pk=post.pk)
    assert row.title == "Newest"
    assert [item.image_id for item in row.gallery.all()] == [picture.pk]


def test_a_removed_post_is_out_of_everyones_sight_but_its_creators(creator, stranger, moderator):
    post = PostFactory(creator=creator, live=True)
    remove_post(post=post, moderator=moderator, reason="This may not be shared here.")
    assert state_of(post) == "removed"
    assert not Post.objects.visible_to(stranger).filter(pk=post.pk).exists()
    assert Post.objects.visible_to(creator).filter(pk=post.pk).exists()


def test_a_post_in_review_can_be_removed_outright(creator, moderator):
    post = PostFactory(creator=creator, in_review=True)
    remove_post(post=post, moderator=moderator, reason="No weapons.")
    assert state_of(post) == "removed"
    with pytest.raises(NotInReview):
        approve_post(post=post, moderator=moderator)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_decisions_at_once_one_holds(creator, moderator):
    post = PostFactory(creator=creator, in_review=True)
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def decide() -> None:
        start.wait(timeout=10)
        try:
            approve_post(post=Post(pk=post.pk), moderator=moderator)
            outcomes.append("approved")
        except NotInReview:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(outcomes) == ["approved", "refused"]
    assert ReviewDecision.objects.filter(post_id=post.pk).count() == 1
