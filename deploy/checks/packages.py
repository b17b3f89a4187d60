"""Programs that the tests want from the machine: Debian's, installed where that is allowed."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping


def install_package(
    package: str, is_there: Callable[[], object], environ: Mapping[str, str]
) -> str:
    """Make sure a program is there, installing Debian's package of it where that is allowed.

    Return empty, or the one command that the person has to run.
    """
    if is_there():
        return ""
    install = ("apt-get", "install", "--yes", "--no-install-recommends", package)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return f"Not found. Run once: sudo {' '.join(install)}"
    for command in (("apt-get", "update"), install):
        done = subprocess.run(
            command,
            env={**environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            return f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
    return "" if is_there() else f"Missing even after: {' '.join(install)}"
