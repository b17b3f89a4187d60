"""The reader that looks for what a served picture must not tell: exiftool, from Debian or the machine."""

import shutil
from collections.abc import Mapping

from deploy.checks.packages import install_package


def find_exiftool() -> str | None:
    """Return the path of exiftool, None when there is none."""
    return shutil.which("exiftool")


def install_exiftool(environ: Mapping[str, str]) -> str:
    """Make sure there is an exiftool; return empty, or what the person has to do."""
    problem = install_package("libimage-exiftool-perl", find_exiftool, environ)
    return problem and f"exiftool: {problem}"
