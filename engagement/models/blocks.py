"""Blocked senders: whose requests no longer go further than a moderator."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from engagement.block_queries import BlockedSenderQuerySet


class BlockedSender(models.Model):
    """Somebody who sent what a moderator dropped, known by account, by address, or by both.

    Of an address only a keyed hash is kept, and that for as long as the settings say; an account stays
    blocked until a moderator lifts it. `post` is what they asked about, to know them by in a list.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        related_name="block_as_sender",
        on_delete=models.CASCADE,
    )
    address_hash = models.CharField(max_length=64, blank=True)
    post = models.ForeignKey("content.Post", null=True, related_name="+", on_delete=models.SET_NULL)
    blocked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    blocked_at = models.DateTimeField(default=timezone.now)

    objects = BlockedSenderQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["-blocked_at", "-id"], name="blocked_sender_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | ~Q(address_hash=""), name="block_is_of_somebody"
            ),
            models.UniqueConstraint(
                fields=["address_hash"],
                condition=~Q(address_hash=""),
                name="address_is_blocked_once",
            ),
        ]

    def __str__(self) -> str:
        return self.user.name if self.user else "A guest"
