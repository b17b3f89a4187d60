"""Pictures: uploading, asking how one is doing, taking one back."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import TooLarge
from api.fields import Text
from api.idempotency import create_once
from api.parsers import MultiPartParser
from api.pictures import PictureSerializer, picture_of
from api.schema import ID, once, problems
from api.views import ApiView
from content.limits import ALT_LENGTH, UPLOAD_BYTES
from content.models import Image
from content.services.images import accept_upload, can_view_image
from content.services.taking_back import take_back_image

STATES = ("processing", "ready", "rejected")


class ImageStatusSerializer(PictureSerializer):
    """An upload on its way. All that a picture has is there once `state` is `ready`."""

    state = serializers.ChoiceField(STATES)
    reason = serializers.CharField(allow_null=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for name, field in fields.items():
            field.required = name in ("id", "state", "reason")
        return fields


class UploadInput(serializers.Serializer[Any]):
    file = serializers.FileField(allow_empty_file=True, max_length=None)
    alt = Text(required=False, allow_blank=True, default="", max_length=ALT_LENGTH)


def status_of(image: Image, *, for_insider: bool) -> dict[str, Any]:
    """Return how far the picture is, and the picture (as `picture_of` does) when it is ready."""
    # That a moderator may yet let a held one through is said in the reason.
    state = Image.State.REJECTED if image.state == Image.State.HELD else image.state
    known = {"id": image.pk, "state": state, "reason": image.reason or None}
    if image.state != Image.State.READY:
        return known
    return known | picture_of(image, for_insider=for_insider)


class ImageList(ApiView):
    parser_classes = [MultiPartParser]
    throttle_scopes = {"POST": "image"}

    @extend_schema(
        operation_id="upload_image",
        parameters=[once()],
        request={"multipart/form-data": UploadInput},
        responses=problems({202: ImageStatusSerializer}, 400, 401, 409, 413, 415),
    )
    def post(self, request: Request) -> Response:
        """Upload a picture. It is checked at once and prepared in the background; poll it by its id.

        The same file again is the same picture: the answer is the one uploaded before, as it is now.
        """
        form = UploadInput(data=request.data)
        form.is_valid(raise_exception=True)
        file, alt = form.validated_data["file"], form.validated_data["alt"]
        if file.size > UPLOAD_BYTES:
            raise TooLarge(f"A picture may have {UPLOAD_BYTES // 2**20} MB at most.")
        image = create_once(
            request,
            body={"file": _sha256(file), "alt": alt},
            create=lambda: accept_upload(owner=self.me, upload=file, alt=alt),
            find=lambda pk: Image.objects.owned_by(self.me).filter(pk=pk).first(),
        )
        return Response(status_of(image, for_insider=True), status=202)


class ImageDetail(ApiView):
    open_to_all = frozenset({"GET"})

    @extend_schema(
        operation_id="get_image",
        parameters=[ID],
        responses=problems({200: ImageStatusSerializer}, 404),
    )
    def get(self, request: Request, id: int) -> Response:
        """Read how far an upload is, or a picture that one may see."""
        image = get_object_or_404(Image, pk=id)
        user = request.user
        is_own = user.is_authenticated and image.uploaded_by_user_id == user.pk
        if not is_own and not can_view_image(user, image):
            raise Http404
        for_insider = is_own or (user.is_authenticated and user.is_moderator)
        return Response(status_of(image, for_insider=for_insider))

    @extend_schema(
        operation_id="delete_image",
        parameters=[ID],
        responses=problems({204: None}, 401, 404, 409),
    )
    def delete(self, request: Request, id: int) -> Response:
        """Take back one's own picture while no post uses it."""
        image = get_object_or_404(Image.objects.owned_by(self.me), pk=id)
        take_back_image(image=image, owner=self.me)
        return Response(status=204)


def _sha256(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
