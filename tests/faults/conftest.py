"""What the faults strike."""

import pytest

from tests.client import admin_of, live_post
from tests.stack import Stack


@pytest.fixture(scope="session")
def stack(house: Stack) -> Stack:
    """The house, with a post that can be asked for."""
    live_post(admin_of(house), "orchid")  # a picture that no other test uploads
    return house
