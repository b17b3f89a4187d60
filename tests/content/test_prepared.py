"""Statements that are planned once a connection, when that connection ends."""

import pytest
from django.db import OperationalError, connection, transaction

from content.querysets.prepared import fetch_prepared

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_connection_that_the_server_closed_is_opened_again() -> None:
    _end_on_the_server()
    assert fetch_prepared("SELECT %(one)s::integer", {"one": 1}) == [(1,)]


def test_inside_a_transaction_nothing_is_tried_again() -> None:
    with pytest.raises(OperationalError):
        _read_in_a_transaction()
    connection.close()


@transaction.atomic
def _read_in_a_transaction() -> None:
    _end_on_the_server()
    fetch_prepared("SELECT 1", {})


def _end_on_the_server() -> None:
    connection.ensure_connection()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid]
            )
    finally:
        other.close()
