"""Requests as JSON, out and in: the same row reads a little differently to each side."""

from enum import Enum
from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import NAME_LENGTH
from api.fields import Choice, Email, Id, Text
from api.notifications import PostTitleSerializer
from api.people import SenderSerializer
from engagement.models import PostRequest
from engagement.models.requests import MESSAGE_LENGTH, NOTE_LENGTH

if TYPE_CHECKING:
    from content.querysets import Visitor

Status = PostRequest.Status
PROOF_LENGTH = 2000
STATUS_CHANGES = tuple(
    status.value for status in (Status.WITHDRAWN, Status.READ, Status.ACCEPTED, Status.DECLINED)
)


class Role(Enum):
    """What somebody is to a request."""

    CREATOR = "creator"
    SENDER = "sender"
    MODERATOR = "moderator"


def role_of(post_request: PostRequest, visitor: "Visitor") -> Role:
    """Return what a signed-in person who may read the request is to it."""
    if post_request.user_id is not None and post_request.user_id == visitor.pk:
        return Role.SENDER
    return Role.CREATOR if post_request.post.creator_id == visitor.pk else Role.MODERATOR


def request_as_json(post_request: PostRequest, role: Role) -> dict[str, Any]:
    """Return the request as this side reads it: a held one looks sent, and moderators see no address."""
    data = dict(PostRequestSerializer(post_request).data)
    if role is Role.SENDER and data["status"] == Status.HELD:
        data["status"] = Status.NEW.value
    if role is Role.MODERATOR:
        data["email"] = None
    return data


class PostRequestSerializer(serializers.Serializer[PostRequest]):
    """A request. `email` is null to moderators; `user` is null for a guest's."""

    id = serializers.IntegerField()
    post = PostTitleSerializer()
    user = serializers.SerializerMethodField()
    name = serializers.CharField()
    email = serializers.EmailField(allow_null=True)
    message = serializers.CharField()
    note = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(Status.choices)
    created_at = serializers.DateTimeField()
    last_edited = serializers.DateTimeField()

    @extend_schema_field(SenderSerializer(allow_null=True))
    def get_user(self, post_request: PostRequest) -> dict[str, Any] | None:
        user = post_request.user
        return dict(SenderSerializer(user).data) if user else None


class SentRequestSerializer(PostRequestSerializer):
    """The answer to sending; a guest gets the token of the request's own page."""

    token = serializers.CharField(required=False)


class NewRequestInput(serializers.Serializer[Any]):
    """Name and email may be left out by a signed-in sender: the account's are taken."""

    post = Id()
    name = Text(max_length=NAME_LENGTH, required=False)
    email = Email(required=False)
    message = Text(max_length=MESSAGE_LENGTH)
    proof = Text(max_length=PROOF_LENGTH, required=False, allow_blank=True, default="")


class SenderInput(serializers.Serializer[Any]):
    """What the sender may change: the message until it is answered, or take it back."""

    message = Text(max_length=MESSAGE_LENGTH)
    status = Choice(choices=[Status.WITHDRAWN.value], required=False)


class CreatorInput(serializers.Serializer[Any]):
    """What the creator may change: how it stands, and a line to go with the answer."""

    status = Choice(choices=[Status.READ.value, Status.ACCEPTED.value, Status.DECLINED.value])
    note = Text(max_length=NOTE_LENGTH, allow_blank=True)


class RequestEditInput(serializers.Serializer[Any]):
    """The sender changes `message` or withdraws; the creator changes `status` and `note`."""

    message = Text(max_length=MESSAGE_LENGTH, required=False)
    status = Choice(choices=STATUS_CHANGES, required=False)
    note = Text(max_length=NOTE_LENGTH, allow_blank=True, required=False)


class ConfirmInput(serializers.Serializer[Any]):
    token = Text(max_length=300)


class ChallengeSerializer(serializers.Serializer[Any]):
    """An ALTCHA challenge."""

    algorithm = serializers.CharField()
    challenge = serializers.CharField()
    maxnumber = serializers.IntegerField()
    salt = serializers.CharField()
    signature = serializers.CharField()
