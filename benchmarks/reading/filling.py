"""Filling a database with posts and everything around them."""

from collections.abc import Callable
from random import Random

from django.db import connection, transaction

from benchmarks.reading.bulk import bare_tables, copy_rows
from benchmarks.reading.rows import Batch, Town

# In the order in which they point at each other.
TABLES = (
    "accounts_user",
    "account_emailaddress",
    "content_image",
    "content_avatar",
    "content_post",
    "content_postimage",
    "content_posttag",
    "engagement_postrequest",
)
WITH_IDS = ("accounts_user", "content_image", "content_post")

# What the triggers of content's migrations do for one post, here for all of them.
_LISTS = (
    """
    INSERT INTO content_tagfeed
    SELECT item.tag_id, post.first_published_at, post.id, post.availability
    FROM content_post AS post JOIN content_posttag AS item ON item.content_object_id = post.id
    WHERE post.live AND post.id >= %(first)s
    """,
    """
    INSERT INTO content_creator (user_id, joined_at, live_count)
    SELECT person.id, person.created_at, count(*)
    FROM content_post AS post JOIN accounts_user AS person ON person.id = post.creator_id
    WHERE post.live AND post.id >= %(first)s GROUP BY person.id
    """,
    "ANALYZE content_post, content_posttag",
    """
    INSERT INTO content_searchentry (post_id, published_at, vector)
    SELECT id, first_published_at, content_search_vector(id) FROM content_post
    WHERE live AND id >= %(first)s ORDER BY id
    """,
    """
    INSERT INTO content_searchword (word)
    SELECT DISTINCT lexeme FROM content_searchentry CROSS JOIN unnest(vector)
    WHERE post_id >= %(first)s AND length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[0-9#@=]'
    ON CONFLICT DO NOTHING
    """,
)


@transaction.atomic
def fill(*, posts: int, seed: int = 1, tell: Callable[[int], None] = lambda _: None) -> None:
    """Write that many posts, one in twenty of them a draft, with users, tags, pictures and requests.

    The same seed on a database with the same number of rows writes the same. Everything goes in by
    COPY, inside one transaction on Django's connection. `tell` is called with how many posts there are.
    """
    first = {table: _next_id(table) for table in WITH_IDS}
    first["collection"] = _one("SELECT min(id) FROM wagtailcore_collection")
    town = Town(Random(f"{seed} {first}"), posts=posts, first=first)
    done = 0
    with bare_tables(["content_searchentry"]):
        with bare_tables(TABLES):
            for batch in town.batches(_make_tags(town.tag_names)):
                _write(batch)
                done += len(batch["content_post"])
                tell(done)
        with connection.cursor() as cursor:
            for statement in _LISTS:
                cursor.execute(statement, {"first": first["content_post"]})
    _settle()


def _write(batch: Batch) -> None:
    for table in TABLES:
        if rows := batch[table]:
            copy_rows(table, rows)


def _make_tags(names: list[str]) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO content_tag (name, slug, is_forbidden) "
            "SELECT name, name, false FROM unnest(%s::text[]) AS name ON CONFLICT DO NOTHING",
            [names],
        )
        cursor.execute("SELECT name, id FROM content_tag WHERE name = ANY(%s)", [names])
        return dict(cursor.fetchall())


def _settle() -> None:
    """Let the sequences go on behind what was written, and the planner know of it."""
    with connection.cursor() as cursor:
        for table in WITH_IDS:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM {table}))",
                [table],
            )
        cursor.execute("ANALYZE")


def _next_id(table: str) -> int:
    return _one(f"SELECT coalesce(max(id), 0) + 1 FROM {table}")


def _one(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])
