"""Reports: one a person and target, counted by voices, decided all at once, and each reporter told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.errors import InvalidInput
from accounts.services import delete_account
from content.models import Post
from content.services.review import remove_post
from engagement.errors import OwnPage, OwnPost, ReportsDecided
from engagement.models import OutboxMessage, PostRequest, Report
from engagement.models.reports import DETAIL_LENGTH
from engagement.services.delivery import deliver_due_messages
from engagement.services.reports import Target, decide_reports, file_report
from engagement.tasks import apply_retention
from tests.engagement.factories import delivered_request, make_post, make_user
from tests.factories import PASSWORD, PostFactory

pytestmark = pytest.mark.django_db

GUEST, OTHER_GUEST = "198.51.100.7", "203.0.113.9"


def report(thing, by=None, **fields):
    """File a report about a post, a request or a person, as an account or as a guest."""
    names = {Post: "post", PostRequest: "post_request"}
    target = Target(**{names.get(type(thing), "person"): thing})
    given = {"reason": "spam", "address": GUEST, **fields}
    return file_report(target=target, reporter=by, **given)


def decide(thing, outcome="dismissed", by=None, **fields):
    moderator = by or make_user(moderator=True)
    names = {Post: "post", PostRequest: "post_request"}
    target = Target(**{names.get(type(thing), "person"): thing})
    return decide_reports(target=target, moderator=moderator, outcome=outcome, **fields)


def back_in_the_queue() -> list[Post]:
    return list(Report.objects.reported_posts())


# ---------------------------------------------------------------- one a person and target


def test_the_same_person_reports_a_post_once_by_account_address_or_client():
    post, account = make_post(), make_user()
    assert report(post, account) is not None
    assert report(post, account, reason="scam", address=OTHER_GUEST) is None
    assert report(post, email="Vera@Example.net") is not None
    assert report(post, email=" vera@example.NET", address=OTHER_GUEST) is None
    assert report(post) is not None
    assert report(post, detail="Again") is None
    assert Report.objects.count() == 3
    assert report(make_post(), account) is not None


def test_one_open_report_a_person_is_the_databases_own_rule():
    post, account = make_post(), make_user()
    first = report(post, account)
    twin = {"post": post, "reason": "spam", "reporter_key": first.reporter_key}
    with pytest.raises(IntegrityError, match="one_open_report_a_person"), transaction.atomic():
        Report.objects.create(**twin)
    decide(post)
    Report.objects.create(**twin)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("report_has_one_target", {"post": None}),
        ("report_is_open_or_decided", {"status": "upheld"}),
        ("report_is_open_or_decided", {"decided_at": timezone.now()}),
        ("report_has_a_reason", {"reason": "boring"}),
        ("report_detail_length", {"detail": "x" * (DETAIL_LENGTH + 1)}),
    ],
)
def test_the_database_refuses_what_is_no_report(rule, fields):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Report.objects.create(**{"post": make_post(), "reason": "spam", **fields})


def test_a_report_of_two_things_is_refused():
    with pytest.raises(IntegrityError, match="report_has_one_target"), transaction.atomic():
        Report.objects.create(post=make_post(), person=make_user(), reason="spam")
    with pytest.raises(ValueError, match="one target"):
        Target()


def test_nobody_reports_what_is_their_own():
    post = make_post()
    with pytest.raises(OwnPost):
        report(post, post.creator)
    with pytest.raises(OwnPage):
        report(post.creator, post.creator)
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reason", "boring"),
        ("detail", "x" * (DETAIL_LENGTH + 1)),
        ("detail", "a\x00b"),
        ("email", "nobody"),
        ("email", "vera@" + "ü" * 60 + ".example"),
    ],
)
def test_what_is_no_report_is_refused_at_its_field(field, value):
    with pytest.raises(InvalidInput) as refused:
        report(make_post(), **{field: value})
    assert refused.value.field == field


def test_a_report_of_what_has_just_gone_raises_and_leaves_nothing():
    post = make_post()
    Post.objects.filter(pk=post.pk).delete()
    with pytest.raises(Post.DoesNotExist):
        report(post)
    assert not Report.objects.exists()


# ---------------------------------------------------------------- back to the moderators


def test_two_independent_reports_send_a_live_post_back_and_it_stays_live():
    post = make_post()
    report(post, make_user())
    assert back_in_the_queue() == []
    report(post, make_user(), address=GUEST)
    assert back_in_the_queue() == [post]
    post.refresh_from_db()
    assert post.live


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"email": "made.up@example.net"}),
        ({"email": "one@example.net"}, {"email": "two@example.net"}),
        (
            {"email": "one@example.net", "address": "2001:db8:1:2::1"},
            {"email": "two@example.net", "address": "2001:db8:1:2:abcd::9"},
        ),
    ],
)
def test_one_guest_with_several_addresses_is_one_voice(first, second):
    post = make_post()
    assert report(post, **first) is not None
    assert report(post, **second) is not None
    assert back_in_the_queue() == []
    report(post, address=OTHER_GUEST)
    assert back_in_the_queue() == [post]


def test_nobody_is_heard_twice_by_signing_out():
    post, account = make_post(), make_user()
    report(post, account)
    report(post, email=account.email.upper(), address=OTHER_GUEST)
    assert back_in_the_queue() == []


def test_the_creators_own_address_counts_for_nobody():
    post = make_post()
    report(post, make_user())
    report(post, email=post.creator.email)
    assert back_in_the_queue() == []
    assert Report.objects.filter(post=post).count() == 2


def test_dismissing_ends_the_loop_for_the_same_people_and_the_same_version():
    post, account = PostFactory.create(live=True), make_user()
    guests = [{"email": "one@example.net"}, {"address": OTHER_GUEST}]
    report(post, account)
    for guest in guests:
        report(post, **guest)
    assert back_in_the_queue() == [post]
    assert decide(post) == 3
    assert back_in_the_queue() == []

    assert report(post, account) is None
    for guest in guests:
        assert report(post, **guest) is None
    report(post, email="new.name.same.client@example.net")
    report(post, email="new.name.too@example.net", address=OTHER_GUEST)
    assert back_in_the_queue() == []


def test_a_changed_version_and_new_people_are_heard_again():
    post, account = PostFactory.create(live=True), make_user()
    report(post, account)
    decide(post)
    assert report(post, make_user()) is not None
    other = PostFactory.create(creator=post.creator, live=True)
    Post.objects.filter(pk=post.pk).update(live_revision=other.live_revision)
    assert report(post, account) is not None
    assert back_in_the_queue() == [post]


def test_a_person_may_be_reported_again_for_what_they_did_since():
    person, account = make_user(), make_user()
    report(person, account)
    decide(person)
    assert report(person, account) is not None


# ---------------------------------------------------------------- deciding


def test_a_decision_closes_every_open_report_of_its_target_and_no_other():
    post, other, moderator = make_post(), make_post(), make_user(moderator=True)
    for thing in (post, other):
        report(thing, make_user())
        report(thing)
    assert decide(post, "upheld", moderator, note="A shop.") == 2
    closed = Report.objects.filter(post=post)
    assert {(r.status, r.decided_by, r.note) for r in closed} == {("upheld", moderator, "A shop.")}
    assert all(r.decided_at for r in closed)
    assert Report.objects.open().count() == 2


def test_what_came_in_after_the_moderator_looked_stays_open():
    post = make_post()
    seen = report(post, make_user())
    later = report(post, make_user())
    assert decide(post, up_to=seen.pk) == 1
    assert list(Report.objects.open()) == [later]


def test_deciding_twice_or_nonsense_is_refused():
    post = make_post()
    report(post)
    with pytest.raises(InvalidInput):
        decide(post, "perhaps")
    with pytest.raises(InvalidInput):
        decide(post, note="x" * 1001)
    decide(post)
    with pytest.raises(ReportsDecided):
        decide(post)


def test_removing_a_post_anywhere_upholds_its_reports():
    post, account = PostFactory.create(live=True), make_user()
    report(post, account)
    moderator = make_user(moderator=True)
    remove_post(post=post, moderator=moderator, reason="It is a shop.")
    decided = Report.objects.get()
    assert (decided.status, decided.decided_by) == ("upheld", moderator)
    assert OutboxMessage.objects.filter(kind="report_upheld", to=account.email).exists()


# ---------------------------------------------------------------- telling the reporter


@pytest.mark.parametrize(
    ("outcome", "words"), [("upheld", "has dealt with it"), ("dismissed", "nothing changes")]
)
def test_each_reporter_who_can_be_reached_is_told_once(outcome, words):
    post, account, gone = make_post(title="Walnut chair"), make_user(), make_user()
    report(post, account)
    report(post, email=account.email, address=OTHER_GUEST)
    report(post, email="vera@example.net")
    report(post)
    report(post, gone)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    decide(post, outcome, note="Between us: the usual.")
    deliver_due_messages(seconds=20)
    sent = {letter.to[0]: letter for letter in mail.outbox}
    assert sorted(sent) == sorted([account.email, "vera@example.net"])
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        assert isinstance(letter, EmailMultiAlternatives)
        for text in (str(letter.body), str(letter.alternatives[0][0])):
            assert words in " ".join(text.split())
            assert "the usual" not in text
    assert "Walnut chair" in sent[account.email].body
    assert "Walnut chair" not in sent["vera@example.net"].body


def test_a_letter_about_a_request_or_a_person_names_neither():
    request, person, account = delivered_request(), make_user(name="Otto Ohm"), make_user()
    mail.outbox.clear()
    report(request, account)
    report(person, account)
    decide(request)
    decide(person, "upheld")
    OutboxMessage.objects.exclude(kind__startswith="report_").delete()
    deliver_due_messages(seconds=20)
    assert len(mail.outbox) == 2
    for letter in mail.outbox:
        assert request.name not in letter.body
        assert "Otto Ohm" not in letter.body


# ---------------------------------------------------------------- reading


def test_open_reports_are_grouped_by_target():
    loud, quiet, person = make_post(), make_post(), make_user()
    report(quiet, reason="scam")
    report(loud, make_user(), reason="spam")
    report(loud, make_user(), reason="illegal")
    report(loud, make_user(), reason="spam")
    newest = report(person, make_user())
    report(make_post())
    decide(Post.objects.latest("pk"))
    groups = list(Report.objects.open_by_target())
    assert [(g["post"], g["person"], g["count"], g["voices"]) for g in groups] == [
        (loud.pk, None, 3, 3),
        (quiet.pk, None, 1, 1),
        (None, person.pk, 1, 1),
    ]
    assert groups[0]["reasons"] == ["illegal", "spam"]
    assert groups[2]["newest"] == newest.created_at


def test_moderators_read_a_request_while_a_report_of_it_is_open():
    request, moderator = delivered_request(), make_user(moderator=True)
    visible = PostRequest.objects.visible_to(moderator)
    assert request not in visible
    report(request, request.post.creator)
    assert request in visible.all()
    assert request not in PostRequest.objects.visible_to(make_user())
    decide(request)
    assert request not in visible.all()


@pytest.mark.parametrize("number", [1, 20])
def test_grouping_takes_one_query(number):
    for _ in range(number):
        report(make_post(), make_user())
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(list(Report.objects.open_by_target())) == number
        list(Report.objects.reported_posts())
    assert len(queries) == 2


# ---------------------------------------------------------------- forgetting


def ago(**span):
    return timezone.now() - timedelta(**span)


def test_who_leaves_takes_their_words_along_and_their_report_still_counts():
    post, leaver = make_post(), make_user()
    report(post, leaver, detail="zqx")
    report(post, email=leaver.email, detail="zqx", address=OTHER_GUEST)
    report(post, make_user())
    delete_account(user=leaver, password=PASSWORD)
    for row in Report.objects.filter(post=post).order_by("pk")[:2]:
        assert (row.reporter, row.email, row.detail, row.reporter_key) == (None, "", "", "")
    assert Report.objects.open_by_target().get()["voices"] == 2
    assert back_in_the_queue() == [post]


def test_reports_about_a_person_or_thing_go_with_it():
    post = make_post()
    request = delivered_request(post)
    report(post)
    report(request, post.creator)
    report(post.creator)
    delete_account(user=post.creator, password=PASSWORD)
    assert not Report.objects.exists()


def test_a_moderators_own_notes_leave_with_them_and_the_decision_stays():
    post, moderator = make_post(), make_user(moderator=True)
    report(post)
    decide(post, by=moderator, note="zqx")
    delete_account(user=moderator, password=PASSWORD)
    row = Report.objects.get()
    assert (row.status, row.decided_by, row.note) == ("dismissed", None, "")


def test_a_guests_client_is_forgotten_after_a_month_and_stays_one_voice():
    post = make_post()
    first = report(post)
    second = report(post, email="vera@example.net")
    other = report(post, make_user())
    keys = first.voice, other.voice
    Report.objects.update(created_at=ago(days=31))
    apply_retention()
    apply_retention()
    for row in (first, second, other):
        row.refresh_from_db()
    assert first.voice == second.voice != keys[0]
    assert (first.reporter_key, second.email) == ("", "vera@example.net")
    assert other.voice == keys[1]
    assert back_in_the_queue() == [post]
    assert report(post, email="vera@example.net") is None


def test_a_decided_report_loses_words_and_address_after_ninety_days():
    post, account = make_post(), make_user()
    report(post, account, detail="zqx")
    report(post, email="vera@example.net", detail="zqx")
    decide(post)
    young = make_post()
    report(young, email="vera@example.net", detail="kept")
    decide(young)
    undecided = report(make_post(), email="vera@example.net", detail="kept")
    Report.objects.filter(post=post).update(decided_at=ago(days=91))
    Report.objects.filter(pk=undecided.pk).update(created_at=ago(days=400))
    apply_retention()
    apply_retention()
    old = Report.objects.filter(post=post)
    assert {(r.detail, r.email, r.status) for r in old} == {("", "", "dismissed")}
    assert set(old.filter(reporter=None).values_list("reporter_key", flat=True)) == {""}
    kept = Report.objects.exclude(post=post)
    assert {(r.detail, r.email) for r in kept} == {("kept", "vera@example.net")}
