"""What a request costs as posts grow from 1,000 to 1,000,000: it should stay what it was."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.reading.agreement import ask
from benchmarks.reading.cases import Case, cases_of, deep_case
from benchmarks.reading.load import Load, put_load
from benchmarks.reading.servers import database_beside, fill_database, firsthand, postgres_of

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WARM_UP = 2.0

Growth = dict[str, dict[int, Load]]


def measure_growth(
    environ: Mapping[str, str],
    template: str,
    folder: Path,
    *,
    sizes: tuple[int, ...],
    seconds: float,
) -> Growth:
    """Return the cost of each case at each number of posts, one request at a time."""
    growth: Growth = {}
    for size in sizes:
        print(f"{size:,} posts ...", flush=True)
        with database_beside(environ["DATABASE_URL"], "growing", template) as url:
            there = {**environ, "DATABASE_URL": url}
            fill_database(there, size)
            for case, load in _measure(there, folder, seconds):
                growth.setdefault(case, {})[size] = load
    return growth


def _measure(environ: Mapping[str, str], folder: Path, seconds: float) -> list[tuple[str, Load]]:
    postgres = postgres_of(environ["DATABASE_URL"])
    with firsthand(environ, folder) as server:
        cases = cases_of(environ["DATABASE_URL"])
        cases.append(deep_case(lambda path: dict(ask(server, Case("", []), path))))
        found = []
        for case in cases:
            put_load(server, case, postgres, seconds=WARM_UP, connections=1)
            load = put_load(server, case, postgres, seconds=seconds, connections=1)
            found.append((case.name, load))
    return found
