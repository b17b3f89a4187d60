"""Files that are made from the code: the OpenAPI document, and the site's types made from that.

`python -m deploy.checks.drift schema|types` shows whether the committed one is stale.
"""

import difflib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from deploy.local.environment import node_folder
from deploy.local.options import ROOT
from deploy.local.site_build import SITE

SCHEMA = ROOT / "api" / "openapi.json"
TYPES = SITE / "src" / "lib" / "schema.d.ts"
NODE = str(node_folder() / "bin" / "node")
HINT = "Run: make schema"


def make_schema(environ: Mapping[str, str]) -> str:
    """Return the OpenAPI document that the code describes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        command = [sys.executable, "manage.py", "spectacular", "--format", "openapi-json"]
        run([*command, "--file", str(path)], environ)
        return path.read_text()


def make_types(environ: Mapping[str, str]) -> str:
    """Return the site's types as the committed OpenAPI document has them, in the site's form."""
    modules = SITE / "node_modules"
    generator = [NODE, str(modules / "openapi-typescript" / "bin" / "cli.js"), str(SCHEMA)]
    formatter = [NODE, str(modules / "prettier" / "bin" / "prettier.cjs"), "--stdin-filepath"]
    types = run(generator, environ, folder=SITE)
    return run([*formatter, str(TYPES)], environ, folder=SITE, stdin=types)


def run(
    command: list[str], environ: Mapping[str, str], folder: Path = ROOT, stdin: str = ""
) -> str:
    """Run a command to its end and return its output; what it complains of is shown."""
    return subprocess.run(
        command,
        cwd=folder,
        env=dict(environ),
        input=stdin,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def show_drift(path: Path, fresh: str) -> int:
    """Print how the committed file differs from the fresh text; return 1 when it does."""
    committed = path.read_text() if path.exists() else ""
    if committed == fresh:
        return 0
    lines = difflib.unified_diff(
        committed.splitlines(), fresh.splitlines(), "committed", "fresh", lineterm="", n=1
    )
    print("\n".join([*list(lines)[:55], f"{path.relative_to(ROOT)} is stale. {HINT}"]))
    return 1


def write_both(environ: Mapping[str, str]) -> None:
    """Write the OpenAPI document, and from it the site's types."""
    SCHEMA.write_text(make_schema(environ))
    TYPES.write_text(make_types(environ))


if __name__ == "__main__":
    what = {"schema": (SCHEMA, make_schema), "types": (TYPES, make_types)}
    path, make = what[sys.argv[1]]
    sys.exit(show_drift(path, make(os.environ)))
