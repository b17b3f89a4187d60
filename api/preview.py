"""The draft behind a headless preview, for whoever made it and for as long as the token is good."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.fields import NOT_BLANK, Text
from api.pages import PageSerializer
from api.pictures import picture_of
from api.post_reading import attach_related
from api.post_shapes import PostSerializer
from api.schema import problems
from api.views import ApiView
from content.editorial import page_as_json
from content.models import EditorialPage, HomePage, Post
from content.preview import find_preview

PREVIEW = PolymorphicProxySerializer(
    component_name="Preview",
    serializers=[PostSerializer, PageSerializer],
    resource_type_field_name=None,
)


class PreviewQuery(serializers.Serializer[Any]):
    token = Text(max_length=255)


class PreviewView(ApiView):
    open_to_all = frozenset({"GET"})

    @extend_schema(
        operation_id="get_preview",
        parameters=[
            OpenApiParameter(
                "token",
                {"type": "string", "maxLength": 255, "pattern": NOT_BLANK},
                required=True,
                description="From the address that the editor's preview opens.",
            )
        ],
        responses=problems({200: PREVIEW}, 400, 404),
    )
    def get(self, request: Request) -> Response:
        """Read a post or page as its editor is about to save it."""
        query = PreviewQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        data = _preview(request, query.validated_data["token"])
        headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
        return Response(data, headers=headers)


def _preview(request: Request, token: str) -> dict[str, Any]:
    preview = find_preview(token=token, viewer=request.user)
    if preview is None:
        raise Http404
    model = ContentType.objects.get_for_id(preview.content_type_id).model_class()
    if model is Post:
        return _post(request, Post.from_preview(preview))
    if model in (EditorialPage, HomePage):
        page = page_as_json(preview.as_page(), describe_image=picture_of)
        return dict(PageSerializer(page).data)
    raise Http404


def _post(request: Request, post: Post) -> dict[str, Any]:
    post.created_at = post.created_at or timezone.now()
    attach_related(post)
    return dict(PostSerializer(post, context={"visitor": request.user}).data)
