"""Tags in use, and what an old name of one means today."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.fields import Text
from api.pagination import KeysetPage, page_of
from api.schema import PAGING, problems
from api.views import ApiView
from content.limits import TAG_LENGTH
from content.models import Tag


class TagSerializer(serializers.Serializer[Tag]):
    name = serializers.CharField()
    post_count = serializers.IntegerField()


class TagQuery(serializers.Serializer[Any]):
    q = Text(required=False, allow_blank=True, default="", max_length=TAG_LENGTH)


class TagList(ApiView):
    open_to_all = frozenset({"GET"})
    same_for_all = True

    @extend_schema(
        operation_id="list_tags",
        parameters=[
            *PAGING,
            OpenApiParameter(
                "q",
                {"type": "string", "maxLength": TAG_LENGTH},
                description="How the name starts.",
            ),
        ],
        responses=problems({200: page_of(TagSerializer, "Tag")}, 400),
    )
    def get(self, request: Request) -> Response:
        """List the tags of live posts, the most used first."""
        query = TagQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        tags = Tag.objects.in_use()
        if query.validated_data["q"]:
            tags = tags.starting_with(query.validated_data["q"])
        page = KeysetPage(request, tags, ("rarity", "name"))
        return Response(page.answer(TagSerializer(page.rows(tags, by="name"), many=True).data))


class TagDetail(ApiView):
    open_to_all = frozenset({"GET"})
    same_for_all = True

    @extend_schema(
        operation_id="get_tag",
        parameters=[OpenApiParameter("name", str, OpenApiParameter.PATH)],
        responses=problems({200: TagSerializer}, 404),
    )
    def get(self, request: Request, name: str) -> Response:
        """Read a tag of live posts by its name in any case, or by a name it had before."""
        meant = Tag.objects.meant_by(name).values("target")
        tag = Tag.objects.in_use().filter(pk__in=meant).first()
        if tag is None:
            raise Http404
        return Response(TagSerializer(tag).data)
