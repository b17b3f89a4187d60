"""Every reusable read of tags."""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


class TagQuerySet(models.QuerySet):
    def in_use(self) -> Self:
        """Tags on live posts with `post_count`, most used first."""
        return (
            self.annotate(
                post_count=Count("tagged_posts", filter=Q(tagged_posts__content_object__live=True))
            )
            .filter(post_count__gt=0)
            .order_by("-post_count", "name")
        )

    def starting_with(self, prefix: str) -> Self:
        return self.filter(name__istartswith=prefix.replace("\x00", ""))

    def meant_by(self, name: str) -> Self:
        """The row of this name in any case; `target` is the id of what took its place, or its own."""
        spelled = " ".join(name.replace("\x00", "").casefold().split())
        return self.filter(name=spelled).annotate(target=Coalesce("merged_into_id", "pk"))

    def allowed(self) -> Self:
        """Tags that may be put on a post: no old names, none that are forbidden."""
        return self.filter(merged_into=None, is_forbidden=False)

    def forbidden(self) -> Self:
        return self.filter(is_forbidden=True)

    def for_list(self) -> Self:
        """Allowed and forbidden tags with `post_count` (posts in any state) and their old names."""
        PostTag = apps.get_model("content", "PostTag")
        carried = PostTag.objects.filter(tag=OuterRef("pk")).order_by().values("tag")
        count = Subquery(carried.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
        return (
            self.filter(merged_into=None)
            .annotate(post_count=Coalesce(count, 0))
            .prefetch_related("aliases")
        )
