"""A note for each started process, so that the next start can end what a killed one left behind."""

import json
import signal
import time
from collections.abc import Callable

from deploy.local.layout import Layout, read_json, write_private
from deploy.local.processes import kill_group, living_members, signal_process, started_at

PATIENCE = 6.0
# Seconds by which the time a process was started may seem to shift when the clock is set.
CLOCK_SLACK = 2.0


def note_process(layout: Layout, name: str, pid: int, stop_signal: signal.Signals) -> None:
    """Remember that this process, the leader of a group of its own, runs for this VAR_DIR."""
    note = {"pid": pid, "started": started_at(pid), "stop_signal": int(stop_signal)}
    write_private(layout.pids / f"{name}.json", json.dumps(note) + "\n")


def forget_process(layout: Layout, name: str) -> None:
    """Drop the note of a process that has ended."""
    (layout.pids / f"{name}.json").unlink(missing_ok=True)


def end_leftovers(layout: Layout, say: Callable[[str], None]) -> None:
    """End every noted process that still runs, kindly first; return when all are gone.

    A number that now belongs to another process is left alone: the time it started tells.
    """
    left: dict[str, int] = {}
    for path in sorted(layout.pids.glob("*.json")):
        note = read_json(path)
        pid, started = note.get("pid"), note.get("started")
        if isinstance(pid, int) and isinstance(started, float) and is_ours(pid, started):
            left[path.stem] = pid
            signal_process(pid, signal.Signals(note.get("stop_signal", signal.SIGTERM)))
        else:
            path.unlink(missing_ok=True)
    if not left:
        return
    say(f"Ending what an earlier start left behind: {', '.join(left)}")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and any(started_at(pid) for pid in left.values()):
        time.sleep(0.1)
    for name, pid in left.items():
        kill_group(pid)
        forget_process(layout, name)


def is_ours(pid: int, started: float) -> bool:
    """Tell whether the noted process, or what it left in its group, is alive."""
    now = started_at(pid)
    if now is not None:
        return abs(now - started) < CLOCK_SLACK
    return any(
        (started_at(member) or 0.0) > started - CLOCK_SLACK for member in living_members(pid)
    )
