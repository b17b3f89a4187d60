"""What moderators said about posts."""

from django.conf import settings
from django.db import models

from content.limits import REASON_LENGTH


class RejectReason(models.Model):
    """A reason that moderators choose from when they send a post back."""

    code = models.SlugField(max_length=40, unique=True)
    label = models.CharField(max_length=120)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "label"]

    def __str__(self) -> str:
        return self.label


class ReviewDecision(models.Model):
    """One decision of a moderator about one post, with its reason as the creator reads it."""

    class Outcome(models.TextChoices):
        APPROVED = "approved"
        CHANGES_REQUESTED = "changes_requested"
        REMOVED = "removed"
        RESTORED = "restored"

    post = models.ForeignKey("content.Post", related_name="decisions", on_delete=models.CASCADE)
    outcome = models.CharField(max_length=20, choices=Outcome)
    code = models.SlugField(max_length=40, blank=True)
    reason = models.TextField(blank=True, max_length=REASON_LENGTH)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["post", "-created_at"], name="decision_by_post")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["approved", "restored"]) | ~models.Q(reason=""),
                name="refusal_has_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome}: {self.reason or self.post_id}"

    @property
    def is_refusal(self) -> bool:
        """Whether it went against the post."""
        return self.outcome in (self.Outcome.CHANGES_REQUESTED, self.Outcome.REMOVED)
