"""What became of a post, without telling its creator which moderator it was."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.history import HistoryFilterSet
from wagtail.snippets.views import snippets

from content.admin.ownership import InstanceOwnership
from content.admin.people import person


class FiltersWithoutNames(HistoryFilterSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters.pop("user", None)


class PostHistory(InstanceOwnership, snippets.HistoryView):
    @cached_property
    def columns(self) -> list[Column]:
        columns: list[Column] = super().columns
        if person(self.request).is_moderator:
            return columns
        action, _, when = columns
        assert isinstance(when, DateColumn)
        return [action, Column("user", label="Who", accessor=self._who), when]

    @cached_property
    def filterset_class(self) -> type[HistoryFilterSet]:
        return HistoryFilterSet if person(self.request).is_moderator else FiltersWithoutNames

    def _who(self, entry: Any) -> str:
        return "You" if entry.user_id == self.request.user.pk else "The moderators"
