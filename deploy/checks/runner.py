"""Runs checks one after another, never stopping at the first failure, and ends with one table."""

import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from deploy.local.layout import Layout
from deploy.local.options import ROOT
from deploy.local.steps import start_step, tail

STILL_RUNNING_EVERY = 20.0
SHOWN_LINES = 60


@dataclass(frozen=True)
class Check:
    """One thing to check: a command, or a function that returns what is wrong (empty for nothing)."""

    name: str
    command: Sequence[str] = ()
    function: Callable[[Mapping[str, str]], str] | None = None
    environ: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT


@dataclass(frozen=True)
class Outcome:
    """What became of a check."""

    name: str
    passed: bool
    seconds: float


class Interrupted(BaseException):
    """Somebody asked to stop; passes through everything that catches errors."""


def run_checks(
    checks: Sequence[Check], environ: Mapping[str, str], layout: Layout
) -> list[Outcome]:
    """Run every check, showing each as it ends."""
    signal.signal(signal.SIGTERM, interrupt)
    signal.signal(signal.SIGINT, interrupt)
    outcomes = []
    for number, check in enumerate(checks, start=1):
        print(f"[{number}/{len(checks)}] {check.name} ...", flush=True)
        started = time.monotonic()
        complaint = run_one(check, {**environ, **check.environ}, layout)
        outcome = Outcome(check.name, complaint is None, time.monotonic() - started)
        outcomes.append(outcome)
        if complaint is not None:
            print(complaint, flush=True)
        word = "passed" if outcome.passed else "FAILED"
        print(
            f"[{number}/{len(checks)}] {check.name}: {word} in {outcome.seconds:.1f} s", flush=True
        )
    return outcomes


def run_one(check: Check, environ: Mapping[str, str], layout: Layout) -> str | None:
    """Return None when the check passes, otherwise what it had to say."""
    if check.function is not None:
        return check.function(environ) or None
    name = check.name.replace(" ", "-").replace("/", "-")
    step = start_step(check.name, name, list(check.command), check.folder, environ, layout)
    try:
        shown = time.monotonic()
        while (code := step.process.poll()) is None:
            time.sleep(0.05)
            if time.monotonic() - shown > STILL_RUNNING_EVERY:
                shown = time.monotonic()
                print(f"    {shown - step.started:.0f} s so far{step.last_line()}", flush=True)
    finally:
        step.cancel()
    if code == 0:
        return None
    return f"{tail(step.log, SHOWN_LINES)}\n(exit code {code}; the whole output: {step.log})"


def summarise(outcomes: Sequence[Outcome]) -> int:
    """Print the table and the last line; return the exit code."""
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    print(f"\n{'check':<{width}}  result  seconds")
    for outcome in outcomes:
        word = "passed" if outcome.passed else "FAILED"
        print(f"{outcome.name:<{width}}  {word}  {outcome.seconds:7.1f}")
    failed = sum(not outcome.passed for outcome in outcomes)
    total = sum(outcome.seconds for outcome in outcomes)
    print(f"{'together':<{width}}          {total:7.1f}\n")
    print(f"{len(outcomes) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def interrupt(number: int, frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that everything started is ended on the way out."""
    signal.signal(number, signal.SIG_IGN)
    raise Interrupted(signal.strsignal(number))
