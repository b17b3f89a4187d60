"""The lock files: every version and hash, for all platforms, made from pyproject.toml."""

import subprocess
import sys
from collections.abc import Mapping

from deploy.local.options import ROOT

EVERYTHING = "requirements/development.lock"
COMPILE = (
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-header"),
)


def write_locks(environ: Mapping[str, str]) -> int:
    """Write both lock files, production's versions the same as development's; return the exit code.

    What is locked stays as it is while pyproject.toml allows it.
    """
    groups = [word for name in ("embedded", "benchmarks", "dev") for word in ("--group", name)]
    everything = (*groups, "--output-file", EVERYTHING)
    production = ("--constraints", EVERYTHING, "--output-file", "requirements/production.lock")
    for command in ((*COMPILE, *everything), (*COMPILE, *production)):
        code = subprocess.call(command, cwd=ROOT, env=dict(environ))
        if code:
            return code
    return 0
