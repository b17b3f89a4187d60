"""What PostgreSQL writes out for visitors is what the serializers shape for people who are signed in."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from api.live_posts import live_post
from content.images.storage import folder_of
from content.models import Avatar, Image, Post, PostImage
from tests.factories import ImageFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

AWKWARD = (
    '<p>Salt &amp; pepper, "quoted" \\ back\u2028slash, 5 &lt; 6&nbsp;kg, žluť, 椅子 🪑</p>'
    '<ul><li><b>One</b></li><li>two<br>three</li></ul><p><a href="https://example.org">link</a></p>'
    f"<p>{'lantern, ' * 60}</p>"
)


@pytest.fixture
def creator() -> User:
    creator = UserFactory.create(name='Ève "the maker" \\ Ölund')
    face = ImageFactory.create(uploaded_by_user=creator, description="Her face")
    Avatar.objects.create(user=creator, image=face)
    return creator


@pytest.fixture
def posts(creator: User) -> list[Post]:
    """Live posts with everything that a post can have, and with nothing that it need not have."""
    full = PostFactory.create(
        creator=creator,
        live=True,
        title='A <chair> & "stool"',
        content=AWKWARD,
        tags=["wood", "žluť", "a 'b'"],
        images=[_picture(creator, **looks) for looks in LOOKS],
    )
    plain = PostFactory.create(live=True, tags=[])
    covers = [
        PostFactory.create(creator=creator, live=True, pictures=2) for _ in Image.State.values
    ]
    for post, state in zip(covers, Image.State.values, strict=True):
        first = PostImage.objects.filter(post=post).order_by("sort_order")[:1]
        _set_state(first.get().image, state)
    Post.objects.filter(pk=plain.pk).update(created_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    return [full, plain, *covers]


def test_visitors_read_what_others_read(client: Client, posts: list[Post]) -> None:
    stranger = Client()
    stranger.force_login(UserFactory.create())
    assert _results(client) == _results(stranger)
    assert len(_results(client)) == len(posts)
    for post in posts:
        public, shaped = (one.get(f"/api/post/{post.pk}").json() for one in (client, stranger))
        assert public == shaped
    assert client.get(f"/api/post/{posts[0].pk}").json()["creator"]["avatar"]["alt"] == "Her face"


def test_a_moving_picture_has_a_poster(client: Client, posts: list[Post]) -> None:
    moving = client.get(f"/api/post/{posts[0].pk}").json()["images"][1]
    assert moving["animated"]
    assert moving["src"].endswith("/400.webp")
    assert moving["poster"].endswith("/poster-1000.webp")
    assert [source["type"] for source in moving["sources"]] == ["image/avif", "image/webp"]


def test_an_etag_changes_with_the_answer(client: Client, posts: list[Post]) -> None:
    for address in ("/api/post", f"/api/post/{posts[0].pk}"):
        etag = client.get(address).headers["ETag"]
        again = client.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        assert "Content-Type" not in again.headers
        Post.objects.filter(pk=posts[0].pk).update(title=address)
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_one_statement_writes_a_post(
    posts: list[Post], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert live_post(posts[0].pk)


def test_the_statement_is_planned_once(client: Client, posts: list[Post]) -> None:
    with connection.cursor() as cursor:
        for _ in range(2):
            client.get(f"/api/post/{posts[0].pk}")
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s",
            ["%FROM content_post WHERE id = %AND live%"],
        )
        assert cursor.fetchone()[0] == 1


def _results(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/post?limit=100").json()["results"]
    return found


def _set_state(image: Image, state: str) -> None:
    if state == Image.State.HELD:
        return  # cannot be without a ban; `Image.State.REJECTED` goes the same way
    Image.objects.filter(pk=image.pk).update(state=state, reason="Not a picture.")


def _picture(owner: User, **looks: Any) -> Image:
    image = ImageFactory.create(uploaded_by_user=owner)
    folder = folder_of(image.key)
    files = [
        {"kind": kind, "type": type, "width": width, "height": 1, "path": path, "bytes": 1}
        for kind, type, width, path in (
            (kind, f"image/{end}", width, f"{folder}/{stem}.{end}")
            for kind, end, width, stem in looks.pop("files")
        )
    ]
    Image.objects.filter(pk=image.pk).update(variants=files, **looks)
    return image


# In the order in which processing writes them, and in others; too wide for a plain address, and of one size.
LOOKS: list[dict[str, Any]] = [
    {
        "files": [
            ("still", end, width, width)
            for width in (2048, 1280, 640, 320)
            for end in ("avif", "webp")
        ]
    },
    {
        "animated": True,
        "files": [
            ("animation", "avif", 400, "400"),
            ("animation", "webp", 400, "400"),
            ("poster", "avif", 1000, "poster-1000"),
            ("poster", "webp", 320, "poster-320"),
            ("poster", "webp", 1000, "poster-1000"),
        ],
    },
    {"animated": True, "files": [("animation", "gif", 90, "90"), ("still", "webp", 90, "s90")]},
    {"files": [("still", "webp", 1600, "1600"), ("still", "webp", 1500, "1500")]},
    {"files": [("still", "avif", 700, "700")]},
    {"files": [("still", "webp", 300, "a"), ("still", "webp", 300, "b")]},
    {"files": [("still", "bmp", 300, "300")]},
    {"files": []},
]
