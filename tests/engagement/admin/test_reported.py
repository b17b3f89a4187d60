"""The moderators' reports: grouped, narrowed, decided on one screen, and closed to everybody else."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content.models import Post, ReviewDecision
from engagement.models import BlockedSender, OutboxMessage, PostRequest, Report
from engagement.services.reports import Target, decide_reports, file_report
from tests.engagement.factories import delivered_request, make_post, make_user
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/reported/"


def report(thing: Any, by: Any = None, **fields: Any) -> Report:
    kinds = {Post: "post", PostRequest: "post_request", User: "person"}
    named: dict[str, Any] = {kinds[type(thing)]: thing}
    made = file_report(target=Target(**named), reporter=by, **{"reason": "spam", **fields})
    assert made is not None
    return made


def screen(thing: Any) -> str:
    kinds = {Post: "post", PostRequest: "request", User: "person"}
    return f"{LIST}{kinds[type(thing)]}/{thing.pk}/"


def shown(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return re.sub(r"\s+", " ", response.content.decode())


def decide(client: Client, thing: Any, action: str, **fields: Any) -> Any:
    newest = Report.objects.order_by("pk").last()
    assert newest is not None
    data = {"action": action, "up_to": newest.pk, **fields}
    return client.post(screen(thing), data, follow=True)


# ---------------------------------------------------------------- closed to everybody else


@pytest.mark.parametrize("method", ["get", "post"])
def test_creators_and_visitors_find_no_reports(
    as_creator: Client, creator: User, client: Client, method: str
) -> None:
    things = [make_post(creator=creator, title="Zanzibar"), delivered_request(), make_user()]
    for thing in things:
        report(thing, make_user(), detail="Zanzibar")
    for path in (LIST, *(screen(thing) for thing in things)):
        answer = getattr(as_creator, method)(path, {"action": "dismissed"})
        assert answer.status_code == 404
        assert b"Zanzibar" not in answer.content
        visited = getattr(client, method)(path)
        assert visited.status_code == 302
        assert visited["Location"].startswith("/login?next=/admin")
    assert Report.objects.open().count() == 3


def test_creators_have_no_reports_in_their_menu(as_creator: Client, as_moderator: Client) -> None:
    report(make_post())
    report(make_post())
    assert "Reports" in shown(as_moderator.get("/admin/"))
    assert "Review (2)" in shown(as_moderator.get("/admin/"))
    assert "Reports" not in shown(as_creator.get("/admin/"))


def test_what_nobody_reported_has_no_screen(as_moderator: Client) -> None:
    for thing in (make_post(), delivered_request(), make_user()):
        assert as_moderator.get(screen(thing)).status_code == 404
    for path in ("post/9999999/", "post/99999999999999999999999999/", "person/0/", "shop/1/"):
        assert as_moderator.get(LIST + path).status_code == 404


# ---------------------------------------------------------------- the list


def test_the_list_groups_by_target_and_tells_no_words_of_a_request(as_moderator: Client) -> None:
    post, request = (
        make_post(title="Loud chair"),
        delivered_request(message="A secret wish of mine"),
    )
    for reason in ("spam", "scam", "spam"):
        report(post, make_user(), reason=reason)
    report(request, request.post.creator)
    report(make_user(name="Otto Ohm"))
    page = shown(as_moderator.get(LIST))
    assert "3 things reported" in page
    assert page.count("Loud chair") == 1
    assert "3 reports by 3 people" in page
    assert "A scam, Spam or advertising" in page
    assert "Several people" in page
    assert "Otto Ohm" in page
    assert "secret wish" not in page
    assert request.name not in page


def test_the_list_is_narrowed_by_kind_and_reason(as_moderator: Client) -> None:
    report(make_post(title="A chair"), reason="scam")
    report(make_post(title="A table"), reason="spam")
    report(make_user(name="Otto Ohm"), reason="scam")
    page = shown(as_moderator.get(LIST, {"kind": "post", "reason": "scam"}))
    assert "A chair" in page
    assert "A table" not in page
    assert "Otto Ohm" not in page
    assert "Nothing of this kind" in shown(as_moderator.get(LIST, {"kind": "post_request"}))


@pytest.mark.parametrize(
    "query", [{"kind": "x"}, {"reason": "\x00"}, {"p": "-1"}, {"p": "x"}, {"p": "9" * 30}]
)
def test_an_odd_query_shows_the_list(as_moderator: Client, query: dict[str, str]) -> None:
    report(make_post(title="A chair"))
    assert "A chair" in shown(as_moderator.get(LIST, query))


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_a_screen_takes_as_many_queries_for_60_reports_as_for_one(
    as_moderator: Client,
) -> None:
    things = [PostFactory.create(live=True, pictures=1), delivered_request(), make_user()]
    for thing in things:
        report(thing, make_user())
        as_moderator.get(screen(thing))
        before = queries_of(as_moderator, screen(thing))
        for _ in range(59):
            report(thing, make_user())
        assert queries_of(as_moderator, screen(thing)) == before


# ---------------------------------------------------------------- one screen


def test_the_screen_of_a_post_shows_it_and_every_report(as_moderator: Client) -> None:
    post = PostFactory.create(live=True, title="Loud chair", pictures=1)
    report(post, make_user(name="Rosa Reporter"), reason="scam", detail="Wants money\nfirst.")
    report(post, email="vera@example.net", detail="<script>alert(1)</script>")
    page = shown(as_moderator.get(screen(post)))
    assert "Loud chair" in page
    assert "Made by hand." in page
    assert f"/admin/review/{post.pk}/" in page
    assert "Rosa Reporter" in page
    assert "a visitor" in page
    assert "Wants money" in page
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "vera@example.net" not in page


def test_a_requests_words_are_shown_only_while_it_is_reported(as_moderator: Client) -> None:
    request = delivered_request(name="Vera Visitor", message="A secret wish of mine, quite long.")
    report(request, request.post.creator)
    page = shown(as_moderator.get(screen(request)))
    assert "A secret wish" in page
    assert "Vera Visitor" in page
    assert request.email not in page
    decide(as_moderator, request, "dismissed")
    page = shown(as_moderator.get(screen(request)))
    assert "A secret wish" not in page
    assert "Vera Visitor" not in page


def test_the_screen_of_a_person_shows_what_is_known_of_them(as_moderator: Client) -> None:
    person = make_user(name="Otto Ohm", bio="I repair radios.")
    report(person)
    post = make_post(creator=person)
    report(post)
    decide_reports(target=Target(post=post), moderator=make_user(), outcome="upheld")
    page = shown(as_moderator.get(screen(person)))
    assert "I repair radios." in page
    assert "<dt>Reports upheld before</dt><dd>1</dd>" in page
    assert person.email not in page


# ---------------------------------------------------------------- deciding


@pytest.mark.parametrize("action", ["upheld", "dismissed"])
def test_a_decision_closes_the_reports_and_tells_the_reporters(
    as_moderator: Client, moderator: User, action: str
) -> None:
    for thing in (make_post(), delivered_request(), make_user()):
        account = make_user()
        report(thing, account)
        answer = decide(as_moderator, thing, action, note="Seen.")
        assert action.capitalize() in shown(answer)
        closed = Report.objects.latest("pk")
        assert (closed.status, closed.note, closed.decided_by) == (action, "Seen.", moderator)
        assert OutboxMessage.objects.filter(to=account.email, kind=f"report_{action}").exists()
    assert "Nothing is reported" in shown(as_moderator.get(LIST))


def test_removing_upholds_and_tells_the_creator_why(as_moderator: Client, moderator: User) -> None:
    post = PostFactory.create(live=True)
    report(post, make_user())
    answer = decide(as_moderator, post, "remove", message="It is a shop.", note="Third time.")
    assert "Removed:" in shown(answer)
    post.refresh_from_db()
    assert post.removed_at
    assert not post.live
    decision = ReviewDecision.objects.filter(post=post, outcome="removed").get()
    assert (decision.reason, decision.decided_by) == ("It is a shop.", moderator)
    closed = Report.objects.get()
    assert (closed.status, closed.note) == ("upheld", "Third time.")


def test_removing_without_a_reason_changes_nothing_and_keeps_what_was_typed(
    as_moderator: Client,
) -> None:
    post = PostFactory.create(live=True)
    report(post)
    answer = decide(as_moderator, post, "remove", note="Typed <already>")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "so the creator knows why" in page
    assert "Typed &lt;already&gt;" in page
    post.refresh_from_db()
    assert post.live
    assert Report.objects.open().count() == 1


def test_a_version_in_review_can_be_sent_back_from_here(as_moderator: Client) -> None:
    post = PostFactory.create(in_review=True)
    report(post)
    answer = decide(as_moderator, post, "changes", message="Say whose it is.")
    assert "Sent back:" in shown(answer)
    assert ReviewDecision.objects.get(post=post).outcome == "changes_requested"
    assert Report.objects.get().status == "upheld"


def test_what_cannot_be_done_to_the_post_leaves_the_reports_open(as_moderator: Client) -> None:
    post = PostFactory.create(live=True)
    report(post)
    answer = decide(as_moderator, post, "changes", message="Say whose it is.")
    assert answer.status_code == 200
    assert Report.objects.open().count() == 1
    assert not ReviewDecision.objects.filter(post=post, outcome="changes_requested").exists()


def test_a_second_click_tells_who_decided(as_moderator: Client, moderator: User) -> None:
    post = make_post()
    report(post)
    decide(as_moderator, post, "dismissed")
    page = shown(decide(as_moderator, post, "upheld"))
    assert f"dismissed already, by {moderator.name}" in page
    assert Report.objects.get().status == "dismissed"


def test_what_came_in_while_reading_stays_open(as_moderator: Client) -> None:
    post = make_post()
    seen = report(post, make_user())
    later = report(post, make_user())
    answer = as_moderator.post(screen(post), {"action": "dismissed", "up_to": seen.pk}, follow=True)
    assert "came in while you were reading" in shown(answer)
    assert list(Report.objects.open()) == [later]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"action": "approve"},
        {"action": "upheld"},
        {"action": "upheld", "up_to": "x"},
        {"action": "upheld", "up_to": "9" * 40},
        {"action": "upheld", "up_to": 1, "note": "x" * 1001},
        {"action": "upheld", "up_to": 1, "note": "a\x00b"},
        {"action": "remove", "up_to": 1, "code": "no-such-code"},
        {"action": "remove", "up_to": 1, "message": "x" * 5000},
    ],
)
def test_an_odd_form_is_refused_beside_what_it_is_about(
    as_moderator: Client, data: dict[str, Any]
) -> None:
    post = PostFactory.create(live=True)
    report(post)
    answer = as_moderator.post(screen(post), data)
    assert answer.status_code == 422
    assert Report.objects.open().count() == 1


def test_only_posts_can_be_removed_here(as_moderator: Client) -> None:
    for thing in (delivered_request(), make_user()):
        report(thing)
        answer = decide(as_moderator, thing, "remove", message="No.")
        assert answer.status_code == 422
    assert Report.objects.open().count() == 2


def test_a_decision_is_about_all_that_are_open_even_those_too_many_to_show(
    as_moderator: Client,
) -> None:
    person = make_user()
    Report.objects.bulk_create(Report(person=person, reason="spam") for _ in range(130))
    page = shown(as_moderator.get(screen(person)))
    assert "Decide about 130 reports" in page
    assert "And 30 older ones" in page
    up_to = re.search(r'name="up_to" value="(\d+)"', page)
    assert up_to is not None
    as_moderator.post(screen(person), {"action": "dismissed", "up_to": up_to[1]})
    assert not Report.objects.open().exists()


def test_the_sender_of_a_reported_request_is_blocked_from_its_screen(as_moderator: Client) -> None:
    request, post = delivered_request(), make_post()
    for thing in (request, post):
        report(thing)
    assert 'value="block"' in shown(as_moderator.get(screen(request)))
    assert 'value="block"' not in shown(as_moderator.get(screen(post)))
    assert as_moderator.post(screen(post), {"action": "block", "up_to": 9}).status_code == 422
    assert "its sender is blocked" in shown(
        decide(as_moderator, request, "block", note="A ring of them.")
    )
    closed = Report.objects.get(post_request=request)
    assert (closed.status, closed.note) == ("upheld", "A ring of them.")
    assert BlockedSender.objects.get().post == request.post
