"""What `make test` and `make check` promise about their summary."""

import os
import sys
import time
from pathlib import Path

import pytest

from deploy.checks.catalogue import all_checks
from deploy.checks.runner import Check, may_start, run_checks, summarise
from deploy.local.layout import Layout


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(tmp_path / "var")
    made.create()
    return made


def python(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def test_a_failure_does_not_stop_the_rest_and_is_counted_in_the_last_line(
    layout: Layout, capfd: pytest.CaptureFixture[str]
) -> None:
    checks = [
        Check("breaks", python("print('because of this'); raise SystemExit(3)")),
        Check("holds", python("")),
    ]
    outcomes = run_checks(checks, os.environ, layout)
    assert [outcome.passed for outcome in outcomes] == [False, True]
    assert summarise(outcomes) == 1
    printed = capfd.readouterr().out
    table = printed.index("check ")
    assert "because of this" in printed[:table]
    assert "breaks:\nbecause of this" in printed[table:]
    assert printed.splitlines()[-1] == "1 passed, 1 failed"


def test_all_passed_is_a_success(layout: Layout, capfd: pytest.CaptureFixture[str]) -> None:
    assert summarise(run_checks([Check("holds", python(""))], os.environ, layout)) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 0 failed"


def test_a_check_is_given_nothing_to_read(layout: Layout) -> None:
    started = time.monotonic()
    reading = Check("reads", python("import sys; raise SystemExit(len(sys.stdin.read()))"))
    assert run_checks([reading], os.environ, layout)[0].passed
    assert time.monotonic() - started < 30


def test_what_measures_time_runs_with_nothing_beside_it() -> None:
    alone = Check("alone", (), alone=True)
    other = Check("other", ())
    assert may_start(alone, [])
    assert not may_start(alone, [other])
    assert not may_start(other, [alone])
    assert may_start(other, [other])
    assert not may_start(other, [other, other])


def test_every_check_has_a_name_of_its_own() -> None:
    names = [check.name for check in all_checks()]
    assert len(names) == len(set(names))
