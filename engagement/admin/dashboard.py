"""What engagement adds to the moderators' dashboard: requests by day, and what is reported or held."""

from django.urls import reverse

from content.admin.figures import Figure, Waiting, figure_of, register_figure, register_waiting
from engagement.models import PostRequest, Report


def requests_by_day() -> Figure:
    return figure_of(PostRequest.objects.all(), "created_at", "Requests")


def reported_things() -> Waiting:
    return Waiting("reported", Report.objects.open_by_target().count(), reverse("reported"))


def register() -> None:
    register_figure(requests_by_day)
    register_waiting(reported_things)
