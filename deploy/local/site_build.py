"""Installs the site's packages and builds it, when they are not what the sources say."""

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.local.environment import node_folder
from deploy.local.options import ROOT

SITE = ROOT / "frontend_astro"
PACKAGES_STAMP = SITE / "node_modules" / ".installed-from"
BUILD_STAMP = SITE / "dist" / ".built-from"
GENERATED = {"node_modules", "dist", ".astro", "coverage"}
# Runs a command to its end, raising when it fails: title, words, folder.
RunStep = Callable[[str, list[str], Path], None]


def npm(*arguments: str) -> list[str]:
    """Return the command that runs npm on the wheel's own Node."""
    folder = node_folder()
    cli = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(cli), *arguments]


def install_packages(run: RunStep) -> None:
    """Make node_modules exactly what package-lock.json says; does nothing when it is already."""
    wanted = digest([SITE / "package.json", SITE / "package-lock.json"])
    if read_stamp(PACKAGES_STAMP) == wanted:
        return
    run(
        "Installing the site's packages",
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error"),
        SITE,
    )
    PACKAGES_STAMP.write_text(wanted)


def build_site(run: RunStep) -> None:
    """Make dist/ from the sources; does nothing when it is already."""
    install_packages(run)
    wanted = digest(list_sources(SITE))
    if read_stamp(BUILD_STAMP) == wanted:
        return
    shutil.rmtree(SITE / "dist", ignore_errors=True)
    run("Building the site", npm("run", "build"), SITE)
    BUILD_STAMP.write_text(wanted)


def list_sources(folder: Path) -> Iterator[Path]:
    """Yield every file of the site that is not made from the others, in a fixed order."""
    for path in sorted(folder.iterdir()):
        if path.name in GENERATED or path.suffix == ".md":
            continue
        if path.is_dir():
            yield from list_sources(path)
        else:
            yield path


def digest(paths: Iterator[Path] | list[Path]) -> str:
    """Return one hash of these files' names and contents, their place and the Node they go with."""
    total = hashlib.sha256(f"{SITE} {node_folder()} {sys.platform}".encode())
    for path in paths:
        total.update(str(path.relative_to(SITE)).encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read_stamp(path: Path) -> str:
    """Return what the stamp says, empty when there is none."""
    try:
        return path.read_text().strip()
    except OSError:
        return ""
