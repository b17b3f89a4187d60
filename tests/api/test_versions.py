"""ETag, If-None-Match, If-Match: caches and editors always know which version they hold."""

import pytest

from content.models import Image
from tests.api.conftest import Api, assert_problem
from tests.factories import PASSWORD, ImageFactory, PostFactory, PostRequestFactory

PUBLIC = ["/api/post", "/api/user", "/api/tag", "/api/site", "/api/page?path=/", "post", "user"]


def path_of(name: str, creator: Api) -> str:
    post = PostFactory.create(creator=creator.user, live=True)
    return {"post": f"/api/post/{post.pk}", "user": f"/api/user/{creator.user.pk}"}.get(name, name)


@pytest.mark.parametrize("name", PUBLIC)
def test_public_answers_are_cached_and_confirmed_by_304(
    anonymous: Api, creator: Api, name: str
) -> None:
    path = path_of(name, creator)
    first = anonymous.get(path)
    etag = first["ETag"]
    assert etag.startswith('"')
    assert first["Cache-Control"].startswith("public")
    for known in (etag, f"W/{etag}", "*", f'"other", {etag}'):
        again = anonymous.get(path, If_None_Match=known)
        assert again.status_code == 304, known
        assert again.content == b""
        assert again["ETag"] == etag
        assert again["Cache-Control"] == first["Cache-Control"]
    assert anonymous.get(path, If_None_Match='"other"').status_code == 200


def test_etag_changes_with_what_is_shown(anonymous: Api, creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    before = anonymous.get(f"/api/post/{post.pk}")["ETag"]
    creator.patch(f"/api/post/{post.pk}", {"availability": "reserved"})
    assert anonymous.get(f"/api/post/{post.pk}", If_None_Match=before).status_code == 200


def test_what_the_signed_in_read_is_never_cached(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    for path in (
        "/api/post",
        f"/api/post/{post.pk}",
        "/api/user/me",
        "/api/request",
        "/api/notification",
    ):
        assert creator.get(path)["Cache-Control"] == "private, no-store"
    assert "Cookie" in Api().get("/api/post")["Vary"]


def test_two_open_editors_never_overwrite_each_other(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user)
    path = f"/api/post/{post.pk}"
    etag = creator.get(path)["ETag"]
    saved = creator.patch(path, {"title": "Mine"}, If_Match=etag)
    assert saved.status_code == 200
    assert_problem(creator.patch(path, {"title": "Theirs"}, If_Match=etag), 412)
    assert_problem(
        creator.put(path, {"title": "T", "content": "c", "tags": [], "images": []}, If_Match=etag),
        412,
    )
    assert_problem(creator.delete(path, If_Match=etag), 412)
    assert_problem(creator.delete(path, If_Match=f"W/{saved['ETag']}"), 412)
    assert creator.get(path).json()["title"] == "Mine"
    assert creator.patch(path, {"title": "Again"}, If_Match=saved["ETag"]).status_code == 200
    assert creator.delete(path, If_Match="*").status_code == 204


def test_a_request_that_arrives_meanwhile_does_not_stop_an_editor(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    etag = creator.get(f"/api/post/{post.pk}")["ETag"]
    PostRequestFactory.create(post=post)
    assert creator.get(f"/api/post/{post.pk}").json()["request_count"] == 1
    assert creator.patch(f"/api/post/{post.pk}", {"title": "New"}, If_Match=etag).status_code == 200


def test_people_and_requests_have_versions_too(creator: Api) -> None:
    request = PostRequestFactory.create(post=PostFactory.create(creator=creator.user, live=True))
    for path, change in (
        ("/api/user/me", {"bio": "x"}),
        (f"/api/request/{request.pk}", {"note": "x"}),
    ):
        etag = creator.get(path)["ETag"]
        assert creator.patch(path, change, If_Match=etag).status_code == 200
        assert_problem(creator.patch(path, change, If_Match=etag), 412)
    assert_problem(creator.delete("/api/user/me", {"password": PASSWORD}, If_Match='"old"'), 412)
    sender = Api(request.user)
    assert_problem(sender.delete(f"/api/request/{request.pk}", If_Match='"old"'), 412)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_tag_that_a_compressing_proxy_marked_still_names_the_version(
    creator: Api, anonymous: Api, coding: str
) -> None:
    path = f"/api/post/{PostFactory.create(creator=creator.user, live=True).pk}"
    marked = anonymous.get(path)["ETag"].removesuffix('"') + f'-{coding}"'
    assert anonymous.get(path, If_None_Match=marked).status_code == 304
    own = creator.get(path)["ETag"].removesuffix('"') + f'-{coding}"'
    assert creator.patch(path, {"title": "New"}, If_Match=own).status_code == 200
    assert_problem(creator.patch(path, {"title": "Newer"}, If_Match=own), 412)


def test_a_picture_that_becomes_ready_meanwhile_does_not_stop_an_editor(creator: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user, state=Image.State.PROCESSING)
    path = f"/api/post/{PostFactory.create(creator=creator.user, images=[image]).pk}"
    etag = creator.get(path)["ETag"]
    Image.objects.filter(pk=image.pk).update(state=Image.State.READY)
    assert creator.patch(path, {"title": "New"}, If_Match=etag).status_code == 200
