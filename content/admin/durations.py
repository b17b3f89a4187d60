"""How long ago something was, in words."""

from datetime import datetime

from django.utils import timezone
from django.utils.timesince import timesince

A_MOMENT = 60.0  # seconds; below it Django would count 0 minutes


def how_long(since: datetime) -> str:
    """Return "a moment", "5 minutes", "2 days, 4 hours": what fits before "ago" and after "waiting"."""
    if (timezone.now() - since).total_seconds() < A_MOMENT:
        return "a moment"
    return timesince(since)
