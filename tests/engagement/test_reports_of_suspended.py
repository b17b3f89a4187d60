"""Suspending somebody answers the reports about them: who reported was right, and is told so."""

import pytest

from accounts.models import User
from accounts.suspension import lift_suspension, suspend_user
from engagement.models import OutboxMessage, Report
from engagement.services.reports import Target, file_report
from tests.engagement.factories import delivered_request, make_post, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator() -> User:
    return make_user(moderator=True)


def report(target: Target, by: User | None = None) -> Report:
    filed = file_report(target=target, reporter=by or make_user(), reason="scam")
    assert filed is not None
    return filed


def suspend(person: User, moderator: User) -> None:
    suspend_user(user=person, moderator=moderator, reason="Asks people for money.")


def status_of(filed: Report) -> str:
    filed.refresh_from_db()
    return filed.status


def test_reports_about_the_person_their_posts_and_their_requests_are_upheld(
    moderator: User,
) -> None:
    person = make_user()
    theirs = [
        report(Target(person=person)),
        report(Target(post=make_post(creator=person))),
        report(Target(post_request=delivered_request(sender=person, name="", email=""))),
    ]
    suspend(person, moderator)
    for filed in theirs:
        assert status_of(filed) == "upheld"
        assert filed.decided_by == moderator
        assert filed.reporter is not None
        told = OutboxMessage.objects.filter(kind="report_upheld", to=filed.reporter.email)
        assert told.count() == 1


def test_two_reporters_of_one_post_are_both_told(moderator: User) -> None:
    post = make_post()
    reports = [report(Target(post=post)), report(Target(post=post))]
    suspend(post.creator, moderator)
    assert {status_of(filed) for filed in reports} == {"upheld"}
    assert OutboxMessage.objects.filter(kind="report_upheld").count() == 2


def test_reports_about_others_stay_open(moderator: User) -> None:
    person = make_user()
    post = make_post(creator=person)
    others = [
        report(Target(person=make_user())),
        report(Target(post=make_post()), by=person),
        # Somebody asked this person for something: what was wrong with that is another question.
        report(Target(post_request=delivered_request(post)), by=person),
    ]
    suspend(person, moderator)
    assert {status_of(filed) for filed in others} == {"open"}


def test_a_request_that_both_sides_reported_stays_open(moderator: User) -> None:
    person = make_user()
    request = delivered_request(sender=person, name="", email="")
    reports = [
        report(Target(post_request=request), by=person),
        report(Target(post_request=request), by=request.post.creator),
    ]
    suspend(person, moderator)
    assert {status_of(filed) for filed in reports} == {"open"}


def test_lifting_leaves_the_answers_as_they_are(moderator: User) -> None:
    person = make_user()
    filed = report(Target(person=person))
    suspend(person, moderator)
    lift_suspension(user=person, moderator=moderator)
    assert status_of(filed) == "upheld"
