"""Search: what posts are found by, how well they fit, and what no input can break."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from content.models import Post, SearchEntry, SearchWord, Tag
from content.search import postgres
from content.search.posts import PostSearch
from content.search.words import MOST_WORDS, is_one_error, words_in
from content.services.posts import create_post, delete_post, set_availability, update_post
from content.services.review import approve_post, remove_post, submit_post
from content.services.tags import rename_tag
from tests.content.finding import found
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def live(**fields: Any) -> int:
    given: dict[str, Any] = {"title": "Something", "content": "<p>Here.</p>", "tags": []}
    return PostFactory.create(live=True, **given | fields).pk


def test_title_tags_creator_and_text_are_found_and_rank_in_this_order() -> None:
    in_text = live(content="<p>It has a walnut top.</p>")
    by_creator = live(creator=UserFactory.create(name="Wilma Walnut"))
    in_tags = live(tags=["walnut"])
    in_title = live(title="Walnut chair")
    assert found("walnut") == [in_title, in_tags, by_creator, in_text]


def test_every_word_must_be_there_wherever_it_is() -> None:
    chair = live(title="Chair", tags=["walnut"], creator=UserFactory.create(name="Maud"))
    live(title="Walnut")
    assert found("maud walnut chair") == [chair]
    assert found("maud walnut bench") == []


def test_of_equal_ones_the_newest_is_first() -> None:
    older, newer = live(title="Walnut"), live(title="Walnut")
    assert found("walnut") == [newer, older]


@pytest.mark.parametrize("typed", ["w", "wal", "garden walnut", "garden wal"])
def test_the_last_word_may_be_a_beginning(typed: str) -> None:
    post = live(title="Walnut for the garden")
    assert found(typed) == [post]


def test_no_word_but_the_last_is_a_beginning() -> None:
    live(title="Walnut for the garden", tags=["wallet"])
    assert found("wal garden") == []


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Crème brûlée", "creme BRULEE"),
        ("creme brulee", "Crème Brûlée"),
        ("Łódź", "lodz"),
        ("Smørrebrød", "smorrebrod"),
        ("Straße", "STRASSE"),
        ("Œuvre", "oeuvre"),
        ("ΟΔΟΣ", "οδός"),
        ("Ёлка", "елка"),
        ("İzmir", "izmir"),
        ("n\u0303andu\u0301", "ñandú"),
        ("日本語", "日本"),
        ("हिन्दी", "हिन्दी"),
        ("\ufb01ne \uff37\uff29\uff24\uff25", "fine wide"),
    ],
)
def test_case_accents_and_ways_of_writing_do_not_matter(written: str, typed: str) -> None:
    post = live(title=written)
    assert found(typed) == [post]


@pytest.mark.parametrize(
    "typed",
    [
        *("walnt", "alnut", "walnutt", "wwalnut", "wolnut", "valnut", "walnux"),
        *("awlnut", "wlanut", "wanlut", "walunt", "walntu", "Wâlnt", "walnt chair", "chair wanlut"),
    ],
)
def test_one_typing_error_in_a_word_is_forgiven(typed: str) -> None:
    post = live(title="Walnut chair")
    assert found(typed) == [post]


def test_two_words_may_have_an_error_each() -> None:
    post = live(title="Walnut chair")
    assert found("wlanut chiar") == [post]


def test_two_errors_in_a_word_are_too_many() -> None:
    live(title="Walnut")
    assert found("wlantu") == found("wonlut") == []


def test_who_types_a_word_that_there_is_means_it() -> None:
    board, bored = live(title="board"), live(title="bored")
    assert found("board") == [board]
    assert set(found("boardd")) == {board}
    assert set(found("bord")) == {board, bored}


def test_short_words_and_numbers_are_taken_as_they_are() -> None:
    live(title="An ox of 2024")
    assert found("ax") == found("2025") == []


@pytest.mark.parametrize("size", range(3, 9))
def test_the_halves_of_a_word_find_every_error(size: int) -> None:
    word = "abcdefgh"[:size]
    live(title=word)
    wrong = {word[:n] + word[n + 1 :] for n in range(size)}
    wrong |= {word[:n] + "x" + word[n:] for n in range(size)}
    wrong |= {word[:n] + "x" + word[n + 1 :] for n in range(size)}
    wrong |= {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(size - 1)}
    for typed in wrong:
        assert is_one_error(typed, word)
        if len(typed) >= 3:
            assert any(word in (one.text, *one.neighbours) for one in words_in(f"{typed} end"))
    assert not is_one_error(word + "xx", word)
    assert not is_one_error("xx" + word[2:], word)


@pytest.mark.parametrize(
    "typed",
    [
        "walnut & !chair | (oak:*",
        "walnut <-> chair",
        "'walnut' \"chair",
        "walnut\\",
        "walnut:*A",
        "\x00walnut\x00",
        "walnut 🪑",
        "%walnut_",
        "walnut; DROP TABLE content_post",
        "#1 @1 =open walnut",
        "<b>walnut</b>",
    ],
)
def test_operators_quotes_and_signs_are_no_words(typed: str) -> None:
    post = live(title="Walnut chair or oak drop table content post", content="<p>1 open b a</p>")
    assert found(typed) == [post]


@pytest.mark.parametrize(
    "typed", ["", " ", "\x00", "!!! ???", "🪑🪑", "'", "\\", ":*", "&|!()", "\ud7ff\ue000", "—"]
)
def test_nothing_to_look_for_finds_nothing(typed: str) -> None:
    live(title="Walnut")
    assert found(typed) == []


def test_much_to_look_for_is_no_burden() -> None:
    live(title="Walnut")
    assert found("a" * 5000) == found("㌀" * 2000) == []
    assert found("walnut " * 500) != []
    assert found(" ".join(f"word{n}" for n in range(300))) == []
    assert len(words_in("one two " * 100)) == MOST_WORDS


def test_markup_is_not_searched_and_does_not_cut_words() -> None:
    post = live(content='<p>wal<b>nut</b> &amp; <a href="http://oak.example">ash</a></p><p>elm</p>')
    for typed in ("walnut", "ash", "elm"):
        assert found(typed) == [post]
    for typed in ("href", "amp ash", "oak", "ashelm"):
        assert found(typed) == []


def test_all_that_narrows_a_list_narrows_a_search() -> None:
    creator = UserFactory.create()
    mine = live(title="Walnut", tags=["wood", "oak"], creator=creator)
    other = live(title="Walnut", tags=["wood"])
    wood, oak = Tag.objects.get(name="wood").pk, Tag.objects.get(name="oak").pk
    assert found("walnut", tags=(wood,)) == [other, mine]
    assert found("walnut", tags=(wood, oak)) == [mine]
    assert found("walnut", creator=creator.pk) == [mine]
    set_availability(post=Post.objects.get(pk=other), availability="reserved")
    assert found("walnut", availability="reserved") == [other]
    assert found("walnut", availability="open", tags=(wood,)) == [mine]


def test_only_what_everybody_sees_is_found() -> None:
    moderator = UserFactory.create(moderator=True)
    post = PostFactory.create(title="Walnut", tags=["wood"])
    assert found("walnut") == []
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator)
    assert found("walnut") == found("wood") == [post.pk]
    update_post(post=post, editor=post.creator, title="Cherry", tags=["fruit"])
    assert found("cherry") == found("fruit") == []
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator)
    assert found("cherry") == found("fruit") == [post.pk]
    assert found("walnut") == found("wood") == []
    remove_post(post=post, moderator=moderator, reason="No.")
    assert found("cherry") == []


def test_new_names_of_tags_and_creators_are_followed() -> None:
    creator = UserFactory.create(name="Maud")
    post = live(tags=["bike"], creator=creator)
    assert found("maud bike") == [post]
    rename_tag(tag=Tag.objects.get(name="bike"), name="two wheels")
    User.objects.filter(pk=creator.pk).update(name="Mathilda")
    assert found("maud") == found("bike") == []
    assert found("mathilda two wheels") == [post]


def test_pages_of_a_search_go_there_and_back_whatever_is_published_meanwhile() -> None:
    posts = [live(title="Walnut", content="<p>walnut</p>" * (n % 3 + 1)) for n in range(7)]
    search = PostSearch("walnut", until=timezone.now())
    whole = search.pick(number=100)
    assert {place[-1] for place in whole} == set(posts)
    first = search.pick(number=3)
    live(title="Walnut walnut walnut", content="<p>walnut</p>")
    second = search.pick(after=first[-1], number=3)
    third = search.pick(after=second[-1], number=3)
    assert first + second + third == whole
    assert search.pick(backwards=True, after=third[0], number=3) == second[::-1]


def test_of_a_common_word_the_newest_posts_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    best = live(title="Walnut")
    newer = [live(content="<p>walnut</p>") for _ in range(3)]
    assert found("walnut")[0] == best
    monkeypatch.setattr(postgres, "RANKED", 3)
    assert found("walnut") == newer[::-1]


def test_an_edit_that_no_search_sees_writes_no_word_again() -> None:
    post = Post.objects.get(pk=live(title="Walnut"))

    def row() -> object:
        with connection.cursor() as cursor:
            cursor.execute("SELECT ctid FROM content_searchentry WHERE post_id = %s", [post.pk])
            return cursor.fetchone()

    before = row()
    Post.objects.filter(pk=post.pk).update(last_edited=timezone.now() + timedelta(1))
    User.objects.filter(pk=post.creator_id).update(last_login=timezone.now())
    assert row() == before
    Post.objects.filter(pk=post.pk).update(title="Oak")
    assert row() != before


def test_words_that_no_live_post_has_any_more_are_forgotten() -> None:
    def known(*words: str) -> set[str]:
        return set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))

    post = Post.objects.get(
        pk=live(title="Walnut wardrobe", creator=UserFactory.create(name="Xan"))
    )
    live(title="Walnut")
    assert known("walnut", "wardrobe", "xan") == {"walnut", "wardrobe", "xan"}
    User.objects.update(name="Ines")
    assert known("xan", "ines", "wardrobe") == {"ines", "wardrobe"}
    Post.objects.filter(pk=post.pk).update(title="Walnut chest")
    assert known("walnut", "wardrobe", "chest") == {"walnut", "chest"}
    delete_post(post=post)
    assert known("walnut", "chest", "ines") == {"walnut", "ines"}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_posts_with_the_same_new_words_are_published_at_once() -> None:
    """Whoever comes second waits for the first, and neither for ever."""
    creators = [UserFactory.create() for _ in range(4)]
    words = [f"new{letter}{other}" for letter in "abcdef" for other in "abcdef"]
    barrier = threading.Barrier(len(creators))
    errors: list[Exception] = []

    def publish(number: int) -> None:
        try:
            text = words[number * 5 :] + words[: number * 5]
            post = create_post(
                creator=creators[number], title="New", content=f"<p>{' '.join(text)}</p>"
            )
            barrier.wait(10)
            Post.objects.filter(pk=post.pk).update(live=True, first_published_at=timezone.now())
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=publish, args=[n]) for n in range(len(creators))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
    assert SearchEntry.objects.count() == 4
    assert set(words) <= set(SearchWord.objects.values_list("word", flat=True))
