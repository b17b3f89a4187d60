"""What a client should know about this site before it asks for anything else."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import NAME_LENGTH
from api.schema import problems
from api.views import ApiView
from content import limits
from content.models import RejectReason, SiteSettings
from engagement.models.requests import MESSAGE_LENGTH, NOTE_LENGTH

IMAGE_TYPES = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/heic"]
FIXED_LIMITS = {
    "upload_bytes": limits.UPLOAD_BYTES,
    "title_length": limits.TITLE_LENGTH,
    "content_length": limits.CONTENT_LENGTH,
    "tags_per_post": limits.TAGS_PER_POST,
    "tag_length": limits.TAG_LENGTH,
    "alt_length": limits.ALT_LENGTH,
    "name_length": NAME_LENGTH,
    "message_length": MESSAGE_LENGTH,
    "note_length": NOTE_LENGTH,
}
OPERATORS_LIMITS = ("storage_bytes", "images_per_post")


class SignInSerializer(serializers.Serializer[Any]):
    password = serializers.BooleanField()
    google = serializers.BooleanField()


class RejectCodeSerializer(serializers.Serializer[RejectReason]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field, not DRF's attribute


LimitsSerializer = type(
    "LimitsSerializer",
    (serializers.Serializer,),
    {name: serializers.IntegerField() for name in (*FIXED_LIMITS, *OPERATORS_LIMITS)},
)


class SiteSerializer(serializers.Serializer[Any]):
    """The site's name, the words it stands behind, and its limits."""

    name = serializers.CharField()
    tagline = serializers.CharField(allow_blank=True)
    disclaimer = serializers.CharField(help_text="Plain text.")
    review_mode = serializers.ChoiceField(
        SiteSettings.ReviewMode.values,
        help_text="When a moderator looks at a post: `before` it is shown, `after`, or before with "
        "those creators' posts let `skip` it who have enough approved ones.",
    )
    sign_in = SignInSerializer()
    limits = LimitsSerializer()
    image_types = serializers.ListField(child=serializers.CharField())
    reject_codes = RejectCodeSerializer(many=True)


class SiteView(ApiView):
    open_to_all = frozenset({"GET"})
    same_for_all = True

    @extend_schema(operation_id="get_site", responses=problems({200: SiteSerializer}))
    def get(self, request: Request) -> Response:
        """Read what the operator has set."""
        site = SiteSettings.current()
        known = {
            "name": site.name,
            "tagline": site.tagline,
            "disclaimer": site.disclaimer,
            "review_mode": site.review_mode,
            "sign_in": {"password": True, "google": bool(settings.GOOGLE_CLIENT_ID)},
            "limits": FIXED_LIMITS | {name: getattr(site, name) for name in OPERATORS_LIMITS},
            "image_types": IMAGE_TYPES,
            "reject_codes": RejectReason.objects.all(),
        }
        return Response(SiteSerializer(known).data)
