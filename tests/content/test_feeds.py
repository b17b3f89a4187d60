"""What lists of live posts are read from agrees with the posts, whoever changes them and however."""

import pytest
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Count, F, Func, Q

from accounts.models import User
from accounts.services import delete_account
from accounts.suspension import lift_suspension, suspend_user
from content.models import Creator, Post, PostTag, SearchEntry, Tag, TagFeed
from content.services.posts import delete_post, set_availability, update_post
from content.services.restoring import restore_post
from content.services.review import approve_post, remove_post, submit_post
from content.services.tags import forbid_tag, merge_tags, rename_tag
from content.services.taking_off import take_off_post
from tests.factories import PASSWORD, PostFactory, UserFactory

pytestmark = pytest.mark.django_db


def assert_feeds_are_true() -> None:
    """Compare the feeds and the counts with the posts they are about."""
    carried = PostTag.objects.filter(content_object__live=True).values_list(
        "tag_id",
        "content_object__first_published_at",
        "content_object_id",
        "content_object__availability",
    )
    feed = TagFeed.objects.values_list("tag_id", "published_at", "post_id", "availability")
    assert sorted(feed) == sorted(carried)
    of_live = Count("tagged_posts", filter=Q(tagged_posts__content_object__live=True))
    assert not Tag.objects.annotate(n=of_live).exclude(n=F("live_count")).exists()
    live = User.objects.annotate(n=Count("posts", filter=Q(posts__live=True)))
    counts = dict(Creator.objects.filter(live_count__gt=0).values_list("user_id", "live_count"))
    assert counts == dict(live.filter(n__gt=0).values_list("pk", "n"))
    assert not Creator.objects.exclude(joined_at=F("user__created_at")).exists()
    vector = Func(F("pk"), function="content_search_vector", output_field=SearchVectorField())
    posts = Post.objects.live().values_list("pk", "first_published_at", vector)
    assert sorted(SearchEntry.objects.values_list("pk", "published_at", "vector")) == sorted(posts)


def tag(name: str) -> Tag:
    return Tag.objects.get(name=name)


def test_feeds_follow_a_post_from_draft_to_deletion() -> None:
    moderator = UserFactory.create(moderator=True)
    post = PostFactory.create(tags=["wood", "oak"])
    assert not TagFeed.objects.exists()
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator)
    assert TagFeed.objects.count() == 2
    assert_feeds_are_true()
    set_availability(post=post, availability="reserved")
    assert_feeds_are_true()
    update_post(post=post, editor=post.creator, tags=["oak", "ash"])
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator)
    assert {one.tag.name for one in TagFeed.objects.select_related("tag")} == {"oak", "ash"}
    assert_feeds_are_true()
    remove_post(post=post, moderator=moderator, reason="No.")
    assert not TagFeed.objects.exists()
    assert_feeds_are_true()
    restore_post(post=post, moderator=moderator)
    assert TagFeed.objects.count() == 2
    assert_feeds_are_true()
    take_off_post(post=post, moderator=moderator, reason="Change it.")
    assert not TagFeed.objects.exists()
    assert_feeds_are_true()
    submit_post(post=post, user=post.creator)
    approve_post(post=post, moderator=moderator)
    delete_post(post=post)
    assert not TagFeed.objects.exists()
    assert Creator.objects.get().live_count == 0
    assert_feeds_are_true()


def test_feeds_follow_tags_that_moderators_put_in_order() -> None:
    for tags in (["bike", "red"], ["bicycle", "bike"], ["red"]):
        PostFactory.create(live=True, tags=tags)
    PostFactory.create(tags=["bike"])
    merge_tags(sources=[tag("bike")], into=tag("bicycle"))
    assert (tag("bicycle").live_count, tag("bike").live_count) == (2, 0)
    assert_feeds_are_true()
    rename_tag(tag=tag("bicycle"), name="two wheels")
    assert tag("two wheels").live_count == 2
    assert_feeds_are_true()
    forbid_tag(tag=tag("red"))
    assert tag("red").live_count == 0
    assert_feeds_are_true()


def test_feeds_follow_their_creators() -> None:
    moderator = UserFactory.create(moderator=True)
    creator = UserFactory.create()
    for tags in (["wood"], ["wood", "oak"]):
        PostFactory.create(creator=creator, live=True, tags=tags)
    PostFactory.create(live=True, tags=["wood"])
    suspend_user(user=creator, moderator=moderator, reason="Spam.")
    assert TagFeed.objects.count() == 1
    assert_feeds_are_true()
    lift_suspension(user=creator, moderator=moderator)
    assert TagFeed.objects.count() == 4
    assert_feeds_are_true()
    delete_account(user=creator, password=PASSWORD, signed_in_just_now=False)
    assert TagFeed.objects.count() == 1
    assert_feeds_are_true()


def test_feeds_follow_statements_about_many_posts() -> None:
    for tags in (["wood"], ["wood", "oak"], []):
        PostFactory.create(live=True, tags=tags)
    Post.objects.update(first_published_at="2026-01-01T00:00Z", availability="given")
    assert set(TagFeed.objects.values_list("availability", flat=True)) == {"given"}
    assert_feeds_are_true()
    PostTag.objects.filter(tag__name="wood").delete()
    assert_feeds_are_true()
    Post.objects.update(live=False)
    assert not TagFeed.objects.exists()
    assert_feeds_are_true()
