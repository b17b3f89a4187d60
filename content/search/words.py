"""What somebody typed, as words to look for; those that nobody wrote are set right."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

MOST_WORDS = 12
MOST_SET_RIGHT = 4
SHORTEST_SET_RIGHT = 3
MOST_NEIGHBOURS = 20

# Cut by the parser that cuts the words of posts. Known ones are sought by ranges, since LIKE finds its
# way into an index by a constant only.
_TYPED = """
WITH typed AS (
    SELECT left(token, 100) AS word, place = max(place) OVER () AS is_start, place FROM (
        SELECT token, place FROM ts_parse('default', content_fold(%s))
            WITH ORDINALITY AS parsed(kind, token, place)
        WHERE token <> ' ' LIMIT %s
    ) AS first_words
)
SELECT word, is_start, EXISTS (
    SELECT FROM content_searchword AS known
    WHERE known.word BETWEEN typed.word
        AND typed.word || CASE WHEN is_start THEN chr(1114111) ELSE '' END
) AS is_known FROM typed ORDER BY place
"""
# One error leaves the first or the second half of a word whole; but for two letters that change places in
# its middle, and that is one word to look up.
_NEIGHBOURS = """
SELECT typed.word, known.word
FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[])
    AS typed(word, beginning, ending, swapped)
CROSS JOIN LATERAL (
    SELECT word FROM content_searchword
    WHERE word >= beginning AND word < beginning || chr(1114111)
        AND length(word) BETWEEN length(typed.word) - 1 AND length(typed.word) + 1
    UNION SELECT word FROM content_searchword
    WHERE reverse(word) >= ending AND reverse(word) < ending || chr(1114111)
        AND length(word) BETWEEN length(typed.word) - 1 AND length(typed.word) + 1
    UNION SELECT word FROM content_searchword WHERE word = swapped
) AS known
"""


@dataclass(frozen=True)
class Word:
    """A word to look for: itself or any of `neighbours`; if `is_start`, whatever begins with it."""

    text: str
    is_start: bool = False
    neighbours: tuple[str, ...] = ()


def words_in(text: str) -> list[Word]:
    """Return the words of `text` without case and accents, the last one as a beginning. Safe for any input.

    A word that stands in no live post has those for neighbours that do and that one error makes of it: a
    letter too many, missing, wrong, or two that changed places. One query, two with such a word.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TYPED, [text.replace("\x00", " "), MOST_WORDS])
        typed = cursor.fetchall()
    neighbours = _neighbours_of([word for word, _, is_known in typed if not is_known])
    return [Word(word, is_start, tuple(neighbours.get(word, ()))) for word, is_start, _ in typed]


def is_one_error(typed: str, meant: str) -> bool:
    """Whether one letter too many, missing or wrong, or two that changed places, make one of the other."""
    if len(typed) > len(meant):
        typed, meant = meant, typed
    at = next((n for n, letter in enumerate(typed) if letter != meant[n]), len(typed))
    if len(typed) < len(meant):
        return typed[at:] == meant[at + 1 :]
    rest_is_same = typed[at + 1 :] == meant[at + 1 :]
    return rest_is_same or (
        typed[at : at + 2] == meant[at : at + 2][::-1] and typed[at + 2 :] == meant[at + 2 :]
    )


def _neighbours_of(unknown: Sequence[str]) -> dict[str, list[str]]:
    long_enough = [word for word in unknown if len(word) >= SHORTEST_SET_RIGHT]
    words = list(dict.fromkeys(long_enough))[:MOST_SET_RIGHT]
    if not words:
        return {}
    halves = [len(word) // 2 for word in words]
    pairs = list(zip(words, halves, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            _NEIGHBOURS,
            [
                words,
                [word[:half] for word, half in pairs],
                [word[half:][::-1] for word, half in pairs],
                [
                    word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
                    for word, half in pairs
                ],
            ],
        )
        found: dict[str, list[str]] = {}
        for typed, known in cursor.fetchall():
            if is_one_error(typed, known):
                found.setdefault(typed, []).append(known)
    # Who mistypes a word mostly has its first letter right.
    return {
        typed: sorted(known, key=lambda word: (word[0] != typed[0], word))[:MOST_NEIGHBOURS]
        for typed, known in found.items()
    }
