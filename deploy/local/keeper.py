"""Keeps a set of programs as they should be: running, restarted after a crash, or held back."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from deploy.local.child import Child, Program, stop_all
from deploy.local.layout import Layout
from deploy.local.state import is_held

FIRST_DELAY = 0.5
LONGEST_DELAY = 10.0
# A process that has run this long without ending is trusted again.
TRUSTED_AFTER = 60.0


@dataclass
class Kept:
    """A child and what its past says about when to start it again."""

    child: Child
    delay: float = FIRST_DELAY
    start_again_at: float | None = None
    holding: bool = False


@dataclass
class Keeper:
    """The programs in the order they were started."""

    layout: Layout
    say: Callable[[str], None]
    kept: list[Kept] = field(default_factory=list)

    @property
    def children(self) -> list[Child]:
        return [entry.child for entry in self.kept]

    def add(self, program: Program) -> Child:
        """Start a program and keep it from now on."""
        child = Child(program, self.layout)
        child.start()
        self.kept.append(Kept(child))
        return child

    def running(self) -> dict[str, int]:
        """Return the process number of every program that runs."""
        return {
            child.name: child.process.pid
            for child in self.children
            if child.is_running() and child.process is not None
        }

    def tend(self) -> None:
        """Look after every program once."""
        for entry in self.kept:
            if is_held(self.layout, entry.child.name):
                self._hold_back(entry)
            elif entry.holding:
                self._let_go(entry)
            elif not entry.child.is_running():
                self._revive(entry)
            elif time.monotonic() - entry.child.started > TRUSTED_AFTER:
                entry.delay = FIRST_DELAY

    def _hold_back(self, entry: Kept) -> None:
        if not entry.holding:
            entry.holding = True
            self.say(f"{entry.child.name}: stopped, as asked")
            entry.child.ask_to_stop()
        entry.child.press_on()

    def _let_go(self, entry: Kept) -> None:
        if entry.child.press_on():
            entry.holding, entry.start_again_at, entry.delay = False, None, FIRST_DELAY
            self.say(f"{entry.child.name}: started again, as asked")
            entry.child.start()

    def _revive(self, entry: Kept) -> None:
        now = time.monotonic()
        if entry.start_again_at is None:
            assert entry.child.process is not None
            code = entry.child.process.returncode
            self.say(
                f"{entry.child.name} ended ({describe_exit(code)}); "
                f"starting it again in {entry.delay:g} s. Its log: {entry.child.log}"
            )
            entry.start_again_at = now + entry.delay
            entry.delay = min(entry.delay * 2, LONGEST_DELAY)
        elif now >= entry.start_again_at:
            entry.start_again_at = None
            entry.child.start()

    def stop(self) -> None:
        """Stop everything: first the programs, then the services they use."""
        services = [child for child in self.children if child.name in {"postgres", "redis"}]
        stop_all([child for child in self.children if child not in services])
        stop_all(services)


def describe_exit(code: int) -> str:
    """Return an exit code in words: a signal's number when it is negative, as subprocess has it."""
    return f"signal {-code}" if code < 0 else f"exit code {code}"
