"""Held pictures in the moderators' queue."""

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.urls import reverse

from content.admin.review.sources import Row, Source
from content.models import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet


class PicturesWaiting(Source):
    name = "picture"
    order = 50
    kinds = {"picture": "Held pictures"}

    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        pictures = Image.objects.held()
        if words:
            pictures = pictures.filter(
                Q(title__icontains=words) | Q(uploaded_by_user__name__icontains=words)
            )
        return pictures.select_related(None).annotate(ref=F("pk"), since=F("held_at"))

    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """One query."""
        return {
            picture.pk: Row(
                title=picture.title,
                url=reverse("picture_held", args=[picture.pk]),
                badge="Held picture",
                look="removed",
                about=[
                    picture.uploaded_by_user.name
                    if picture.uploaded_by_user
                    else "somebody who left"
                ],
                marks=[picture.held_for.reason] if picture.held_for else [],
                symbol="image",
            )
            for picture in Image.objects.held().filter(pk__in=refs)
        }
