"""`make bench IMAGES=/folder/of/pictures`: each picture goes down our road, sharp's and naive Pillow's.

Several folders have colons between them. Prints the tables and the goals, writes them to
benchmarks/results/images.md, and ends with 1 when a goal is missed. Without IMAGES the project draws a few
pictures and only prints: the goals are for photos and films, and the figures kept are of real ones.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.images.drawn import draw_pictures
from benchmarks.images.measuring import Result, measure
from benchmarks.images.report import render
from benchmarks.images.roads import Sharp
from content.images.errors import UnfitFile
from deploy.local.environment import node_folder, tool_environment
from deploy.local.site_build import npm

BENCHMARKS = Path(__file__).resolve().parent.parent
RESULTS = BENCHMARKS / "results" / "images.md"


def main() -> int:
    """Measure, report, and return the exit code."""
    _install_sharp()
    with (
        tempfile.TemporaryDirectory() as folder,
        Sharp(str(node_folder() / "bin" / "node")) as sharp,
    ):
        named = os.environ.get("IMAGES")
        if not named:
            draw_pictures(Path(folder))
        folders = [Path(one).expanduser() for one in (named or folder).split(os.pathsep)]
        results = _measure_all(_files_in(folders), sharp)
        if not results:
            print("There is no picture to measure.", file=sys.stderr)
            return 2
        report = render(results, sharp.versions())
    print(f"\n{report}")
    if not named:
        return 0
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(report)
    print(f"Written to {RESULTS.relative_to(BENCHMARKS.parent)}.")
    return 1 if "**missed**" in report else 0


def _install_sharp() -> None:
    """Make node_modules what package-lock.json says."""
    command = npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run(command, cwd=BENCHMARKS, env=tool_environment(), check=True)


def _files_in(folders: list[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]


def _measure_all(paths: list[Path], sharp: Sharp) -> list[Result]:
    results = []
    for path in paths:
        print(f"{path.name} ...", flush=True)
        try:
            results.append(measure(path, sharp))
        except UnfitFile as error:
            print(f"  left out: {error.message}")
    return results


if __name__ == "__main__":
    sys.exit(main())
