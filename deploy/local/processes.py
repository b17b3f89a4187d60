"""Facts about processes by number: are they still the same ones, and who is in their group."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PROC = Path("/proc")
PR_SET_PDEATHSIG = 1


def started_at(pid: int) -> str | None:
    """Return a text no later process with this number shares, None when there is none alive."""
    if (PROC / "self/stat").exists():
        fields = read_stat(pid)
        if fields is None or fields[0] == "Z":
            return None
        return f"{read_boot_id()} {fields[19]}"
    shown = subprocess.run(
        ["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split(maxsplit=1)
    return shown[1].strip() if len(shown) == 2 and not shown[0].startswith("Z") else None


def read_stat(pid: int) -> list[str] | None:
    """Return the fields of /proc/PID/stat after the name: state, parent, group, ... (proc(5))."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def read_boot_id() -> str:
    """Return what tells this boot of the machine from every other."""
    with contextlib.suppress(OSError):
        return (PROC / "sys/kernel/random/boot_id").read_text().strip()
    return "unknown"


def living_members(group: int) -> Iterator[int]:
    """Yield the processes of a process group that are not merely waiting to be reaped."""
    if (PROC / "self/stat").exists():
        for entry in PROC.iterdir():
            if entry.name.isdecimal():
                fields = read_stat(int(entry.name))
                if fields is not None and fields[0] != "Z" and int(fields[2]) == group:
                    yield int(entry.name)
        return
    listing = subprocess.run(
        ["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=False
    ).stdout
    for line in listing.splitlines():
        pid, pgid, state = line.split()[:3]
        if int(pgid) == group and not state.startswith("Z"):
            yield int(pid)


def command_of(pid: int) -> str:
    """Return the command line of a process, empty when it cannot be told."""
    if (PROC / "self/stat").exists():
        with contextlib.suppress(OSError):
            return (
                (PROC / str(pid) / "cmdline")
                .read_bytes()
                .replace(b"\0", b" ")
                .decode(errors="replace")
            )
        return ""
    return subprocess.run(
        ["ps", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout


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
