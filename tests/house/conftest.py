"""A start without the demo, in a folder with a space in its name, shared by every test here."""

from collections.abc import Iterator

import pytest

from tests.stack import Stack, launch


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All of Firsthand with nobody but its admin."""
    running = launch(tmp_path_factory.mktemp("a house") / "v a r", environ={"DEMO": "0"})
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.terminate()
