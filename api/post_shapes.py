"""Posts as JSON, out and in."""

from typing import Any

from django.conf import settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.fields import Choice, Flag, Id, Line, TagName, Text
from api.people import PersonSerializer
from api.pictures import PictureSerializer, picture_of
from api.post_reading import is_insider
from content.html import excerpt_of, text_of
from content.limits import ALT_LENGTH, REASON_LENGTH, TAGS_PER_POST, TITLE_LENGTH
from content.models import Image, Post, PostImage, ReviewDecision
from content.services.posts import GalleryItem
from content.services.review import may_submit
from engagement.models import Appeal

# `hidden` is for moderators' eyes alone: what would be live, were its creator not suspended.
STATES = ("draft", "in_review", "changes_requested", "live", "hidden", "removed", "expired")
IN_PROGRESS = "in_progress"  # of Wagtail's workflow
INSIDER_FIELDS = (
    "state",
    "has_pending_changes",
    "can_submit",
    "can_withdraw",
    "review",
    "request_count",
    "unread_count",
)
# Far above what a service allows; it only keeps a body from costing much before the service refuses it.
MOST_ITEMS = 100


class AppealSerializer(serializers.Serializer[Appeal]):
    """What the creator said against a decision, and what moderators answered."""

    state = serializers.ChoiceField(Appeal.State.choices)
    text = serializers.CharField()
    note = serializers.CharField(allow_blank=True)
    at = serializers.DateTimeField(source="created_at")
    decided_at = serializers.DateTimeField(allow_null=True)


class ReviewSerializer(serializers.Serializer[Any]):
    """Why a moderator sent the post back or removed it, and whether its creator asked for a second look."""

    reason = serializers.CharField()
    code = serializers.CharField()
    at = serializers.DateTimeField(source="created_at")
    can_appeal = serializers.BooleanField(help_text="True to its creator as long as they may.")
    appeal = AppealSerializer(allow_null=True)


@extend_schema_field(bool)
class PendingField(serializers.Field[Any, Any, Any, Any]):
    """Whether a live post has a newer version that waits."""

    def to_representation(self, value: Post) -> bool:
        return bool(value.live and value.has_unpublished_changes)


@extend_schema_field(bool)
class CanSubmitField(serializers.Field[Any, Any, Any, Any]):
    """Whether there is a version to send to review; without one `submit` is a 409."""

    def to_representation(self, value: Post) -> bool:
        in_review = getattr(value, "review_status", None) == IN_PROGRESS
        return value.removed_at is None and may_submit(value, in_review=in_review)


@extend_schema_field(bool)
class CanWithdrawField(serializers.Field[Any, Any, Any, Any]):
    """Whether a review is under way that its creator asked for; without one `withdraw` is a 409."""

    def to_representation(self, value: Post) -> bool:
        in_review = getattr(value, "review_status", None) == IN_PROGRESS
        return in_review and value.review_asked_by is not None


@extend_schema_field(ReviewSerializer(allow_null=True))
class ReviewField(serializers.Field[Any, Any, Any, Any]):
    """The newest decision while it stands against the post, else null."""

    def to_representation(self, value: Post) -> dict[str, Any] | None:
        newest = next(iter(getattr(value, "latest_decision", [])), None)
        if newest is None or not newest.is_refusal:
            return None
        was_sent_back = newest.outcome == ReviewDecision.Outcome.CHANGES_REQUESTED
        waits_for_creator = not was_sent_back or value.review_status == "needs_changes"
        if value.live and not waits_for_creator:
            return None
        appeal = getattr(newest, "appeal", None)
        is_own = value.creator_id == self.context["visitor"].pk
        said = {
            "reason": newest.reason,
            "code": newest.code,
            "created_at": newest.created_at,
            "can_appeal": is_own and waits_for_creator and appeal is None,
            "appeal": appeal,
        }
        return dict(ReviewSerializer(said).data)


class _PostSerializer(serializers.Serializer[Post]):
    """What lists and pages share. `context["visitor"]` decides on the insiders' fields."""

    id = serializers.IntegerField(source="pk")
    title = serializers.CharField()
    content_text = serializers.SerializerMethodField()
    excerpt = serializers.SerializerMethodField()
    creator = PersonSerializer()
    tags = serializers.SerializerMethodField()
    images = serializers.SerializerMethodField()
    availability = serializers.ChoiceField(Post.Availability.choices)
    created_at = serializers.DateTimeField()
    last_edited = serializers.DateTimeField()
    published_at = serializers.DateTimeField(source="first_published_at", allow_null=True)
    url = serializers.SerializerMethodField()
    state = serializers.ChoiceField(STATES, required=False)
    has_pending_changes = PendingField(source="*", required=False)
    can_submit = CanSubmitField(source="*", required=False)
    can_withdraw = CanWithdrawField(source="*", required=False)
    review = ReviewField(source="*", required=False)
    request_count = serializers.IntegerField(required=False)
    unread_count = serializers.IntegerField(required=False)

    def to_representation(self, instance: Post) -> dict[str, Any]:
        data = super().to_representation(instance)
        if not is_insider(instance, self.context["visitor"]):
            for name in INSIDER_FIELDS:
                data.pop(name, None)
        return data

    def get_content_text(self, post: Post) -> str:
        return text_of(post.content)

    def get_excerpt(self, post: Post) -> str:
        return excerpt_of(text_of(post.content))

    def get_tags(self, post: Post) -> list[str]:
        return [
            item.tag.name for item in sorted(post.tagged_items.all(), key=lambda item: item.pk or 0)
        ]

    @extend_schema_field(OpenApiTypes.URI)
    def get_url(self, post: Post) -> str:
        return f"{settings.BASE_URL}{post.url_path}"

    def pictures(self, post: Post, items: list[PostImage]) -> list[dict[str, Any]]:
        """Return the ready ones; insiders also get those on their way, so that an editor loses none."""
        shown = {Image.State.READY}
        insider = is_insider(post, self.context["visitor"])
        if insider:
            shown.add(Image.State.PROCESSING)
        return [
            picture_of(item.image, item.alt, for_insider=insider)
            for item in items
            if item.image.state in shown
        ]


class PostBriefSerializer(_PostSerializer):
    """A post in a list: its first picture only, and no content."""

    image_count = serializers.IntegerField()

    @extend_schema_field(PictureSerializer(many=True))
    def get_images(self, post: Post) -> list[dict[str, Any]]:
        return self.pictures(post, post.cover)


class PostSerializer(_PostSerializer):
    """A whole post."""

    content = serializers.CharField()

    @extend_schema_field(PictureSerializer(many=True))
    def get_images(self, post: Post) -> list[dict[str, Any]]:
        return self.pictures(post, list(post.gallery.all()))


class GalleryItemInput(serializers.Serializer[Any]):
    """One of one's own pictures, and its description."""

    id = Id()
    alt = Text(allow_blank=True, required=False, default="", max_length=ALT_LENGTH)


class PostInput(serializers.Serializer[Any]):
    """What a creator writes. The services say how much of it there may be."""

    title = Line(max_length=TITLE_LENGTH)
    content = Text()
    tags = serializers.ListField(child=TagName(), max_length=TAGS_PER_POST)
    images = serializers.ListField(child=GalleryItemInput(), max_length=MOST_ITEMS)

    def validate_images(self, value: list[dict[str, Any]]) -> list[GalleryItem]:
        # DRF passes a PATCH's leniency on to nested items; a picture without its id means nothing.
        nameless = {
            position: ["Which picture?"] for position, item in enumerate(value) if "id" not in item
        }
        if nameless:
            raise serializers.ValidationError(
                {str(at): {"id": why} for at, why in nameless.items()}, "required"
            )
        return [GalleryItem(image_id=item["id"], alt=item.get("alt", "")) for item in value]


class NewPostInput(PostInput):
    """A new post; `submit` sends it to review at once."""

    tags = serializers.ListField(
        child=TagName(), max_length=TAGS_PER_POST, required=False, default=list
    )
    images = serializers.ListField(
        child=GalleryItemInput(), max_length=MOST_ITEMS, required=False, default=list
    )
    submit = Flag(required=False, default=False)


class PostEditInput(PostInput):
    """A changed post. `availability` may be left out of a PUT, too: it is not part of what is reviewed."""

    availability = Choice(choices=Post.Availability.choices, required=False)


class RejectInput(serializers.Serializer[Any]):
    """Why a moderator sends a post back; `code` is one of those in `GET /api/site`, or `other`."""

    reason = Text(max_length=REASON_LENGTH)
    code = Text(required=False, default="other", max_length=40)
