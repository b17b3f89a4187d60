"""Bring the demo's pictures in: draw, upload, process, all the way any picture goes."""

import itertools
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from threading import BoundedSemaphore

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import QuerySet

from accounts.models import User
from content.demo.drawing import Picture, draw
from content.models import Image
from content.services.image_processing import process_upload_now
from content.services.images import accept_upload

TRIES = 3
# Uploads that are not processed yet. Nobody may have UPLOADS_WAITING of them, and a busy machine draws faster
# than it processes.
AHEAD = 8


@dataclass(frozen=True)
class Wanted:
    """A picture that somebody's account should hold; `editorial` ones belong to the site's pages."""

    owner: User
    picture: Picture
    editorial: bool = False

    @property
    def title(self) -> str:
        return self.picture.file_name.rpartition(".")[0]


def bring_in(wanted: list[Wanted], *, tell: Callable[[int, int], None]) -> None:
    """Make every wanted picture ready. Those that are ready already are left alone.

    Call it outside a transaction. `tell` hears how many of how many are done.
    """
    each = {(item.owner.pk, item.title): item for item in wanted}
    missing = [item for item in each.values() if not _ready(item)]
    workers = max(os.cpu_count() or 1, 1)
    with (
        ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as drawers,
        ThreadPoolExecutor(workers) as processors,
    ):
        drawn = {drawers.submit(draw, item.picture): item for item in missing}
        count = itertools.count(1)
        room = BoundedSemaphore(AHEAD)
        running: list[Future[None]] = []

        def done(_: Future[None]) -> None:
            room.release()
            tell(next(count), len(missing))

        for drawing in as_completed(drawn):
            room.acquire()
            image = _upload(drawn[drawing], drawing.result())
            running.append(processors.submit(_process, image.pk))
            running[-1].add_done_callback(done)
        for future in running:
            future.result()


def find_image(item: Wanted) -> Image:
    """Return the ready picture. Raises Image.DoesNotExist when it was never brought in."""
    return _ready_images(item).earliest("pk")


def _ready(item: Wanted) -> bool:
    return _ready_images(item).exists()


def _ready_images(item: Wanted) -> QuerySet[Image]:
    return Image.objects.filter(
        uploaded_by_user=item.owner, title=item.title, state=Image.State.READY
    )


def _upload(item: Wanted, file: bytes) -> Image:
    kind = "image/gif" if item.picture.moving else "image/jpeg"
    return accept_upload(
        owner=item.owner,
        upload=SimpleUploadedFile(item.picture.file_name, file, kind),
        title=item.title,
        alt=item.picture.alt,
        is_editorial=item.editorial,
    )


def _process(image_id: int) -> None:
    """Process one upload in a thread of its own, with a database connection of its own."""
    try:
        for _ in range(TRIES):
            process_upload_now(image_id=image_id)
            image = Image.objects.get(pk=image_id)
            if image.state == Image.State.READY:
                return
        raise RuntimeError(f"{image.title} was not made ready: {image.reason or image.state}")
    finally:
        connection.close()
