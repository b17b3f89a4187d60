"""Review, from both sides: into it, out of it, and the moderators' decision."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import User
from api.moderators import require_second_factor
from api.post_shapes import PostSerializer, RejectInput
from api.posts import own_post, post_as_json
from api.schema import ID, problems
from api.views import ApiView
from content.models import Post
from content.services.review import approve_post, request_changes, submit_post, withdraw_post

ANSWERS: dict[str, Any] = {
    "parameters": [ID],
    "responses": problems({200: PostSerializer}, 401, 403, 404, 409),
}


class PostSubmit(ApiView):
    @extend_schema(operation_id="submit_post", request=None, **ANSWERS)
    def post(self, request: Request, id: int) -> Response:
        """Send one's post to review."""
        submit_post(post=own_post(request, id), user=self.me)
        return self.own(post_as_json(request, id))


class PostWithdraw(ApiView):
    @extend_schema(operation_id="withdraw_post", request=None, **ANSWERS)
    def post(self, request: Request, id: int) -> Response:
        """Take one's post out of review."""
        withdraw_post(post=own_post(request, id), user=self.me)
        return self.own(post_as_json(request, id))


class PostApprove(ApiView):
    @extend_schema(operation_id="approve_post", request=None, **ANSWERS)
    def post(self, request: Request, id: int) -> Response:
        """Publish the version in review."""
        approve_post(post=post_to_decide(self.me, id), moderator=self.me)
        return self.own(post_as_json(request, id))


class PostReject(ApiView):
    @extend_schema(
        operation_id="reject_post",
        parameters=[ID],
        request=RejectInput,
        responses=problems({200: PostSerializer}, 400, 401, 403, 404, 409),
    )
    def post(self, request: Request, id: int) -> Response:
        """Send the version in review back to its creator with a reason."""
        post = post_to_decide(self.me, id)
        form = RejectInput(data=request.data)
        form.is_valid(raise_exception=True)
        request_changes(post=post, moderator=self.me, **form.validated_data)
        return self.own(post_as_json(request, id))


def post_to_decide(visitor: User, id: int) -> Post:
    """Return the post when the visitor is a moderator. Raises 404 or 403 as for any other write."""
    require_second_factor(visitor)
    post: Post = get_object_or_404(Post.objects.visible_to(visitor), pk=id)
    if not visitor.is_moderator:
        raise PermissionDenied
    return post
