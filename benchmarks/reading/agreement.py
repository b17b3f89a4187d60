"""Whether both servers answer the same: no load is put on two that do not do the same work."""

import json
import urllib.error
import urllib.request
from typing import Any

from benchmarks.reading.cases import Case
from benchmarks.reading.servers import Server

COMPARED = 40  # answers of a case
# What names the moment, the row or the server, and differs between any two answers.
OF_THE_ANSWER = {"id", "token", "created_at", "last_edited"}


class Disagreement(Exception):
    """The servers answer differently; the message shows where."""


def check_agreement(case: Case, theirs: Case, ours: Server, peer: Server) -> None:
    """Raise Disagreement unless both give the same fields, ids and order. Cursors may differ."""
    for line, other in list(zip(case.lines, theirs.lines, strict=True))[:COMPARED]:
        first, second = ask(ours, case, line), ask(peer, theirs, other)
        if case.is_post:
            first, second = _lasting(first), _lasting(second)
        for place, one, another in _differences(first, second):
            raise Disagreement(
                f"{case.name}, {line}, at {place or 'the top'}: "
                f"{ours.name} says {one!r}, {peer.name} {another!r}"
            )


def ask(server: Server, case: Case, line: str) -> Any:
    """Send one request of a case and return its JSON."""
    path, body = (case.path, line.encode()) if case.is_post else (line, None)
    request = urllib.request.Request(  # noqa: S310  # our own servers on loopback
        f"{server.url}{path}", data=body, headers={"Content-Type": "application/json"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            said = error.read()[:300]
        raise Disagreement(f"{server.name} answers {error.code} to {path}: {said!r}") from error


def _lasting(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if name in OF_THE_ANSWER else value for name, value in answer.items()}


def _differences(one: Any, other: Any, place: str = "") -> list[tuple[str, Any, Any]]:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        parts = [(f"{place}.{key}", one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        parts = [(f"{place}[{at}]", *pair) for at, pair in enumerate(zip(one, other, strict=True))]
    elif one == other or (_is_cursor(one) and _is_cursor(other)):
        return []
    else:
        return [(place, one, other)]
    return [found for at, first, second in parts for found in _differences(first, second, at)]


def _is_cursor(value: Any) -> bool:
    return isinstance(value, str) and "cursor=" in value
