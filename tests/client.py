"""Somebody at the front door of a whole stack, who speaks with its API."""

import contextlib
import http.client
import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from PIL import Image

from tests.stack import Stack, wait_until

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

    def upload(self, picture: bytes) -> Answer:
        head = (
            f"--{BOUNDARY}\r\n"
            'Content-Disposition: form-data; name="file"; filename="picture"\r\n\r\n'
        )
        body = head.encode() + picture + f"\r\n--{BOUNDARY}--\r\n".encode()
        return self.ask("/api/image", body, kind=f"multipart/form-data; boundary={BOUNDARY}")

    def ready_picture(self, colour: str) -> Any:
        """Upload a picture and return it once it is ready."""
        taken = self.upload(plain_picture(colour))
        assert taken.status == 202, taken.body
        address = f"/api/image/{taken.json['id']}"
        wait_until(lambda: self.ask(address).json["state"] == "ready", "the picture", 60)
        return self.ask(address).json


def plain_picture(colour: str) -> bytes:
    """Return a PNG of one colour."""
    content = BytesIO()
    Image.new("RGB", (700, 500), colour).save(content, "PNG")
    return content.getvalue()


def admin_of(stack: Stack) -> Client:
    """The admin, who writes and reviews."""
    account = stack.accounts["admin"]
    who = {"email": account["email"], "password": account["password"]}
    signed_in = Client(stack.base_url).ask("/_allauth/app/v1/auth/login", who)
    return Client(stack.base_url, signed_in.json["meta"]["session_token"])


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
