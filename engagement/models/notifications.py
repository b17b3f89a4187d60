"""Notifications: what the site tells a signed-in person, besides mail."""

from django.conf import settings
from django.db import models


class Notification(models.Model):
    """One line for one person about one of their posts or requests."""

    class Kind(models.TextChoices):
        REQUEST_RECEIVED = "request_received"
        REQUEST_ACCEPTED = "request_accepted"
        REQUEST_DECLINED = "request_declined"
        POST_APPROVED = "post_approved"
        POST_CHANGES_REQUESTED = "post_changes_requested"
        POST_REMOVED = "post_removed"
        APPEAL_UPHELD = "appeal_upheld"
        APPEAL_DISMISSED = "appeal_dismissed"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="notifications", on_delete=models.CASCADE
    )
    kind = models.CharField(max_length=30, choices=Kind)
    post = models.ForeignKey("content.Post", null=True, related_name="+", on_delete=models.CASCADE)
    post_request = models.ForeignKey(
        "engagement.PostRequest", null=True, related_name="+", on_delete=models.CASCADE
    )
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["user", "-created_at", "-id"], name="notification_by_user")]

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}"
