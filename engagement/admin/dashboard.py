"""What engagement adds to the moderators' dashboard: requests by day, and what is reported or held."""

from django.urls import reverse

from content.admin.figures import Figure, Waiting, figure_of, register_figure, register_waiting
from engagement.models import Appeal, PostRequest, Report


def requests_by_day() -> Figure:
    return figure_of(
        PostRequest.objects.all(),
        "created_at",
        "Requests",
        url=reverse("requests_received"),
        link="See those held or reported",
    )


def reported_things() -> Waiting:
    return Waiting("reported", Report.objects.open_by_target().count(), reverse("reported"))


def held_requests() -> Waiting:
    count = PostRequest.objects.held().count()
    return Waiting("held requests", count, reverse("requests_received"))


def open_appeals() -> Waiting:
    return Waiting("appeals", Appeal.objects.open().count(), reverse("appeal_list"))


def register() -> None:
    register_figure(requests_by_day)
    register_waiting(reported_things)
    register_waiting(held_requests)
    register_waiting(open_appeals)
