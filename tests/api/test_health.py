"""Is it up, are its parts, and what it counts: by whom these are asked, and what they tell."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest
from celery.signals import heartbeat_sent
from celery.worker.heartbeat import Heart
from django.conf import settings as site
from django.core.cache import cache

from api import heartbeats
from api.health import CHECKS
from api.heartbeats import WORKERS, beat
from tests.api.conftest import Api, assert_problem

NOWHERE = "redis://127.0.0.1:1/0"
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "firsthand.example",
    "BASE_URL": "https://firsthand.example",
    "EMAIL_URL": "consolemail://",
    "DEFAULT_FROM_EMAIL": "hello@firsthand.example",
}
ASK_INSIDE = """
import django; django.setup()
from django.test import Client
print([Client().get(path, headers={"host": host}).status_code
    for path in ("/healthz", "/metrics") for host in ("127.0.0.1:8101", "api:8101", "else.example")])
"""


@pytest.fixture
def workers(db: None) -> None:
    for name in WORKERS:
        beat(name)


@pytest.mark.usefixtures("workers")
def test_ready_when_every_part_answers(anonymous: Api) -> None:
    ready = anonymous.get("/readyz")
    assert ready.status_code == 200
    assert set(ready.json()["parts"]) == set(CHECKS)
    assert {"database", "redis", "storage", "worker", "images-worker"} == set(CHECKS)
    assert ready["Cache-Control"] == "no-store"


def _break_redis(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": NOWHERE}}


def _break_database(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "database", lambda: 1 / 0)


def _end_worker(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.delete("heartbeat:images")


@pytest.mark.usefixtures("workers")
@pytest.mark.parametrize(
    ("fault", "down"),
    [
        (_break_redis, {"redis", "worker", "images-worker"}),
        (_break_database, {"database"}),
        (_end_worker, {"images-worker"}),
    ],
)
def test_not_ready_names_what_is_down(
    anonymous: Api,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Any, pytest.MonkeyPatch], None],
    down: set[str],
) -> None:
    fault(settings, monkeypatch)
    answer = anonymous.get("/readyz")
    problem = assert_problem(answer, 503)
    assert {name for name, state in answer.json()["parts"].items() if state == "down"} == down
    assert all(name in problem["detail"] for name in down)
    assert int(answer["Retry-After"]) > 0
    assert anonymous.get("/healthz").status_code == 200


def test_a_workers_heartbeat_is_kept_and_outlives_a_lost_redis(
    anonymous: Api, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeats, "_last", {})
    heart = Heart(timer=None, eventer=Mock(hostname="mail@machine"))
    working = settings.CACHES
    _break_redis(settings, monkeypatch)
    assert not [e for _, e in heartbeat_sent.send_robust(sender=heart) if isinstance(e, Exception)]
    settings.CACHES = working
    assert anonymous.get("/readyz").json()["parts"]["worker"] == "down"
    heartbeat_sent.send(sender=heart)
    parts = anonymous.get("/readyz").json()["parts"]
    assert (parts["worker"], parts["images-worker"]) == ("ok", "down")


def test_what_is_asked_is_counted_by_route_and_status(anonymous: Api) -> None:
    def count(line: str) -> float:
        found = re.search(rf"^{re.escape(line)} (\S+)$", told(), re.M)
        return float(found[1]) if found else 0

    def told() -> str:
        return anonymous.get("/metrics").content.decode()

    line = (
        'firsthand_http_requests_total{method="GET",route="api/post/<id:id>",status="404"}',
        'firsthand_http_request_seconds_count{method="GET",route="api/post/<id:id>"}',
        'firsthand_http_requests_total{method="other",route="none",status="404"}',
    )
    before = [count(one) for one in line]
    anonymous.get("/api/post/987654321")
    anonymous.call("MADEUP", "/made/up/987654321")
    assert [count(one) for one in line] == [number + 1 for number in before]
    assert "987654321" not in told()


def test_numbers_are_not_for_who_comes_by_the_front_door(anonymous: Api) -> None:
    assert anonymous.get("/metrics").status_code == 200
    assert_problem(anonymous.get("/metrics", X_Forwarded_For="203.0.113.7"), 404)


def test_production_answers_the_container_itself_and_prometheus() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASK_INSIDE],
        cwd=site.BASE_DIR,
        env=os.environ | PRODUCTION,
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.strip() == "[200, 200, 400, 200, 200, 400]"
