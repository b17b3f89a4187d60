"""The list of requests: a creator's received ones, or to moderators those that are held or reported."""

from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.html import format_html
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.snippets.views import snippets

from content.admin.people import person
from content.admin.review.queue import Wanted
from engagement.admin.requests.words import STATES, Status, heading_for, state_badge
from engagement.models import PostRequest

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from engagement.querysets import PostRequestQuerySet

ARRIVED = (Status.NEW, Status.READ, Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN)
HELD, REPORTED = "held", "reported"


class RequestFilters(WagtailFilterSet):
    """The state of those that arrived; to moderators also why they are shown it."""

    why = ChoiceFilter(
        method="narrow_to", choices=[(HELD, "Held"), (REPORTED, "Reported")], label="Why it is here"
    )
    status = ChoiceFilter(choices=[(state, STATES[state]) for state in ARRIVED], label="State")

    class Meta:
        model = PostRequest
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request is None or not person(self.request).is_moderator:
            del self.filters["why"]

    def narrow_to(
        self, rows: "PostRequestQuerySet", name: str, value: str
    ) -> "PostRequestQuerySet":
        return rows.held() if value == HELD else rows.reported()


class CountedAsRequests(WagtailPaginator):
    """Says how many there are in the word that people know them by."""

    verbose_name, verbose_name_plural = "request", "requests"


class RequestList(snippets.IndexView):
    """Without check boxes or a menu in each row: there is nothing to do to a request but to read it."""

    search_backend_name = None
    paginator_class = CountedAsRequests
    FORMATS = ()  # of spreadsheets, into which all of them would be written at once

    def get_page_title(self) -> str:
        return heading_for(person(self.request))

    def get_base_queryset(self) -> "PostRequestQuerySet":
        rows = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )
        return rows.for_list()

    def order_queryset(self, rows: "PostRequestQuerySet") -> "PostRequestQuerySet":
        """By when they came; of one moment by their numbers, so that no page leaves one out."""
        sign = "" if self.ordering == "created_at" else "-"
        return rows.order_by(f"{sign}created_at", f"{sign}id")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label="From", accessor=_who, get_url=self.get_inspect_url),
            Column("post", label="About", accessor="post.title"),
            Column("status", label="State", accessor=state_badge),
            DateColumn(
                "created_at", label="When", sort_key="created_at", classname="fh-requests__when"
            ),
        ]

    def get_inspect_url(self, instance: PostRequest) -> str:
        """A moderator goes on from there to the next one that is held."""
        return f"{super().get_inspect_url(instance)}{self._onward}"

    @cached_property
    def _onward(self) -> str:
        return Wanted(kind="request").query if person(self.request).is_moderator else ""


def _who(row: PostRequest) -> "SafeString | str":
    if row.status != Status.NEW:
        return row.name
    return format_html(
        '<span class="fh-requests__unread">{}<span class="w-sr-only">, unread</span></span>',
        row.name,
    )
