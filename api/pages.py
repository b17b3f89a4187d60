"""Editorial pages as JSON blocks."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.fields import NOT_BLANK, Text
from api.pictures import picture_of
from api.schema import problems
from api.views import ApiView
from content.editorial import find_page, page_as_json

BLOCKS = ("heading", "text", "image", "quote", "cta", "faq", "latest_posts")


class BlockSerializer(serializers.Serializer[Any]):
    """One block; what `value` holds follows from `type`."""

    type = serializers.ChoiceField(BLOCKS)
    value = serializers.DictField()
    id = serializers.CharField()


class PageSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField(allow_blank=True)
    path = serializers.CharField()
    blocks = BlockSerializer(many=True)
    last_edited = serializers.DateTimeField(allow_null=True)


class PageQuery(serializers.Serializer[Any]):
    path = Text(max_length=255)


class PageView(ApiView):
    open_to_all = frozenset({"GET"})
    same_for_all = True

    @extend_schema(
        operation_id="get_page",
        parameters=[
            OpenApiParameter(
                "path",
                {"type": "string", "maxLength": 255, "pattern": NOT_BLANK},
                required=True,
                description="`/about`; `/` is home.",
            )
        ],
        responses=problems({200: PageSerializer}, 400, 404),
    )
    def get(self, request: Request) -> Response:
        """Read an editorial page."""
        query = PageQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        page = find_page(query.validated_data["path"])
        if page is None:
            raise Http404
        return Response(PageSerializer(page_as_json(page, describe_image=picture_of)).data)
