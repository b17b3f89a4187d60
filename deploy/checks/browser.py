"""The browser that the walks are made in: Debian's Chromium, or what the machine has.

`python -m deploy.checks.browser` installs it where it is missing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def find_chromium() -> str | None:
    """Return the path of a Chromium, the one in CHROMIUM first; None when there is none."""
    wished = os.environ.get("CHROMIUM")
    if wished and os.access(wished, os.X_OK):
        return wished
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (ON_MACOS if os.access(ON_MACOS, os.X_OK) else None)


def install_chromium(environ: Mapping[str, str]) -> str:
    """Make sure there is a Chromium, installing Debian's where that is allowed.

    Return empty, or the one command that the person has to run.
    """
    if find_chromium():
        return ""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return f"No Chromium found. Run once: sudo {' '.join(INSTALL)}"
    for command in (("apt-get", "update"), INSTALL):
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
    return "" if find_chromium() else f"Chromium is missing even after: {' '.join(INSTALL)}"


if __name__ == "__main__":
    sys.exit(install_chromium(os.environ) or 0)
