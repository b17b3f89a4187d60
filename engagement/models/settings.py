"""What the operator sets in the admin about requests: how many a guest may send, how long things stay."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from content.models.cached_settings import CachedSettings

MOST_GUEST_REQUESTS = 500
MOST_DAYS = 3650


def _days(least: int, most: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(least), MaxValueValidator(most)]


@register_setting(icon="mail", order=20)
class RequestSettings(CachedSettings):
    """Limits of requests, and days until what is left of them is deleted."""

    guest_requests_per_hour = models.PositiveSmallIntegerField(
        "requests an hour from one guest",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_GUEST_REQUESTS)],
        help_text="Of people who are not signed in, counted by network address. Ten a minute and "
        "sixty a day is the most in any case.",
    )
    unconfirmed_days = models.PositiveSmallIntegerField(
        "days until unconfirmed requests go",
        default=7,
        validators=_days(1, 90),
        help_text="Requests whose sender never confirmed their address.",
    )
    closed_days = models.PositiveSmallIntegerField(
        "days until declined and withdrawn requests go",
        default=90,
        validators=_days(7, MOST_DAYS),
        help_text="Counted from the answer. Accepted requests stay while both accounts do.",
    )
    address_days = models.PositiveSmallIntegerField(
        "days until traces of addresses go",
        default=30,
        validators=_days(7, 365),
        help_text="Notes of mail that was sent, and marks that tell one sender from another.",
    )

    panels: ClassVar = [
        MultiFieldPanel([FieldPanel("guest_requests_per_hour")], heading="Limits"),
        MultiFieldPanel(
            [
                FieldPanel("unconfirmed_days"),
                FieldPanel("closed_days"),
                FieldPanel("address_days"),
            ],
            heading="How long things are kept",
            help_text="What is due is deleted for good, every night. A smaller number takes effect "
            "the next night.",
        ),
    ]

    class Meta:
        verbose_name = "requests and retention"

    def __str__(self) -> str:
        return "Requests and retention"
