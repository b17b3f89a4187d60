"""Posts: lists, one, writing, editing, deleting."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.services import has_confirmed
from api.etags import check_if_match, has_if_match
from api.fields import LONGEST_ID, NOT_BLANK, Choice, Text
from api.idempotency import create_once
from api.live_posts import live_briefs, live_post
from api.pagination import KeysetPage, began_at, page_of
from api.post_places import live_places, own_places
from api.post_reading import for_insiders, is_insider, newest_version, readable_posts
from api.post_shapes import STATES, NewPostInput, PostBriefSerializer, PostEditInput, PostSerializer
from api.schema import ID, IF_MATCH, PAGING, once, problems
from api.views import ApiView, WrittenJson
from content.limits import TAG_LENGTH
from content.models import Post
from content.services.posts import create_post, delete_post, set_availability, update_post

MOST_TAGS = 10
CREATOR = f"^(me|[0-9]{{1,{LONGEST_ID}}})$"


class PostQuery(serializers.Serializer[Any]):
    """What a list of posts may be narrowed by."""

    tag = serializers.ListField(
        child=Text(max_length=TAG_LENGTH), required=False, max_length=MOST_TAGS
    )
    user = serializers.RegexField(CREATOR, required=False)
    q = Text(required=False, allow_blank=True, max_length=200)
    availability = Choice(choices=Post.Availability.choices, required=False)
    state = Choice(choices=STATES, required=False)


class PostList(ApiView):
    open_to_all = frozenset({"GET"})
    throttle_scopes = {"POST": "post"}

    @extend_schema(
        operation_id="list_posts",
        parameters=[
            *PAGING,
            OpenApiParameter(
                "tag",
                {
                    "type": "array",
                    "items": {"type": "string", "maxLength": TAG_LENGTH, "pattern": NOT_BLANK},
                    "maxItems": MOST_TAGS,
                },
                description="Repeatable; all must match.",
            ),
            OpenApiParameter(
                "user",
                {"type": "string", "pattern": CREATOR},
                description="The creator's id; `me` lists one's own in every state.",
            ),
            OpenApiParameter(
                "q",
                {"type": "string", "maxLength": 200},
                description="Words in title, tags, creator's name or text, whatever their case and"
                " accents; the last may be a beginning.",
            ),
            OpenApiParameter("availability", str, enum=Post.Availability.values),
            OpenApiParameter("state", str, enum=STATES, description="With `user=me` only."),
        ],
        responses=problems({200: page_of(PostBriefSerializer, "PostBrief")}, 400, 401),
    )
    def get(self, request: Request) -> HttpResponse:
        """List live posts, the newest first; those that were searched for, the best match first."""
        wanted = _wanted(request)
        own = wanted.get("user") == "me"
        if own and not request.user.is_authenticated:
            raise NotAuthenticated
        posts = Post.objects.owned_by(self.me) if own else Post.objects.live()
        places = own_places(posts, wanted) if own else live_places(posts, wanted, began_at(request))
        page = KeysetPage(request, *places)
        if not request.user.is_authenticated:
            return WrittenJson(page.written(live_briefs(page.ids)))
        rows = page.rows(for_insiders(posts).for_list())
        context = {"visitor": request.user}
        return Response(page.answer(PostBriefSerializer(rows, many=True, context=context).data))

    @extend_schema(
        operation_id="create_post",
        parameters=[once()],
        request=NewPostInput,
        responses=problems({201: PostSerializer}, 400, 401, 403, 409, 413, 415, 429),
    )
    def post(self, request: Request) -> Response:
        """Write a post; with `submit` it goes to review at once."""
        if not has_confirmed(user=self.me, email=self.me.email):
            raise PermissionDenied("Confirm your address first.", "email_not_verified")
        form = NewPostInput(data=request.data)
        form.is_valid(raise_exception=True)
        post = create_once(
            request,
            body=form.initial_data,
            create=lambda: create_post(creator=self.me, **form.validated_data),
            find=lambda pk: Post.objects.owned_by(self.me).filter(pk=pk).first(),
        )
        return self.own(post_as_json(request, post.pk), status=201)


class PostDetail(ApiView):
    open_to_all = frozenset({"GET"})

    @extend_schema(
        operation_id="get_post",
        parameters=[ID],
        responses=problems({200: PostSerializer}, 404),
    )
    def get(self, request: Request, id: int) -> HttpResponse:
        """Read a live post; its creator and moderators read its newest version, in any state."""
        if request.user.is_authenticated:
            data = post_as_json(request, id)
            return self.own(data) if "state" in data else Response(data)
        written = live_post(id)
        if written is None:
            raise Http404
        return WrittenJson(written)

    @extend_schema(
        operation_id="replace_post",
        parameters=[ID, IF_MATCH],
        request=PostEditInput,
        responses=problems({200: PostSerializer}, 400, 401, 403, 404, 409, 412),
    )
    def put(self, request: Request, id: int) -> Response:
        """Replace what the creator writes. A live post waits for review with it."""
        return self._save(request, id, partial=False)

    @extend_schema(
        operation_id="update_post",
        parameters=[ID, IF_MATCH],
        request=PostEditInput,
        responses=problems({200: PostSerializer}, 400, 401, 403, 404, 409, 412),
    )
    def patch(self, request: Request, id: int) -> Response:
        """Change part of it. `availability` takes effect at once."""
        return self._save(request, id, partial=True)

    @extend_schema(
        operation_id="delete_post",
        parameters=[ID, IF_MATCH],
        responses=problems({204: None}, 401, 403, 404, 412),
    )
    def delete(self, request: Request, id: int) -> Response:
        """Delete a post for good. Its creator and moderators may."""
        post: Post = get_object_or_404(Post.objects.visible_to(request.user), pk=id)
        if not is_insider(post, request.user):
            raise PermissionDenied
        with transaction.atomic():
            _check_version(request, post)
            delete_post(post=post)
        return Response(status=204)

    def _save(self, request: Request, id: int, *, partial: bool) -> Response:
        post = own_post(request, id)
        form = PostEditInput(data=request.data, partial=partial)
        form.is_valid(raise_exception=True)
        changes = dict(form.validated_data)
        availability = changes.pop("availability", None)
        with transaction.atomic():
            _check_version(request, post)
            if changes:
                update_post(post=post, editor=self.me, **changes)
            if availability is not None:
                set_availability(post=post, availability=availability)
        return self.own(post_as_json(request, id))


def own_post(request: Request, id: int) -> Post:
    """Return the visitor's own post. Raises 404 for what they may not know of, 403 for what they may read."""
    post: Post = get_object_or_404(Post.objects.visible_to(request.user), pk=id)
    if post.creator_id != request.user.pk:
        raise PermissionDenied
    return post


def post_as_json(request: Request, id: int) -> dict[str, Any]:
    """Return the post as this visitor may see it. Raises Http404."""
    post = readable_posts(request.user).for_detail().filter(pk=id).first()
    if post is None:
        raise Http404
    if is_insider(post, request.user):
        post = newest_version(post)
    return dict(PostSerializer(post, context={"visitor": request.user}).data)


def _check_version(request: Request, post: Post) -> None:
    if has_if_match(request):
        Post.objects.select_for_update().get(pk=post.pk)
        check_if_match(request, lambda: post_as_json(request, post.pk))


def _wanted(request: Request) -> dict[str, Any]:
    """Return what the list is narrowed by; in the query `tag` is a list, of all else the last one counts."""
    params = request.query_params
    if not params:
        return {}
    query: dict[str, Any] = {name: params[name] for name in params if name != "tag"}
    form = PostQuery(data=query | ({"tag": params.getlist("tag")} if "tag" in params else {}))
    form.is_valid(raise_exception=True)
    return dict(form.validated_data)
