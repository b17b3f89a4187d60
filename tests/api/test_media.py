"""Files over HTTP, wherever they lie: public ones to keep, hidden ones for whom they concern."""

import re
import time
import urllib.error
import urllib.request
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import storages
from pytest_django import DjangoAssertNumQueries

from api.signatures import LIFETIME, signature_of
from content.images.bucket import BucketStorage
from content.images.storage import both_storages, private_storage, public_storage
from content.images.stored import CHUNK_BYTES, StorageDown
from content.models import BannedPicture, Image, Post
from content.services.holding import held_for
from content.services.review import approve_post
from tests.api.conftest import Api, assert_problem
from tests.api.test_images import picture, upload
from tests.factories import PASSWORD, ImageFactory, PostFactory, committed
from tests.file_storages import bucket_in, use_storage

pytestmark = pytest.mark.usefixtures("kind_of_storage")

IMMUTABLE = "public, max-age=31536000, immutable"
# One block larger than what is sent at once, so that a file comes in several.
LARGE = CHUNK_BYTES * 2 + 100


def content_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def status_of(response: Any) -> int:
    """Return the status, and have the file closed by reading all of it."""
    if response.streaming:
        content_of(response)
    return int(response.status_code)


def live_post(creator: Api) -> Post:
    post: Post = PostFactory.create(creator=creator.user, live=True, pictures=1)
    return post


def picture_in(post: Post) -> Image:
    image: Image = post.gallery.get().image
    return image


def file_of(post: Post) -> str:
    """Return the address of a file of the post's only picture."""
    return f"/media/{picture_in(post).storage_names()[0]}"


def urls_in(answer: Any) -> list[str]:
    """Return every picture's URL in an answer, as path and query."""
    found = re.findall(r"https?://[^\s\"',]+/media/[^\s\"',]+", str(answer))
    return [urlsplit(url)._replace(scheme="", netloc="").geturl() for url in found]


# ---------------------------------------------------------------- public files


def test_public_file_may_be_kept_for_ever(anonymous: Api, creator: Api) -> None:
    post = live_post(creator)
    shown = anonymous.get(file_of(post))
    assert shown.status_code == 200
    assert shown["Cache-Control"] == IMMUTABLE
    assert shown["Content-Type"] == "image/avif"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown["Content-Security-Policy"]
    assert "Vary" not in shown
    assert "Set-Cookie" not in shown
    content = content_of(shown)
    assert int(shown["Content-Length"]) == len(content)
    assert content[4:12] == b"ftypavif"


def test_who_has_a_public_file_is_told_to_keep_it(anonymous: Api, creator: Api) -> None:
    file = file_of(live_post(creator))
    etag = anonymous.call("HEAD", file)["ETag"]
    again = anonymous.get(file, if_none_match=etag)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    assert again["Cache-Control"] == IMMUTABLE
    assert status_of(anonymous.get(file, if_none_match='"other"')) == 200


@pytest.mark.parametrize(
    ("asked", "span"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=10-", slice(10, None)),
        ("bytes=-7", slice(-7, None)),
        (f"bytes={CHUNK_BYTES - 1}-{CHUNK_BYTES}", slice(CHUNK_BYTES - 1, CHUNK_BYTES + 1)),
        ("bytes=0-99999999", slice(0, None)),
        ("bytes=-99999999", slice(0, None)),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(
    anonymous: Api, creator: Api, asked: str, span: slice
) -> None:
    post = live_post(creator)
    file, content = file_of(post), enlarge(picture_in(post))
    part = anonymous.get(file, range=asked)
    assert part.status_code == 206
    assert content_of(part) == content[span]
    first, last, _ = span.indices(len(content))
    assert part["Content-Range"] == f"bytes {first}-{last - 1}/{len(content)}"
    assert part["Content-Length"] == str(len(content[span]))


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,5-6", "bytes=9-1", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=-1-2", "x"]
)
def test_what_is_no_single_range_is_answered_with_the_whole(
    anonymous: Api, creator: Api, asked: str
) -> None:
    assert status_of(anonymous.get(file_of(live_post(creator)), range=asked)) == 200


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_a_part_beyond_the_end_is_a_416(anonymous: Api, creator: Api, asked: str) -> None:
    assert_problem(anonymous.get(file_of(live_post(creator)), range=asked), 416)


def test_a_part_of_another_version_is_answered_with_the_whole(anonymous: Api, creator: Api) -> None:
    file = file_of(live_post(creator))
    etag = anonymous.call("HEAD", file)["ETag"]
    assert status_of(anonymous.get(file, range="bytes=0-1", if_range=etag)) == 206
    assert status_of(anonymous.get(file, range="bytes=0-1", if_range='"other"')) == 200


def test_head_tells_the_length_and_sends_nothing(anonymous: Api, creator: Api) -> None:
    post = live_post(creator)
    told = anonymous.call("HEAD", file_of(post))
    assert told.status_code == 200
    assert told.content == b""
    assert int(told["Content-Length"]) == picture_in(post).variants[0]["bytes"]


def test_public_file_costs_one_query_whoever_asks(
    creator: Api, anonymous: Api, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    file = file_of(live_post(creator))
    for client in (anonymous, creator):
        with django_assert_num_queries(1):
            assert content_of(client.get(file))


def test_large_file_is_sent_in_blocks(anonymous: Api, creator: Api) -> None:
    post = live_post(creator)
    content = enlarge(picture_in(post))
    chunks = list(anonymous.get(file_of(post)).streaming_content)
    assert b"".join(chunks) == content
    assert len(chunks) > 1
    assert max(map(len, chunks)) <= CHUNK_BYTES


def test_public_file_that_is_lost_is_a_404(anonymous: Api, creator: Api) -> None:
    post = live_post(creator)
    for storage in both_storages():
        storage.remove(picture_in(post).storage_names())
    assert_problem(anonymous.get(file_of(post)), 404)
    assert_problem(anonymous.get(file_of(post), range="bytes=0-1"), 404)


# ---------------------------------------------------------------- hidden files


def in_review(creator: Api) -> Post:
    return PostFactory.create(creator=creator.user, in_review=True, pictures=1)


def draft(creator: Api) -> Post:
    return PostFactory.create(creator=creator.user, pictures=1)


def sent_back(creator: Api) -> Post:
    return PostFactory.create(creator=creator.user, sent_back=True, pictures=1)


def removed(creator: Api) -> Post:
    post = live_post(creator)
    assert public_storage().exists(picture_in(post).storage_names()[0])
    with committed():
        post.unpublish()
    return post


HIDDEN = (draft, in_review, sent_back, removed)


@pytest.mark.parametrize("make", HIDDEN)
def test_hidden_files_open_for_their_creator_and_moderators_alone(
    anonymous: Api, stranger: Api, creator: Api, moderator: Api, make: Any
) -> None:
    post = make(creator)
    names = picture_in(post).storage_names()
    for name in names:
        assert not public_storage().exists(name)
        for outsider in (anonymous, stranger):
            assert_problem(outsider.get(f"/media/{name}"), 404)
            assert_problem(outsider.get(f"/media/{name}", if_none_match="*"), 404)
        for insider in (creator, moderator):
            shown = insider.get(f"/media/{name}")
            assert shown.status_code == 200
            assert shown["Cache-Control"] == "private, no-store"
            assert content_of(shown)


@pytest.mark.parametrize("make", HIDDEN)
def test_what_insiders_are_told_opens_hidden_files_without_a_session(
    anonymous: Api, creator: Api, moderator: Api, make: Any
) -> None:
    post = make(creator)
    image = picture_in(post)
    for insider in (creator, moderator):
        for path in (f"/api/post/{post.pk}", f"/api/image/{image.pk}"):
            answer = insider.get(path)
            assert answer["Cache-Control"] == "private, no-store"
            urls = urls_in(answer.json())
            # src, srcset and two sources, each with two widths
            assert len(urls) == 7
            for url in urls:
                assert "?signature=" in url
                opened = anonymous.get(url)
                assert opened.status_code == 200
                assert opened["Cache-Control"] == "private, no-store"
                assert content_of(opened)
    own = urls_in(creator.get("/api/post?user=me").json())
    assert own
    assert all("?signature=" in url for url in own)


def test_app_opens_its_hidden_pictures_by_its_token(creator: Api, anonymous: Api) -> None:
    signed_in = anonymous.post(
        "/_allauth/app/v1/auth/login", {"email": creator.user.email, "password": PASSWORD}
    )
    token = signed_in.json()["meta"]["session_token"]
    app = Api()
    file = file_of(draft(creator))
    assert content_of(app.get(file, x_session_token=token))
    assert_problem(app.get(file), 404)


def test_public_pictures_carry_no_signature_for_anybody(
    anonymous: Api, creator: Api, moderator: Api
) -> None:
    post = live_post(creator)
    for client in (anonymous, creator, moderator):
        urls = urls_in(client.get(f"/api/post/{post.pk}").json())
        assert urls
        assert not [url for url in urls if "signature" in url]


def test_an_answer_for_everybody_is_never_signed(anonymous: Api, creator: Api) -> None:
    """Also in the moment between a post's going live and its files' having been moved."""
    post = live_post(creator)
    Image.objects.update(is_public=False)
    for path in (f"/api/post/{post.pk}", "/api/post", f"/api/image/{picture_in(post).pk}"):
        urls = urls_in(anonymous.get(path).json())
        assert urls
        assert not [url for url in urls if "signature" in url]
        assert all(content_of(anonymous.get(url)) for url in urls)


def test_a_signature_opens_no_other_picture(anonymous: Api, creator: Api) -> None:
    own, other = picture_in(draft(creator)), picture_in(draft(creator))
    assert_problem(
        anonymous.get(f"/media/{other.storage_names()[0]}?signature={signature_of(own.key)}"), 404
    )


def test_a_forged_signature_opens_nothing(anonymous: Api, creator: Api) -> None:
    image = picture_in(draft(creator))
    signature = signature_of(image.key)
    stamp, mac = signature.split(":")
    later = stamp[:-1] + ("0" if stamp[-1] != "0" else "1")
    for forged in ("", "x", mac, f"{stamp}:", f":{mac}", f"{later}:{mac}", f"{stamp}:{mac[::-1]}"):
        path = f"/media/{image.storage_names()[0]}?signature={forged}"
        assert_problem(anonymous.get(path), 404)
    path = f"/media/{image.storage_names()[0]}?signature={signature}"
    assert status_of(anonymous.get(path)) == 200


def test_a_signature_expires(anonymous: Api, creator: Api) -> None:
    image = picture_in(draft(creator))
    path = f"/media/{image.storage_names()[0]}?signature={signature_of(image.key)}"
    now = time.time()
    with patch("time.time", return_value=now + LIFETIME.total_seconds() - 660):
        assert status_of(anonymous.get(path)) == 200
    with patch("time.time", return_value=now + LIFETIME.total_seconds() + 1):
        assert_problem(anonymous.get(path), 404)


def test_a_signature_stays_the_same_for_minutes(creator: Api) -> None:
    image = picture_in(draft(creator))
    with patch("time.time", return_value=1_800_000_000):
        first = signature_of(image.key)
    with patch("time.time", return_value=1_800_000_599):
        assert signature_of(image.key) == first
    with patch("time.time", return_value=1_800_000_600):
        assert signature_of(image.key) != first


def test_a_held_picture_opens_for_moderators_alone(
    anonymous: Api, creator: Api, moderator: Api
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    ban = BannedPicture.objects.create(sha256="0" * 64, reason="Not here.")
    Image.objects.update(**held_for(ban, 0))
    file = f"/media/{image.storage_names()[0]}"
    assert_problem(creator.get(file), 404)
    assert_problem(anonymous.get(f"{file}?signature={signature_of(image.key)}"), 404)
    assert content_of(moderator.get(file))


def test_a_signed_address_of_a_public_file_is_not_kept(anonymous: Api, creator: Api) -> None:
    post = live_post(creator)
    shown = anonymous.get(f"{file_of(post)}?signature=whatever")
    assert status_of(shown) == 200
    assert shown["Cache-Control"] == "private, no-store"


def test_going_live_changes_no_address(creator: Api, moderator: Api, anonymous: Api) -> None:
    post = in_review(creator)
    before = [url.partition("?")[0] for url in urls_in(creator.get(f"/api/post/{post.pk}").json())]
    with committed():
        approve_post(post=post, moderator=moderator.user)
    assert urls_in(anonymous.get(f"/api/post/{post.pk}").json()) == before
    assert all(anonymous.call("HEAD", url)["Cache-Control"] == IMMUTABLE for url in before)


# ---------------------------------------------------------------- deleting, and a storage that is down


def test_files_of_a_deleted_account_are_gone(creator: Api, anonymous: Api) -> None:
    live, hidden = live_post(creator), draft(creator)
    names = [*picture_in(live).storage_names(), *picture_in(hidden).storage_names()]
    with committed():
        assert creator.delete("/api/user/me", {"password": PASSWORD}).status_code == 204
    for name in names:
        assert_problem(anonymous.get(f"/media/{name}"), 404)
    assert [file.name for storage in both_storages() for file in storage.walk("")] == []


def test_upload_while_the_storage_is_down_is_a_503_and_heals(
    creator: Api, settings: Any, tmp_path: Path
) -> None:
    working = settings.STORAGES
    break_storage(settings, tmp_path)
    assert_problem(down := upload(creator, file=picture()), 503)
    assert int(down["Retry-After"]) > 0
    assert not Image.objects.exists()
    settings.STORAGES = working
    assert upload(creator, file=picture()).status_code == 202


def test_readiness_names_a_storage_that_is_down(
    anonymous: Api, settings: Any, tmp_path: Path
) -> None:
    assert anonymous.get("/readyz").json()["parts"]["storage"] == "ok"
    break_storage(settings, tmp_path)
    down = anonymous.get("/readyz")
    assert "storage" in assert_problem(down, 503)["detail"]
    assert down.json()["parts"]["storage"] == "down"


def test_hidden_file_while_the_storage_is_down_is_a_503(
    creator: Api, settings: Any, tmp_path: Path
) -> None:
    file = file_of(draft(creator))
    with patch.object(type(private_storage()), "read", side_effect=StorageDown("down")):
        assert_problem(creator.get(file), 503)


def break_storage(settings: Any, tmp_path: Path) -> None:
    """Let files lie where nothing can be written: a server that is not there, a file for a folder."""
    if isinstance(storages["private"], BucketStorage):
        use_storage(settings, "s3://key:secret@127.0.0.1:1/bucket?secure=0")
        return
    (tmp_path / "file").write_text("no folder")
    use_storage(settings, "", folder=tmp_path / "file")


def enlarge(image: Image) -> bytes:
    """Put a larger content under the picture's first file and return it."""
    variant = image.variants[0]
    content = bytes(range(256)) * (LARGE // 256 + 1)
    home = public_storage() if image.is_public else private_storage()
    home.put(variant["path"], BytesIO(content))
    variant["bytes"] = len(content)
    Image.objects.filter(pk=image.pk).update(variants=image.variants)
    return content


# ---------------------------------------------------------------- the bucket itself


def test_nobody_opens_an_object_past_us(bucket_url: str, s3_server: Any, creator: Api) -> None:
    image = picture_in(live_post(creator))
    bucket = bucket_in(bucket_url)
    for name in image.storage_names():
        address = f"http://127.0.0.1:{s3_server.port}/{bucket}/public/{name}"
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address, timeout=10)


def test_objects_say_what_they_are(bucket_url: str, s3_server: Any, creator: Api) -> None:
    image = picture_in(live_post(creator))
    client, bucket = s3_server.client(), bucket_in(bucket_url)
    for variant in image.variants:
        found = client.head_object(Bucket=bucket, Key=f"public/{variant['path']}")
        assert found["ContentType"] == variant["type"]
