"""Moderators' screens that begin at a list of their own, and not at the queue."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.urls import reverse

from content.admin.review.views import ForModerators

if TYPE_CHECKING:
    from django.db.models import QuerySet


class InSection(ForModerators):
    """A screen below the list that `section` names: what it is called, and the name of its address."""

    section: tuple[str, str]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        label, name = self.section
        home = super(ForModerators, self).get_breadcrumbs_items()
        return [*home, {"url": reverse(name), "label": label}]


class SectionList(InSection):
    """The list itself: of `rows()` the page that `p` asks for.

    What narrows it goes on in the addresses of the other pages, as `kept`.
    """

    per_page = 20

    def rows(self) -> "QuerySet[Any]":
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kept = self.request.GET.copy()
        kept.pop("p", None)
        return super().get_context_data(
            page=Paginator(self.rows(), self.per_page).get_page(self.request.GET.get("p")),
            kept=kept.urlencode().replace("%00", ""),
            **kwargs,
        )
