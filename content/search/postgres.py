"""Looking posts up in PostgreSQL's own full text."""

from typing import TYPE_CHECKING, Any

from django.db import connection

from content.search.words import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.search.posts import Place, PostSearch
    from content.search.words import Word

# So many of the posts that match are ranked, the newest. Of a rare word that is all of them, read from the
# index of words; of a common one those that are met on the way from the newest post backwards.
RANKED = 1000

_FIND = """
SELECT rank, published_at, post_id FROM (
    SELECT (ts_rank(vector, %(words)s::tsquery) * 1000000)::integer AS rank, published_at, post_id
    FROM (
        SELECT vector, published_at, post_id FROM content_searchentry
        WHERE vector @@ %(all)s::tsquery AND published_at <= %(until)s
        ORDER BY published_at DESC, post_id DESC LIMIT %(ranked)s
    ) AS newest
) AS ranked
{beyond} ORDER BY rank {way}, published_at {way}, post_id {way} LIMIT %(number)s
"""
_BEYOND = "WHERE (rank, published_at, post_id) {sign} (%(rank)s, %(published_at)s, %(post_id)s)"


def find_places(
    search: "PostSearch", *, backwards: bool, after: "Sequence[Any] | None", number: int
) -> "list[Place]":
    """Return the places of the posts that match, from the one `after`, as many as `number`."""
    words = tsquery(words_in(search.words))
    if not words:
        return []
    beyond = _BEYOND.format(sign=">" if backwards else "<") if after else ""
    statement = _FIND.format(beyond=beyond, way="ASC" if backwards else "DESC")
    values = {
        "words": words,
        "all": " & ".join([words, *_narrowing(search)]),
        "until": search.until,
        "ranked": RANKED,
        "number": number,
        **dict(zip(("rank", "published_at", "post_id"), after or (), strict=False)),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def tsquery(words: "Sequence[Word]") -> str:
    """Return the tsquery of posts that have every word, "" for none. Words have letters and digits only."""
    return " & ".join(_either(word) for word in words)


def _either(word: "Word") -> str:
    itself = f"'{word.text}'" + (":*" if word.is_start else "")
    return "(" + " | ".join([itself, *(f"'{other}'" for other in word.neighbours)]) + ")"


def _narrowing(search: "PostSearch") -> list[str]:
    """What the search is narrowed by stands among a post's words: see `content_search_vector`."""
    narrowing = [f"'#{tag_id}'" for tag_id in search.tags]
    if search.creator is not None:
        narrowing.append(f"'@{search.creator}'")
    if search.availability:
        narrowing.append(f"'={search.availability}'")
    return narrowing
