"""The list of what is reported: a target a row, in a fixed number of queries."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.urls import reverse

from accounts.models import User
from content.models import Post
from engagement.models import PostRequest, Report
from engagement.report_queries import INDEPENDENT, TARGETS

if TYPE_CHECKING:
    from django.db.models import QuerySet

PER_PAGE = 20
KINDS = {"post": "Posts", "post_request": "Requests", "person": "People"}
NAMES = {"post": "Post", "post_request": "Request", "person": "Person"}


@dataclass(frozen=True)
class ReportedRow:
    """One reported thing: what it is, who shares or sent it, and what is said of it."""

    kind: str
    title: str
    by: str
    url: str
    reasons: list[str]
    count: int
    voices: int
    oldest: datetime
    newest: datetime
    is_loud: bool


@dataclass(frozen=True)
class Filter:
    """What the list is narrowed to; an unknown word narrows nothing."""

    kind: str = ""
    reason: str = ""

    @classmethod
    def read(cls, query: Any) -> "Filter":
        kind, reason = query.get("kind", ""), query.get("reason", "")
        return cls(kind if kind in KINDS else "", reason if reason in Report.Reason else "")

    @property
    def kept(self) -> str:
        """The part of an address that says the same."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    def groups(self) -> "QuerySet[Any, dict[str, Any]]":
        """Targets with an open report for this reason, among whatever else is said of them."""
        groups = Report.objects.open_by_target()
        if self.kind:
            groups = groups.filter(**{f"{self.kind}__isnull": False})
        if self.reason:
            groups = groups.alias(wanted=Count("pk", filter=Q(reason=self.reason)))
            groups = groups.filter(wanted__gt=0)
        return groups


def page_of_reported(wanted: Filter, number: str | None) -> tuple[list[ReportedRow], Page]:
    """Return one page of the list and its place among the others. Five queries, however long it is."""
    page = Paginator(wanted.groups(), PER_PAGE).get_page(number)
    groups = list(page.object_list)
    ids = {name: [group[name] for group in groups if group[name]] for name in TARGETS}
    posts = Post.objects.select_related("creator").in_bulk(ids["post"])
    requests = PostRequest.objects.select_related("post").in_bulk(ids["post_request"])
    people = User.objects.in_bulk(ids["person"])
    found: dict[str, dict[int, Any]] = {"post": posts, "post_request": requests, "person": people}
    rows = [_row(group, found) for group in groups]
    return [row for row in rows if row is not None], page


def _row(group: dict[str, Any], found: dict[str, dict[int, Any]]) -> ReportedRow | None:
    """One row; None for what went between two queries."""
    kind = next(name for name in TARGETS if group[name])
    thing = found[kind].get(group[kind])
    if thing is None:
        return None
    return ReportedRow(
        kind=NAMES[kind],
        title=title_of(thing),
        by=thing.creator.name if kind == "post" else "",
        url=reverse(f"reported_{kind}", args=[thing.pk]),
        reasons=[Report.Reason(reason).label for reason in group["reasons"]],
        count=group["count"],
        voices=group["voices"],
        oldest=group["oldest"],
        newest=group["newest"],
        is_loud=kind == "post" and thing.live and group["voices"] >= INDEPENDENT,
    )


def title_of(thing: Post | PostRequest | User) -> str:
    """What a moderator calls it. A request's sender and words are not told in a list."""
    if isinstance(thing, PostRequest):
        return f"A request about “{thing.post.title}”"
    return thing.title if isinstance(thing, Post) else thing.name
