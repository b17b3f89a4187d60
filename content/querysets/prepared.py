"""Statements planned once a connection: with many joins, planning takes longer than running."""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor


def fetch_prepared(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Return the statement's rows. Its text must be the same each time; `prepare_threshold` does the rest."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    # Django has a setting that binds every query's values on the server, and no way to ask for it once.
    server_side = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]
    with connection._prepare_cursor(server_side) as cursor:  # type: ignore[attr-defined]
        cursor.execute(statement, values)
        return list(cursor.fetchall())
