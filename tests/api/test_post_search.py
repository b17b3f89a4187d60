"""`GET /api/post?q=`: what it finds, in which order, page by page, with everything else that narrows it."""

import pytest

from tests.api.conftest import Api, assert_problem
from tests.factories import PostFactory

HERE = "http://localhost:8000"


def ids(client: Api, path: str) -> list[int]:
    return [post["id"] for post in client.get(path).json()["results"]]


def walnut(client: Api | None = None, **fields: object) -> int:
    given = {"title": "A walnut chair", "live": True, **fields}
    if client is not None:
        given["creator"] = client.user
    return PostFactory.create(**given).pk  # type: ignore[arg-type]  # whatever the factory takes


def test_the_best_match_comes_first_whoever_asks(
    anonymous: Api, creator: Api, moderator: Api
) -> None:
    best = walnut()
    second = walnut(title="A chair", content="<p>Of walnut.</p>")
    for client in (anonymous, creator, moderator):
        assert ids(client, "/api/post?q=Wallnut") == [best, second]


def test_it_is_narrowed_by_tags_creator_and_availability(creator: Api, anonymous: Api) -> None:
    mine = walnut(creator, tags=["wood", "oak"])
    other = walnut(tags=["wood"])
    creator.patch(f"/api/post/{mine}", {"availability": "reserved"})
    assert ids(anonymous, "/api/post?q=walnut&tag=WOOD") == [other, mine]
    assert ids(anonymous, "/api/post?q=walnut&tag=wood&tag=oak") == [mine]
    assert ids(anonymous, f"/api/post?q=walnut&user={creator.user.pk}") == [mine]
    assert ids(anonymous, "/api/post?q=walnut&availability=open") == [other]
    assert ids(anonymous, "/api/post?q=walnut&availability=reserved&tag=oak") == [mine]
    assert ids(anonymous, "/api/post?q=walnut&tag=nothing") == []


def test_pages_go_there_and_back_while_others_publish(anonymous: Api) -> None:
    for number in range(5):
        walnut(content=f"<p>{'walnut ' * (number % 2 + 1)}</p>")
    whole = ids(anonymous, "/api/post?q=walnut")
    first = anonymous.get("/api/post?q=walnut&limit=2").json()
    walnut(title="Walnut walnut")
    second = anonymous.get(first["next"].removeprefix(HERE)).json()
    third = anonymous.get(second["next"].removeprefix(HERE)).json()
    walked = [post["id"] for page in (first, second, third) for post in page["results"]]
    assert walked == whole
    assert first["previous"] is None
    assert third["next"] is None
    assert (
        anonymous.get(third["previous"].removeprefix(HERE)).json()["results"] == second["results"]
    )


def test_a_cursor_of_a_search_is_none_of_another_list(anonymous: Api) -> None:
    for _ in range(2):
        walnut()
    cursor = anonymous.get("/api/post?q=walnut&limit=1").json()["next"].partition("cursor=")[2]
    assert_problem(anonymous.get(f"/api/post?cursor={cursor}"), 400, "cursor")


def test_drafts_are_found_by_their_creator_alone(creator: Api, moderator: Api) -> None:
    draft = walnut(creator, live=False, tags=["wood"])
    walnut(creator, title="Something else")
    walnut()
    assert ids(creator, "/api/post?user=me&q=walnut") == [draft]
    assert ids(creator, "/api/post?user=me&q=wood wal&state=draft".replace(" ", "+")) == [draft]
    assert ids(creator, "/api/post?user=me&q=walnut&state=live") == []
    assert ids(creator, "/api/post?user=me&q=!!") == []
    assert draft not in ids(moderator, "/api/post?q=walnut")


@pytest.mark.parametrize("typed", ["%F0%9F%AA%91", "%27%3A*", "%26%7C!()", "%5C", "%E2%80%94", "-"])
def test_signs_alone_find_nothing(anonymous: Api, typed: str) -> None:
    walnut()
    assert ids(anonymous, f"/api/post?q={typed}") == []


def test_what_cannot_be_typed_is_refused(anonymous: Api) -> None:
    walnut()
    assert_problem(anonymous.get("/api/post?q=wal%00nut"), 400, "q")
    assert_problem(anonymous.get(f"/api/post?q={'a' * 201}"), 400, "q")
    assert ids(anonymous, f"/api/post?q={'a' * 200}") == []
    assert ids(anonymous, f"/api/post?q={'%E3%8C%80' * 200}") == []
