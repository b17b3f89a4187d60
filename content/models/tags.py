"""Tags: free words that people put on posts, the same word in any case."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from content.querysets import TagQuerySet


class Tag(TagBase):
    """One word or phrase, kept in lower case and without a leading `#`.

    A tag that was merged or renamed stays as an alias: its row points at the tag that took its place, and
    no post carries it. A forbidden tag stays too, so that the word is known and no post carries it again.
    """

    is_forbidden = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, related_name="aliases", on_delete=models.CASCADE
    )
    live_count = models.IntegerField(
        default=0,
        db_default=0,
        editable=False,
        help_text="How many live posts carry it; the database counts.",
    )

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(
                -F("live_count"), "name", condition=Q(live_count__gt=0), name="tag_most_used"
            ),
        ]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="tag_name_unique_ignoring_case"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(is_forbidden=False),
                name="alias_is_not_forbidden_itself",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="tag_is_not_its_own_alias"
            ),
        ]


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
