"""What engagement knows of a post in review, as signals on its screen."""

from typing import TYPE_CHECKING

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count
from django.urls import reverse

from content.admin.review.signals import Signal, register_signals
from engagement.models import Report
from engagement.report_queries import count_of_voices

if TYPE_CHECKING:
    from content.admin.review.dossier import Dossier


@register_signals
def open_reports(dossier: "Dossier") -> list[Signal]:
    """Open reports about the post: how many, by how many people, and what they say. One query."""
    said = Report.objects.open().filter(post=dossier.post).order_by()
    found = said.aggregate(
        count=Count("pk"), voices=count_of_voices(), reasons=ArrayAgg("reason", distinct=True)
    )
    if not found["count"]:
        return []
    reasons = ", ".join(Report.Reason(reason).label for reason in found["reasons"])
    times = "once" if found["count"] == 1 else f"{found['count']} times by {found['voices']} people"
    url = reverse("reported_post", args=[dossier.post.pk])
    return [Signal("Reported", f"{times}: {reasons}", url, "The reports")]
