"""Where pictures lie: public or hidden under one name, uploads in quarantine.

A picture's files are `images/<2 hex>/<32 hex>/<file>`, the hex being the row's own random `key`: nobody
can guess a path, and no two uploads ever share a file, so that deleting one never breaks another, even
when both hold the same bytes. The same name is used in both storages, so the URL never changes.
"""

import contextlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage, storages
from django.utils.deconstruct import deconstructible

from content.images.stored import PictureStorage, StoredFile

QUARANTINE = "quarantine"
_PATH = re.compile(r"images/([0-9a-f]{2})/(\1[0-9a-f]{30})/[a-z0-9-]{1,40}\.(?:avif|webp|gif)")


def public_storage() -> PictureStorage:
    return cast("PictureStorage", storages["default"])


def private_storage() -> PictureStorage:
    return cast("PictureStorage", storages["private"])


def both_storages() -> tuple[PictureStorage, PictureStorage]:
    return public_storage(), private_storage()


def folder_of(key: str) -> str:
    """Return the folder of a picture's files, in both storages."""
    return f"images/{key[:2]}/{key}"


def quarantine_name(key: str) -> str:
    return f"{QUARANTINE}/{key}"


def quarantined() -> Iterator[StoredFile]:
    """Yield every upload in quarantine."""
    return private_storage().walk(QUARANTINE)


def key_of(path: str) -> str | None:
    """Return the key in a served file's path, or None when it is no such path."""
    match = _PATH.fullmatch(path)
    return match[2] if match else None


def move(names: Iterable[str], *, source: PictureStorage, target: PictureStorage) -> None:
    """Bring each file to `target` and leave none in `source`. A second run finishes what one began.

    Raise FileNotFoundError when a file is in neither.
    """
    names = list(names)
    target.bring(names, source)
    source.remove(names)


def delete_everything_of(key: str) -> None:
    """Delete every file of a picture wherever one may lie: served, hidden, half made, or uploaded."""
    for storage in both_storages():
        storage.remove(files_of(storage, key))
    private_storage().delete(quarantine_name(key))


def files_of(storage: PictureStorage, key: str) -> list[str]:
    """Return the names of a picture's files in one storage."""
    return [file.name for file in storage.walk(folder_of(key))]


@contextlib.contextmanager
def read_served(
    name: str, *, is_public: bool, start: int = 0, length: int | None = None
) -> Iterator[Iterator[bytes]]:
    """Open a served file, or a part of it, wherever it lies now; `is_public` says where to look first.

    Raise FileNotFoundError when it lies nowhere.
    """
    likely, other = both_storages() if is_public else both_storages()[::-1]
    with contextlib.ExitStack() as opened:
        for home in (likely, other, likely):  # it may move while we look
            with contextlib.suppress(FileNotFoundError):
                chunks = opened.enter_context(home.read(name, start=start, length=length))
                break
        else:
            raise FileNotFoundError(name)
        yield chunks


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
        """Leave it to `forget_files`, which outlives a storage that is down.

        Wagtail asks for `file` to be deleted with every row, after the commit; an error of the storage
        would then keep what else waits for the commit from being done.
        """

    def size(self, name: str) -> int:
        return self._home_of(name).size(name)

    def url(self, name: str | None) -> str:
        return f"{settings.MEDIA_URL}{name}"
