"""What happens to a request besides reading and changing it: confirmed, released, made hard to flood."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from api.moderators import require_second_factor
from api.request_shapes import (
    ChallengeSerializer,
    ConfirmInput,
    PostRequestSerializer,
    Role,
    request_as_json,
)
from api.requests import find_request
from api.schema import ID, problems
from api.views import ApiView
from engagement.models import PostRequest
from engagement.proof import create_challenge
from engagement.services import requests as services
from engagement.services.blocks import block_sender


class RequestConfirm(ApiView):
    open_to_all = frozenset({"POST"})

    @extend_schema(
        operation_id="confirm_request",
        parameters=[ID],
        request=ConfirmInput,
        responses=problems({200: PostRequestSerializer}, 400, 404, 409),
    )
    def post(self, request: Request, id: int) -> Response:
        """Press the button behind the link in a guest's mail."""
        form = ConfirmInput(data=request.data)
        form.is_valid(raise_exception=True)
        post_request = PostRequest.objects.for_list().filter(pk=id).first()
        if post_request is None:
            raise Http404
        services.confirm_request(post_request=post_request, token=form.validated_data["token"])
        return self.own(request_as_json(post_request, Role.SENDER))


class RequestRelease(ApiView):
    @extend_schema(
        operation_id="release_request",
        parameters=[ID],
        request=None,
        responses=problems({200: PostRequestSerializer}, 401, 403, 404, 409),
    )
    def post(self, request: Request, id: int) -> Response:
        """Let a held request through."""
        require_second_factor(self.me)
        post_request, role = find_request(request, id)
        if not self.me.is_moderator:
            raise PermissionDenied
        services.release_request(post_request=post_request, moderator=self.me)
        return self.own(request_as_json(post_request, role))


class RequestBlock(ApiView):
    @extend_schema(
        operation_id="block_sender",
        parameters=[ID],
        request=None,
        responses=problems({204: None}, 401, 403, 404, 409),
    )
    def post(self, request: Request, id: int) -> Response:
        """Drop a held or reported request, and hold whatever its sender sends from now on."""
        require_second_factor(self.me)
        post_request, _ = find_request(request, id)
        if not self.me.is_moderator:
            raise PermissionDenied
        block_sender(post_request=post_request, moderator=self.me)
        return Response(status=204)


class ChallengeView(ApiView):
    open_to_all = frozenset({"GET"})
    throttle_scopes = {"GET": "challenge"}

    @extend_schema(operation_id="get_challenge", responses=problems({200: ChallengeSerializer}))
    def get(self, request: Request) -> Response:
        """Ask for a proof-of-work challenge."""
        return Response(create_challenge(), headers={"Cache-Control": "private, no-store"})
