"""What reading costs among 100,000 posts: every list reads its page from an index, wherever the page is.

By the plans that PostgreSQL made and the pages it read, not by the clock.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from api import pagination
from content.search.postgres import RANKED
from tests.api.conftest import Api
from tests.api.many_posts import FIRST, ME, TABLES, write_many_posts
from tests.plans import nodes_of, pages_read, plans_of, rows_into

pytestmark = pytest.mark.django_db

PAGE = 20
DEEP = 2000  # the page of which page 1 is not to differ
MORE = 1.3
SORTED = 100  # rows: what is sorted is a page with what belongs to it, never a list


class People(NamedTuple):
    visitor: Api
    creator: Api
    sender: Api
    moderator: Api


@pytest.fixture(scope="module")
def people(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[People]:
    """A hundred thousand posts, written once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield People(Api(), *(Api(user) for user in write_many_posts()))
        transaction.set_rollback(True)


LONG = {
    "posts": ("visitor", "/api/post"),
    "posts, to somebody signed in": ("sender", "/api/post"),
    "posts by availability": ("visitor", "/api/post?availability=given"),
    "posts by tag": ("visitor", "/api/post?tag=tag+1"),
    "posts by two tags": ("visitor", "/api/post?tag=tag+1&tag=tag+2"),
    "posts by creator": ("visitor", f"/api/post?user={ME}"),
    "posts by creator and tag": ("visitor", f"/api/post?user={ME}&tag=tag+2"),
    "own posts": ("creator", "/api/post?user=me"),
    "own live posts": ("creator", "/api/post?user=me&state=live"),
    "own posts by tag": ("creator", "/api/post?user=me&tag=tag+1"),
    "people": ("visitor", "/api/user"),
    "tags": ("visitor", "/api/tag"),
    "tags by their beginning": ("visitor", "/api/tag?q=tag"),
    "requests received": ("creator", "/api/request"),
    "requests received by status": ("creator", "/api/request?status=accepted"),
    "requests received by post": ("creator", f"/api/request?post={FIRST + 2000}"),
    "requests sent": ("sender", "/api/request?box=sent"),
    "requests sent by status": ("sender", "/api/request?box=sent&status=new"),
    "requests sent by post": ("sender", f"/api/request?box=sent&post={FIRST + 2000}"),
    "requests held": ("moderator", "/api/request?box=held"),
    "notifications": ("creator", "/api/notification"),
}
SHORT = {
    "posts by tag and availability": ("visitor", "/api/post?tag=tag+1&availability=open"),
    "posts by a rare tag and a common one": ("visitor", "/api/post?tag=tag+900&tag=tag+1"),
    "posts by creator and availability": ("visitor", f"/api/post?user={ME}&availability=given"),
    "posts by a creator of few": ("visitor", f"/api/post?user={FIRST + 900}"),
    "posts by everything": (
        "visitor",
        f"/api/post?user={ME}&tag=tag+1&tag=tag+2&availability=open",
    ),
    "own drafts": ("creator", "/api/post?user=me&state=draft"),
    "own posts by availability": ("creator", "/api/post?user=me&availability=given"),
    "tags by a whole name": ("visitor", "/api/tag?q=tag+900"),
    "one tag": ("visitor", "/api/tag/tag%20900"),
    "unread requests": ("creator", "/api/request?status=new"),
    "one post": ("visitor", f"/api/post/{FIRST + 5}"),
    "one's own post": ("creator", f"/api/post/{FIRST + 10}"),
    "a person": ("visitor", f"/api/user/{ME}"),
    "oneself": ("creator", "/api/user/me"),
}
SEARCHES = {
    "a common word": ("visitor", "/api/post?q=walnut"),
    "a common word, to a moderator": ("moderator", "/api/post?q=walnut"),
    "a rare word": ("visitor", "/api/post?q=number4711"),
    "a common and a rare word": ("visitor", "/api/post?q=number4711+walnut"),
    "a beginning": ("visitor", "/api/post?q=number471"),
    "a typing error": ("visitor", "/api/post?q=walnut+abcdeworx+chair"),
    "a word and a tag": ("visitor", "/api/post?q=walnut&tag=tag+1"),
    "a word and everything": (
        "visitor",
        f"/api/post?q=walnut&tag=tag+1&tag=tag+2&user={ME}&availability=open",
    ),
    "a word that nobody wrote": ("visitor", "/api/post?q=qqqqqqqqqqqqqq"),
}


def test_there_is_enough_of_everything(people: People) -> None:
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
            assert cursor.fetchone()[0] >= 20_000, table


@pytest.mark.parametrize("name", LONG | SHORT)
def test_a_page_is_read_from_indexes(people: People, name: str) -> None:
    who, path = (LONG | SHORT)[name]
    assert_read_from_indexes(getattr(people, who), path, most_sorted=SORTED)


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_looks_words_up_and_ranks_no_more_than_it_says(people: People, name: str) -> None:
    who, path = SEARCHES[name]
    assert_read_from_indexes(getattr(people, who), path, most_sorted=RANKED)


@pytest.mark.parametrize("name", LONG)
def test_page_2000_costs_what_page_1_costs(
    people: People, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, path = LONG[name]
    client = getattr(people, who)
    first = pages_read(plans_of(client, path))
    deep = pages_read(plans_of(client, path_of_page(DEEP, client, path, monkeypatch)))
    assert deep <= MORE * first


@pytest.mark.parametrize("name", LONG)
def test_a_page_of_1_of_20_and_of_100_takes_the_same_statements(people: People, name: str) -> None:
    who, path = LONG[name]
    counts = set()
    for limit in (1, 20, 100):
        whole = f"{path}{'&' if '?' in path else '?'}limit={limit}"
        with CaptureQueriesContext(connection) as captured:
            assert len(getattr(people, who).get(whole).json()["results"]) == limit
        counts.add(len(captured))
    assert len(counts) == 1


def path_of_page(page: int, client: Api, path: str, patch: pytest.MonkeyPatch) -> str:
    """Return the path of a page far down, without walking there."""
    seen: list[Any] = []
    pick = pagination._pick

    def spy(places: Any, order: tuple[str, ...], **where: Any) -> Any:
        seen.append((places, order))
        return pick(places, order, **where)

    patch.setattr(pagination, "_pick", spy)
    assert client.get(path).json()["next"] is not None
    patch.undo()
    ((places, order),) = seen
    names = [column.removeprefix("-") for column in order]
    ordered = places.order_by(*order).values_list(*names)
    position = ordered[(page - 1) * PAGE - 1]
    cursor = pagination.Cursor(order, False, list(position), pagination.timezone.now()).sealed()
    return f"{path}{'&' if '?' in path else '?'}cursor={cursor}"


def assert_read_from_indexes(client: Api, path: str, *, most_sorted: int) -> None:
    plans = plans_of(client, path)
    for node in nodes_of(plans):
        if node["Node Type"] == "Seq Scan":
            assert node["Relation Name"] not in TABLES, node
        if "Sort" in node["Node Type"]:
            assert rows_into(node) <= most_sorted, node
