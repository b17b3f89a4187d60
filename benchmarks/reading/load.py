"""Putting load on a server with wrk, and what came of it."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.reading.cases import Case
from benchmarks.reading.servers import Server, cpu_of

SCRIPT = Path(__file__).resolve().parent / "load.lua"


class LoadFailed(Exception):
    """Some requests were not answered well; numbers of such a run mean nothing."""


@dataclass(frozen=True)
class Load:
    """One run: requests a second, latencies in ms, processor time in ms a request."""

    rate: float
    p50: float
    p99: float
    server_cpu: float
    postgres_cpu: float


def put_load(
    server: Server, case: Case, postgres: psutil.Process, *, seconds: float, connections: int
) -> Load:
    """Ask the server for the case's lines in turn for so long over so many connections."""
    before = server.cpu(), cpu_of(postgres)
    said = _run_wrk(server, case, seconds, connections)
    after = server.cpu(), cpu_of(postgres)
    if said["failed"] or not said["requests"]:
        raise LoadFailed(f"{server.name}, {case.name}: {said}")
    served, queried = (
        1000 * (end - start) / said["requests"] for start, end in zip(before, after, strict=True)
    )
    return Load(said["requests"] / said["seconds"], said["p50"], said["p99"], served, queried)


def _run_wrk(server: Server, case: Case, seconds: float, connections: int) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(case.lines))
        file.flush()
        method = "POST" if case.is_post else "GET"
        command = ["wrk", "--threads", "1", "--connections", str(connections)]
        command += ["--duration", f"{seconds:.0f}s", "--timeout", "30s", "--script", str(SCRIPT)]
        command += [f"{server.url}{case.path or '/'}", "--", file.name, method]
        said = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=seconds + 60
        )
    result: dict[str, float] = json.loads(said.stdout.strip().splitlines()[-1])
    return result
