"""Requests: sending one, one's own boxes, answering, taking back."""

from typing import Any

from django.db import transaction
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated, PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from api.clients import client_address
from api.etags import check_if_match, has_if_match
from api.fields import BIGINT_MAX, Choice, QueryId
from api.idempotency import create_once
from api.moderators import require_second_factor
from api.pagination import KeysetPage, page_of
from api.request_shapes import (
    CreatorInput,
    NewRequestInput,
    PostRequestSerializer,
    RequestEditInput,
    Role,
    SenderInput,
    SentRequestSerializer,
    Status,
    request_as_json,
    role_of,
)
from api.schema import ID, IF_MATCH, PAGING, once, problems
from api.views import ApiView
from content.models import Post
from engagement.models import PostRequest
from engagement.services import requests as services
from engagement.tokens import page_token, read_page_token

TOKEN = OpenApiParameter("token", str, description="A guest's key to the request's own page.")
ANSWERS = {
    Status.READ: services.mark_read,
    Status.ACCEPTED: services.accept_request,
    Status.DECLINED: services.decline_request,
}


class RequestQuery(serializers.Serializer[Any]):
    box = Choice(choices=["received", "sent", "held"], required=False, default="received")
    post = QueryId(required=False)
    status = Choice(choices=Status.choices, required=False)


class RequestList(ApiView):
    open_to_all = frozenset({"POST"})
    throttle_scopes = {"POST": "request"}

    @extend_schema(
        operation_id="list_requests",
        parameters=[
            *PAGING,
            OpenApiParameter("box", str, enum=["received", "sent", "held"], default="received"),
            OpenApiParameter("post", {"type": "integer", "minimum": 1, "maximum": BIGINT_MAX}),
            OpenApiParameter("status", str, enum=Status.values),
        ],
        responses=problems({200: page_of(PostRequestSerializer, "PostRequest")}, 400, 401, 403),
    )
    def get(self, request: Request) -> Response:
        """List what one has received or sent, the newest first; to moderators also what is held."""
        query = RequestQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        wanted = query.validated_data
        box, role = self._box(wanted["box"])
        if "post" in wanted:
            box = box.filter(post_id=wanted["post"])
        if "status" in wanted:
            box = box.filter(status__in=_statuses(wanted["status"], role))
        page = KeysetPage(request, box, ("-created_at", "-id"))
        rows = page.rows(box.for_list())
        return Response(page.answer([request_as_json(row, role) for row in rows]))

    @extend_schema(
        operation_id="create_request",
        parameters=[once()],
        request=NewRequestInput,
        responses=problems({201: SentRequestSerializer}, 400, 404, 409, 413, 415),
    )
    def post(self, request: Request) -> Response:
        """Ask for what a post offers, signed in or not."""
        form = NewRequestInput(data=request.data)
        form.is_valid(raise_exception=True)
        data = dict(form.validated_data)
        _check_sender(request, data)
        made = create_once(
            request,
            body=form.initial_data,
            create=lambda: self._send(data),
            find=lambda pk: PostRequest.objects.for_list().filter(pk=pk).first(),
        )
        answer = request_as_json(made, Role.SENDER)
        if made.user_id is None:
            answer["token"] = page_token(made)
        return self.own(answer, status=201)

    def _send(self, data: dict[str, Any]) -> PostRequest:
        post = Post.objects.live().filter(pk=data.pop("post")).first()
        if post is None:
            raise Http404
        client = services.ClientInfo(address=client_address(self.request))
        return services.send_request(post=post, sender=self.request.user, client=client, **data)

    def _box(self, name: str) -> tuple[Any, Role]:
        rows = PostRequest.objects.all()
        if name == "sent":
            return rows.sent_by(self.me), Role.SENDER
        if name == "received":
            return rows.received_by(self.me), Role.CREATOR
        require_second_factor(self.me)
        if not self.me.is_moderator:
            raise PermissionDenied
        return rows.held(), Role.MODERATOR


class RequestDetail(ApiView):
    open_to_all = frozenset({"GET", "PUT", "PATCH", "DELETE"})

    @extend_schema(
        operation_id="get_request",
        parameters=[ID, TOKEN],
        responses=problems({200: PostRequestSerializer}, 404),
    )
    def get(self, request: Request, id: int) -> Response:
        """Read a request as its sender, its post's creator, or a moderator while it is held."""
        return self.own(request_as_json(*find_request(request, id)))

    @extend_schema(
        operation_id="replace_request",
        parameters=[ID, TOKEN, IF_MATCH],
        request=RequestEditInput,
        responses=problems({200: PostRequestSerializer}, 400, 401, 403, 404, 409, 412),
    )
    def put(self, request: Request, id: int) -> Response:
        """Replace what one's side may change: `message`, or `status` and `note`."""
        return self._save(request, id, partial=False)

    @extend_schema(
        operation_id="update_request",
        parameters=[ID, TOKEN, IF_MATCH],
        request=RequestEditInput,
        responses=problems({200: PostRequestSerializer}, 400, 401, 403, 404, 409, 412),
    )
    def patch(self, request: Request, id: int) -> Response:
        """Change the message or withdraw; or mark as read, answer, add a note."""
        return self._save(request, id, partial=True)

    @extend_schema(
        operation_id="delete_request",
        parameters=[ID, TOKEN, IF_MATCH],
        responses=problems({204: None}, 401, 403, 404, 412),
    )
    def delete(self, request: Request, id: int) -> Response:
        """Erase one's own request, name and address included."""
        must_be_known(request)
        post_request, role = find_request(request, id)
        if role is Role.MODERATOR:
            raise Http404
        if role is not Role.SENDER:
            raise PermissionDenied
        with transaction.atomic():
            _check_version(request, post_request, role)
            services.erase_request(post_request=post_request)
        return Response(status=204)

    def _save(self, request: Request, id: int, *, partial: bool) -> Response:
        must_be_known(request)
        post_request, role = find_request(request, id)
        if role is Role.MODERATOR:
            raise Http404
        any_side = RequestEditInput(data=request.data, partial=True)
        any_side.is_valid(raise_exception=True)
        change = _change_as_sender if role is Role.SENDER else _change_as_creator
        with transaction.atomic():
            _check_version(request, post_request, role)
            change(post_request, any_side.validated_data, partial)
        return self.own(request_as_json(post_request, role))


def find_request(request: Request, id: int) -> tuple[PostRequest, Role]:
    """Return the request and what the visitor is to it. Raises Http404 to everybody else."""
    rows = PostRequest.objects.for_list().filter(pk=id)
    token = request.query_params.get("token")
    if token is not None and read_page_token(token) == id and (found := rows.first()) is not None:
        return found, Role.SENDER
    visitor = request.user
    if visitor.is_authenticated and (found := rows.visible_to(visitor).first()) is not None:
        return found, role_of(found, visitor)
    raise Http404


def must_be_known(request: Request) -> None:
    """Raises NotAuthenticated for a visitor without an account or a request's token."""
    if not request.user.is_authenticated and "token" not in request.query_params:
        raise NotAuthenticated


def _check_sender(request: Request, data: dict[str, Any]) -> None:
    if request.user.is_authenticated:
        return
    missing = [name for name in ("name", "email") if name not in data]
    if missing:
        raise ValidationError({name: ["This field is required."] for name in missing}, "required")


def _check_version(request: Request, post_request: PostRequest, role: Role) -> None:
    if has_if_match(request):
        row = PostRequest.objects.select_for_update(of=("self",)).for_list().get(pk=post_request.pk)
        check_if_match(request, lambda: request_as_json(row, role))


def _change_as_sender(post_request: PostRequest, sent: dict[str, Any], partial: bool) -> None:
    data = _checked(SenderInput, sent, partial)
    if "message" in data:
        services.change_message(post_request=post_request, message=data["message"])
    if "status" in data:
        services.withdraw_request(post_request=post_request)


def _change_as_creator(post_request: PostRequest, sent: dict[str, Any], partial: bool) -> None:
    data = _checked(CreatorInput, sent, partial)
    if "note" in data:
        services.set_note(post_request=post_request, note=data["note"])
    if "status" in data:
        ANSWERS[Status(data["status"])](post_request=post_request)


def _checked(
    form: type[serializers.Serializer[Any]], sent: dict[str, Any], partial: bool
) -> dict[str, Any]:
    """Return what was sent by the rules of one side. Raises PermissionDenied for what is the other's."""
    side = form(data=sent, partial=partial)
    of_the_other = set(sent) - set(side.fields)
    if of_the_other:
        raise PermissionDenied(
            f"Only the other side may change: {', '.join(sorted(of_the_other))}."
        )
    field = side.fields["status"]
    assert isinstance(field, Choice)
    if "status" in sent and sent["status"] not in field.choices:
        raise PermissionDenied("Only the other side may say that.")
    side.is_valid(raise_exception=True)
    return dict(side.validated_data)


def _statuses(wanted: str, role: Role) -> list[str]:
    """Return the stored states that this side reads as `wanted`: to the sender, held looks like new."""
    if role is not Role.SENDER:
        return [wanted]
    if wanted == Status.NEW:
        return [Status.NEW.value, Status.HELD.value]
    return [] if wanted == Status.HELD else [wanted]
