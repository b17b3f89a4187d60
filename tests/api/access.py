"""Reads access.md, the written table of what each route answers to whom."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.urls import URLPattern

from api.urls import urlpatterns
from tests.api.world import VISITORS

if TYPE_CHECKING:
    from rest_framework.views import APIView

TABLE = Path(__file__).with_name("access.md")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Row(NamedTuple):
    """What `method` on `address` answers: a status for each visitor, in the table's order."""

    method: str
    address: str
    statuses: tuple[int, ...]


def written_rows() -> list[Row]:
    """Return what access.md says. Raises ValueError for a row that is wrong or there twice."""
    rows: list[Row] = []
    for line in TABLE.read_text().splitlines():
        if not line.startswith("| `"):
            continue
        route, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        method, _, address = route.strip("`").partition(" ")
        known = {(row.method, row.address) for row in rows}
        if (method, address) in known or len(cells) != len(VISITORS) or method not in METHODS:
            raise ValueError(f"access.md: the row of {route}")
        rows.append(Row(method, address, tuple(int(cell) for cell in cells)))
    return rows


def methods_of_routes() -> Iterator[tuple[str, str]]:
    """Yield every method that a route of the API answers, with the route as Django writes it."""
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        view: type[APIView] = pattern.callback.view_class  # type: ignore[attr-defined]
        for method in METHODS:
            if hasattr(view, method.lower()):
                yield method, f"/api/{pattern.pattern}"


def route_of(address: str, routes: set[str]) -> str:
    """Return the route that this address of the table leads to."""
    plain = re.sub(r"\{[^}]*\}", "1", address).partition("?")[0]
    for route in sorted(routes, key=lambda one: "<" in one):
        pattern = re.sub(r"<id_or_me:\w+>", "(?:me|[0-9]+)", route)
        pattern = re.sub(r"<id:\w+>", "[0-9]+", pattern)
        pattern = re.sub(r"<path:\w+>", ".+", pattern)
        if re.fullmatch(pattern, plain):
            return route
    raise ValueError(f"access.md: {address} leads nowhere")
