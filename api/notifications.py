"""What the site tells a signed-in person."""

from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.fields import Flag
from api.pagination import KeysetPage, page_of
from api.schema import ID, PAGING, problems
from api.views import ApiView
from engagement.models import Notification


class PostTitleSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    title = serializers.CharField()


class NotificationSerializer(serializers.Serializer[Notification]):
    """One line about one of one's posts or requests; `request` is that request's id."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(Notification.Kind.choices)
    post = PostTitleSerializer(allow_null=True)
    request = serializers.IntegerField(source="post_request_id", allow_null=True)
    created_at = serializers.DateTimeField()
    read = serializers.SerializerMethodField()

    def get_read(self, notification: Notification) -> bool:
        return notification.read_at is not None


class NotificationInput(serializers.Serializer[Any]):
    read = Flag()


class NotificationList(ApiView):
    @extend_schema(
        operation_id="list_notifications",
        parameters=PAGING,
        responses=problems({200: page_of(NotificationSerializer, "Notification")}, 400, 401),
    )
    def get(self, request: Request) -> Response:
        """List one's own notifications, the newest first."""
        own = Notification.objects.filter(user=self.me)
        page = KeysetPage(request, own, ("-created_at", "-id"))
        rows = page.rows(own.select_related("post"))
        return Response(page.answer(NotificationSerializer(rows, many=True).data))


class NotificationDetail(ApiView):
    @extend_schema(
        operation_id="update_notification",
        parameters=[ID],
        request=NotificationInput,
        responses=problems({200: NotificationSerializer}, 400, 401, 404),
    )
    def patch(self, request: Request, id: int) -> Response:
        """Mark one as read, or as unread again."""
        with transaction.atomic():
            own = Notification.objects.select_for_update().filter(user=self.me)
            notification = get_object_or_404(own, pk=id)
            form = NotificationInput(data=request.data, partial=True)
            form.is_valid(raise_exception=True)
            if (read := form.validated_data.get("read")) is not None:
                notification.read_at = (notification.read_at or timezone.now()) if read else None
                notification.save(update_fields=["read_at"])
        return Response(NotificationSerializer(notification).data)
