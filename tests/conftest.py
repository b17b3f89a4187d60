"""What every test may ask for."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Let no test count on what an earlier one left in Redis."""
    yield
    cache.clear()
