"""What is asked of the servers: the routes that visitors use, spread as visitors spread."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import psycopg

from benchmarks.reading.words import zipf_weights

ASKED = 4000  # requests of a case that differ; a load goes through them over and over
DEEP_PAGE = 2000


@dataclass(frozen=True)
class Case:
    """Requests of one kind. `lines` are paths, or bodies when it is a POST to `path`."""

    name: str
    lines: list[str]
    path: str = ""

    @property
    def is_post(self) -> bool:
        return bool(self.path)


def cases_of(database_url: str) -> list[Case]:
    """Return the cases for what is in the database; all but the deep page, which has cursors in it."""
    random = Random(1)
    with psycopg.connect(database_url) as connection:
        ids = _column(connection, "SELECT id FROM content_post WHERE live ORDER BY id")
        open_ids = _column(
            connection, "SELECT id FROM content_post WHERE live AND availability = 'open'"
        )
        tags = _column(
            connection, "SELECT name FROM content_tag WHERE live_count > 0 ORDER BY live_count DESC"
        )
        people = _column(connection, "SELECT user_id FROM content_creator ORDER BY live_count DESC")
        titles = _column(
            connection, "SELECT lower(title) FROM content_post WHERE live ORDER BY id LIMIT 20000"
        )
    random.shuffle(ids)
    words = [*_zipf(random, tags, ASKED // 2), *_pairs(random, titles, ASKED // 2)]
    random.shuffle(words)
    return [
        Case("list", ["/api/post"]),
        Case("detail", [f"/api/post/{id}" for id in _zipf(random, ids)]),
        Case("tag", [f"/api/post?tag={name}" for name in _zipf(random, tags)]),
        Case("search", [f"/api/post?q={query}" for query in words]),
        Case("user", [f"/api/user/{id}" for id in _zipf(random, people)]),
        Case("request POST", [_request(random, open_ids) for _ in range(ASKED)], "/api/request"),
    ]


def deep_case(get: Callable[[str], dict[str, Any]]) -> Case:
    """Return the case of page 2,000, or the last one, by walking there in pages of a hundred."""
    link, left = "/api/post?limit=100", DEEP_PAGE * 20 // 100
    while left and (following := get(link)["next"]):
        link, left = following[following.index("/api/") :], left - 1
    return Case("page 2,000", [link.replace("limit=100", "limit=20")])


def _zipf(random: Random, things: list[Any], number: int = ASKED) -> list[Any]:
    return random.choices(things, cum_weights=zipf_weights(len(things)), k=number)


def _pairs(random: Random, titles: list[str], number: int) -> list[str]:
    """Return two words that follow each other in some title."""
    chosen = (random.choice(titles).split() for _ in range(number))
    starts = ((words, random.randrange(len(words) - 1)) for words in chosen)
    return ["+".join(words[start : start + 2]) for words, start in starts]


def _request(random: Random, posts: list[int]) -> str:
    number = random.randrange(1_000_000)
    body = {
        "post": random.choice(posts),
        "name": f"Visitor {number}",
        "email": f"visitor{number}@example.net",
        "message": f"May I come and see it next week? I live nearby, number {number}.",
    }
    return json.dumps(body)


def _column(connection: psycopg.Connection, query: str) -> list[Any]:
    return [row[0] for row in connection.execute(query)]
