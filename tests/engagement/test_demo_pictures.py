"""Bringing the demo's pictures in, on a machine that draws faster than it processes."""

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from content.demo.drawing import Picture
from content.limits import UPLOADS_WAITING
from engagement.demo import pictures
from engagement.demo.pictures import Wanted, bring_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_one_persons_pictures_never_wait_in_greater_number_than_is_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owner = UserFactory.create()
    wanted = [
        Wanted(owner, Picture("prints.moons_print", "noon", "A print", focus=(0.5, step / 100)))
        for step in range(UPLOADS_WAITING * 2)
    ]
    numbers, waiting, most = itertools.count(1), set(), 0

    def upload(**_: Any) -> Any:
        nonlocal most
        waiting.add(number := next(numbers))
        most = max(most, len(waiting))
        return SimpleNamespace(pk=number)

    def process(image_id: int) -> None:
        time.sleep(0.005)
        waiting.remove(image_id)

    monkeypatch.setattr(
        pictures, "ProcessPoolExecutor", lambda workers, **_: ThreadPoolExecutor(workers)
    )
    monkeypatch.setattr(pictures, "draw", lambda _: b"drawn")
    monkeypatch.setattr(pictures, "accept_upload", upload)
    monkeypatch.setattr(pictures, "_process", process)
    told: list[tuple[int, int]] = []
    bring_in(wanted, tell=lambda done, of: told.append((done, of)))

    assert not waiting
    assert 1 < most < UPLOADS_WAITING
    assert max(told) == (len(wanted), len(wanted))
