"""Leaving means leaving: nothing a person wrote or did stays readable in content."""

import json

import pytest
from django.apps import apps
from django.core import serializers
from wagtail.models import ModelLogEntry

from content.erasure import erase_content
from content.models import Image, Post
from content.services.posts import update_post
from content.services.review import request_changes
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db
MARKER = "zanzibarmarker"


def everything_stored() -> str:
    """Every row of every table of every app, as text."""
    rows = (row for model in apps.get_models() for row in model._base_manager.all())
    return json.dumps(json.loads(serializers.serialize("json", rows)))


def test_no_trace_of_a_posts_words_stays(creator, moderator):
    image = ImageFactory(uploaded_by_user=creator, title=f"{MARKER} picture")
    post = PostFactory(
        creator=creator,
        in_review=True,
        title=f"{MARKER} title",
        content=f"<p>{MARKER} text</p>",
        tags=[f"{MARKER} tag"],
        images=[image],
    )
    request_changes(post=post, moderator=moderator, reason=f"{MARKER} reason")
    update_post(post=post, editor=creator, title=f"{MARKER} again")
    post.preview_for(creator)
    assert MARKER in everything_stored()

    erase_content(user=creator)

    assert not Post.objects.exists()
    assert not Image.objects.exists()
    assert MARKER not in everything_stored()


def test_another_persons_posts_stay(creator, stranger):
    kept = PostFactory(creator=stranger, live=True)
    PostFactory(creator=creator, live=True)
    erase_content(user=creator)
    assert list(Post.objects.all()) == [kept]


def test_a_moderator_who_leaves_is_forgotten_as_an_actor(creator, moderator):
    post = PostFactory(creator=creator, in_review=True)
    request_changes(post=post, moderator=moderator, reason="Say more.")
    assert ModelLogEntry.objects.filter(user_id=moderator.pk).exists()
    erase_content(user=moderator)
    assert not ModelLogEntry.objects.filter(user_id=moderator.pk).exists()
    assert post.decisions.get().reason == "Say more."
