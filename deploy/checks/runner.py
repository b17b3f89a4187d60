"""Runs checks two at a time, never stopping at the first failure, and ends with one table."""

import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from deploy.local.layout import Layout
from deploy.local.options import ROOT
from deploy.local.steps import Step, start_step, tail

AT_ONCE = 2
STILL_RUNNING_EVERY = 20.0
SHOWN_LINES = 60
REPEATED_LINES = 8


@dataclass(frozen=True)
class Check:
    """A command whose exit code says whether all is well.

    `alone` is for what measures time or starts much: nothing else runs meanwhile.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT
    alone: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a check; `ending` is the last of what a failed one said."""

    name: str
    passed: bool
    seconds: float
    ending: str = ""


class Interrupted(BaseException):
    """Somebody asked to stop; passes through everything that catches errors."""


def run_checks(
    checks: Sequence[Check], environ: Mapping[str, str], layout: Layout
) -> list[Outcome]:
    """Run every check, showing each as it ends; return what became of them in their order."""
    waiting = list(checks)
    under_way: list[tuple[Check, Step]] = []
    outcomes: dict[str, Outcome] = {}
    try:
        while waiting or under_way:
            while waiting and may_start(waiting[0], [check for check, _ in under_way]):
                check = waiting.pop(0)
                print(f"{check.name} ...", flush=True)
                under_way.append((check, start(check, environ, layout)))
            time.sleep(0.05)
            for check, step in list(under_way):
                if is_over(step):
                    under_way.remove((check, step))
                    outcomes[check.name] = conclude(step)
    finally:
        for _, step in under_way:
            step.cancel()
    return [outcomes[check.name] for check in checks]


def may_start(check: Check, under_way: Sequence[Check]) -> bool:
    """Tell whether this check may start beside those."""
    if check.alone or any(other.alone for other in under_way):
        return not under_way
    return len(under_way) < AT_ONCE


def start(check: Check, environ: Mapping[str, str], layout: Layout) -> Step:
    """Start the check's command, its output going to a log."""
    name = check.name.replace(" ", "-")
    environ = {**environ, **check.environ}
    return start_step(check.name, name, list(check.command), check.folder, environ, layout)


def is_over(step: Step) -> bool:
    """Tell whether the command has ended, showing now and then that it goes on."""
    if step.process.poll() is not None:
        return True
    now = time.monotonic()
    if now - step.shown > STILL_RUNNING_EVERY:
        step.shown = now
        print(f"    {step.title}: {now - step.started:.0f} s so far{step.last_line()}", flush=True)
    return False


def conclude(step: Step) -> Outcome:
    """Say what became of the command, with the end of its output when it failed."""
    step.cancel()
    code = step.process.returncode
    seconds = time.monotonic() - step.started
    ending = tail(step.log, REPEATED_LINES) if code else ""
    outcome = Outcome(step.title, code == 0, seconds, ending)
    if not outcome.passed:
        print(f"{tail(step.log, SHOWN_LINES)}\n(exit code {code}; the whole output: {step.log})")
    word = "passed" if outcome.passed else "FAILED"
    print(f"{outcome.name}: {word} in {outcome.seconds:.1f} s", flush=True)
    return outcome


def summarise(outcomes: Sequence[Outcome]) -> int:
    """Print the table, how each failed check ended, and the last line; return the exit code.

    The endings are said again down here because of a long run often only its last lines are kept.
    """
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    print(f"\n{'check':<{width}}  result  seconds")
    for outcome in outcomes:
        word = "passed" if outcome.passed else "FAILED"
        print(f"{outcome.name:<{width}}  {word}  {outcome.seconds:7.1f}")
    failures = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failures:
        print(f"\n{outcome.name}:\n{outcome.ending}")
    failed = len(failures)
    print(f"\n{len(outcomes) - failed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def interrupt(number: int, frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that everything started is ended on the way out."""
    signal.signal(number, signal.SIG_IGN)
    raise Interrupted(signal.strsignal(number))
