"""Somebody who uploads pictures to a whole stack and waits for them."""

from pathlib import Path
from typing import Any

import psycopg

from tests.client import admin_of
from tests.stack import Stack, wait_until

# A killed worker's claim runs 20 s more; the sweep comes every 15; and a machine may be busy.
FINISHED_WITHIN = 240


class Uploader:
    def __init__(self, stack: Stack) -> None:
        self.stack, self.client = stack, admin_of(stack)

    def upload(self, picture: bytes) -> int:
        """Upload a picture and return its id."""
        taken = self.client.upload(picture)
        assert taken.status == 202, taken.body
        return int(taken.json["id"])

    def told(self, image_id: int) -> dict[str, Any]:
        """What the API says of a picture."""
        answer = self.client.ask(f"/api/image/{image_id}")
        assert answer.status == 200, answer.body
        found: dict[str, Any] = answer.json
        return found

    def is_answered(self) -> bool:
        """Whether the API is there and knows who asks."""
        return self.client.ask("/api/user/me").status == 200

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
            lambda: self.told(image_id)["state"] != "processing",
            "the picture to be finished",
            FINISHED_WITHIN,
        )
        told = self.told(image_id)
        assert told["state"] == "ready", told
        file = self.client.ask(told["src"])
        assert file.status == 200
        assert file.body
        wait_until(lambda: not self.quarantined(), "the quarantine to be empty", 30)

    def quarantined(self) -> list[Path]:
        return [path for path in self.stack.var_dir.rglob("quarantine/*") if path.is_file()]
