"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.file_storages import (
    _descriptions_of_services_read_once,
    bucket_url,
    kind_of_storage,
    s3_server,
)
from tests.stack import house, stack

__all__ = [
    "_descriptions_of_services_read_once",
    "bucket_url",
    "house",
    "kind_of_storage",
    "s3_server",
    "stack",
]


@pytest.fixture(autouse=True)
def _empty_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no test count on what an earlier one left in Redis. Those on a whole stack have their own."""
    yield
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        cache.clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that commits must put back what migrations made, or every later one misses it."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            assert marker.kwargs.get("serialized_rollback"), (
                f"{item.nodeid}: serialized_rollback=True"
            )
