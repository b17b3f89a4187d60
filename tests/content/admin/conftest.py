"""People signed in to the admin."""

import pytest
from django.test import Client

from accounts.models import User
from tests.factories import UserFactory


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


@pytest.fixture
def creator(db: None) -> User:
    return UserFactory.create(name="Ines Palmeira")


@pytest.fixture
def moderator(db: None) -> User:
    return UserFactory.create(name="Mara", moderator=True)


@pytest.fixture
def as_creator(creator: User) -> Client:
    return signed_in(creator)


@pytest.fixture
def as_moderator(moderator: User) -> Client:
    return signed_in(moderator)


@pytest.fixture
def as_stranger(db: None) -> Client:
    return signed_in(UserFactory.create(name="A stranger"))
