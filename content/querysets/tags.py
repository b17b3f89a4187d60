"""Every reusable read of tags."""

from collections.abc import Sequence
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce


class TagQuerySet(models.QuerySet):
    def in_use(self) -> Self:
        """Tags on live posts with `post_count`; by `rarity`, its negative, and name, the most used first."""
        return (
            self.filter(live_count__gt=0)
            .annotate(post_count=F("live_count"), rarity=-F("live_count"))
            .order_by("rarity", "name")
        )

    def starting_with(self, prefix: str) -> Self:
        return self.filter(name__startswith=_spelled(prefix))

    def meant_by(self, name: str) -> Self:
        """The row of this name in any case; `target` is the id of what took its place, or its own."""
        return self.filter(name=_spelled(name)).annotate(target=Coalesce("merged_into_id", "pk"))

    def ids_of(self, names: Sequence[str]) -> list[int] | None:
        """Return what these names mean, without doubles, the rarest first; None when one means nothing."""
        if not names:
            return []
        wanted = {_spelled(name) for name in names}
        rows = self.filter(name__in=wanted).annotate(
            target=Coalesce("merged_into_id", "pk"),
            carried=Coalesce("merged_into__live_count", "live_count"),
        )
        found = list(rows.order_by("carried", "target").values_list("target", flat=True))
        return list(dict.fromkeys(found)) if len(found) == len(wanted) else None

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


def _spelled(name: str) -> str:
    return " ".join(name.replace("\x00", "").casefold().split())
