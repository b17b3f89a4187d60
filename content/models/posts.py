"""Posts: what a creator shares, its gallery in the creator's order, and a person's picture."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models.functions import MD5
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from content.limits import ALT_LENGTH, TITLE_LENGTH
from content.preview import HeadlessPostPreview
from content.querysets import PostQuerySet

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class Post(
    HeadlessPostPreview,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """Something a creator shares. The row holds the live version, or the draft while none is live.

    Not in Wagtail's search index: a `SearchEntry` is what a post is found by, and writing the shared
    index makes people who save posts at the same moment wait for each other in a circle.
    """

    class Availability(models.TextChoices):
        OPEN = "open"
        RESERVED = "reserved"
        GIVEN = "given"

    creator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        related_name="posts",
        on_delete=models.CASCADE,
        editable=False,
        db_index=False,  # `post_own` begins with it
    )
    title = models.CharField(max_length=TITLE_LENGTH)
    content = RichTextField("text", features=TEXT_FEATURES)
    tags = ClusterTaggableManager(through="content.PostTag", blank=True)
    availability = models.CharField(max_length=10, choices=Availability, default=Availability.OPEN)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_edited = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    hidden_at = models.DateTimeField(
        null=True,
        editable=False,
        help_text="It would be live, were its creator not suspended.",
    )
    live = models.BooleanField(default=False, editable=False)

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="post",
        for_concrete_model=False,
    )

    objects = PostQuerySet.as_manager()

    # What belongs to the post as a whole, not to one of its versions.
    kept_across_versions = (
        "creator",
        "created_at",
        "last_edited",
        "availability",
        "removed_at",
        "hidden_at",
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["-first_published_at", "-id"],
                condition=models.Q(live=True),
                name="post_live_newest",
            ),
            models.Index(
                fields=["availability", "-first_published_at", "-id"],
                condition=models.Q(live=True),
                name="post_live_availability",
            ),
            models.Index(
                fields=["creator", "-first_published_at", "-id"],
                condition=models.Q(live=True),
                name="post_live_creator",
            ),
            models.Index(fields=["creator", "-created_at", "-id"], name="post_own"),
            models.Index(fields=["created_at"], name="post_by_day"),
            models.Index(MD5("content"), name="post_of_same_text"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(removed_at__isnull=True),
                name="removed_post_is_not_live",
            ),
            models.CheckConstraint(
                condition=models.Q(hidden_at=None) | models.Q(live=False, removed_at=None),
                name="hidden_post_is_not_live",
            ),
            models.CheckConstraint(
                condition=models.Q(live=False) | models.Q(first_published_at__isnull=False),
                name="live_post_was_published",
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="post_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def with_content_json(self, content: dict[str, Any]) -> "Post":
        """Return the version in `content` with all that no version may change kept as it is now."""
        post = super().with_content_json(content)
        for name in self.kept_across_versions:
            setattr(post, name, getattr(self, name))
        return post

    @property
    def has_live_version(self) -> bool:
        """Whether the row holds a version that moderators let through: it is live, or hidden for a while."""
        return self.live or self.hidden_at is not None

    @property
    def url_path(self) -> str:
        return f"/post/{self.pk}"


class PostImage(Orderable):
    """One picture in a post's gallery, described for those who cannot see it."""

    post = ParentalKey(Post, related_name="gallery", on_delete=models.CASCADE)
    image = models.ForeignKey("content.Image", related_name="posts", on_delete=models.CASCADE)
    alt = models.CharField("description", max_length=ALT_LENGTH, blank=True)

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["post", "image"], name="image_once_a_post")]
        indexes = [models.Index(fields=["post", "sort_order"], name="gallery_in_order")]

    def __str__(self) -> str:
        return self.alt or f"Picture {self.sort_order + 1}"


class Avatar(models.Model):
    """A person's picture. It points at the user, so that accounts need not know about pictures."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        related_name="avatar_row",
        primary_key=True,
        on_delete=models.CASCADE,
    )
    image = models.OneToOneField("content.Image", related_name="avatar", on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"Picture of {self.user}"
