"""A second look: decided once, told to its creator, and nothing but what it says is undone."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.errors import InvalidInput
from accounts.models import User
from accounts.suspension import suspend_user
from content.errors import CreatorSuspended, RevisionChanged
from content.models import Post
from content.services.posts import delete_post, update_post
from content.services.review import approve_post, remove_post, submit_post
from engagement.errors import AlreadyAppealed, AppealDecided, NothingToAppeal
from engagement.models import Appeal, Notification
from engagement.services.appeals import decide_appeal, file_appeal
from tests.accounts.mailing import mail_to
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> User:
    return UserFactory.create(moderator=True)


@pytest.fixture
def creator() -> User:
    return UserFactory.create(email="cleo@example.org")


def appeal_a_removal(creator: User, moderator: User, **fields: Any) -> Appeal:
    post = PostFactory.create(creator=creator, live=True, **fields)
    remove_post(post=post, moderator=moderator, reason="This looks like a copy.")
    return file_appeal(post=post, text="It is mine.")


def appeal_a_return(creator: User) -> Appeal:
    post = PostFactory.create(creator=creator, sent_back=True)
    return file_appeal(post=post, text="It says all there is to say.")


def state_of(appeal: Appeal) -> str:
    return str(Post.objects.with_state().get(pk=appeal.decision.post_id).state)


def test_upheld_removal_brings_the_post_back_and_tells_its_creator(
    creator: User, moderator: User
) -> None:
    appeal = appeal_a_removal(creator, moderator, title="A walnut chair")
    decide_appeal(appeal=appeal, moderator=moderator, uphold=True, note="Sorry about that.")
    assert state_of(appeal) == "live"
    mail = mail_to("cleo@example.org")
    assert "A walnut chair" in mail
    assert "Sorry about that." in mail
    kind = Notification.Kind.APPEAL_UPHELD
    assert Notification.objects.filter(user=creator, kind=kind).count() == 1


def test_upheld_return_publishes_the_version_the_moderator_saw(
    creator: User, moderator: User
) -> None:
    appeal = appeal_a_return(creator)
    revision = appeal.decision.post.latest_revision_id
    decide_appeal(appeal=appeal, moderator=moderator, uphold=True, revision_id=revision)
    assert state_of(appeal) == "live"


def test_version_changed_since_the_moderator_looked_is_not_published(
    creator: User, moderator: User
) -> None:
    appeal = appeal_a_return(creator)
    seen = Post.objects.get(pk=appeal.decision.post_id).latest_revision_id
    update_post(post=appeal.decision.post, editor=creator, title="Something else entirely")
    with pytest.raises(RevisionChanged):
        decide_appeal(appeal=appeal, moderator=moderator, uphold=True, revision_id=seen)
    assert state_of(appeal) == "changes_requested"
    assert Appeal.objects.get().state == "open"


def test_dismissed_appeal_leaves_the_post_and_says_why(creator: User, moderator: User) -> None:
    appeal = appeal_a_removal(creator, moderator)
    with pytest.raises(InvalidInput, match="note"):
        decide_appeal(appeal=appeal, moderator=moderator, uphold=False)
    decide_appeal(appeal=appeal, moderator=moderator, uphold=False, note="It is in a catalogue.")
    assert state_of(appeal) == "removed"
    assert "It is in a catalogue." in mail_to("cleo@example.org")


def test_who_wants_no_mail_about_reviews_gets_none_but_is_told_on_the_site(
    moderator: User,
) -> None:
    creator = UserFactory.create(notify_reviews=False)
    appeal = appeal_a_removal(creator, moderator)
    decide_appeal(appeal=appeal, moderator=moderator, uphold=True)
    with pytest.raises(IndexError):
        mail_to(creator.email)
    assert Notification.objects.filter(user=creator, kind="appeal_upheld").exists()


def test_appeal_is_filed_once_and_decided_once(creator: User, moderator: User) -> None:
    appeal = appeal_a_removal(creator, moderator)
    with pytest.raises(AlreadyAppealed):
        file_appeal(post=appeal.decision.post, text="Please!")
    decide_appeal(appeal=appeal, moderator=moderator, uphold=True)
    with pytest.raises(AppealDecided):
        decide_appeal(appeal=appeal, moderator=moderator, uphold=False, note="No.")
    with pytest.raises(NothingToAppeal):
        file_appeal(post=appeal.decision.post, text="And more.")


def test_creator_who_moved_on_gets_an_answer_and_nothing_is_undone(
    creator: User, moderator: User
) -> None:
    appeal = appeal_a_return(creator)
    post = appeal.decision.post
    submit_post(post=post, user=creator)
    approve_post(post=post, moderator=moderator)
    remove_post(post=post, moderator=moderator, reason="For another reason.")
    decide_appeal(appeal=appeal, moderator=moderator, uphold=True)
    assert state_of(appeal) == "removed"
    assert Appeal.objects.get().state == "upheld"


def test_appeal_of_a_suspended_creator_rests(creator: User, moderator: User) -> None:
    appeal = appeal_a_return(creator)
    suspend_user(user=creator, moderator=moderator, reason="Spam.")
    assert not Appeal.objects.open().exists()
    with pytest.raises(CreatorSuspended):
        decide_appeal(appeal=appeal, moderator=moderator, uphold=True)


def test_appeal_goes_with_the_post(creator: User, moderator: User) -> None:
    appeal = appeal_a_removal(creator, moderator)
    delete_post(post=appeal.decision.post)
    assert not Appeal.objects.exists()


def test_answer_outlives_the_moderator_who_gave_it(creator: User, moderator: User) -> None:
    appeal = appeal_a_removal(creator, moderator)
    decide_appeal(appeal=appeal, moderator=moderator, uphold=False, note="It is in a catalogue.")
    moderator.delete()
    appeal.refresh_from_db()
    assert (appeal.decided_by, appeal.note) == (None, "It is in a catalogue.")


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"text": ""}, "appeal_says_something"),
        ({"state": "upheld"}, "decided_appeal_has_a_time"),
        ({"state": "dismissed", "decided_at": "2026-01-01T00:00Z"}, "dismissed_appeal_says_why"),
    ],
)
def test_database_refuses_half_an_appeal(
    creator: User, moderator: User, change: dict[str, Any], constraint: str
) -> None:
    appeal = appeal_a_removal(creator, moderator)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Appeal.objects.filter(pk=appeal.pk).update(**change)
