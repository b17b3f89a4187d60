"""What a storage of pictures does beyond Django's, whether it is a folder or a bucket."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.core.files.storage import Storage

CHUNK_BYTES = 64 * 1024


class StorageDown(OSError):
    """The storage does not answer, refuses what it should take, or is full."""


@dataclass(frozen=True)
class StoredFile:
    """A file as its storage lists it; `size` in bytes."""

    name: str
    size: int
    modified: datetime


class PictureStorage(Storage):
    """Django's storage, and what moving, serving and surveying pictures needs.

    Every method raises FileNotFoundError for a file that is not there, unless it says otherwise, and
    StorageDown when it is the storage that fails.
    """

    @abstractmethod
    def put(self, name: str, content: IO[bytes]) -> None:
        """Store the content under exactly this name, in place of what was there, whole or not at all."""

    @abstractmethod
    def bring(self, names: Iterable[str], source: "PictureStorage") -> None:
        """Copy these files here from a storage of the same kind. What is here already may be left."""

    @abstractmethod
    def remove(self, names: Iterable[str]) -> None:
        """Delete these files. One that is not there is no error."""

    @abstractmethod
    def walk(self, folder: str) -> Iterator[StoredFile]:
        """Yield every file at any depth below the folder, page by page. None when there is no folder."""

    @abstractmethod
    def read(
        self, name: str, *, start: int = 0, length: int | None = None
    ) -> AbstractContextManager[Iterator[bytes]]:
        """Open a file, or so many of its bytes from `start` on, as chunks of CHUNK_BYTES at most."""

    @abstractmethod
    def check(self) -> None:
        """Return when the storage can be used."""
