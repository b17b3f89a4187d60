"""Reports: somebody tells the moderators that a post, a request or a person is not all right."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Upper
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone

from engagement.report_queries import ReportQuerySet

DETAIL_LENGTH = 2000
NOTE_LENGTH = 1000
KEY_LENGTH = 64


class Report(models.Model):
    """What one person says about one post, one request or one person.

    `reporter_key` names who may have one open report of a target: an account, else an address, else a
    client. `voice` names who counts as one when reports are counted: an account, else a client, since
    an address that nobody confirmed is free to make up; empty for a voice that does not count. Both are
    keyed hashes that tell nothing by themselves. `version` names what was read; empty where nothing
    tells one version from the next. `decided_by` is empty again once that moderator's account is gone.
    """

    class Reason(models.TextChoices):
        SPAM = "spam", "Spam or advertising"
        SCAM = "scam", "A scam"
        ILLEGAL = "illegal", "Against the law"
        OFFENSIVE = "offensive", "Offensive or hurtful"
        COPYRIGHT = "copyright", "Somebody else's work"
        OTHER = "other", "Something else"

    class Status(models.TextChoices):
        OPEN = "open"
        UPHELD = "upheld"
        DISMISSED = "dismissed"

    post = models.ForeignKey(
        "content.Post", null=True, related_name="reports", on_delete=models.CASCADE
    )
    post_request = models.ForeignKey(
        "engagement.PostRequest", null=True, related_name="reports", on_delete=models.CASCADE
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="reports_about", on_delete=models.CASCADE
    )
    reason = models.CharField(max_length=10, choices=Reason)
    detail = models.TextField(max_length=DETAIL_LENGTH, blank=True)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="reports_made", on_delete=models.SET_NULL
    )
    email = models.EmailField(blank=True, help_text="A guest's address, in lower case.")
    reporter_key = models.CharField(max_length=KEY_LENGTH, blank=True)
    voice = models.CharField(max_length=KEY_LENGTH, blank=True)
    version = models.CharField(max_length=KEY_LENGTH, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    note = models.TextField(max_length=NOTE_LENGTH, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    decided_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(
                fields=["post", "post_request", "person", "-created_at"],
                condition=Q(status="open"),
                name="report_open_by_target",
            ),
            models.Index(Upper("email"), condition=~Q(email=""), name="report_by_address"),
            models.Index(fields=["created_at"], name="report_for_retention"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False, post_request__isnull=True, person__isnull=True)
                | Q(post__isnull=True, post_request__isnull=False, person__isnull=True)
                | Q(post__isnull=True, post_request__isnull=True, person__isnull=False),
                name="report_has_one_target",
            ),
            models.CheckConstraint(
                condition=Q(status="open", decided_at__isnull=True, decided_by__isnull=True)
                | Q(status__in=["upheld", "dismissed"], decided_at__isnull=False),
                name="report_is_open_or_decided",
            ),
            models.CheckConstraint(
                condition=Q(
                    reason__in=["spam", "scam", "illegal", "offensive", "copyright", "other"]
                ),
                name="report_has_a_reason",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("detail"), DETAIL_LENGTH),
                name="report_detail_length",
            ),
            models.UniqueConstraint(
                fields=["post", "post_request", "person", "reporter_key"],
                condition=Q(status="open") & ~Q(reporter_key=""),
                nulls_distinct=False,
                name="one_open_report_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.post_id or self.post_request_id or self.person_id}"
