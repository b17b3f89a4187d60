"""The demo's creator, who uploads pictures to a whole stack and waits for them."""

import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import psycopg

from tests.stack import Stack, wait_until

# A killed worker's claim runs 20 s more; the sweep comes every 15; and a machine may be busy.
FINISHED_WITHIN = 240


class Uploader:
    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        account = stack.accounts["creator"]
        login = {name: account[name] for name in ("email", "password")}
        body, kind = json.dumps(login).encode(), "application/json"
        told = self._call("/_allauth/app/v1/auth/login", body, {"Content-Type": kind})
        self.token: str = told["meta"]["session_token"]

    def upload(self, data: bytes) -> int:
        """Upload a picture and return its id."""
        head = 'Content-Disposition: form-data; name="file"; filename="wave.gif"'
        body = b"--cut\r\n" + head.encode() + b"\r\n\r\n" + data + b"\r\n--cut--\r\n"
        told = self._call("/api/image", body, {"Content-Type": "multipart/form-data; boundary=cut"})
        return int(told["id"])

    def status(self, image_id: int) -> dict[str, Any]:
        return self._call(f"/api/image/{image_id}")

    def is_answered(self) -> bool:
        """Whether the API is there and knows who asks."""
        try:
            return "id" in self._call("/api/user/me")
        except urllib.error.HTTPError as refusal:
            with refusal:
                return False

    def wait_until_claimed(self, image_id: int) -> None:
        """Return once a worker has the picture in hand."""

        def claimed() -> bool:
            with psycopg.connect(self.stack.state["environ"]["DATABASE_URL"]) as database:
                query = "select claimed_until, state from content_image where id = %s"
                until, state = database.execute(query, [image_id]).fetchall()[0]
            assert state == "processing", f"{state} before it could be disturbed"
            return until is not None

        wait_until(claimed, "a worker to take the picture", 60)

    def assert_finished(self, image_id: int) -> None:
        """The picture becomes ready by itself, can be fetched, and leaves nothing in quarantine."""
        wait_until(
            lambda: self.status(image_id)["state"] != "processing",
            "the picture to be finished",
            FINISHED_WITHIN,
        )
        told = self.status(image_id)
        assert told["state"] == "ready", told
        with urllib.request.urlopen(told["src"], timeout=30) as answer:  # noqa: S310  (our own address)
            assert answer.status == 200
            assert answer.read()
        wait_until(lambda: not self.quarantined(), "the quarantine to be empty", 30)

    def quarantined(self) -> list[Path]:
        return [path for path in self.stack.var_dir.rglob("quarantine/*") if path.is_file()]

    def _call(
        self, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> dict[str, Any]:
        token = {"X-Session-Token": self.token} if hasattr(self, "token") else {}
        request = urllib.request.Request(  # noqa: S310  (our own address)
            self.stack.base_url + path, data=body, headers=token | (headers or {})
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            told: dict[str, Any] = json.load(answer)
            return told
