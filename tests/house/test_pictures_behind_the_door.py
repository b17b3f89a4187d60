"""Who may fetch a picture at the front door, from the disk or a bucket; a bucket that hangs, and heals."""

import contextlib
import http.client
import json
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.file_storages import S3Server, bucket_in
from tests.stack import Stack, launch, wait_until

IMMUTABLE = "public, max-age=31536000, immutable"
BOUNDARY = "between-the-parts"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Client:
    """Somebody at the front door; signed in when there is a token."""

    base_url: str
    token: str = ""

    def ask(
        self, path: str, body: Any = None, *, method: str = "", kind: str = "application/json"
    ) -> Answer:
        """Send `body` as JSON, or as it is when it is bytes already."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"X-Session-Token": self.token} if self.token else {}
        if data is not None:
            headers["Content-Type"] = kind
        parts = urlsplit(self.base_url)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=120)
        with contextlib.closing(connection):
            verb = method or ("GET" if data is None else "POST")
            connection.request(verb, path.removeprefix(self.base_url), data, headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())

    def upload(self, colour: str) -> Answer:
        content = BytesIO()
        Image.new("RGB", (700, 500), colour).save(content, "PNG")
        head = (
            f"--{BOUNDARY}\r\n"
            'Content-Disposition: form-data; name="file"; filename="a.png"\r\n'
            "Content-Type: image/png\r\n\r\n"
        )
        body = head.encode() + content.getvalue() + f"\r\n--{BOUNDARY}--\r\n".encode()
        return self.ask("/api/image", body, kind=f"multipart/form-data; boundary={BOUNDARY}")

    def ready_picture(self, colour: str) -> Any:
        """Upload a picture and return it once it is ready."""
        taken = self.upload(colour)
        assert taken.status == 202, taken.body
        address = f"/api/image/{taken.json['id']}"
        wait_until(lambda: self.ask(address).json["state"] == "ready", "the picture", 60)
        return self.ask(address).json


@pytest.fixture(scope="module")
def bucket(s3_server: S3Server) -> str:
    return s3_server.new_bucket()


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module", params=["house", "on_bucket"])
def anywhere(request: pytest.FixtureRequest) -> Stack:
    """A stack whose files lie on the disk, then one whose files lie in a bucket."""
    found: Stack = request.getfixturevalue(request.param)
    return found


def admin_of(stack: Stack) -> Client:
    """The admin, who writes and reviews."""
    account = stack.accounts["admin"]
    who = {"email": account["email"], "password": account["password"]}
    signed_in = Client(stack.base_url).ask("/_allauth/app/v1/auth/login", who)
    return Client(stack.base_url, signed_in.json["meta"]["session_token"])


@pytest.fixture(scope="module")
def admin(on_bucket: Stack) -> Client:
    return admin_of(on_bucket)


def live_post(admin: Client, colour: str) -> tuple[int, str]:
    """Return the id of a new live post, and the address of its picture."""
    picture = admin.ready_picture(colour)
    post = admin.ask(
        "/api/post",
        {"title": "A chair", "content": "By hand.", "images": [{"id": picture["id"]}]}
        | {"submit": True},
    )
    assert post.status == 201, post.body
    assert admin.ask(f"/api/post/{post.json['id']}/approve", {}).status == 200
    return post.json["id"], picture["src"].partition("?")[0]


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
        refused = admin.upload("navy")
        assert refused.status == 503
        assert int(refused.headers["Retry-After"]) > 0
        assert refused.headers["Content-Type"] == "application/problem+json"
        readiness = Client(on_bucket.base_url).ask("/readyz")
        assert (readiness.status, readiness.json["parts"]["storage"]) == (503, "down")
    finally:
        os.kill(s3_server.process.pid, signal.SIGCONT)
    admin.ready_picture("navy")
    assert Client(on_bucket.base_url).ask("/readyz").status == 200
