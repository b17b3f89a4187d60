"""What PostgreSQL does for a request: the plans of its statements, as they ran."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import Client

from tests.api.conftest import Api

Node = dict[str, Any]


def plans_of(client: Client | Api, path: str) -> list[Node]:
    """Ask for the path, and return the plan of each statement that it took, with what was read for it."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        response = client.get(path)
    assert response.status_code == 200, response.content
    return [_explained(sql, params) for sql, params in asked if _reads(sql)]


def nodes_of(plans: list[Node]) -> Iterator[Node]:
    for plan in plans:
        yield plan
        yield from nodes_of(plan.get("Plans", []))


def pages_read(plans: list[Node]) -> int:
    """How many of its pages PostgreSQL looked at, in memory or on the disk."""
    return sum(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans)


def rows_into(node: Node) -> float:
    """How many rows came into a node, all of its runs together."""
    return sum(below["Actual Rows"] * below["Actual Loops"] for below in node.get("Plans", []))


def rows_touched(plans: list[Node]) -> float:
    """How many rows the nodes gave on or threw away, all of their runs together."""
    thrown_away = ("Rows Removed by Filter", "Rows Removed by Join Filter")
    return sum(
        (node["Actual Rows"] + sum(node.get(name, 0) for name in thrown_away))
        * node["Actual Loops"]
        for node in nodes_of(plans)
    )


def _reads(sql: str) -> bool:
    return sql.lstrip().startswith(("SELECT", "WITH"))


def _explained(sql: str, params: Any) -> Node:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {sql}", params)
        (explained,) = cursor.fetchone()
    (found,) = json.loads(explained) if isinstance(explained, str) else explained
    plan: Node = found["Plan"]
    return plan
