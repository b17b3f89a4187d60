"""One program that the supervisor keeps running."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from deploy.local.account import identity
from deploy.local.layout import Layout
from deploy.local.leftovers import forget_process, note_process
from deploy.local.options import ROOT
from deploy.local.processes import die_with_parent, kill_group, signal_process

LOG_LIMIT = 10_000_000


@dataclass(frozen=True)
class Program:
    """What to start, how to tell that it serves, and how to ask it to stop.

    `stop` lists signals with the seconds to wait after each; after the last comes SIGKILL.
    `user` is the account to run as, None for one's own.
    """

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    is_ready: Callable[["Child"], bool]
    stop: tuple[tuple[signal.Signals, float], ...] = ((signal.SIGTERM, 5.0),)
    user: str | None = None


@dataclass
class Child:
    """A program and its process, when it has one."""

    program: Program
    layout: Layout
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    log_start: int = 0
    _stopping: list[tuple[float, signal.Signals | None]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.program.name

    @property
    def log(self) -> Path:
        return self.layout.logs / f"{self.name}.log"

    def start(self) -> None:
        """Start the program in a session of its own, its output going to its log."""
        first_signal = self.program.stop[0][0]
        with self.open_log() as log:
            self.log_start = log.tell()
            self.process = subprocess.Popen(
                self.program.command,
                cwd=ROOT,
                env=dict(self.program.environ),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(first_signal),
                **identity(self.program.user),
            )
        self.started = time.monotonic()
        self._stopping = []
        note_process(self.layout, self.name, self.process.pid, first_signal)

    def open_log(self) -> IO[bytes]:
        """Open the log at its end; one that has grown too long becomes NAME.log.1 first."""
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        log = self.log.open("ab")
        log.seek(0, os.SEEK_END)
        return log

    def read_log(self) -> str:
        """Return what the program has written since it was last started."""
        with self.log.open("rb") as log:
            log.seek(self.log_start)
            return log.read().decode(errors="replace")

    def is_running(self) -> bool:
        """Tell whether the process is there; one that has just ended takes its group with it."""
        if self.process is None:
            return False
        if self.process.poll() is None:
            return True
        kill_group(self.process.pid)
        forget_process(self.layout, self.name)
        return False

    def is_ready(self) -> bool:
        """Tell whether the program runs and serves."""
        return self.is_running() and self.program.is_ready(self)

    def ask_to_stop(self) -> None:
        """Send the first stop signal and plan the others; `press_on` carries the plan out."""
        if self._stopping or not self.is_running():
            return
        moment = time.monotonic()
        for number, patience in self.program.stop:
            self._stopping.append((moment, number))
            moment += patience
        self._stopping.append((moment, None))
        self.press_on()

    def press_on(self) -> bool:
        """Send what is due of the stop plan; return True once nothing of the program is left."""
        if self.process is None or not self.is_running():
            return True
        while self._stopping and self._stopping[0][0] <= time.monotonic():
            _, number = self._stopping.pop(0)
            if number is None:
                kill_group(self.process.pid)
            else:
                signal_process(self.process.pid, number)
        return False


def stop_all(children: list[Child]) -> None:
    """Stop these together and return when every process of theirs is gone."""
    for child in children:
        child.ask_to_stop()
    waiting = list(children)
    while waiting:
        waiting = [child for child in waiting if not child.press_on()]
        if waiting:
            time.sleep(0.05)
