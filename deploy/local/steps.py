"""Commands that run to their end while the supervisor stays awake to signals."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.layout import Layout
from deploy.local.leftovers import forget_process, note_process
from deploy.local.processes import die_with_parent, kill_group

STILL_RUNNING_EVERY = 10.0


class StepFailed(Exception):
    """A command failed; the message holds its title, its last lines and where the rest is."""


@dataclass
class Step:
    """One command under way, its output going to a log of its own."""

    title: str
    name: str
    process: subprocess.Popen[bytes]
    log: Path
    layout: Layout
    started: float
    shown: float

    def is_done(self, say: Callable[[str], None]) -> bool:
        """Tell whether it has ended well, showing now and then that it goes on; else StepFailed."""
        code = self.process.poll()
        if code is None:
            if time.monotonic() - self.shown > STILL_RUNNING_EVERY:
                self.shown = time.monotonic()
                say(f"{self.title}: {self.shown - self.started:.0f} s so far{self.last_line()}")
            return False
        forget_process(self.layout, self.name)
        if code != 0:
            raise StepFailed(f"{self.title} failed:\n{tail(self.log)}\nThe whole log: {self.log}")
        return True

    def last_line(self) -> str:
        """Return the newest line of the log, cut to fit beside the title."""
        lines = tail(self.log, 1).strip()
        return f" ({lines[:90]})" if lines else ""

    def cancel(self) -> None:
        """End the command and everything it started."""
        if self.process.poll() is None:
            kill_group(self.process.pid)
            self.process.wait()
        forget_process(self.layout, self.name)


def start_step(
    title: str,
    name: str,
    command: list[str],
    folder: Path,
    environ: Mapping[str, str],
    layout: Layout,
) -> Step:
    """Start the command in a session of its own; its log is written anew."""
    path = layout.logs / f"{name}.log"
    with path.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent(signal.SIGKILL),
        )
    note_process(layout, name, process.pid, signal.SIGKILL)
    now = time.monotonic()
    return Step(title, name, process, path, layout, started=now, shown=now)


def tail(path: Path, lines: int = 25) -> str:
    """Return the last lines of a file, empty when there is none."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - 20_000))
            return "\n".join(file.read().decode(errors="replace").rstrip().splitlines()[-lines:])
    except OSError:
        return ""
