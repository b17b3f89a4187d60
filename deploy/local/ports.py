"""TCP ports: which are free, and which one each inner process had last time."""

import contextlib
import errno
import json
import socket
from collections.abc import Iterator

from deploy.local.layout import Layout, read_json, write_private


class PortBusy(Exception):
    """Another program listens where Firsthand wants to; the message names the port."""


def require_port(host: str, port: int) -> None:
    """Raise PortBusy when nothing can listen at this address."""
    try:
        try_port(host, port)
    except OSError as error:
        raise PortBusy(explain(host, port, error)) from error


def explain(host: str, port: int, error: OSError) -> str:
    """Return what is wrong with this address, and what to do, in one sentence."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return f"Port {port} on {host} is used by another program. Try: make run PORT={other}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than this user has. Try: make run PORT=8000"
    return f"Cannot listen on {host} port {port}: {error.strerror or error}."


def try_port(host: str, port: int) -> int:
    """Bind and let go; return the port number, a free one for port 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        probe.listen(1)
        bound: int = probe.getsockname()[1]
        return bound


def choose_ports(layout: Layout, names: tuple[str, ...], taken: int) -> dict[str, int]:
    """Return a free loopback port for each name, where possible the one it had last time."""
    path = layout.run / "ports.json"
    before = read_json(path)
    chosen: dict[str, int] = {}
    for name in names:
        used = {taken, *chosen.values()}
        chosen[name] = next(port for port in candidates(before.get(name)) if port not in used)
    write_private(path, json.dumps(chosen) + "\n")
    return chosen


def candidates(wished: object) -> Iterator[int]:
    """Yield free loopback ports without end, the wished one first."""
    if isinstance(wished, int):
        with contextlib.suppress(OSError):
            yield try_port("127.0.0.1", wished)
    while True:
        yield try_port("127.0.0.1", 0)
