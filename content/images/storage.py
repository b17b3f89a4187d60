"""Where pictures lie: public or hidden under one name, uploads in quarantine.

A picture's files are `images/<2 hex>/<32 hex>/<file>`, the hex being the row's own random `key`: nobody
can guess a path, and no two uploads ever share a file, so that deleting one never breaks another, even
when both hold the same bytes. The same name is used in both storages, so the URL never changes.
"""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, cast

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage, storages
from django.utils.deconstruct import deconstructible

_PATH = re.compile(r"images/([0-9a-f]{2})/(\1[0-9a-f]{30})/[a-z0-9-]{1,40}\.(?:avif|webp|gif)")


def public_storage() -> Storage:
    return default_storage


def private_storage() -> Storage:
    return storages["private"]


def folder_of(key: str) -> str:
    """Return the folder of a picture's files, in both storages."""
    return f"images/{key[:2]}/{key}"


def quarantine_name(key: str) -> str:
    return f"quarantine/{key}"


def quarantined() -> list[str]:
    """Return the name of every upload in quarantine."""
    try:
        _, files = private_storage().listdir("quarantine")
    except FileNotFoundError:
        return []
    return [f"quarantine/{file}" for file in files]


def key_of(path: str) -> str | None:
    """Return the key in a served file's path, or None when it is no such path."""
    match = _PATH.fullmatch(path)
    return match[2] if match else None


def put(storage: Storage, name: str, content: IO[bytes]) -> None:
    """Store the content under exactly this name, in place of what was there, whole or not at all."""
    if isinstance(storage, FileSystemStorage):
        _put_on_disk(Path(storage.path(name)), content)
        return
    storage.delete(name)
    storage.save(name, File(content))


def _put_on_disk(path: Path, content: IO[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".half-")
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file)
        half.chmod(0o644)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def move(names: Iterable[str], *, source: Storage, target: Storage) -> None:
    """Bring each file to `target` and leave none in `source`. A second run finishes what one began.

    Raise FileNotFoundError when a file is in neither.
    """
    names = list(names)
    for name in names:
        if not target.exists(name):
            with source.open(name) as file:
                put(target, name, cast("IO[bytes]", file))
    for name in names:
        delete(source, name)


def delete(storage: Storage, name: str) -> None:
    """Delete a file, and its folder when that is left empty. Nothing to delete is no error."""
    storage.delete(name)
    if isinstance(storage, FileSystemStorage):
        with contextlib.suppress(OSError):  # others' files in it, or gone already
            Path(storage.path(name)).parent.rmdir()


def delete_everything_of(key: str) -> None:
    """Delete every file of a picture wherever one may lie: served, hidden, half made, or uploaded."""
    for storage in (public_storage(), private_storage()):
        for name in files_of(storage, key):
            delete(storage, name)
    private_storage().delete(quarantine_name(key))


def files_of(storage: Storage, key: str) -> list[str]:
    """Return the names of a picture's files in one storage."""
    folder = folder_of(key)
    try:
        _, files = storage.listdir(folder)
    except FileNotFoundError:
        return []
    return [f"{folder}/{file}" for file in files]


@deconstructible
class MediaStorage(Storage):
    """Reads a file from wherever it lies, and writes to the private storage.

    It is the storage of `Image.file` and of Wagtail's renditions, so that neither ever makes a public copy.
    """

    def _open(self, name: str, mode: str = "rb") -> Any:
        return self._home_of(name).open(name, mode)

    def _save(self, name: str, content: File) -> str:
        return str(private_storage().save(name, content))

    def _home_of(self, name: str) -> Storage:
        return private_storage() if private_storage().exists(name) else public_storage()

    def exists(self, name: str) -> bool:
        return private_storage().exists(name) or public_storage().exists(name)

    def delete(self, name: str) -> None:
        # Wagtail deletes `file` of every row it deletes, also of one that never had any.
        if name:
            delete(private_storage(), name)
            delete(public_storage(), name)

    def size(self, name: str) -> int:
        return self._home_of(name).size(name)

    def url(self, name: str | None) -> str:
        return public_storage().url(name)
