"""The moderators' screens of tags: found, merged after a confirmation, renamed, forbidden; nobody else's."""

import pytest
from django.test import Client

from accounts.models import User
from content.models import Post, Tag
from content.services.tags import rename_tag
from tests.content.admin.forms import editor_data
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db

TAGS = "/admin/tags/"


def tag(name: str) -> Tag:
    return Tag.objects.get(name=name)


def words(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined]  # a response of the test client


@pytest.mark.parametrize("path", [TAGS, f"{TAGS}merge/", f"{TAGS}1/"])
def test_creators_find_no_screens_of_tags(as_creator: Client, path: str) -> None:
    assert as_creator.get(path).status_code == 404
    assert as_creator.post(path, {"name": "x", "action": "forbid"}).status_code == 404


def test_the_list_counts_posts_and_finds_tags_by_name_and_old_name(as_moderator: Client) -> None:
    PostFactory.create(tags=["bike", "red"])
    PostFactory.create(tags=["bike"])
    rename_tag(tag=tag("red"), name="crimson")
    assert "Once called" in words(as_moderator.get(TAGS))
    found = words(as_moderator.get(f"{TAGS}?q=RED"))
    assert "crimson" in found
    assert ">bike<" not in found
    most_used = words(as_moderator.get(f"{TAGS}?order=posts"))
    assert most_used.index(">bike<") < most_used.index(">crimson<")
    assert "No tag fits" in words(as_moderator.get(f"{TAGS}?q=zzz"))


@pytest.mark.parametrize(
    "query", ["q=" + "x" * 500, "q=%00", "p=abc", "p=-1", "order=evil", "show=x", "p=999999"]
)
def test_odd_questions_to_the_list_are_answered(as_moderator: Client, query: str) -> None:
    assert as_moderator.get(f"{TAGS}?{query}").status_code == 200


def test_merging_asks_first_and_tells_how_many_posts_change(as_moderator: Client) -> None:
    posts = [PostFactory.create(tags=["bike"]), PostFactory.create(tags=["bicycle"])]
    form = {"tag": [tag("bike").pk, tag("bicycle").pk], "into": tag("bicycle").pk}
    assert "Which name stays" in words(as_moderator.get(f"{TAGS}merge/", form))
    question = words(as_moderator.post(f"{TAGS}merge/", form))
    assert "<strong>1</strong> post will carry" in question
    assert list(posts[0].tags.names()) == ["bike"]
    as_moderator.post(f"{TAGS}merge/", form | {"confirmed": "yes"})
    assert list(Post.objects.get(pk=posts[0].pk).tags.names()) == ["bicycle"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"tag": ["abc", "-1", "9" * 30], "into": "x"},
        {"tag": ["999999"], "into": "999999", "confirmed": "yes"},
    ],
)
def test_a_merge_of_nothing_is_refused_in_words(as_moderator: Client, form: dict[str, str]) -> None:
    assert as_moderator.get(f"{TAGS}merge/", form).status_code == 200
    answer = as_moderator.post(f"{TAGS}merge/", form)
    assert answer.status_code == 422
    assert "at least two tags" in words(answer)


def test_renaming_to_a_name_that_is_taken_offers_the_merge(as_moderator: Client) -> None:
    PostFactory.create(tags=["bike", "bicycle"])
    url = f"{TAGS}{tag('bike').pk}/"
    answer = as_moderator.post(url, {"action": "rename", "name": "Bicycle"})
    assert answer.status_code == 422
    assert f"merge/?tag={tag('bike').pk}&amp;tag={tag('bicycle').pk}" in words(answer)
    assert as_moderator.post(url, {"action": "rename", "name": ""}).status_code == 422
    as_moderator.post(url, {"action": "rename", "name": "two wheels"})
    assert sorted(Post.objects.get().tags.names()) == ["bicycle", "two wheels"]
    assert as_moderator.get(url).status_code == 404


def test_a_forbidden_tag_is_refused_beside_the_field_of_the_editor(
    as_moderator: Client, as_creator: Client, creator: User
) -> None:
    PostFactory.create(creator=creator, tags=["weapon"])
    url = f"{TAGS}{tag('weapon').pk}/"
    as_moderator.post(url, {"action": "forbid"})
    assert list(Post.objects.get().tags.names()) == []
    answer = as_creator.post("/admin/snippets/content/post/add/", editor_data(tags="weapon"))
    assert "may not be used here" in words(answer)
    assert Post.objects.count() == 1
    as_moderator.post(url, {"action": "allow"})
    assert not tag("weapon").is_forbidden
    assert as_moderator.post(url, {"action": "explode"}).status_code == 404


def test_a_word_is_forbidden_before_it_was_ever_used(as_moderator: Client) -> None:
    as_moderator.post(TAGS, {"name": "Gun"})
    assert tag("gun").is_forbidden
    for name in ("", "!!!", "x" * 300, "a\x00b"):
        assert as_moderator.post(TAGS, {"name": name}).status_code == 302
