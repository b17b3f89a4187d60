"""Facts about processes by number: are they still the same ones, and who is in their group."""

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator

import psutil

PR_SET_PDEATHSIG = 1


def started_at(pid: int) -> float | None:
    """Return when the process was started (seconds since 1970), None when it is not alive."""
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.Error:
        return None


def living_members(group: int) -> Iterator[int]:
    """Yield the processes of a process group that are not merely waiting to be reaped."""
    for pid in psutil.pids():
        with contextlib.suppress(OSError):
            if os.getpgid(pid) == group and started_at(pid) is not None:
                yield pid


def command_of(pid: int) -> str:
    """Return the command line of a process, empty when it cannot be told."""
    try:
        return " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return ""


def signal_process(pid: int, number: signal.Signals) -> None:
    """Send a signal; one that is already gone is as good as obeyed."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def kill_group(group: int) -> None:
    """End at once everything that is left in a process group."""
    for _ in range(20):
        members = list(living_members(group))
        if not members:
            return
        for pid in members:
            signal_process(pid, signal.SIGKILL)
        time.sleep(0.05)


def die_with_parent(number: signal.Signals) -> Callable[[], None]:
    """Return what a child does before exec to be sent this signal when its parent dies (Linux).

    It survives exec and a new user namespace. Elsewhere the next start ends what is left.
    """
    parent = os.getpid()
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def prepare() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)

    return prepare
