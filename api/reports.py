"""Reports: telling the moderators that a post, a request or a person is not all right.

Every route answers the same whether the report is new or has been made before.
"""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.clients import client_address
from api.fields import Choice, Email, Text
from api.idempotency import do_once
from api.request_shapes import Role
from api.requests import TOKEN, find_request, must_be_known
from api.schema import ID, once, problems
from api.users import profiles
from api.views import ApiView
from content.models import Post
from engagement.models import Report
from engagement.models.reports import DETAIL_LENGTH
from engagement.services.reports import Target, file_report


class ReportInput(serializers.Serializer[Any]):
    """What is wrong. `email` is a guest's, to be told the outcome; an account's own is taken."""

    reason = Choice(choices=[reason.value for reason in Report.Reason])
    detail = Text(max_length=DETAIL_LENGTH, required=False, allow_blank=True, default="")
    email = Email(required=False, allow_blank=True, default="")


class ReportedSerializer(serializers.Serializer[Any]):
    report = serializers.ChoiceField(["received"])


def answers(*statuses: int) -> dict[Any, Any]:
    return problems({202: ReportedSerializer}, 400, 404, 409, 413, 415, *statuses)


class ReportView(ApiView):
    """What the three routes share."""

    open_to_all = frozenset({"POST"})
    throttle_scopes = {"POST": "report"}

    def file(self, request: Request, target: Target, *, sender_email: str = "") -> Response:
        """Keep what was sent about `target`. `sender_email` is the address of a guest who is known."""
        form = ReportInput(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data | ({"email": sender_email} if sender_email else {})

        def keep() -> None:
            address = client_address(request)
            file_report(target=target, reporter=request.user, address=address, **data)

        try:
            do_once(request, body=form.initial_data, action=keep)
        except ObjectDoesNotExist:
            raise Http404 from None
        return Response({"report": "received"}, status=202)


class PostReport(ReportView):
    @extend_schema(
        operation_id="report_post",
        parameters=[ID, once()],
        request=ReportInput,
        responses=answers(),
    )
    def post(self, request: Request, id: int) -> Response:
        """Report a post that one may see. Two independent people send it back to the moderators."""
        post: Post = get_object_or_404(Post.objects.visible_to(request.user), pk=id)
        return self.file(request, Target(post=post))


class RequestReport(ReportView):
    @extend_schema(
        operation_id="report_request",
        parameters=[ID, TOKEN, once()],
        request=ReportInput,
        responses=answers(401),
    )
    def post(self, request: Request, id: int) -> Response:
        """Report a request as who sent or received it. Moderators read it until they have decided."""
        must_be_known(request)
        found, role = find_request(request, id)
        if role is Role.MODERATOR:
            raise Http404
        guest = role is Role.SENDER and not request.user.is_authenticated
        return self.file(
            request, Target(post_request=found), sender_email=found.email if guest else ""
        )


class UserReport(ReportView):
    @extend_schema(
        operation_id="report_user",
        parameters=[ID, once()],
        request=ReportInput,
        responses=answers(),
    )
    def post(self, request: Request, id: int) -> Response:
        """Report a person."""
        return self.file(request, Target(person=get_object_or_404(profiles(), pk=id)))
