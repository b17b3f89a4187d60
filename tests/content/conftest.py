"""People for the tests of content."""

import pytest

from accounts.models import User
from tests.factories import UserFactory


@pytest.fixture
def creator(db: None) -> User:
    return UserFactory.create()


@pytest.fixture
def stranger(db: None) -> User:
    return UserFactory.create()


@pytest.fixture
def moderator(db: None) -> User:
    return UserFactory.create(moderator=True)
