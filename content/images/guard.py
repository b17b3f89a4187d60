"""Running the decoders out of this process: a warm sandbox that a hostile file cannot take us down with.

Why not a multiprocessing pool: the processes of a Celery worker are daemonic and may have no children
of that kind. A plain child program is allowed everywhere, starts without Django and its secrets, and
forks a fresh, limited process for each job in about a millisecond (see `child`).
"""

import atexit
import contextlib
import json
import logging
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.images import limits
from content.images.errors import UnfitFile, damaged, too_complex
from content.images.variants import Made, Variant

logger = logging.getLogger(__name__)

_ROOT = Path(__file__).resolve().parent.parent.parent
# The child's own alarm comes first; this is for a machine so busy that not even that is heard.
_PATIENCE_SECONDS = limits.WALL_SECONDS + 5
_SIGN_OF_LIFE_SECONDS = 5
# An arena for each decoder's thread would take 64 MB of the address space for nothing.
_ENVIRONMENT = {"LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
_OVER_LIMIT = (signal.SIGPROF, signal.SIGXCPU, signal.SIGXFSZ)


class SandboxBusy(Exception):
    """The sandbox could not finish in time or was ended from outside: nobody's fault, try again later."""


@dataclass(frozen=True)
class Cost:
    """What a job took: seconds of CPU, and bytes of memory at its peak."""

    cpu: float
    memory: int


def make_variants_apart(
    path: Path, name: str, folder: Path, while_waiting: Callable[[], None] = lambda: None
) -> Made:
    """Make every file served for the picture at `path`, sniffed as `name`, in `folder`, in the sandbox.

    `while_waiting` is called every 5 s until the sandbox answers; what it raises ends the job.

    Safe from any thread and process; sandboxes stay warm for the next call. Raise UnfitFile when the
    file is broken, too complex or kills its decoder, SandboxBusy when it is worth another try.
    """
    made, cost = make_variants_counted(path, name, folder, while_waiting)
    logger.debug("a picture took %.2f s of CPU and %d MB", cost.cpu, cost.memory // 2**20)
    return made


def make_variants_counted(
    path: Path, name: str, folder: Path, while_waiting: Callable[[], None] = lambda: None
) -> tuple[Made, Cost]:
    """Do as `make_variants_apart` does, and tell what it cost."""
    job = {"path": str(path), "format": name, "folder": str(folder)}
    with _borrow_sandbox() as sandbox:
        answer = sandbox.run(job, while_waiting)
    if "made" in answer:
        made = answer["made"]
        variants = [Variant(**variant) for variant in made.pop("variants")]
        return Made(**made, variants=variants), Cost(**answer["cost"])
    if "unfit" in answer:
        raise UnfitFile(**answer["unfit"])
    raise _cause_of_death(answer["died"])


def _cause_of_death(by_signal: int) -> Exception:
    if by_signal in _OVER_LIMIT or by_signal == 0:
        return too_complex()
    if by_signal in (signal.SIGALRM, signal.SIGKILL, signal.SIGTERM):
        return SandboxBusy(f"sandbox ended by signal {by_signal}")
    return damaged()  # a crash in a decoder: only a malformed file does that


class _Sandbox:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "content.images.child"],
            cwd=_ROOT,
            env={"PATH": os.environ.get("PATH", ""), **_ENVIRONMENT},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def run(self, job: dict[str, str], while_waiting: Callable[[], None]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(json.dumps(job).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise SandboxBusy("sandbox has ended") from error
        patient_until = time.monotonic() + _PATIENCE_SECONDS
        while not self._has_answered(_SIGN_OF_LIFE_SECONDS) and time.monotonic() < patient_until:
            while_waiting()
        line = self.process.stdout.readline() if self._has_answered(0) else b""
        if not line:
            raise SandboxBusy("sandbox gave no answer")
        return dict(json.loads(line))

    def _has_answered(self, within: float) -> bool:
        assert self.process.stdout
        return bool(select.select([self.process.stdout], [], [], within)[0])

    def end(self) -> None:
        """End it and the job it may be at."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def let_go(self) -> None:
        """Close this process's copy of a sandbox that belongs to the process it was forked from."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        self.process.returncode = 0  # not ours to wait for


class _Sandboxes:
    """Idle sandboxes of this process; a forked process starts its own."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.owner, self.idle = os.getpid(), list[_Sandbox]()

    def take(self) -> _Sandbox:
        with self.lock:
            if self.owner != os.getpid():
                inherited, self.owner, self.idle = self.idle, os.getpid(), []
                for sandbox in inherited:
                    sandbox.let_go()
            while self.idle:
                sandbox = self.idle.pop()
                if sandbox.process.poll() is None:
                    return sandbox
                sandbox.end()
        return _Sandbox()

    def give_back(self, sandbox: _Sandbox) -> None:
        with self.lock:
            self.idle.append(sandbox)

    def end_all(self) -> None:
        """End this process's idle sandboxes; they would also end by themselves within seconds."""
        while self.owner == os.getpid() and self.idle:
            self.idle.pop().end()


_sandboxes = _Sandboxes()
atexit.register(lambda: _sandboxes.end_all())


class _borrow_sandbox:
    """Lend a sandbox for one job; one that failed to answer is ended, not lent again."""

    def __enter__(self) -> _Sandbox:
        self.sandbox = _sandboxes.take()
        return self.sandbox

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            _sandboxes.give_back(self.sandbox)
        else:
            self.sandbox.end()
