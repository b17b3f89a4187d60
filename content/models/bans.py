"""Pictures that moderators do not allow here, known by what they look like. No file of them is kept."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from content.limits import BAN_NOTE_LENGTH, BAN_REASON_LENGTH
from content.querysets import BannedPictureQuerySet


class BannedPicture(models.Model):  # type: ignore[django-manager-missing]  # pictures come later
    """A picture that is held wherever it is uploaded: the same bytes, or what looks like it.

    `phash` is the perceptual hash as a signed 64-bit number, null where a picture has none (see
    `content.images.fingerprint`). `searched_at` is null until earlier uploads were looked through.
    """

    phash = models.BigIntegerField(null=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False, help_text="Of the uploaded bytes.")
    reason = models.CharField(
        max_length=BAN_REASON_LENGTH,
        help_text="Whoever uploads it reads this.",
    )
    note = models.CharField(
        max_length=BAN_NOTE_LENGTH, blank=True, help_text="For moderators only."
    )
    banned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    searched_at = models.DateTimeField(null=True, editable=False)

    objects = BannedPictureQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="ban_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(phash__isnull=False) | ~models.Q(sha256=""),
                name="ban_knows_its_picture",
            ),
            models.UniqueConstraint(
                fields=["sha256"], condition=~models.Q(sha256=""), name="bytes_are_banned_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=models.Q(searched_at=None),
                name="ban_to_search_for",
            )
        ]

    def __str__(self) -> str:
        return self.reason
