"""Thousands of spoiled files down the real road: nothing breaks but the file.

`make fuzz FUZZ=50000` spoils more of them, and `FUZZ_FROM=50000` others. A file that fails is kept.
"""

import os
import tempfile
from pathlib import Path

import pytest

from content.images import guard
from tests.content.images.fuzz_sources import sources
from tests.content.images.mutations import spoil
from tests.content.images.road import assert_within_limits, take

FILES = int(os.environ.get("FUZZ", "2400"))
FIRST = int(os.environ.get("FUZZ_FROM", "0"))
AT_ONCE = max(FILES // 12, 100)  # a test's share, so that several processes have work
CODES = {
    *("ready", "empty", "unsupported", "damaged", "too_complex"),
    *("too_many_pixels", "too_many_frames", "odd_shape"),
}


def test_every_source_is_a_picture_before_it_is_spoiled() -> None:
    assert [take(data).word for data in sources()] == ["ready"] * len(sources())


@pytest.mark.parametrize("first", range(FIRST, FIRST + FILES, AT_ONCE))
def test_spoiled_files_are_refused_or_ready_within_the_limits(first: int) -> None:
    sandboxes, words, decoded = set[int](), set[str](), 0
    seeds = range(first, min(first + AT_ONCE, FIRST + FILES))
    for seed in seeds:
        data = spoil(seed, sources())
        try:
            outcome = take(data)
            assert_within_limits(outcome)
            assert outcome.word in CODES
        except Exception as error:
            raise AssertionError(f"seed {seed}, kept as {_keep(seed, data)}: {error!r}") from error
        words.add(outcome.word)
        decoded += outcome.cpu > 0
        sandboxes |= {sandbox.process.pid for sandbox in guard._sandboxes.idle}
    assert len(sandboxes) == 1, "a file took the warm sandbox down"
    assert {"ready", "damaged"} <= words
    assert decoded > len(seeds) / 3, "too few got past the first look"


@pytest.mark.parametrize("first", range(FIRST, FIRST + FILES // 4, AT_ONCE))
def test_the_sandbox_holds_even_what_the_first_look_would_refuse(first: int) -> None:
    for seed in range(first, min(first + AT_ONCE, FIRST + FILES // 4)):
        data = spoil(seed, sources())
        try:
            assert_within_limits(take(data, unseen=True))
        except Exception as error:
            raise AssertionError(f"seed {seed}, kept as {_keep(seed, data)}: {error!r}") from error


def _keep(seed: int, data: bytes) -> Path:
    path = Path(tempfile.gettempdir()) / f"firsthand-fuzz-{seed}"
    path.write_bytes(data)
    return path
