"""The two servers under load, what they and PostgreSQL take of the processor, and the database they share."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
from psycopg import sql

from deploy.local.environment import node_folder
from deploy.local.options import ROOT
from deploy.local.ports import try_port
from deploy.local.programs import SCRIPTS, http_status
from deploy.local.site_build import npm

PEER = Path(__file__).resolve().parent / "peer"
# As deploy/bin/api starts Firsthand unless told otherwise: processes, and connections of each.
WORKERS, CONNECTIONS = 2, 4
STARTS_WITHIN = 60.0


@dataclass(frozen=True)
class Server:
    """A server that runs, and its process with all the children that do its work."""

    name: str
    url: str
    process: psutil.Process

    def cpu(self) -> float:
        """Return the seconds of processor time it has taken so far, all processes together."""
        return cpu_of(self.process)


def cpu_of(root: psutil.Process) -> float:
    """Return user and system time of a process, its children, and those that have ended."""
    own = root.cpu_times()
    total: float = own.user + own.system + own.children_user + own.children_system
    for child in root.children(recursive=True):
        try:
            times = child.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def postgres_of(database_url: str) -> psutil.Process:
    """Return the PostgreSQL server behind a URL, which must be on this machine."""
    with psycopg.connect(database_url) as connection:
        backend = psutil.Process(connection.info.backend_pid)
        postmaster = backend.parent()
    assert postmaster is not None
    return postmaster


@contextmanager
def firsthand(environ: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """Run the API on the database in `environ`, logging into `folder`.

    As in production, but for Caddy in front, which would cost every server the same and hide part of
    what is compared.
    """
    with _serving("Firsthand", [str(SCRIPTS / "api")], "API_PORT", environ, folder) as server:
        yield server


@contextmanager
def peer(environ: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """Run the peer on the database in `environ`, as many processes and connections as Firsthand has."""
    command = [str(node_folder() / "bin" / "node"), str(PEER / "server.mjs")]
    with _serving("peer", command, "PEER_PORT", environ, folder) as server:
        yield server


def install_peer(environ: Mapping[str, str]) -> None:
    """Make the peer's node_modules what its lock file says."""
    command = npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run(command, cwd=PEER, env=dict(environ), check=True)


def migrate(environ: Mapping[str, str]) -> None:
    """Bring the database in `environ` to the state of the code."""
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=dict(environ), check=True)


def fill_database(environ: Mapping[str, str], posts: int) -> None:
    """Fill the database in `environ`, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reading", "fill", str(posts)]
    subprocess.run(command, cwd=ROOT, env=dict(environ), check=True)


@contextmanager
def database_beside(url: str, name: str, template: str = "template1") -> Iterator[str]:
    """Make a database on the server behind `url`, yield its URL, and drop it."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_named("DROP DATABASE IF EXISTS {} WITH (FORCE)", name))
        connection.execute(_named("CREATE DATABASE {} TEMPLATE {}", name, template))
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(_named("DROP DATABASE {} WITH (FORCE)", name))


def _named(query: str, *names: str) -> sql.Composed:
    return sql.SQL(query).format(*map(sql.Identifier, names))


@contextmanager
def _serving(
    name: str, command: list[str], port_name: str, environ: Mapping[str, str], folder: Path
) -> Iterator[Server]:
    port = str(try_port("127.0.0.1", 0))
    told = {
        port_name: port,
        "BASE_URL": "http://localhost:8000",
        "SECRET_KEY": "only-for-benchmarks" * 3,
        "API_WORKERS": str(WORKERS),
        "API_THREADS": str(CONNECTIONS),
        "PEER_WORKERS": str(WORKERS),
        "PEER_CONNECTIONS": str(CONNECTIONS),
        "NODE_ENV": "production",
    }
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**environ, **told}, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        server = Server(name, f"http://127.0.0.1:{port}", psutil.Process(process.pid))
        _wait_for(server, process, folder)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(server: Server, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while http_status(f"{server.url}/healthz") != 200:
        if process.poll() is not None or time.monotonic() > deadline:
            log = (folder / f"{server.name}.log").read_text(errors="replace")
            raise RuntimeError(f"{server.name} does not serve:\n{log[-3000:]}")
        time.sleep(0.1)
