"""What a running Firsthand tells about itself, and how to ask it to hold a process back."""

import json
from collections.abc import Mapping

from deploy.local.layout import Layout, write_private


def write_state(
    layout: Layout,
    *,
    pid: int,
    phase: str,
    base_url: str,
    environ: Mapping[str, str],
    processes: Mapping[str, int],
) -> None:
    """Write `run/state.json`: phase, processes, and the environment that reaches its services."""
    state = {
        "pid": pid,
        "phase": phase,
        "base_url": base_url,
        "environ": dict(environ),
        "processes": dict(processes),
    }
    write_private(layout.state, json.dumps(state, indent=2) + "\n")


def hold(layout: Layout, name: str) -> None:
    """Ask the supervisor to stop this process and not to start it again until `let_go`."""
    (layout.held / name).touch()


def let_go(layout: Layout, name: str) -> None:
    """Ask the supervisor to start this process again."""
    (layout.held / name).unlink(missing_ok=True)


def is_held(layout: Layout, name: str) -> bool:
    """Tell whether this process is to stay stopped."""
    return (layout.held / name).exists()
