"""What engagement puts into the moderators' queue: reported things, appeals and held requests."""

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.urls import reverse

from content.admin.review.sources import Row, Source, register_source
from content.models import PostImage
from content.querysets.pictures import REFUSED
from engagement.admin.reports.listing import NAMES, title_of
from engagement.admin.requests.words import words_for
from engagement.models import Appeal, PostRequest, Report
from engagement.report_queries import INDEPENDENT, TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from content.models import Image


class ReportedThings(Source):
    """A thing is numbered by its oldest open report."""

    name = "report"
    order = 20
    kinds = {"reported": "Reported"}

    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        firsts = Report.objects.first_of_each_target()
        if words:
            firsts = firsts.filter(
                Q(post__title__icontains=words)
                | Q(post__creator__name__icontains=words)
                | Q(post_request__post__title__icontains=words)
                | Q(person__name__icontains=words)
            )
        return firsts.annotate(ref=F("pk"), since=F("created_at"))

    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """Three queries."""
        firsts = Report.objects.filter(pk__in=refs).select_related(
            "post__creator", "post_request__post", "person"
        )
        said = Report.objects.open_by_target().filter(_about_the_same(firsts))
        groups = {tuple(group[name] for name in TARGETS): group for group in said}
        covers = _covers(first.post_id for first in firsts)
        rows = {}
        for first in firsts:
            kind = next(name for name in TARGETS if getattr(first, f"{name}_id"))
            group = groups.get((first.post_id, first.post_request_id, first.person_id))
            if group is None:
                continue
            thing = getattr(first, kind)
            rows[first.pk] = Row(
                title=title_of(thing),
                url=reverse(f"reported_{kind}", args=[thing.pk]),
                badge=f"Reported {NAMES[kind].lower()}",
                look="removed" if group["voices"] >= INDEPENDENT else "in_review",
                about=[*([thing.creator.name] if kind == "post" else []), _reports(group["count"])],
                marks=[Report.Reason(reason).label for reason in group["reasons"]],
                cover=covers.get(first.post_id or 0),
                symbol={"post": "image", "post_request": "mail", "person": "user"}[kind],
            )
        return rows


class OpenAppeals(Source):
    name = "appeal"
    order = 30
    kinds = {"appeal": "Appeals"}

    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        appeals = Appeal.objects.open()
        if words:
            appeals = appeals.filter(
                Q(decision__post__title__icontains=words)
                | Q(decision__post__creator__name__icontains=words)
            )
        return appeals.annotate(ref=F("pk"), since=F("created_at"))

    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """Two queries."""
        appeals = Appeal.objects.filter(pk__in=refs).for_list()
        covers = _covers(appeal.decision.post_id for appeal in appeals)
        return {
            appeal.pk: Row(
                title=appeal.decision.post.title,
                url=reverse("appeal", args=[appeal.pk]),
                badge="Appeal",
                about=[
                    appeal.decision.post.creator.name,
                    f"against “{appeal.decision.get_outcome_display()}”",
                ],
                cover=covers.get(appeal.decision.post_id),
                symbol="comment",
            )
            for appeal in appeals
        }


class HeldRequests(Source):
    name = "request"
    order = 40
    kinds = {"request": "Held requests"}

    def waiting(self, words: str = "", kind: str = "") -> "QuerySet[Any]":
        held = PostRequest.objects.held()
        if words:
            held = held.filter(Q(name__icontains=words) | Q(post__title__icontains=words))
        return held.annotate(ref=F("pk"), since=F("created_at"))

    def rows(self, refs: "Sequence[int]") -> dict[int, Row]:
        """Two queries."""
        held = PostRequest.objects.filter(pk__in=refs).select_related("post")
        covers = _covers(row.post_id for row in held)
        return {
            row.pk: Row(
                title=f"A request about “{row.post.title}”",
                url=reverse("requests:inspect", args=[row.pk]),
                badge="Held request",
                look="in_review",
                about=[row.name],
                marks=[words_for(signal) for signal in row.signals],
                cover=covers.get(row.post_id),
                symbol="mail",
            )
            for row in held
        }


def _covers(posts: "Iterable[int | None]") -> "dict[int, Image]":
    """The first picture that is shown of each of these posts. One query."""
    shown = PostImage.objects.filter(post__in=[pk for pk in posts if pk])
    firsts = (
        shown.exclude(image__state__in=REFUSED)
        .order_by("post_id", "sort_order", "id")
        .distinct("post_id")
    )
    return {item.post_id: item.image for item in firsts.select_related("image")}


def _about_the_same(firsts: "Iterable[Report]") -> Q:
    """Reports of what these are about."""
    ids = {name: [getattr(first, f"{name}_id") for first in firsts] for name in TARGETS}
    return Q(
        *((f"{name}__in", [pk for pk in ids[name] if pk]) for name in TARGETS), _connector=Q.OR
    )


def _reports(count: int) -> str:
    return f"{count} report" if count == 1 else f"{count} reports"


def register() -> None:
    for source in (ReportedThings(), OpenAppeals(), HeldRequests()):
        register_source(source)
