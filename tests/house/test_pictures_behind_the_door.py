"""Who may fetch a picture at the front door, from the disk or a bucket; a bucket that hangs, and heals."""

import os
import signal
from collections.abc import Iterator

import pytest

from tests.client import Client, admin_of, live_post, plain_picture
from tests.file_storages import S3Server, bucket_in
from tests.stack import Stack, launch, wait_until

IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.fixture(scope="session")
def bucket(s3_server: S3Server) -> str:
    return s3_server.new_bucket()


@pytest.fixture(scope="session")
def on_bucket(bucket: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A stack whose files lie in a bucket."""
    running = launch(
        tmp_path_factory.mktemp("bucket") / "var", environ={"DEMO": "0", "STORAGE_URL": bucket}
    )
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.terminate()


@pytest.fixture(scope="session", params=["house", "on_bucket"])
def anywhere(request: pytest.FixtureRequest) -> Stack:
    """A stack whose files lie on the disk, then one whose files lie in a bucket."""
    found: Stack = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def admin(on_bucket: Stack) -> Client:
    return admin_of(on_bucket)


def test_a_hidden_picture_is_for_those_it_concerns_alone(anywhere: Stack) -> None:
    admin, anybody = admin_of(anywhere), Client(anywhere.base_url)
    signed = admin.ready_picture("teal")["src"]
    bare = signed.partition("?")[0]
    assert anybody.ask(bare).status == 404
    for opened in (anybody.ask(signed), admin.ask(bare)):
        assert opened.status == 200
        assert opened.headers["Content-Type"] == "image/webp"
        assert opened.headers["Cache-Control"] == "private, no-store"


REMOVE = """
from accounts.models import User
from content.models import Post
from content.services.review import remove_post
admin = User.objects.get(is_superuser=True)
remove_post(post=Post.objects.get(pk={}), moderator=admin, reason="Not here.", code="other")
"""


@pytest.mark.parametrize("way", ["deleted", "removed"])
def test_a_live_picture_is_everybodys_until_it_is_taken_away(anywhere: Stack, way: str) -> None:
    admin, anybody = admin_of(anywhere), Client(anywhere.base_url)
    post, picture = live_post(admin, "plum" if way == "deleted" else "maroon")
    shown = anybody.ask(picture)
    assert (shown.status, shown.headers["Cache-Control"]) == (200, IMMUTABLE)
    assert shown.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert shown.headers["Content-Type"] == "image/webp"
    if way == "deleted":
        assert admin.ask(f"/api/post/{post}", method="DELETE").status == 204
    else:
        anywhere.manage("shell", "-c", REMOVE.format(post))
    wait_until(lambda: anybody.ask(picture).status == 404, "the picture to be taken away", 5)


def test_pictures_lie_in_the_bucket_alone(
    on_bucket: Stack, admin: Client, bucket: str, s3_server: S3Server
) -> None:
    _, picture = live_post(admin, "olive")
    name = picture.partition("/media/")[2]
    client, where = s3_server.client(), bucket_in(bucket)
    assert client.head_object(Bucket=where, Key=f"public/{name}")["ContentType"] == "image/webp"
    assert not any((on_bucket.var_dir / "media").rglob("*.webp"))


def test_sweep_finds_nothing_wrong_and_mends_what_is(
    on_bucket: Stack, admin: Client, bucket: str, s3_server: S3Server
) -> None:
    admin.ready_picture("gold")
    assert "Nothing is wrong." in on_bucket.manage("sweep_media", "--hours", "0")
    stray = f"public/images/ab/{'ab' * 16}/640.avif"
    s3_server.client().put_object(Bucket=bucket_in(bucket), Key=stray, Body=b"stray")
    said = on_bucket.manage("sweep_media", "--hours", "0", "--mend")
    assert f"public: {stray.removeprefix('public/')} belongs to no picture." in said
    assert "Nothing is wrong." in on_bucket.manage("sweep_media", "--hours", "0")


def test_a_storage_that_hangs_is_a_503_and_heals(
    on_bucket: Stack, admin: Client, s3_server: S3Server
) -> None:
    os.kill(s3_server.process.pid, signal.SIGSTOP)
    try:
        refused = admin.upload(plain_picture("navy"))
        assert refused.status == 503
        assert int(refused.headers["Retry-After"]) > 0
        assert refused.headers["Content-Type"] == "application/problem+json"
        readiness = Client(on_bucket.base_url).ask("/readyz")
        assert (readiness.status, readiness.json["parts"]["storage"]) == (503, "down")
    finally:
        os.kill(s3_server.process.pid, signal.SIGCONT)
    admin.ready_picture("navy")
    assert Client(on_bucket.base_url).ask("/readyz").status == 200
