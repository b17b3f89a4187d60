"""The one queue: everything that waits for a moderator, in order, whatever it is and however much."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from accounts.models import User
from accounts.suspension import suspend_user
from content.admin.review.queue import PER_PAGE, Wanted, rough_count
from content.models import Image, ReviewDecision
from content.services.bans import ban_picture
from content.services.posts import update_post
from content.services.review import remove_post, submit_post
from engagement.models import Appeal, PostRequest, Report
from engagement.services.appeals import file_appeal
from engagement.services.reports import Target, file_report
from tests.admin.costs import queries
from tests.engagement.factories import held_request, make_post
from tests.factories import ImageFactory, PostFactory, UserFactory
from tests.plans import plans_of, rows_touched

pytestmark = pytest.mark.django_db

QUEUE = "/admin/review/"
START = timezone.make_aware(datetime(2026, 1, 1))


def words(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return re.sub(r"\s+", " ", response.content.decode())


def listed(client: Client, **query: str) -> list[str]:
    """The addresses of the rows, in their order."""
    page = words(client.get(QUEUE, query))
    found = re.findall(r'class="fh-queue__title" href="([^"]+)"', page)
    return [address.split("?")[0] for address in found]


def held_picture(moderator: User) -> Image:
    image = ImageFactory.create(title="A held picture")
    ban_picture(image=image, moderator=moderator, reason="Taken from a shop")
    return image


@pytest.fixture
def waiting(moderator: User) -> dict[str, str]:
    """One thing of each kind, each an hour after the one before; their screens by kind."""
    request = held_request(make_post(title="Asked for"))
    reported = make_post(title="Reported lamp")
    report = file_report(target=Target(post=reported), reporter=UserFactory.create(), reason="scam")
    assert report is not None
    removed = PostFactory.create(live=True, title="Removed bench")
    remove_post(post=removed, moderator=moderator, reason="A copy.")
    appeal = file_appeal(post=removed, text="It is mine.")
    picture = held_picture(moderator)
    new = PostFactory.create(in_review=True, title="New chair")
    edited = PostFactory.create(live=True, title="Edited table")
    update_post(post=edited, editor=edited.creator, title="Edited twice")
    submit_post(post=edited, user=edited.creator)

    def hour(number: int) -> datetime:
        return START + timedelta(hours=number)

    TaskState.objects.filter(revision__object_id=str(new.pk)).update(started_at=hour(5))
    PostRequest.objects.filter(pk=request.pk).update(created_at=hour(1))
    Report.objects.filter(pk=report.pk).update(created_at=hour(2))
    TaskState.objects.filter(workflow_state__object_id=str(edited.pk)).update(started_at=hour(3))
    Appeal.objects.filter(pk=appeal.pk).update(created_at=hour(4))
    Image.objects.filter(pk=picture.pk).update(held_at=hour(6))
    return {
        "request": f"/admin/requests/{request.pk}/",
        "reported": f"/admin/reported/post/{reported.pk}/",
        "edit": f"{QUEUE}{edited.pk}/",
        "appeal": f"/admin/appeals/{appeal.pk}/",
        "new": f"{QUEUE}{new.pk}/",
        "picture": f"/admin/pictures/held/{picture.pk}/",
    }


# ---------------------------------------------------------------- what is in it


def test_everything_is_listed_the_longest_waiting_first(
    as_moderator: Client, waiting: dict[str, str]
) -> None:
    assert listed(as_moderator) == list(waiting.values())
    assert listed(as_moderator, order="newest") == list(reversed(waiting.values()))


def test_each_row_leads_to_its_screen(as_moderator: Client, waiting: dict[str, str]) -> None:
    for kind, screen in waiting.items():
        assert listed(as_moderator, kind=kind) == [screen]
        assert as_moderator.get(screen).status_code == 200, kind


def test_a_row_says_what_is_wrong(as_moderator: Client, waiting: dict[str, str]) -> None:
    page = words(as_moderator.get(QUEUE))
    for word in ("A scam", "Taken from a shop", "Edited twice", "Reported post", "Held request"):
        assert word in page, word


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lamp", ["reported"]),
        ("TWICE", ["edit"]),
        ("Asked for", ["request"]),
        ("bench", ["appeal"]),
        ("held pic", ["picture"]),
        ("%", []),
        ("\x00chair", ["new"]),
    ],
)
def test_the_queue_is_searched_by_title(
    as_moderator: Client, waiting: dict[str, str], typed: str, found: list[str]
) -> None:
    assert listed(as_moderator, q=typed) == [waiting[kind] for kind in found]


def test_the_queue_is_searched_by_creator_and_counts_what_it_finds(as_moderator: Client) -> None:
    ines = UserFactory.create(name="Ines Palmeira")
    hers = PostFactory.create(creator=ines, in_review=True)
    PostFactory.create(in_review=True)
    file_report(target=Target(person=ines), reporter=UserFactory.create(), reason="spam")
    assert listed(as_moderator, q="palmeira") == [
        f"{QUEUE}{hers.pk}/",
        f"/admin/reported/person/{ines.pk}/",
    ]
    assert Wanted(words="palmeira").counts == dict.fromkeys(Wanted().counts, 0) | {
        "new": 1,
        "reported": 1,
    }


@pytest.mark.parametrize("query", ["kind=x", "kind=%00", "order=x", "p=-1", "p=x", "p=99999999999"])
def test_an_odd_address_shows_the_queue(
    as_moderator: Client, waiting: dict[str, str], query: str
) -> None:
    assert "Start " in words(as_moderator.get(f"{QUEUE}?{query}"))


def test_an_empty_queue_says_what_comes_into_it(as_moderator: Client) -> None:
    assert "Nothing waits." in words(as_moderator.get(QUEUE))
    assert "Nothing that waits is like this" in words(as_moderator.get(f"{QUEUE}?kind=appeal"))


def test_what_several_people_report_is_one_row(as_moderator: Client) -> None:
    post = make_post()
    for reason in ("spam", "scam"):
        file_report(target=Target(post=post), reporter=UserFactory.create(), reason=reason)
    assert listed(as_moderator) == [f"/admin/reported/post/{post.pk}/"]
    assert "2 reports" in words(as_moderator.get(QUEUE))


def test_what_suspended_people_share_rests(as_moderator: Client, moderator: User) -> None:
    post = PostFactory.create(in_review=True)
    assert rough_count() == "1"
    suspend_user(user=post.creator, moderator=moderator, reason="Spam.")
    assert listed(as_moderator) == []
    assert rough_count() == ""


def test_the_menu_counts_everything_once(as_moderator: Client, waiting: dict[str, str]) -> None:
    page = words(as_moderator.get("/admin/"))
    assert f"Review ({len(waiting)})" in page
    for link in ("?kind=request", "?kind=edit", "?kind=appeal"):
        assert f'href="{QUEUE}{link}"' in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_but_moderators_sees_the_queue(
    as_creator: Client, client: Client, waiting: dict[str, str], method: str
) -> None:
    for path in (QUEUE, f"{QUEUE}several/", waiting["picture"]):
        answer = getattr(as_creator, method)(path, {"item": "1:1", "action": "approve"})
        assert answer.status_code == 404
        assert b"Edited" not in answer.content
        assert getattr(client, method)(path)["Location"].startswith("/login")
    assert not ReviewDecision.objects.filter(post__title="New chair").exists()


# ---------------------------------------------------------------- on to the next


def test_the_next_is_whatever_follows(as_moderator: Client, waiting: dict[str, str]) -> None:
    screens = list(waiting.values())
    for screen, following in zip(screens, [*screens[1:], screens[0]], strict=True):
        if not re.fullmatch(rf"{QUEUE}\d+/", screen):
            assert f'href="{following}">Skip to the next' in words(as_moderator.get(screen)), screen


def test_a_decision_opens_the_next(as_moderator: Client, waiting: dict[str, str]) -> None:
    let = as_moderator.post(f"{waiting['request']}release/")
    assert let["Location"] == waiting["reported"]
    up_to = Report.objects.get().pk
    done = as_moderator.post(waiting["reported"], {"action": "dismissed", "up_to": up_to})
    assert done["Location"] == waiting["edit"]
    answer = {"action": "dismiss", "note": "It is.", "revision": 1}
    assert as_moderator.post(waiting["appeal"], answer)["Location"] == waiting["new"]
    let = as_moderator.post(f"{waiting['picture']}let-through/")
    assert let["Location"] == waiting["edit"]


def test_the_next_is_of_the_kind_that_is_looked_at(
    as_moderator: Client, waiting: dict[str, str]
) -> None:
    another = held_request()
    let = as_moderator.post(f"{waiting['request']}release/?kind=request")
    assert let["Location"] == f"/admin/requests/{another.pk}/?kind=request"
    let = as_moderator.post(f"/admin/requests/{another.pk}/release/?kind=request")
    assert let["Location"] == f"{QUEUE}?kind=request"


def test_going_on_from_each_to_the_next_meets_everything_once() -> None:
    """Also where several came at the same moment."""
    report_about = [UserFactory.create() for _ in range(3)]
    posts = [PostFactory.create(in_review=True) for _ in range(3)]
    for person in report_about:
        file_report(target=Target(person=person), reporter=None, reason="spam", address="10.0.0.1")
    Report.objects.update(created_at=START)
    TaskState.objects.update(started_at=START)
    assert posts
    for newest_first in (False, True):
        queue = Wanted(newest_first=newest_first)
        everything = queue.places(10)
        assert len(everything) == 6
        walked = [everything[0]]
        while following := queue.places(1, after=walked[-1]):
            walked += following
        assert walked == everything


# ---------------------------------------------------------------- the same cost at any size


def copy(table: str, pk: int, base: int, count: int, **changes: str) -> None:
    """Make rows like this one, with the ids `base + 1` to `base + count`; `changes` are SQL about `n`."""
    fields = ", ".join(f"'{name}', {sql}" for name, sql in {"id": f"{base} + n", **changes}.items())
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} SELECT (jsonb_populate_record(one, jsonb_build_object({fields}))).*"  # noqa: S608  (all of it is written here)
            f" FROM {table} AS one, generate_series(1, {count}) AS n WHERE one.id = {pk}"
        )


def fill(base: int, posts: int, others: int) -> None:
    """Put so many posts in review, and so many reports, appeals and held requests, one of each a second."""
    ago = "now() - n * interval '1 second'"
    post = PostFactory.create(in_review=True, pictures=1)
    state = WorkflowState.objects.get(object_id=str(post.pk))
    task = TaskState.objects.get(workflow_state=state)
    here, key = f"{base} + n", f"({base} + n)::text"
    copy("content_post", post.pk, base, posts, latest_revision_id=here)
    copy("wagtailcore_revision", post.latest_revision_id, base, posts, object_id=key)
    copy(
        "wagtailcore_workflowstate",
        state.pk,
        base,
        posts,
        object_id=key,
        current_task_state_id=here,
    )
    copy("wagtailcore_taskstate", task.pk, base, posts, workflow_state_id=here, started_at=ago)

    person = UserFactory.create()
    report = file_report(target=Target(person=person), reporter=None, reason="spam")
    assert report is not None
    copy("accounts_user", person.pk, base, others, email=f"{key} || '@example.net'")
    copy("engagement_report", report.pk, base, others, person_id=here, created_at=ago)
    request = held_request()
    copy("engagement_postrequest", request.pk, base, others, created_at=ago)
    removed = PostFactory.create(live=True)
    remove_post(post=removed, moderator=UserFactory.create(moderator=True), reason="A copy.")
    appeal = file_appeal(post=removed, text="It is mine.")
    copy("content_reviewdecision", appeal.decision_id, base, others)
    copy("engagement_appeal", appeal.pk, base, others, decision_id=here, created_at=ago)


def analyse() -> None:
    """Do what autovacuum does within the minute, when there is so much new."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def test_20000_posts_are_read_by_index(as_moderator: Client) -> None:
    fill(1_000_000, PER_PAGE, PER_PAGE)
    analyse()
    few = queries(as_moderator, f"{QUEUE}?order=newest")
    fill(2_000_000, 20_000, PER_PAGE)
    analyse()
    assert queries(as_moderator, f"{QUEUE}?order=newest") == few
    with CaptureQueriesContext(connection) as captured:
        Wanted().places(PER_PAGE)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {captured[-1]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "content_review_in_order" in plan
    assert "Seq Scan on content_post" not in plan


@pytest.mark.parametrize("knows", ["nothing", "a few rows"])
def test_what_the_planner_does_not_know_yet_makes_no_page_slow(
    as_moderator: Client, knows: str
) -> None:
    """Right after much was written at once: no row of one table is compared with every row of another."""
    if knows == "a few rows":
        fill(1_000_000, PER_PAGE, PER_PAGE)
        analyse()
    fill(2_000_000, 20_000, 2_000)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20s'")
    in_review = "/admin/review/2000007/"
    paths = [QUEUE, f"{QUEUE}?kind=new", f"{QUEUE}?q=chair", f"{QUEUE}?p=900", in_review, "/admin/"]
    for path in paths:
        assert rows_touched(plans_of(as_moderator, path)) < 60 * 20_000, path
