"""Files that are made from the code: the OpenAPI document, and the site's types made from that."""

import difflib
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from deploy.local.options import ROOT
from deploy.local.site_build import SITE, npm

SCHEMA = ROOT / "api" / "openapi.json"
TYPES = SITE / "src" / "lib" / "schema.d.ts"
HINT = "Run: make schema"


def write_schema(path: Path, environ: Mapping[str, str]) -> None:
    """Write the OpenAPI document that the code describes."""
    run(
        [
            sys.executable,
            "manage.py",
            "spectacular",
            "--format",
            "openapi-json",
            "--file",
            str(path),
        ],
        environ,
    )


def write_types(environ: Mapping[str, str]) -> None:
    """Write the site's types from the committed OpenAPI document."""
    run(npm("run", "--silent", "types"), environ, folder=SITE)


def run(command: list[str], environ: Mapping[str, str], folder: Path = ROOT) -> None:
    """Run a command to its end, in silence unless it fails."""
    subprocess.run(
        command,
        cwd=folder,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )


def schema_drift(environ: Mapping[str, str]) -> str:
    """Return how api/openapi.json differs from what the code says, empty when it does not."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "openapi.json"
        try:
            write_schema(fresh, environ)
        except subprocess.CalledProcessError as error:
            return f"The schema cannot be made:\n{error.stdout}"
        return difference(SCHEMA, fresh.read_text())


def types_drift(environ: Mapping[str, str]) -> str:
    """Return how the site's types differ from the committed schema's, empty when they do not.

    The types are written where they belong, compared, and put back as they were.
    """
    before = TYPES.read_text() if TYPES.exists() else ""
    try:
        write_types(environ)
        fresh = TYPES.read_text()
    except subprocess.CalledProcessError as error:
        return f"The types cannot be made:\n{error.stdout}"
    finally:
        TYPES.write_text(before)
    return difference(TYPES, fresh)


def difference(path: Path, fresh: str) -> str:
    """Return the lines by which the committed file and the fresh text differ, and what to do."""
    committed = path.read_text() if path.exists() else ""
    lines = difflib.unified_diff(
        committed.splitlines(), fresh.splitlines(), "committed", "fresh", lineterm="", n=1
    )
    shown = list(lines)[:60]
    return "\n".join([f"{path.relative_to(ROOT)} is stale. {HINT}", *shown]) if shown else ""
