"""The outbox: mail that must go out, written in the same transaction as what it tells of."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone

from engagement.querysets import OutboxQuerySet


class OutboxMessage(models.Model):
    """One mail to one person. It is rendered when it is sent, from `kind` and the row it is about.

    `dedupe_key` makes writing it twice impossible; `sent_at` makes sending it twice do nothing.
    `data` holds what neither row tells (a moderator's reason, which account letter), never a link or
    a key, and is emptied once the mail is sent.
    """

    kind = models.CharField(max_length=40)
    to = models.EmailField()
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.CASCADE
    )
    post = models.ForeignKey(
        "content.Post", null=True, blank=True, related_name="+", on_delete=models.CASCADE
    )
    post_request = models.ForeignKey(
        "engagement.PostRequest", null=True, blank=True, related_name="+", on_delete=models.CASCADE
    )
    data = models.JSONField(default=dict, blank=True)
    dedupe_key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(Upper("to"), name="outbox_by_address"),
            models.Index(
                fields=["next_attempt_at"],
                condition=models.Q(sent_at__isnull=True),
                name="outbox_unsent",
            ),
        ]

    def __str__(self) -> str:
        return self.dedupe_key
