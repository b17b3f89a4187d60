"""What engagement adds to the moderators' dashboard: requests by day."""

from django.urls import reverse

from content.admin.figures import Figure, figure_of, register_figure
from engagement.models import PostRequest


def requests_by_day() -> Figure:
    return figure_of(
        PostRequest.objects.all(),
        "created_at",
        "Requests",
        url=reverse("requests:list"),
        link="See those held or reported",
    )


def register() -> None:
    register_figure(requests_by_day)
