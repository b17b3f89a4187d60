"""Off the site until it is changed: what becomes of the post, its review, and who is told."""

import pytest

from accounts.errors import InvalidInput
from accounts.suspension import lift_suspension, suspend_user
from content.errors import NotShown, PostRemoved, RevisionChanged
from content.models import Post, ReviewDecision, SiteSettings
from content.services.posts import update_post
from content.services.review import (
    approve_post,
    remove_post,
    request_changes,
    submit_post,
    withdraw_post,
)
from content.services.taking_off import take_off_post
from engagement.errors import ReportsDecided
from engagement.mail.kinds import compose_mail
from engagement.models import OutboxMessage, Report
from engagement.services.appeals import decide_appeal, file_appeal
from engagement.services.reports import Target, decide_reports, file_report
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def state_of(post: Post) -> str:
    return Post.objects.with_state().get(pk=post.pk).state


def take_off(post: Post, moderator, **given) -> None:
    take_off_post(post=post, moderator=moderator, reason="It names a neighbour.", **given)


def test_it_is_off_the_site_until_the_changed_version_is_approved(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    take_off(post, moderator, code="unclear")
    assert state_of(post) == "changes_requested"
    assert not Post.objects.live().exists()
    made = post.decisions.first()
    assert (made.outcome, made.code, made.reason, made.decided_by) == (
        "changes_requested",
        "unclear",
        "It names a neighbour.",
        moderator,
    )
    update_post(post=post, editor=creator, title="Without the neighbour")
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"
    approve_post(post=post, moderator=moderator)
    assert state_of(post) == "live"
    assert Post.objects.get().title == "Without the neighbour"


def test_its_creator_keeps_the_edit_they_were_at(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    update_post(post=post, editor=creator, title="Half an edit")
    take_off(post, moderator)
    row = Post.objects.get()
    assert (row.title, row.live, row.creator) == ("Half an edit", False, creator)
    submit_post(post=post, user=creator)
    withdraw_post(post=post, user=creator)
    assert state_of(post) == "draft"


@pytest.mark.parametrize("sent_back_before", [False, True])
def test_an_edit_in_review_or_sent_back_goes_with_it(creator, moderator, sent_back_before):
    post = PostFactory(creator=creator, live=True)
    update_post(post=post, editor=creator, title="An edit")
    submit_post(post=post, user=creator)
    if sent_back_before:
        request_changes(post=post, moderator=moderator, reason="Say more.")
    take_off(post, moderator)
    assert state_of(post) == "changes_requested"
    submit_post(post=post, user=creator)
    approve_post(post=post, moderator=moderator)
    assert Post.objects.get().title == "An edit"


def test_what_is_shown_before_a_look_is_its_creators_to_withdraw_once_it_is_off(creator, moderator):
    settings = SiteSettings.load()
    settings.review_mode = SiteSettings.ReviewMode.AFTER
    settings.save()
    post = PostFactory(creator=creator, in_review=True)
    take_off(post, moderator)
    submit_post(post=post, user=creator)
    assert state_of(post) == "in_review"
    withdraw_post(post=post, user=creator)
    assert state_of(post) == "draft"


def test_the_end_of_a_suspension_does_not_bring_it_back(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    suspend_user(user=creator, moderator=moderator, reason="Spam.")
    take_off(post, moderator)
    lift_suspension(user=creator, moderator=moderator)
    assert state_of(post) == "changes_requested"


def test_who_reported_it_was_right(creator, moderator, stranger):
    post = PostFactory(creator=creator, live=True)
    file_report(target=Target(post=post), reporter=stranger, reason=Report.Reason.SPAM)
    take_off(post, moderator)
    assert Report.objects.get().status == Report.Status.UPHELD
    with pytest.raises(ReportsDecided):
        decide_reports(target=Target(post=post), moderator=moderator, outcome="dismissed")


def test_asking_about_an_edit_decides_nothing_about_reports(creator, moderator, stranger):
    post = PostFactory(creator=creator, live=True)
    update_post(post=post, editor=creator, title="An edit")
    submit_post(post=post, user=creator)
    file_report(target=Target(post=post), reporter=stranger, reason=Report.Reason.SPAM)
    request_changes(post=post, moderator=moderator, reason="Say more.")
    assert Report.objects.get().status == Report.Status.OPEN


def test_its_creator_may_appeal(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    take_off(post, moderator)
    appeal = file_appeal(post=post, text="He agreed to be named.")
    decide_appeal(appeal=appeal, moderator=UserFactory(moderator=True), uphold=True)
    assert state_of(post) == "live"


@pytest.mark.parametrize(
    ("is_live", "word"), [(True, "ask you to change"), (False, "off the site")]
)
def test_the_letter_says_whether_it_is_still_shown(creator, moderator, is_live, word):
    post = PostFactory(creator=creator, live=True)
    if is_live:
        update_post(post=post, editor=creator, title="An edit")
        submit_post(post=post, user=creator)
        request_changes(post=post, moderator=moderator, reason="Say more.")
    else:
        take_off(post, moderator)
    message = OutboxMessage.objects.get(kind="post_changes_requested")
    mail = compose_mail(message)
    assert mail is not None
    assert word in mail.body
    assert message.data["reason"] in mail.body


def test_only_what_is_live_can_be_taken_off(creator, moderator):
    with pytest.raises(NotShown):
        take_off(PostFactory(creator=creator, in_review=True), moderator)
    post = PostFactory(creator=creator, live=True)
    with pytest.raises(InvalidInput):
        take_off_post(post=post, moderator=moderator, reason="  ")
    remove_post(post=post, moderator=moderator, reason="Not here.")
    with pytest.raises(PostRemoved):
        take_off(post, moderator)


@pytest.mark.parametrize("decide", [take_off_post, remove_post])
def test_a_decision_is_about_the_version_that_was_read(creator, moderator, decide):
    post = PostFactory(creator=creator, live=True)
    read = Post.objects.get().live_revision_id
    # What its creator has not sent in changes nothing about what everybody reads.
    update_post(post=post, editor=creator, title="A draft of an edit")
    newer = Post.objects.get().latest_revision_id
    with pytest.raises(RevisionChanged):
        decide(post=post, moderator=moderator, reason="Not here.", revision_id=newer)
    assert not ReviewDecision.objects.exclude(outcome="approved").exists()
    decide(post=post, moderator=moderator, reason="Not here.", revision_id=read)
    assert not Post.objects.get().live
