"""Statements planned once a connection: with many joins, planning takes longer than running."""

from collections.abc import Mapping
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.db.backends.postgresql.base import ServerBindingCursor


def fetch_prepared(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Return the statement's rows. Its text must be the same each time; `prepare_threshold` does the rest.

    A connection that the server has closed meanwhile is opened again, instead of being tried beforehand
    with a query of its own.
    """
    try:
        return _fetch(statement, values)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block or connection.is_usable():
            raise
        connection.close()
        return _fetch(statement, values)


def _fetch(statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    connection.ensure_connection()
    # Django has a setting that binds every query's values on the server, and no way to ask for it once.
    server_side = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]
    with connection._prepare_cursor(server_side) as cursor:  # type: ignore[attr-defined]
        cursor.execute(statement, values)
        return list(cursor.fetchall())
