"""What follows from a post going public or being taken away: its words found, its files placed."""

from functools import partial

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import TextField, Value
from django.db.models.functions import Cast

from content.html import text_of
from content.models import Post
from content.services.images import place_images
from content.services.posts import images_of_every_version


def refresh_public_side(*, post: Post) -> None:
    """Make search and the picture files agree with the post's row. Files move once this is committed."""
    index_post(post=post)
    transaction.on_commit(partial(place_images, image_ids=images_of_every_version(post)))


def index_post(*, post: Post) -> None:
    """Store what the search finds this post by: its title before its tags before its text."""
    weighted = {"A": post.title, "B": " ".join(post.tags.names()), "C": text_of(post.content)}
    vectors = [
        SearchVector(Cast(Value(words), TextField()), weight=weight, config="simple")
        for weight, words in weighted.items()
    ]
    Post.objects.filter(pk=post.pk).update(search_vector=vectors[0] + vectors[1] + vectors[2])
