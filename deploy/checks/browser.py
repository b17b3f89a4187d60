"""The browser that the walks are made in: Debian's Chromium, or what the machine has."""

import os
import shutil
from collections.abc import Mapping

from deploy.checks.packages import install_package

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_chromium() -> str | None:
    """Return the path of a Chromium, the one in CHROMIUM first; None when there is none."""
    wished = os.environ.get("CHROMIUM")
    if wished and os.access(wished, os.X_OK):
        return wished
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (ON_MACOS if os.access(ON_MACOS, os.X_OK) else None)


def install_chromium(environ: Mapping[str, str]) -> str:
    """Make sure there is a Chromium; return empty, or what the person has to do."""
    problem = install_package("chromium", find_chromium, environ)
    return problem and f"Chromium: {problem}"
