"""The places of live posts under a tag, and of the people who have some: what a list is picked from."""

from collections.abc import Sequence
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef


class TagFeedQuerySet(models.QuerySet):
    def under(self, tag_ids: Sequence[int]) -> Self:
        """Live posts with all of these tags, at least one. The first leads, so the rarest is best first."""
        PostTag = apps.get_model("content", "PostTag")
        first, *others = tag_ids
        feed = self.filter(tag_id=first)
        for other in others:
            carried = PostTag.objects.filter(content_object=OuterRef("post_id"), tag_id=other)
            feed = feed.filter(Exists(carried))
        return feed


class CreatorQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Active people with a live post."""
        return self.filter(live_count__gt=0, user__is_active=True)
