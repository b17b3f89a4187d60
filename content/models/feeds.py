"""What lists of live posts are read from. The database's own triggers write these tables (0012_feeds), in the
transaction that changes a post or its tags, whoever changes them: no code writes here.
"""

from django.conf import settings
from django.db import models
from django.db.models import F

from content.querysets import CreatorQuerySet, TagFeedQuerySet


class TagFeed(models.Model):
    """A live post under one of its tags, so that a tag's page is read in order from one index."""

    pk = models.CompositePrimaryKey("tag", "published_at", "post")
    tag = models.ForeignKey(
        "content.Tag",
        related_name="feed",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
    )
    published_at = models.DateTimeField()
    post = models.ForeignKey(
        "content.Post",
        related_name="+",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
    )
    availability = models.CharField(max_length=10)

    objects = TagFeedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.post_id} under {self.tag_id}"


class Creator(models.Model):
    """Somebody who has, or had, a live post."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        related_name="creator_row",
        primary_key=True,
        on_delete=models.CASCADE,
    )
    joined_at = models.DateTimeField(help_text="When the account was made.")
    live_count = models.IntegerField(help_text="How many live posts there are.")

    objects = CreatorQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(
                F("joined_at").desc(),
                F("user").desc(),
                condition=models.Q(live_count__gt=0),
                name="creator_newest",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id}, {self.live_count} live"
