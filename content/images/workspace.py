"""The folder in which one picture is worked on, and what killed workers left of theirs."""

import os
import shutil
import tempfile
import time
from pathlib import Path

_PREFIX = "firsthand-image-"
# A task is ended for good after two minutes.
_ABANDONED_AFTER_SECONDS = 600


def open_workspace() -> tempfile.TemporaryDirectory[str]:
    """Return a fresh folder of this machine that is removed with its content when the block ends."""
    return tempfile.TemporaryDirectory(prefix=_PREFIX)


def remove_abandoned_workspaces() -> int:
    """Remove what killed workers left on this machine, with the uploads in it; return how many folders."""
    abandoned = [
        folder
        for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*")
        if _is_abandoned(folder)
    ]
    for folder in abandoned:
        shutil.rmtree(folder)
    return len(abandoned)


def _is_abandoned(folder: Path) -> bool:
    try:
        told = folder.stat()
    except FileNotFoundError:  # its worker was just done with it
        return False
    return told.st_uid == os.getuid() and told.st_mtime < time.time() - _ABANDONED_AFTER_SECONDS
