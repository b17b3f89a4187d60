"""Pictures: the row that knows what was uploaded, how far it is, and which files are served."""

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from content.images.neighbours import PIECES
from content.images.storage import MediaStorage
from content.querysets import ImageQuerySet
from content.querysets.pictures import REFUSED, phash_piece
from content.renditions import VariantRendition, rendition_of


def new_key() -> str:
    """Return 32 random hex digits: a folder name that nobody can guess and no two pictures share."""
    return secrets.token_hex(16)


class Image(AbstractImage):
    """An uploaded picture or animation. Its original is not kept: `variants` are all there is.

    `variants` is a list of `{"kind": "still"|"animation"|"poster", "type": MIME type, "width": px,
    "height": px, "path": storage name, "bytes": size}`, the largest first. `file` names the largest
    still (an animation's poster), for Wagtail. Every path begins with the folder of `key`.
    """

    class State(models.TextChoices):
        PROCESSING = "processing"
        READY = "ready"
        REJECTED = "rejected"
        # It looks like a banned one: its files are made and hidden, its owner is told that it was rejected.
        HELD = "held"

    # Named anew because Wagtail's own image model, unused but installed, holds the default names.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        related_name="images",
        on_delete=models.SET_NULL,
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]  # Wagtail's mark
    tags = TaggableManager(blank=True, related_name="tagged_images")

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    file = models.ImageField(
        blank=True,
        width_field="width",
        height_field="height",
        max_length=255,
        storage=MediaStorage(),
    )
    width = models.IntegerField(default=0, editable=False)
    height = models.IntegerField(default=0, editable=False)

    state = models.CharField(max_length=10, choices=State, default=State.PROCESSING, editable=False)
    reason = models.CharField(max_length=255, blank=True, editable=False)
    animated = models.BooleanField(default=False, editable=False)
    placeholder = models.CharField(
        max_length=64, blank=True, editable=False, help_text="ThumbHash, in base64."
    )
    variants = models.JSONField(default=list, editable=False)
    upload = models.CharField(
        max_length=255,
        blank=True,
        editable=False,
        help_text="The quarantined upload's name, until it is processed.",
    )
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    claimed_until = models.DateTimeField(
        null=True, editable=False, help_text="A worker has it in hand until then."
    )
    upload_sha256 = models.CharField(max_length=64, editable=False)
    phash = models.BigIntegerField(
        null=True, editable=False, help_text="Perceptual hash as a signed 64-bit number."
    )
    phash_mirror = models.BigIntegerField(
        null=True, editable=False, help_text="The same of the mirror image."
    )
    stored_bytes = models.PositiveBigIntegerField(
        default=0, editable=False, help_text="Of all its files, or of the upload that waits."
    )
    held_for = models.ForeignKey(
        "content.BannedPicture",
        null=True,
        editable=False,
        related_name="held",
        on_delete=models.PROTECT,
    )
    held_distance = models.PositiveSmallIntegerField(
        null=True,
        editable=False,
        help_text="In how many of 64 bits it differs from the banned one.",
    )
    held_at = models.DateTimeField(null=True, editable=False)
    let_through_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="A moderator said that it may stay; no search holds it.",
    )
    is_public = models.BooleanField(
        default=False, editable=False, help_text="Whether the files lie in the public storage."
    )
    is_editorial = models.BooleanField(
        default=False,
        editable=False,
        help_text="Uploaded by a moderator for the site's own pages; public.",
    )

    objects = ImageQuerySet.as_manager()

    # What workers and moderators write, through querysets only. A form that was opened while a picture was
    # being processed must not put the old values back.
    written_by_workers = frozenset(
        {
            *("state", "reason", "attempts", "claimed_until", "upload"),
            *("key", "file", "file_size", "variants", "is_public"),
            *("width", "height", "animated", "placeholder"),
            *("phash", "phash_mirror", "stored_bytes"),
            *("held_for", "held_distance", "held_at", "let_through_at"),
        }
    )

    admin_form_fields = ("title", "description")
    search_fields = [
        *AbstractImage.search_fields,
        index.FilterField("state"),
        index.FilterField("is_editorial"),
    ]

    class Meta(AbstractImage.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["ready", "held"])
                | models.Q(width__gt=0, height__gt=0),
                name="finished_image_has_a_size",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["rejected", "held"]) | ~models.Q(reason=""),
                name="refused_image_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(state="held", held_for__isnull=False, held_at__isnull=False)
                | (~models.Q(state="held") & models.Q(held_for=None, held_at=None)),
                name="held_image_knows_what_for",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="held") | models.Q(let_through_at=None),
                name="held_image_is_not_let_through",
            ),
            # A moderator's picture for the site's own pages and one for their posts are two things.
            models.UniqueConstraint(
                fields=["uploaded_by_user", "upload_sha256", "is_editorial"],
                condition=~models.Q(state="rejected") & ~models.Q(upload_sha256=""),
                name="same_bytes_once_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["uploaded_by_user", "-created_at"], name="image_by_owner"),
            models.Index(
                fields=["created_at"],
                condition=models.Q(state="processing"),
                name="image_waiting",
            ),
            # Answers "how much does this person store, and how much waits" from the index alone.
            models.Index(
                fields=["uploaded_by_user"],
                include=["stored_bytes", "state"],
                condition=models.Q(is_editorial=False),
                name="image_bytes_by_owner",
            ),
            models.Index(fields=["held_at"], condition=models.Q(state="held"), name="image_held"),
            *(models.Index(phash_piece(n), name=f"image_like_{n}") for n in range(PIECES)),
            models.Index(
                fields=["upload_sha256"],
                condition=models.Q(phash=None) & ~models.Q(upload_sha256=""),
                name="image_of_same_bytes",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        """Save a new row whole, and of an old one all but `written_by_workers` unless they are named."""
        if update_fields is None and not self._state.adding:
            names = {field.name for field in self._meta.concrete_fields if not field.primary_key}
            update_fields = names - self.written_by_workers
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def is_refused(self) -> bool:
        """Whether nobody is shown it; `reason` says why."""
        return self.state in REFUSED

    def storage_names(self) -> list[str]:
        """Every file that is served for this picture, relative to its storage."""
        variants: list[dict[str, Any]] = self.variants
        return [variant["path"] for variant in variants]

    def get_rendition(self, filter: Any) -> VariantRendition:
        """Return the stored file nearest to the size Wagtail's admin asks for; none is ever made."""
        return rendition_of(self, getattr(filter, "spec", filter))

    def get_renditions(self, *filters: Any) -> dict[str, VariantRendition]:
        return {getattr(f, "spec", f): self.get_rendition(f) for f in filters}


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once_an_image"
            )
        ]


class LeftoverFiles(models.Model):
    """The files of a picture whose row is gone: written with its deletion, kept until none is left."""

    key = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.key
