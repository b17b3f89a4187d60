"""Appeals: a creator asks for a second look at a decision against their post."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.fields import Text
from api.post_shapes import PostSerializer
from api.posts import own_post, post_as_json
from api.schema import ID, problems
from api.views import ApiView
from engagement.models.appeals import APPEAL_LENGTH
from engagement.services.appeals import file_appeal


class AppealInput(serializers.Serializer[Any]):
    text = Text(max_length=APPEAL_LENGTH)


class PostAppeal(ApiView):
    @extend_schema(
        operation_id="appeal_post",
        parameters=[ID],
        request=AppealInput,
        responses=problems({200: PostSerializer}, 400, 401, 403, 404, 409),
    )
    def post(self, request: Request, id: int) -> Response:
        """Ask for a second look at why one's post was removed or sent back; once a decision."""
        post = own_post(request, id)
        form = AppealInput(data=request.data)
        form.is_valid(raise_exception=True)
        file_appeal(post=post, text=form.validated_data["text"])
        return self.own(post_as_json(request, id))
