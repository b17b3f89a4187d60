"""People: profiles, one's own account, sign-up, leaving."""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models import User
from accounts.services import delete_account
from api.errors import AlreadySignedIn
from api.etags import check_if_match, has_if_match
from api.idempotency import do_once
from api.pagination import KeysetPage, page_of
from api.people import ProfileSerializer
from api.schema import ID_OR_ME, IF_MATCH, PAGING, once, problems
from api.sign_up import sign_up
from api.user_shapes import (
    LeaveInput,
    MeSerializer,
    ProfileChange,
    ProfileInput,
    SignedUpSerializer,
    SignUpInput,
)
from api.views import ApiView
from content.models import Creator
from content.services.avatars import set_avatar

JUST_NOW_SECONDS = 5 * 60


USER = PolymorphicProxySerializer(
    component_name="User",
    serializers=[MeSerializer, ProfileSerializer],
    resource_type_field_name=None,
)


def profiles() -> QuerySet[User]:
    """Active people with `post_count`, the number of their live posts."""
    return (
        User.objects.filter(is_active=True)
        .select_related("avatar_row__image")
        .annotate(post_count=Coalesce("creator_row__live_count", 0))
    )


class UserList(ApiView):
    open_to_all = frozenset({"GET", "POST"})
    throttle_scopes = {"POST": "sign_up"}

    @extend_schema(
        operation_id="list_users",
        parameters=PAGING,
        responses=problems({200: page_of(ProfileSerializer, "Profile")}, 400),
    )
    def get(self, request: Request) -> Response:
        """List the public profiles of people with a live post, the newest first."""
        page = KeysetPage(request, Creator.objects.published(), ("-joined_at", "-user_id"))
        return Response(page.answer(ProfileSerializer(page.rows(profiles()), many=True).data))

    @extend_schema(
        operation_id="create_user",
        parameters=[once()],
        request=SignUpInput,
        responses=problems({201: SignedUpSerializer}, 400, 409),
    )
    def post(self, request: Request) -> Response:
        """Sign up. The answer is the same whether or not the address has an account."""
        if request.user.is_authenticated:
            raise AlreadySignedIn
        form = SignUpInput(data=request.data)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        known = {"name": data["name"], "email": data["email"]}
        do_once(request, body=known, action=lambda: sign_up(request._request, data=data))
        return Response({"email": data["email"], "verification": "sent"}, status=201)


class UserDetail(ApiView):
    open_to_all = frozenset({"GET"})
    throttle_scopes = {"DELETE": "password"}

    @extend_schema(
        operation_id="get_user", parameters=[ID_OR_ME], responses=problems({200: USER}, 401, 404)
    )
    def get(self, request: Request, id: str) -> Response:
        """Read a profile; oneself with `me` or one's own id, with all that is one's own."""
        if self._is_me(id):
            return self.own(self._me_as_json())
        return Response(ProfileSerializer(get_object_or_404(profiles(), pk=id)).data)

    @extend_schema(
        operation_id="replace_user",
        parameters=[ID_OR_ME, IF_MATCH],
        request=ProfileInput,
        responses=problems({200: MeSerializer}, 400, 401, 403, 404, 412),
    )
    def put(self, request: Request, id: str) -> Response:
        """Replace what one may change about oneself."""
        return self._save(request, id, ProfileInput)

    @extend_schema(
        operation_id="update_user",
        parameters=[ID_OR_ME, IF_MATCH],
        request=ProfileChange,
        responses=problems({200: MeSerializer}, 400, 401, 403, 404, 412),
    )
    def patch(self, request: Request, id: str) -> Response:
        """Change part of it."""
        return self._save(request, id, ProfileChange)

    @extend_schema(
        operation_id="delete_user",
        parameters=[ID_OR_ME, IF_MATCH],
        request=LeaveInput,
        responses=problems({204: None}, 400, 401, 403, 404, 412),
    )
    def delete(self, request: Request, id: str) -> Response:
        """Delete the account and everything in it."""
        self._must_be_me(id)
        form = LeaveInput(data=request.data)
        form.is_valid(raise_exception=True)
        with transaction.atomic():
            self._check_version(request)
            delete_account(
                user=self.me,
                password=form.validated_data["password"],
                signed_in_just_now=self._signed_in_just_now(request),
            )
        request._request.session.flush()
        return Response(status=204)

    def _is_me(self, id: str) -> bool:
        """Whether `id` means the signed-in person. Raises NotAuthenticated for `me` of nobody."""
        user = self.request.user
        if id == "me" and not user.is_authenticated:
            raise NotAuthenticated
        return user.is_authenticated and id in ("me", str(user.pk))

    def _must_be_me(self, id: str) -> None:
        if not self._is_me(id):
            get_object_or_404(profiles(), pk=id)
            raise PermissionDenied

    def _me_as_json(self) -> dict[str, Any]:
        return dict(MeSerializer(profiles().get(pk=self.me.pk)).data)

    def _check_version(self, request: Request) -> None:
        if has_if_match(request):
            User.objects.select_for_update().get(pk=self.me.pk)
            check_if_match(request, self._me_as_json)

    def _save(self, request: Request, id: str, shape: type[ProfileInput]) -> Response:
        self._must_be_me(id)
        form = shape(data=request.data, partial=shape is ProfileChange)
        form.is_valid(raise_exception=True)
        data = form.validated_data
        columns = {name: data[name] for name in ("name", "bio") if name in data}
        columns |= {
            f"notify_{kind}": wanted for kind, wanted in data.get("notifications", {}).items()
        }
        with transaction.atomic():
            self._check_version(request)
            if columns:
                User.objects.filter(pk=self.me.pk).update(**columns)
            if "avatar" in data:
                set_avatar(user=self.me, image_id=data["avatar"])
        return self.own(self._me_as_json())

    @staticmethod
    def _signed_in_just_now(request: Request) -> bool:
        """Whether the session, of browser or app, began or was confirmed within five minutes."""
        session: Any = request.auth or request._request.session
        records = session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
        return any(record["at"] > time.time() - JUST_NOW_SECONDS for record in records)
