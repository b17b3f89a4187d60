"""Requests: somebody asks the creator of a post for what it offers."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone

from engagement.querysets import PostRequestQuerySet

NAME_LENGTH = 80
MESSAGE_LENGTH = 4000
NOTE_LENGTH = 1000


class PostRequest(models.Model):
    """A request from one person to another about one post. `user` is empty for a guest."""

    class Status(models.TextChoices):
        UNCONFIRMED = (
            "unconfirmed"  # the sender has yet to press the button behind the link in the mail
        )
        HELD = "held"  # a moderator has yet to look at it
        NEW = "new"  # delivered, not yet read
        READ = "read"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    post = models.ForeignKey("content.Post", related_name="requests", on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        related_name="requests_sent",
        on_delete=models.CASCADE,
    )
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        related_name="requests_received",
        on_delete=models.CASCADE,
        editable=False,
        db_index=False,  # `request_received` and `request_unread` begin with it
        help_text="The post's creator, written by the database: their box is read from one index.",
    )
    name = models.CharField(max_length=NAME_LENGTH)
    email = models.EmailField()
    message = models.TextField(max_length=MESSAGE_LENGTH)
    note = models.TextField(max_length=NOTE_LENGTH, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    risk = models.PositiveSmallIntegerField(default=0)
    signals = models.JSONField(
        default=list, help_text="What raised the risk: a list of {code, points, detail}."
    )
    text_hash = models.CharField(max_length=64, blank=True, help_text="Finds the same text again.")
    created_at = models.DateTimeField(default=timezone.now)
    last_edited = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(
        null=True, blank=True, help_text="From then on nobody but its sender finds it."
    )

    objects = PostRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(Upper("email"), name="request_by_address"),
            models.Index(fields=["post", "-created_at", "-id"], name="request_by_post"),
            models.Index(fields=["user", "-created_at", "-id"], name="request_by_sender"),
            models.Index(
                fields=["receiver", "-created_at", "-id"],
                condition=models.Q(delivered_at__isnull=False),
                name="request_received",
            ),
            models.Index(
                fields=["receiver", "-created_at", "-id"],
                condition=models.Q(status="new"),
                name="request_unread",
            ),
            models.Index(fields=["-created_at", "-id"], name="request_newest"),
            models.Index(
                fields=["text_hash", "-created_at"],
                condition=~models.Q(text_hash=""),
                name="request_same_text",
            ),
            models.Index(fields=["status", "last_edited"], name="request_for_retention"),
            models.Index(
                fields=["created_at", "id"],
                condition=models.Q(status="held", dropped_at__isnull=True),
                name="request_held",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["unconfirmed", "held", "withdrawn"])
                | models.Q(delivered_at__isnull=False)
                | models.Q(dropped_at__isnull=False),
                name="readable_request_was_delivered",
            ),
            models.CheckConstraint(
                condition=models.Q(dropped_at__isnull=True) | models.Q(delivered_at__isnull=True),
                name="dropped_request_is_not_delivered",
            ),
            models.CheckConstraint(condition=~models.Q(message=""), name="request_has_a_message"),
            models.CheckConstraint(condition=~models.Q(email=""), name="request_has_an_address"),
        ]

    def __str__(self) -> str:
        return f"{self.name} about {self.post_id}"

    @property
    def status_for_sender(self) -> str:
        """The status as its sender reads it: a held request looks delivered."""
        return self.Status.NEW if self.status == self.Status.HELD else self.status

    @property
    def is_delivered(self) -> bool:
        return self.delivered_at is not None
