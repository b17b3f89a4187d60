"""Writing posts: what may be in one, and what an edit does to a live one."""

import pytest

from accounts.errors import InvalidInput
from content.errors import NotLive, PostRemoved
from content.models import Image, Post
from content.services.posts import (
    GalleryItem,
    create_post,
    delete_post,
    images_of_every_version,
    set_availability,
    update_post,
)
from content.services.review import approve_post, remove_post, submit_post
from content.services.tag_names import normalise_tags
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db


def test_a_new_post_is_a_draft_that_only_its_creator_sees(creator, stranger):
    post = create_post(creator=creator, title="A lamp", content="<p>It works.</p>")
    assert Post.objects.with_state().get(pk=post.pk).state == "draft"
    assert Post.objects.visible_to(creator).filter(pk=post.pk).exists()
    assert not Post.objects.visible_to(stranger).filter(pk=post.pk).exists()


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"title": "   "}, "title", "blank"),
        ({"title": "x" * 121}, "title", "max_length"),
        ({"content": "<p> </p>"}, "content", "blank"),
        ({"content": "<script>alert(1)</script>"}, "content", "blank"),
        ({"content": f"<p>{'x' * 20_001}</p>"}, "content", "max_length"),
        ({"tags": ["fine", "!!!"]}, "tags.1", "blank"),
        ({"tags": ["x" * 41]}, "tags.0", "max_length"),
        ({"tags": [f"tag {n}" for n in range(11)]}, "tags", "max_length"),
        ({"images": [GalleryItem(image_id=2**40)]}, "images.0.id", "not_found"),
        ({"images": [GalleryItem(image_id=n) for n in range(13)]}, "images", "max_length"),
    ],
)
def test_what_does_not_fit_is_named_at_its_field(creator, given, field, code):
    with pytest.raises(InvalidInput) as refusal:
        create_post(**{"creator": creator, "title": "A lamp", "content": "<p>Hello</p>"} | given)
    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert not Post.objects.exists()


def test_another_persons_picture_cannot_be_used(creator, stranger):
    theirs = ImageFactory(uploaded_by_user=stranger)
    with pytest.raises(InvalidInput) as refusal:
        create_post(
            creator=creator, title="Mine", content="<p>x</p>", images=[GalleryItem(theirs.pk)]
        )
    assert refusal.value.field == "images.0.id"


def test_the_gallery_keeps_the_creators_order(creator):
    first, second, third = (ImageFactory(uploaded_by_user=creator) for _ in range(3))
    post = create_post(
        creator=creator,
        title="Three",
        content="<p>x</p>",
        images=[GalleryItem(third.pk, "c"), GalleryItem(first.pk, "a")],
    )
    update_post(
        post=post,
        editor=creator,
        images=[GalleryItem(first.pk, "a"), GalleryItem(second.pk), GalleryItem(third.pk, "C")],
    )
    gallery = Post.objects.get(pk=post.pk).gallery.order_by("sort_order")
    assert [(p.image_id, p.alt) for p in gallery] == [
        (first.pk, "a"),
        (second.pk, ""),
        (third.pk, "C"),
    ]


def test_markup_outside_the_short_list_is_dropped(creator):
    post = create_post(
        creator=creator,
        title="A lamp",
        content='<p onclick="x()">Hi <b>you</b> <img src=x onerror=y><a href="javascript:z">no</a>'
        '<a href="https://example.org">yes</a></p>',
    )
    assert post.content == (
        '<p>Hi <b>you</b> <a rel="nofollow ugc noopener">no</a>'
        '<a href="https://example.org" rel="nofollow ugc noopener">yes</a></p>'
    )


def test_tags_are_one_word_in_any_case():
    assert normalise_tags(["#Lamp", "lamp", " Old   Books ", "LAMP"]) == ["lamp", "old books"]


def test_an_edit_of_a_live_post_leaves_what_the_public_sees(creator, moderator):
    post = PostFactory(creator=creator, live=True, title="Before")
    update_post(post=post, editor=creator, title="After", tags=["new"])
    row = Post.objects.get(pk=post.pk)
    assert (row.title, row.has_unpublished_changes) == ("Before", True)
    assert row.get_latest_revision_as_object().title == "After"
    submit_post(post=row, user=creator)
    approve_post(post=row, moderator=moderator)
    row = Post.objects.get(pk=post.pk)
    assert (row.title, list(row.tags.names()), row.has_unpublished_changes) == (
        "After",
        ["new"],
        False,
    )


def test_availability_survives_the_publication_of_an_older_version(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    update_post(post=post, editor=creator, title="Another title")
    submit_post(post=post, user=creator)
    set_availability(post=post, availability="given")
    approve_post(post=post, moderator=moderator)
    assert Post.objects.get(pk=post.pk).availability == "given"


def test_only_a_live_post_can_be_given(creator):
    post = PostFactory(creator=creator)
    with pytest.raises(NotLive):
        set_availability(post=post, availability="given")


def test_a_removed_post_cannot_be_changed(creator, moderator):
    post = PostFactory(creator=creator, live=True)
    remove_post(post=post, moderator=moderator, reason="Not yours to give.")
    with pytest.raises(PostRemoved):
        update_post(post=post, editor=creator, title="Again")


def test_deleting_a_post_deletes_the_pictures_of_every_version_but_not_shared_ones(creator):
    old, new, elsewhere = (ImageFactory(uploaded_by_user=creator) for _ in range(3))
    post = PostFactory(creator=creator, images=[old, elsewhere])
    PostFactory(creator=creator, images=[elsewhere])
    update_post(post=post, editor=creator, images=[GalleryItem(new.pk)])
    assert images_of_every_version(post) == sorted([old.pk, new.pk, elsewhere.pk])
    delete_post(post=post)
    assert list(Image.objects.values_list("pk", flat=True)) == [elsewhere.pk]
