"""A person as others see them."""

from typing import Any

from rest_framework import serializers

from accounts.models import User
from api.pictures import AvatarField


class PersonSerializer(serializers.Serializer[User]):
    """Somebody beside what they made."""

    id = serializers.IntegerField()
    name = serializers.CharField()
    avatar = AvatarField()


class SenderSerializer(serializers.Serializer[User]):
    id = serializers.IntegerField()
    name = serializers.CharField()


class ProfileSerializer(PersonSerializer):
    """A person's public page. Never an address."""

    bio = serializers.CharField(allow_blank=True)
    created_at = serializers.DateTimeField()
    post_count = serializers.IntegerField()


class MailChoicesSerializer(serializers.Serializer[Any]):
    """Mail by kind."""

    requests = serializers.BooleanField()
    reviews = serializers.BooleanField()
    reminders = serializers.BooleanField()
    news = serializers.BooleanField()
