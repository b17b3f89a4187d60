"""What the list of posts can be narrowed by."""

from typing import Any

from django.forms import DateInput
from django_filters import ChoiceFilter, DateFilter, NumberFilter
from wagtail.admin.filters import WagtailFilterSet

from content.admin.posts.listing import STATE_LABELS
from content.models import Post

BIGGEST_ID = 2**63 - 1


class PostFilters(WagtailFilterSet):
    """State and day of writing; to moderators also whose it is, by the person's number."""

    state = ChoiceFilter(choices=list(STATE_LABELS.items()), label="State")
    created_at_from = DateFilter(
        "created_at",
        lookup_expr="date__gte",
        label="Written on or after",
        widget=DateInput({"type": "date"}),
    )
    creator = NumberFilter(
        "creator_id", label="Creator's number", min_value=1, max_value=BIGGEST_ID
    )

    class Meta:
        model = Post
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request is None or not self.request.user.is_moderator:
            del self.filters["creator"]
