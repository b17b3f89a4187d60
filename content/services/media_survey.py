"""What the storages hold against what the database says, both ways.

Rows and files are read side by side in the order of their keys, so that one picture at a time is in
memory. One that looks wrong is looked at again while its row is locked: files move.
"""

import heapq
import itertools
import operator
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from content.images import storage
from content.images.folder import HALF
from content.images.stored import PictureStorage, StoredFile
from content.models import Image, LeftoverFiles
from content.services.image_files import stray_uploads

if TYPE_CHECKING:
    from django.db.models import QuerySet

_ROWS_AT_ONCE = 1000
_LEAVING = timedelta(days=1)
_OF_A_KEY = re.compile(r"images/([0-9a-f]{2})/(\1[0-9a-f]{30})/.+")

Files = dict[str, StoredFile]


class Trouble(Enum):
    """What can be wrong with a file, in the words that the report uses."""

    ORPHAN = "belongs to no picture"
    HALF = "is half written, and whoever wrote it is gone"
    STRAY_UPLOAD = "is an upload that nobody waits for"
    FOREIGN = "is not Firsthand's; look at it yourself"
    MISSING = "is missing, or shorter than it should be"
    MISPLACED = "lies in the wrong place"


@dataclass(frozen=True)
class Finding:
    """One file that is wrong. `where` is public or private, `key` its picture's, "" where it has none."""

    trouble: Trouble
    where: str
    name: str
    key: str = ""


@dataclass
class Tally:
    """How much was looked at, and of how many pictures it was all or nothing."""

    pictures: int = 0
    files: int = 0
    folders: int = 0


def survey(*, older_than: datetime, tally: Tally) -> Iterator[Finding]:
    """Yield all that is wrong, counting in `tally`. Nothing is changed.

    Files without a row count only when they are older than `older_than`: younger ones may be on their way.
    """
    leaving = set(_leaving().values_list("key", flat=True))
    foreign: list[Finding] = []
    for key, heap in _heaps(foreign):
        tally.pictures += heap.image is not None
        tally.files += len(heap.public) + len(heap.private)
        tally.folders += bool(heap.public or heap.private)
        if any(_judge(key, heap, older_than, is_leaving=key in leaving)):
            yield from examine(key, older_than=older_than)
    yield from foreign
    for where, one in _named_storages():
        yield from _beside(where, one)
    for upload in stray_uploads(older_than=older_than):
        yield Finding(Trouble.STRAY_UPLOAD, "private", upload)


@transaction.atomic
def examine(key: str, *, older_than: datetime) -> list[Finding]:
    """Return what is wrong with one picture's files now, while its row is locked."""
    images = _with_place(Image.objects.select_for_update(of=("self",), no_key=True))
    public, private = (
        {file.name: file for file in one.walk(storage.folder_of(key))}
        for one in storage.both_storages()
    )
    is_leaving = _leaving().filter(key=key).exists()
    heap = _Heap(images.filter(key=key).first(), public, private)
    return list(_judge(key, heap, older_than, is_leaving=is_leaving))


def _leaving() -> "QuerySet[LeftoverFiles]":
    """Deleted pictures whose files are still being deleted; what takes longer is not being done."""
    return LeftoverFiles.objects.filter(created_at__gte=timezone.now() - _LEAVING)


def _named_storages() -> Iterable[tuple[str, PictureStorage]]:
    return zip(("public", "private"), storage.both_storages(), strict=True)


def _with_place(images: "QuerySet[Image]") -> "QuerySet[Image]":
    """Annotate `is_open`: whether the files belong into the public storage."""
    public = Image.objects.public().filter(pk=OuterRef("pk"), state=Image.State.READY)
    return images.annotate(is_open=Exists(public))


@dataclass
class _Heap:
    """All that is known of one key."""

    image: Image | None = None
    public: Files = field(default_factory=dict)
    private: Files = field(default_factory=dict)


def _heaps(foreign: list[Finding]) -> Iterator[tuple[str, _Heap]]:
    """Yield every key that has a row or files, in order; put what fits no key into `foreign`."""
    streams: list[Iterator[tuple[str, str, StoredFile | Image]]] = [_keyed_rows()]
    streams += [_keyed_files(where, one, foreign) for where, one in _named_storages()]
    by_key = operator.itemgetter(0)
    for key, entries in itertools.groupby(heapq.merge(*streams, key=by_key), key=by_key):
        heap = _Heap()
        for _, where, entry in entries:
            if isinstance(entry, Image):
                heap.image = entry
            else:
                files = heap.public if where == "public" else heap.private
                files[entry.name] = entry
        yield key, heap


def _keyed_files(
    where: str, one: PictureStorage, foreign: list[Finding]
) -> Iterator[tuple[str, str, StoredFile | Image]]:
    for file in one.walk("images"):
        match = _OF_A_KEY.fullmatch(file.name)
        if match:
            yield match[2], where, file
        else:
            foreign.append(Finding(Trouble.FOREIGN, where, file.name))


def _keyed_rows() -> Iterator[tuple[str, str, StoredFile | Image]]:
    last = ""
    rows = _with_place(Image.objects.only("key", "state", "variants", "is_public"))
    while batch := list(rows.filter(key__gt=last).order_by("key")[:_ROWS_AT_ONCE]):
        for image in batch:
            yield image.key, "", image
        last = batch[-1].key


def _judge(key: str, heap: _Heap, older_than: datetime, *, is_leaving: bool) -> Iterator[Finding]:
    image, public, private = heap.image, heap.public, heap.private
    expected = {one["path"]: one["bytes"] for one in image.variants} if image else {}
    is_open = image is not None and image.is_open
    home, away = (public, private) if is_open else (private, public)
    for name, size in expected.items():
        if not any(name in files and files[name].size == size for files in (home, away)):
            yield Finding(Trouble.MISSING, "public" if is_open else "private", name, key)
        if name in away:
            yield Finding(Trouble.MISPLACED, "private" if is_open else "public", name, key)
    if image is not None and expected and image.is_public != is_open:
        yield Finding(Trouble.MISPLACED, "", storage.folder_of(key), key)
    for where, files in (("public", public), ("private", private)):
        for name, file in files.items():
            if name not in expected and file.modified < older_than and not is_leaving:
                is_half = PurePosixPath(name).name.startswith(HALF)
                yield Finding(Trouble.HALF if is_half else Trouble.ORPHAN, where, name, key)


def _beside(where: str, one: PictureStorage) -> Iterator[Finding]:
    """Yield what lies beside the folders that Firsthand keeps."""
    ours = {"images"} if where == "public" else {"images", storage.QUARANTINE}
    try:
        folders, files = one.listdir("")
    except FileNotFoundError:  # nothing was ever put there
        return
    for name in files:
        yield Finding(Trouble.FOREIGN, where, name)
    for name in sorted(set(folders) - ours):
        for file in one.walk(name):
            yield Finding(Trouble.FOREIGN, where, file.name)
