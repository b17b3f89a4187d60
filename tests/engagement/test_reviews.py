"""What a moderator decides reaches the creator, whichever way it was decided."""

import pytest

from content.services.posts import create_post
from content.services.review import approve_post, remove_post, request_changes, submit_post
from engagement.models import Notification, OutboxMessage
from tests.engagement.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def creator():
    return make_user()


@pytest.fixture
def moderator():
    return make_user(is_superuser=True)


@pytest.fixture
def post(creator):
    return create_post(creator=creator, title="Chair", content="<p>Walnut.</p>", submit=True)


def told() -> list[tuple[str, str]]:
    """(kind, reason) of each mail, after checking that a notification goes with each."""
    mails = list(OutboxMessage.objects.order_by("pk"))
    assert [m.kind for m in mails] == list(
        Notification.objects.order_by("pk").values_list("kind", flat=True)
    )
    return [(m.kind, m.data.get("reason", "")) for m in mails]


def test_approval(post, moderator, creator):
    approve_post(post=post, moderator=moderator)
    assert told() == [("post_approved", "")]
    assert OutboxMessage.objects.get().to == creator.email


def test_sending_back_through_the_service_and_once_more(post, moderator, creator):
    request_changes(post=post, moderator=moderator, reason="Show the front.")
    submit_post(post=post, user=creator)
    request_changes(post=post, moderator=moderator, reason="Show the back.")
    assert told() == [
        ("post_changes_requested", "Show the front."),
        ("post_changes_requested", "Show the back."),
    ]


def test_sending_back_in_wagtails_own_screen(post, moderator):
    task_state = post.current_workflow_task_state
    task_state.task.specific.on_action(
        task_state, moderator, "reject", comment="Too dark to see anything."
    )
    assert told() == [("post_changes_requested", "Too dark to see anything.")]


def test_removal_of_a_live_post(post, moderator):
    approve_post(post=post, moderator=moderator)
    remove_post(post=post, moderator=moderator, reason="Not yours to give.")
    assert told() == [("post_approved", ""), ("post_removed", "Not yours to give.")]


def test_creator_who_wants_no_mail_is_told_on_the_site(post, moderator, creator):
    creator.notify_reviews = False
    creator.save()
    approve_post(post=post, moderator=moderator)
    assert Notification.objects.get().user == creator
    assert not OutboxMessage.objects.exists()


def test_nothing_is_told_when_the_decision_fails(post, moderator):
    with pytest.raises(Exception, match="Say why"):
        request_changes(post=post, moderator=moderator, reason=" ")
    assert told() == []
