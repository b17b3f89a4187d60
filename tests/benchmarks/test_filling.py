"""The benchmark's posts are posts like any others."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from accounts.models import User
from benchmarks.reading.filling import TABLES, fill
from content.models import Image, Post
from engagement.models import PostRequest
from tests.content.test_feeds import assert_feeds_are_true
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db
POSTS = 60


def test_reading_finds_what_was_filled_in(client: Client) -> None:
    fill(posts=POSTS)
    live = Post.objects.live()
    assert POSTS * 0.8 < live.count() < POSTS
    seen = client.get("/api/post?limit=100").json()["results"]
    assert [one["id"] for one in seen] == [post.pk for post in live.newest_first()]
    post = seen[0]
    by_tag = client.get("/api/post", {"tag": post["tags"][0], "limit": 100}).json()["results"]
    assert post["id"] in [one["id"] for one in by_tag]
    by_word = client.get("/api/post", {"q": post["content_text"].split()[0].strip(".")}).json()
    assert by_word["results"]
    assert client.get(f"/api/post/{post['id']}").json()["content"].startswith("<p>")
    assert client.get(f"/api/user/{post['creator']['id']}").json()["post_count"] >= 1


def test_rows_are_as_the_services_leave_them() -> None:
    fill(posts=POSTS)
    assert_feeds_are_true()
    ours = Post.objects.live().exclude(gallery=None).first()
    assert ours is not None
    theirs = PostFactory.create(live=True, pictures=1)
    mine, made = ours.gallery.first().image, theirs.gallery.first().image
    assert {name: type(value) for name, value in mine.variants[0].items()} == {
        name: type(value) for name, value in made.variants[0].items()
    }
    for image in Image.objects.all():
        assert all(name.startswith(f"images/{image.key[:2]}/") for name in image.storage_names())
    for request in PostRequest.objects.exclude(user=None):
        assert request.user_id != request.post.creator_id


def test_tables_are_whole_again_after_filling() -> None:
    before = _structure()
    fill(posts=POSTS)
    assert _structure() == before
    fill(posts=POSTS, seed=2)
    assert Post.objects.count() == 2 * POSTS
    PostFactory.create(live=True, pictures=1)


def test_one_seed_makes_the_same_rows_again() -> None:
    once, again, other = (_filled_and_forgotten(seed=seed) for seed in (5, 5, 6))
    assert once == again
    assert once != other


def _filled_and_forgotten(seed: int) -> list[Any]:
    fill(posts=POSTS, seed=seed)
    rows = [
        *Post.objects.order_by("pk").values_list("title", "content", "first_published_at"),
        *Image.objects.order_by("pk").values_list("key", "variants"),
        *PostRequest.objects.order_by("created_at").values_list("message", "email"),
    ]
    User.objects.all().delete()
    Image.objects.all().delete()
    return rows


def _structure() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename = ANY(%s) ORDER BY indexname",
            [list(TABLES)],
        )
        indexes = cursor.fetchall()
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), condeferred "
            "FROM pg_constraint WHERE conrelid = ANY(%s::regclass[]) ORDER BY 1, 2",
            [list(TABLES)],
        )
        return indexes + cursor.fetchall()
