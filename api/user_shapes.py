"""One's own account as JSON, out and in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import BIO_LENGTH, NAME_LENGTH, User
from api.fields import Email, Flag, Id, Line, NewSecret, Secret, Text
from api.people import MailChoicesSerializer, ProfileSerializer
from content.services.quota import Storage, storage_of
from engagement.models import PostRequest

MAIL_KINDS = ("requests", "reviews", "reminders", "news")


class StorageSerializer(serializers.Serializer[Storage]):
    """What one's pictures take and may take, in bytes."""

    used = serializers.IntegerField()
    limit = serializers.IntegerField()


class MeSerializer(ProfileSerializer):
    """One's own account."""

    email = serializers.EmailField()
    email_verified = serializers.SerializerMethodField()
    has_password = serializers.BooleanField(source="has_usable_password")
    providers = serializers.SerializerMethodField()
    notifications = serializers.SerializerMethodField()
    unread_requests = serializers.SerializerMethodField()
    is_moderator = serializers.BooleanField()
    second_factor_required = serializers.BooleanField(source="lacks_second_factor")
    storage = serializers.SerializerMethodField()

    def get_email_verified(self, user: User) -> bool:
        return EmailAddress.objects.filter(
            user=user, email__iexact=user.email, verified=True
        ).exists()

    def get_providers(self, user: User) -> list[str]:
        return sorted(SocialAccount.objects.filter(user=user).values_list("provider", flat=True))

    @extend_schema_field(MailChoicesSerializer())
    def get_notifications(self, user: User) -> dict[str, bool]:
        return {kind: getattr(user, f"notify_{kind}") for kind in MAIL_KINDS}

    @extend_schema_field(StorageSerializer())
    def get_storage(self, user: User) -> dict[str, int]:
        return dict(StorageSerializer(storage_of(user=user)).data)

    def get_unread_requests(self, user: User) -> int:
        return PostRequest.objects.received_by(user).unread().count()


class MailChoicesInput(serializers.Serializer[Any]):
    requests = Flag()
    reviews = Flag()
    reminders = Flag()
    news = Flag()


class ProfileInput(serializers.Serializer[Any]):
    """All that one may change about oneself here."""

    name = Line(max_length=NAME_LENGTH)
    bio = Text(max_length=BIO_LENGTH, allow_blank=True)
    avatar = Id(allow_null=True)
    notifications = MailChoicesInput()


class ProfileChange(ProfileInput):
    """Part of it."""

    notifications = MailChoicesInput(partial=True)


class SignUpInput(serializers.Serializer[Any]):
    name = Line(max_length=NAME_LENGTH)
    email = Email()
    password = NewSecret()


class SignedUpSerializer(serializers.Serializer[Any]):
    """The same words whether or not the address was taken."""

    email = serializers.EmailField()
    verification = serializers.ChoiceField(["sent"])


class LeaveInput(serializers.Serializer[Any]):
    password = Secret(required=False, allow_blank=True, default="")
