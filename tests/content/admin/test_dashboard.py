"""The first page: to moderators what waits and comes in, to creators their own; the same cost at any size."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from content.admin.figures import DAYS, figure_of
from content.models import Image, Post
from tests.factories import ImageFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

HOME = "/admin/"


def words(client: Client, path: str = HOME) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def posts_of(creator: User, count: int) -> None:
    now = timezone.now()
    Post.objects.bulk_create(
        Post(
            creator=creator,
            title=f"Post {n}",
            content="<p>x</p>",
            created_at=now - timedelta(days=n % 30),
        )
        for n in range(count)
    )


def pictures_of(people: list[User], count: int) -> None:
    Image.objects.bulk_create(
        Image(
            uploaded_by_user=people[n % len(people)],
            title="x",
            key=f"k{n}",
            state="processing",
            stored_bytes=1000,
        )
        for n in range(count)
    )


def test_a_moderator_sees_what_came_in_and_who_stores_most(as_moderator: Client) -> None:
    greedy = UserFactory.create(name="Greta Greedy")
    image = ImageFactory.create(uploaded_by_user=greedy)
    Image.objects.filter(pk=image.pk).update(stored_bytes=100 * 1024 * 1024)
    PostFactory.create(creator=greedy)
    page = words(as_moderator)
    assert "New posts" in page
    assert "Requests" in page
    assert "100.0\xa0MB, 40%" in page
    assert f"?creator={greedy.pk}" in page


def test_a_creator_sees_their_own_storage_and_nothing_of_others(
    as_creator: Client, creator: User
) -> None:
    ImageFactory.create(uploaded_by_user=UserFactory.create(name="Zanzibar"))
    page = words(as_creator)
    assert "of 250.0\xa0MB" in page
    assert "Zanzibar" not in page
    assert "The last 14 days" not in page


def test_the_figures_count_by_day(creator: User) -> None:
    posts_of(creator, 30)
    figure = figure_of(Post.objects.all(), "created_at", "Posts")
    assert [bar.count for bar in figure.bars] == [1] * DAYS
    assert (figure.today, figure.total) == (1, DAYS)
    assert figure_of(Post.objects.none(), "created_at", "Posts").total == 0


def test_the_links_lead_into_the_filtered_list(as_moderator: Client, creator: User) -> None:
    PostFactory.create(creator=creator, title="Hers")
    PostFactory.create(title="Somebody elses", live=True)
    base = "/admin/snippets/content/post/"
    assert "Somebody elses" not in words(as_moderator, f"{base}?creator={creator.pk}")
    assert "Hers" not in words(as_moderator, f"{base}?state=live")
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert "Hers" not in words(as_moderator, f"{base}?created_at_from={tomorrow}")
    for odd in ("creator=abc", "creator=" + "9" * 30, "created_at_from=x", "state=x"):
        words(as_moderator, f"{base}?{odd}")


def test_a_creator_cannot_filter_by_somebody_else(as_creator: Client, creator: User) -> None:
    stranger = PostFactory.create(title="Somebody elses", live=True)
    page = words(as_creator, f"/admin/snippets/content/post/?creator={stranger.creator_id}")
    assert "Somebody elses" not in page
    assert "number" not in page.lower().replace("aria", "") or "Creator's number" not in page


def plan_of(rows: object) -> str:
    """The plan on a large table: without one, reading everything is the cheapest way there is."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    return rows.explain()  # type: ignore[attr-defined]  # a queryset


def test_posts_and_pictures_of_the_last_days_are_found_by_index(creator: User) -> None:
    since = timezone.now() - timedelta(days=DAYS)
    for rows in (Post.objects.all(), Image.objects.all()):
        plan = plan_of(rows.filter(created_at__gte=since).order_by())
        assert "Index" in plan
        assert "created_at" in plan
