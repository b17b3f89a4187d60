"""At most one Firsthand for each VAR_DIR."""

import contextlib
import fcntl
from collections.abc import Iterator

from deploy.local.layout import Layout, read_json


class AlreadyRunning(Exception):
    """Another start holds this VAR_DIR; the message says where it answers."""


@contextlib.contextmanager
def only_instance(layout: Layout) -> Iterator[None]:
    """Hold the VAR_DIR while the block runs; the kernel lets go of it even after `kill -9`."""
    with (layout.run / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            state = read_json(layout.state)
            where, pid = state.get("base_url", "an unknown address"), state.get("pid", "unknown")
            raise AlreadyRunning(
                f"It already runs on {layout.var_dir}: {where} (process {pid}). "
                "Stop it with Ctrl-C there, or choose others: make run VAR_DIR=var2 PORT=8001"
            ) from error
        yield
