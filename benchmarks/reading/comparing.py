"""Firsthand and the peer under the same load on the same database, one after the other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.agreement import ask, check_agreement
from benchmarks.reading.cases import Case, cases_of, deep_case
from benchmarks.reading.load import Load, put_load
from benchmarks.reading.servers import Server, firsthand, peer, postgres_of

CONNECTIONS = 16
ROUNDS = 2
WARM_UP = 2.0


@dataclass(frozen=True)
class Comparison:
    """A case, and the better of each server's rounds: the machine may have been busy in the other."""

    name: str
    ours: Load
    peer: Load

    @property
    def ratio(self) -> float:
        """Firsthand's requests a second for each of the peer's."""
        return self.ours.rate / self.peer.rate


def compare(environ: Mapping[str, str], folder: Path, *, seconds: float) -> list[Comparison]:
    """Return what each case costs both. Raises Disagreement before any load when they answer differently."""
    with firsthand(environ, folder) as ours, peer(environ, folder) as other:
        pairs = [(case, case) for case in cases_of(environ["DATABASE_URL"])]
        pairs.append((_deep(ours), _deep(other)))
        for case, theirs in pairs:
            check_agreement(case, theirs, ours, other)
        print("Both servers give the same answers.", flush=True)
        return [_measure(environ, ours, other, *pair, seconds=seconds) for pair in pairs]


def _deep(server: Server) -> Case:
    return deep_case(lambda path: dict(ask(server, Case("", []), path)))


def _measure(
    environ: Mapping[str, str],
    ours: Server,
    other: Server,
    case: Case,
    theirs: Case,
    *,
    seconds: float,
) -> Comparison:
    postgres = postgres_of(environ["DATABASE_URL"])
    loads: dict[str, list[Load]] = {ours.name: [], other.name: []}
    for _ in range(ROUNDS):
        for server, asked in ((ours, case), (other, theirs)):
            put_load(server, asked, postgres, seconds=WARM_UP, connections=CONNECTIONS)
            load = put_load(server, asked, postgres, seconds=seconds, connections=CONNECTIONS)
            loads[server.name].append(load)
    best = {name: max(rounds, key=lambda load: load.rate) for name, rounds in loads.items()}
    found = Comparison(case.name, best[ours.name], best[other.name])
    print(json.dumps({"case": case.name, "ratio": round(found.ratio, 3)}), flush=True)
    return found
