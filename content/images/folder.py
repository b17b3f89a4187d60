"""Pictures in a folder of the file system."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from content.images.stored import CHUNK_BYTES, PictureStorage, StorageDown, StoredFile

# What a name begins with while its file is being written.
HALF = ".half-"


@deconstructible(path="content.images.folder.FolderStorage")
class FolderStorage(FileSystemStorage, PictureStorage):
    """Django's folder storage that writes whole files or none, and deletes folders left empty."""

    def put(self, name: str, content: IO[bytes]) -> None:
        with _as_down():
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, half_name = tempfile.mkstemp(dir=path.parent, prefix=HALF)
            half = Path(half_name)
            try:
                with os.fdopen(handle, "wb") as file:
                    shutil.copyfileobj(content, file)
                half.chmod(0o644)
                half.replace(path)
            except BaseException:
                half.unlink(missing_ok=True)
                raise

    def bring(self, names: Iterable[str], source: PictureStorage) -> None:
        for name in names:
            self._bring_one(name, source)

    def _bring_one(self, name: str, source: PictureStorage) -> None:
        if not self.exists(name):
            with source.open(name) as file:
                self.put(name, file)

    def remove(self, names: Iterable[str]) -> None:
        for name in names:
            path = Path(self.path(name))
            with _as_down():
                path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # others' files in it, or gone already
                path.parent.rmdir()

    def walk(self, folder: str) -> Iterator[StoredFile]:
        root = Path(self.base_location)
        for place, folders, names in os.walk(root / folder):
            folders.sort()
            for name in sorted(names):
                path = Path(place, name)
                with contextlib.suppress(FileNotFoundError):  # deleted while we look
                    found = path.stat()
                    modified = datetime.fromtimestamp(found.st_mtime, UTC)
                    yield StoredFile(path.relative_to(root).as_posix(), found.st_size, modified)

    @contextlib.contextmanager
    def read(
        self, name: str, *, start: int = 0, length: int | None = None
    ) -> Iterator[Iterator[bytes]]:
        with contextlib.ExitStack() as opened:
            with _as_down():
                file = opened.enter_context(Path(self.path(name)).open("rb"))
                file.seek(start)
            yield _chunks(file, length)

    def check(self) -> None:
        place = Path(self.base_location)
        while not place.exists() and place != place.parent:
            place = place.parent  # folders are made as they are needed
        if not os.access(place, os.W_OK | os.X_OK):
            raise StorageDown(f"{place} cannot be written to")


def _chunks(file: IO[bytes], length: int | None) -> Iterator[bytes]:
    left = length
    while chunk := file.read(CHUNK_BYTES if left is None else min(CHUNK_BYTES, left)):
        if left is not None:
            left -= len(chunk)
        yield chunk


@contextlib.contextmanager
def _as_down() -> Iterator[None]:
    """Raise what the file system complains of as StorageDown; a missing file stays what it is."""
    try:
        yield
    except (FileNotFoundError, StorageDown):
        raise
    except OSError as error:
        raise StorageDown(str(error)) from error
