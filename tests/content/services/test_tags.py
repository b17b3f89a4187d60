"""Tags: merged, renamed and forbidden ones follow the posts, whoever is writing one at that moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from wagtail.models import Revision

from accounts.errors import InvalidInput
from content.models import Post, Tag
from content.services.posts import create_post, delete_post, update_post
from content.services.review import approve_post, submit_post
from content.services.tag_names import current_names
from content.services.tags import (
    TagExists,
    allow_tag,
    forbid_name,
    forbid_tag,
    merge_tags,
    posts_with,
    rename_tag,
)
from tests.content.finding import found
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def tag(name: str) -> Tag:
    return Tag.objects.get(name=name)


def names(post: Post) -> list[str]:
    return sorted(Post.objects.get(pk=post.pk).tags.names())


def newest_names(post: Post) -> list[str]:
    version = Post.objects.get(pk=post.pk).get_latest_revision_as_object()
    return sorted(version.tags.names())


def with_tag(name: str) -> list[Post]:
    tags = Tag.objects.ids_of([name])
    assert tags is not None
    return list(Post.objects.under(tags))


def dates(post: Post) -> tuple[object, ...]:
    row = Post.objects.get(pk=post.pk)
    return row.last_edited, row.first_published_at, row.last_published_at


def test_merged_tags_are_one_on_every_post_and_in_every_version(creator):
    live = PostFactory(creator=creator, live=True, tags=["bike", "red"])
    both = PostFactory(creator=creator, live=True, tags=["bicycle", "bike"])
    draft = PostFactory(creator=creator, tags=["bikes"])
    edited = PostFactory(creator=creator, live=True, tags=["garden"])
    update_post(post=edited, editor=creator, tags=["bike"])
    before = [dates(post) for post in (live, both, draft, edited)]

    touched = merge_tags(sources=[tag("bike"), tag("bikes")], into=tag("bicycle"))

    assert touched == 4
    assert names(live) == ["bicycle", "red"]
    assert names(both) == names(draft) == newest_names(edited) == ["bicycle"]
    assert (names(edited), newest_names(live)) == (["garden"], ["bicycle", "red"])
    assert found("bicycle red") == [live.pk]
    assert found("bike") == []
    assert [dates(post) for post in (live, both, draft, edited)] == before


def test_title_and_text_are_still_found_after_a_merge(creator):
    post = PostFactory(creator=creator, live=True, title="Walnut chair", tags=["wood"])
    Tag.objects.create(name="timber")
    merge_tags(sources=[tag("wood")], into=tag("timber"))
    assert found("walnut hand timber") == [post.pk]
    assert found("wood") == []


def test_an_edit_that_waits_is_published_with_the_tag_that_took_the_place(creator, moderator):
    post = PostFactory(creator=creator, live=True, tags=["garden"])
    update_post(post=post, editor=creator, tags=["bike", "bicycle"])
    submit_post(post=post, user=creator)
    merge_tags(sources=[tag("bike")], into=tag("bicycle"))
    approve_post(post=post, moderator=moderator)
    assert names(post) == ["bicycle"]


def test_an_old_name_goes_on_working_wherever_it_is_written(creator):
    post = PostFactory(creator=creator, live=True, tags=["bike"])
    Tag.objects.create(name="bicycle")
    merge_tags(sources=[tag("bike")], into=tag("bicycle"))
    assert with_tag("BIKE") == with_tag("bicycle") == [post]
    new = create_post(creator=creator, title="Two", content="<p>x</p>", tags=["Bike", "bicycle"])
    assert names(new) == ["bicycle"]
    assert current_names(["#bike"]) == ["bicycle"]


def test_old_names_follow_through_several_merges(creator):
    post = PostFactory(creator=creator, live=True, tags=["a1"])
    for old, new in (("a1", "b2"), ("b2", "c3")):
        Tag.objects.create(name=new)
        merge_tags(sources=[tag(old)], into=tag(new))
    assert names(post) == ["c3"]
    assert with_tag("a1") == [post]
    assert set(tag("c3").aliases.values_list("name", flat=True)) == {"a1", "b2"}


def test_a_renamed_tag_can_have_its_first_name_back(creator):
    post = PostFactory(creator=creator, live=True, tags=["bike"])
    renamed = rename_tag(tag=tag("bike"), name="#Bicycle ")
    assert (renamed.name, names(post)) == ("bicycle", ["bicycle"])
    rename_tag(tag=renamed, name="bike")
    assert names(post) == ["bike"]
    assert with_tag("bicycle") == [post]


def test_a_name_that_is_taken_names_the_tag_to_merge_with(creator):
    PostFactory(creator=creator, tags=["bike", "bicycle"])
    with pytest.raises(TagExists) as refusal:
        rename_tag(tag=tag("bike"), name="BICYCLE")
    assert refusal.value.tag == tag("bicycle")


@pytest.mark.parametrize(
    ("name", "code"),
    [("  ", "blank"), ("!!!", "blank"), ("x" * 41, "max_length"), ("#Bike", "unchanged")],
)
def test_a_new_name_must_fit(creator, name, code):
    PostFactory(creator=creator, tags=["bike"])
    with pytest.raises(InvalidInput) as refusal:
        rename_tag(tag=tag("bike"), name=name)
    assert refusal.value.code == code


def test_a_forbidden_tag_is_taken_off_and_cannot_come_back(creator, moderator):
    live = PostFactory(creator=creator, live=True, tags=["weapon", "old"])
    waiting = PostFactory(creator=creator, in_review=True, tags=["weapon"])
    assert forbid_tag(tag=tag("weapon")) == 2
    assert (names(live), names(waiting)) == (["old"], [])
    assert found("weapon") == []
    approve_post(post=waiting, moderator=moderator)
    assert names(waiting) == []
    with pytest.raises(InvalidInput) as refusal:
        update_post(post=live, editor=creator, tags=["old", "Weapon"])
    assert (refusal.value.field, refusal.value.code) == ("tags.1", "forbidden")
    allow_tag(tag=tag("weapon"))
    update_post(post=live, editor=creator, tags=["weapon"])


def test_a_word_is_forbidden_before_anybody_used_it_and_so_are_old_names(creator):
    forbid_name(name="#Gun")
    PostFactory(creator=creator, tags=["rifle"])
    rename_tag(tag=tag("rifle"), name="long gun")
    forbid_tag(tag=tag("long gun"))
    for name in ("gun", "rifle"):
        with pytest.raises(InvalidInput) as refusal:
            create_post(creator=creator, title="x", content="<p>x</p>", tags=[name])
        assert refusal.value.code == "forbidden"


def test_forbidden_tags_and_old_names_are_not_merged_into(creator):
    PostFactory(creator=creator, tags=["one", "two", "three"])
    forbid_tag(tag=tag("two"))
    with pytest.raises(InvalidInput):
        merge_tags(sources=[tag("one")], into=tag("two"))
    with pytest.raises(InvalidInput):
        merge_tags(sources=[tag("two")], into=tag("one"))
    merge_tags(sources=[tag("one")], into=tag("three"))
    with pytest.raises(InvalidInput):
        merge_tags(sources=[tag("three")], into=tag("one"))
    with pytest.raises(InvalidInput):
        merge_tags(sources=[tag("three")], into=tag("three"))


def test_a_tag_goes_with_its_last_post_but_a_forbidden_one_stays(creator):
    post = PostFactory(creator=creator, tags=["rare", "bad"])
    forbid_tag(tag=tag("bad"))
    delete_post(post=post)
    assert list(Tag.objects.values_list("name", flat=True)) == ["bad"]


def test_a_post_found_only_in_a_version_counts_as_touched(creator):
    post = PostFactory(creator=creator, live=True, tags=["garden"])
    update_post(post=post, editor=creator, tags=["bike"])
    assert posts_with([tag("bike").pk]) == {post.pk}


def at_once(*tasks: Callable[[], object]) -> list[str]:
    """Run the tasks side by side, each on its own connection; return what they raised."""
    start = threading.Barrier(len(tasks))
    raised: list[str] = []

    def run(task: Callable[[], object]) -> None:
        start.wait(timeout=10)
        try:
            task()
        except Exception as error:  # told to the test, whatever it is
            raised.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return raised


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_posts_written_while_tags_are_merged_never_keep_the_old_name(creator, moderator):
    posts = [PostFactory(creator=creator, live=True, tags=["bike"]) for _ in range(4)]
    Tag.objects.create(name="bicycle")
    old, new = tag("bike"), tag("bicycle")

    def write() -> None:
        for number in range(5):
            create_post(
                creator=creator, title=f"New {number}", content="<p>x</p>", tags=["bike", "red"]
            )

    def edit() -> None:
        for post in posts:
            update_post(post=post, editor=creator, tags=["bike", "blue"])

    def retitle() -> None:
        for post in reversed(posts):
            update_post(post=post, editor=creator, title="Another title")

    def merge() -> None:
        merge_tags(sources=[old], into=new)

    assert at_once(write, edit, retitle, merge) == []
    assert posts_with([old.pk]) == set()
    assert {name for post in Post.objects.all() for name in names(post)} == {
        "bicycle",
        "red",
    } | set()
    for post in posts:
        assert newest_names(post)[0] == "bicycle"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_tag_forbidden_while_it_is_used_is_on_no_post_afterwards(creator):
    posts = [PostFactory(creator=creator, tags=["bad", "good"]) for _ in range(4)]
    bad = tag("bad")

    def edit() -> None:
        for post in posts:
            try:
                update_post(post=post, editor=creator, tags=["good", "bad"])
            except InvalidInput:
                return

    assert at_once(edit, lambda: forbid_tag(tag=bad)) == []
    assert posts_with([bad.pk]) == set()
    assert not Revision.objects.filter(content__tagged_items__contains=[{"tag": bad.pk}]).exists()
