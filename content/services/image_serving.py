"""Which file a path under /media/ means, and who may open it."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from content.images import storage
from content.models import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.querysets import Visitor


@dataclass(frozen=True)
class ServedFile:
    """A file of a picture: its storage name, its true media type, and its size in bytes.

    `is_public` says whether everybody may open it, wherever it lies at this moment.
    """

    name: str
    type: str
    size: int
    image: Image
    is_public: bool

    @property
    def is_held(self) -> bool:
        return self.image.state == Image.State.HELD

    def read(
        self, *, start: int = 0, length: int | None = None
    ) -> AbstractContextManager["Iterator[bytes]"]:
        """Open it, or so many of its bytes from `start` on. Raise FileNotFoundError when it is gone."""
        return storage.read_served(
            self.name, is_public=self.image.is_public, start=start, length=length
        )


def find_served_file(*, path: str) -> ServedFile | None:
    """Return the picture's file that this path under /media/ names, or None. One query at most."""
    key = storage.key_of(path)
    if key is None:
        return None
    public = Image.objects.public().filter(pk=OuterRef("pk"), state=Image.State.READY)
    image = Image.objects.with_files().filter(key=key).annotate(is_open=Exists(public)).first()
    variants = image.variants if image else []
    variant = next((one for one in variants if one["path"] == path), None)
    if image is None or variant is None:
        return None
    return ServedFile(path, variant["type"], variant["bytes"], image, is_public=image.is_open)


def may_open(visitor: "Visitor", file: ServedFile) -> bool:
    """Whether this visitor may open the file: anybody a public one, its owner and moderators any.

    One that is held for moderators opens for them alone.
    """
    if file.is_public:
        return True
    if not visitor.is_authenticated:
        return False
    is_own = file.image.uploaded_by_user_id == visitor.pk
    return visitor.is_moderator or (is_own and not file.is_held)
