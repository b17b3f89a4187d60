"""Tags: free words that people put on posts, the same word in any case."""

from django.db import models
from django.db.models.functions import Lower
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from content.querysets import TagQuerySet


class Tag(TagBase):
    """One word or phrase, kept in lower case and without a leading `#`."""

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="tag_name_unique_ignoring_case")]


class PostTag(ItemBase):
    """A tag on the version of a post that its row holds."""

    tag = models.ForeignKey(Tag, related_name="tagged_posts", on_delete=models.CASCADE)
    content_object = ParentalKey(
        "content.Post", related_name="tagged_items", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="tag_once_a_post")
        ]
