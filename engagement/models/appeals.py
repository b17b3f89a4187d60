"""Appeals: a creator asks for a second look at a decision against one of their posts."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from engagement.appeal_queries import AppealQuerySet

APPEAL_LENGTH = 2000


class Appeal(models.Model):
    """What a creator says against one decision, once, and what became of it. It goes with the post."""

    class State(models.TextChoices):
        OPEN = "open"
        UPHELD = "upheld"  # the creator was right
        DISMISSED = "dismissed"  # the decision stands

    decision = models.OneToOneField(
        "content.ReviewDecision", related_name="appeal", on_delete=models.CASCADE
    )
    text = models.TextField(max_length=APPEAL_LENGTH)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    note = models.TextField(max_length=APPEAL_LENGTH, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    decided_at = models.DateTimeField(null=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(
                fields=["created_at", "id"],
                condition=models.Q(state="open"),
                name="appeal_open",
            ),
            models.Index(fields=["-decided_at", "-id"], name="appeal_decided"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="appeal_says_something"),
            models.CheckConstraint(
                condition=models.Q(state="open", decided_at=None)
                | (~models.Q(state="open") & models.Q(decided_at__isnull=False)),
                name="decided_appeal_has_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="dismissed") | ~models.Q(note=""),
                name="dismissed_appeal_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text
