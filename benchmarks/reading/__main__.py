"""What reading costs: `python -m benchmarks.reading`, beside a peer; `... growth`, by the number of posts.

POSTS (100,000) says how many there are, SECONDS (6) how long each case is measured; with `growth`, POSTS is
the largest of the sizes. `... fill NUMBER` only fills the migrated database of DATABASE_URL.
Returns 1 when a goal is missed or the servers disagree.
"""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import django
from django.db import connection

from benchmarks.reading.agreement import Disagreement
from benchmarks.reading.comparing import compare
from benchmarks.reading.filling import fill
from benchmarks.reading.growing import SIZES, measure_growth
from benchmarks.reading.load import LoadFailed
from benchmarks.reading.report import draw_growth, render_comparison, render_growth
from benchmarks.reading.servers import database_beside, fill_database, install_peer, migrate
from deploy.local.environment import tool_environment
from deploy.local.services import throwaway_services

RESULTS = Path(__file__).resolve().parent.parent / "results"
SECONDS = float(os.environ.get("SECONDS", "6"))


def main(arguments: list[str]) -> int:
    """Measure, write the report into benchmarks/results, and return the exit code."""
    if arguments[:1] == ["fill"]:
        return fill_in(int(arguments[1]))
    measure = measure_growing if arguments == ["growth"] else measure_beside_peer
    with (
        tempfile.TemporaryDirectory(prefix="firsthand-bench-") as folder,
        throwaway_services() as urls,
        database_beside(urls["DATABASE_URL"], "bench") as url,
    ):
        environ = {
            **tool_environment(),
            **urls,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "site_config.settings.local",
            "RATE_LIMITS": "off",
            "VAR_DIR": folder,
        }
        migrate(environ)
        try:
            return measure(environ, Path(folder))
        except (Disagreement, LoadFailed) as problem:
            print(f"No numbers: {problem}", file=sys.stderr)
            return 1


def measure_beside_peer(environ: Mapping[str, str], folder: Path) -> int:
    """Compare Firsthand with the peer on POSTS posts."""
    posts = int(os.environ.get("POSTS", "100000"))
    install_peer(environ)
    fill_database(environ, posts)
    found = compare(environ, folder, seconds=SECONDS)
    report = render_comparison(found, posts=posts, seconds=SECONDS)
    _write("reading.md", report)
    return 1 if "**missed**" in report else 0


def measure_growing(environ: Mapping[str, str], folder: Path) -> int:
    """Measure Firsthand alone at each of the sizes up to POSTS."""
    most = int(os.environ.get("POSTS", str(SIZES[-1])))
    sizes = tuple(size for size in SIZES if size <= most)
    growth = measure_growth(environ, "bench", folder, sizes=sizes, seconds=SECONDS)
    (RESULTS / "growth.svg").write_text(draw_growth(growth))
    _write("growth.md", render_growth(growth, chart="growth.svg"))
    return 0


def fill_in(posts: int) -> int:
    """Fill the database, and leave it vacuumed as a busy one is, so that indexes can answer alone."""
    django.setup()
    fill(posts=posts, tell=lambda done: print(f"  {done:,} of {posts:,} posts", flush=True))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return 0


def _write(name: str, text: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(text)
    print(f"\n{text}\nWritten to benchmarks/results/{name}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
