"""From an upload to a ready picture or a rejection that a person understands."""

import os
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.errors import InvalidInput
from accounts.models import User
from content.images import storage
from content.images.guard import SandboxBusy
from content.limits import UPLOAD_BYTES
from content.models import Image
from content.services import image_processing
from content.services.image_processing import process_upload_now, process_waiting_images
from content.services.images import accept_upload
from content.tasks import process_image, sweep_images, tidy_image_files
from tests.content.images import makers
from tests.factories import committed

pytestmark = pytest.mark.django_db
NOW = timedelta(0)


def upload(creator: User, data: bytes, name: str = "cup.jpg") -> Image:
    return accept_upload(owner=creator, upload=SimpleUploadedFile(name, data))


def in_quarantine(image: Image) -> bool:
    return storage.private_storage().exists(storage.quarantine_name(image.key))


def test_an_upload_waits_in_quarantine(creator: User) -> None:
    image = accept_upload(
        owner=creator, upload=SimpleUploadedFile("My cup.JPG", makers.jpeg()), alt=" A red\x00cup "
    )
    image.refresh_from_db()
    assert (image.state, image.title, image.description) == ("processing", "My cup", "A red cup")
    assert in_quarantine(image)
    assert image.variants == []


def test_a_committed_upload_becomes_ready_and_its_bytes_go(creator: User) -> None:
    with committed():
        image = upload(creator, makers.jpeg(1400, 700))
    image.refresh_from_db()
    assert (image.state, image.width, image.height) == ("ready", 1400, 700)
    assert not in_quarantine(image)
    assert image.upload == ""
    assert len(image.placeholder) > 10
    assert {variant["kind"] for variant in image.variants} == {"still"}
    for name in image.storage_names():
        assert name.startswith(f"images/{image.key[:2]}/{image.key}/")
        assert storage.private_storage().exists(name)
        assert not storage.public_storage().exists(name)
    assert image.file.name == image.variants[0]["path"]


def test_an_animation_stays_one(creator: User) -> None:
    with committed():
        image = upload(creator, makers.animation(loop=0), "wave.gif")
    image.refresh_from_db()
    assert image.animated
    assert {variant["kind"] for variant in image.variants} == {"animation", "poster"}
    assert "poster" in str(image.file.name)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (makers.mp4(), "unsupported"),
        (b"#!/bin/sh", "unsupported"),
        (makers.jpeg()[:200], "damaged"),
        (makers.png_claiming(10_000, 10_000), "too_many_pixels"),
        (makers.gif_of(10_000), "too_many_frames"),
        (makers.jpeg() + b"\0" * UPLOAD_BYTES, "too_large"),
    ],
)
def test_what_may_not_come_in_leaves_nothing_behind(creator: User, data: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        upload(creator, data)
    assert (caught.value.field, caught.value.code) == ("file", code)
    assert not Image.objects.exists()


def test_what_turns_out_broken_is_rejected_with_a_reason(creator: User) -> None:
    with committed():
        image = upload(creator, makers.png_claiming(50, 50), "cup.png")
    image.refresh_from_db()
    assert image.state == "rejected"
    assert "damaged" in image.reason
    assert not in_quarantine(image)
    assert storage.files_of(storage.private_storage(), image.key) == []


def test_processing_twice_changes_nothing(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    process_image(image.pk)
    image.refresh_from_db()
    before = image.variants
    process_image(image.pk)
    process_image(image.pk + 1)
    image.refresh_from_db()
    assert (image.state, image.variants, image.attempts) == ("ready", before, 1)


def test_two_uploads_of_the_same_bytes_share_no_file(creator: User, stranger: User) -> None:
    with committed():
        one, other = upload(creator, makers.jpeg()), upload(stranger, makers.jpeg())
    one.refresh_from_db()
    other.refresh_from_db()
    assert not set(one.storage_names()) & set(other.storage_names())
    with committed():
        one.delete()
    assert all(storage.private_storage().exists(name) for name in other.storage_names())


def test_a_picture_in_another_workers_hands_is_left_to_it(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    soon = timezone.now() + timedelta(seconds=30)
    Image.objects.update(claimed_until=soon)
    process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert image.state == "processing"
    Image.objects.update(claimed_until=timezone.now())
    process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert image.state == "ready"


def test_a_worker_at_work_keeps_its_claim(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    real = image_processing.make_variants_apart

    def take_long(path: Path, kind: str, folder: Path, while_waiting: Callable[[], None]) -> object:
        Image.objects.update(claimed_until=timezone.now())
        while_waiting()
        process_upload_now(image_id=image.pk)  # another worker, who leaves it alone
        return real(path, kind, folder)

    with patch.object(image_processing, "make_variants_apart", take_long):
        process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert (image.state, image.attempts) == ("ready", 1)


def test_the_sweep_finds_uploads_whose_task_was_lost(creator: User) -> None:
    lost, fresh = upload(creator, makers.jpeg()), upload(creator, makers.jpeg(90, 60))
    Image.objects.filter(pk=lost.pk).update(created_at=timezone.now() - timedelta(minutes=1))
    sweep_images()
    lost.refresh_from_db()
    fresh.refresh_from_db()
    assert (lost.state, fresh.state) == ("ready", "processing")


def test_a_broker_that_is_down_spoils_no_upload(creator: User) -> None:
    with (
        patch("content.services.images.process_image.delay", side_effect=ConnectionError),
        committed(),
    ):
        image = upload(creator, makers.jpeg())
    assert process_waiting_images(older_than=NOW, seconds=5) == 1
    image.refresh_from_db()
    assert image.state == "ready"


def test_a_busy_sandbox_gives_the_picture_back(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    with (
        patch.object(image_processing, "make_variants_apart", side_effect=SandboxBusy),
        pytest.raises(SandboxBusy),
    ):
        process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert (image.state, image.claimed_until, in_quarantine(image)) == ("processing", None, True)


def test_one_failure_does_not_stop_the_sweep(creator: User) -> None:
    upload(creator, makers.jpeg())
    upload(creator, makers.jpeg(90, 60))
    with patch.object(image_processing, "make_variants_apart", side_effect=SandboxBusy):
        assert process_waiting_images(older_than=NOW, seconds=5) == 2


def test_after_five_failures_the_owner_is_told(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    Image.objects.update(attempts=image_processing.MAX_ATTEMPTS)
    process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert image.state == "rejected"
    assert "again" in image.reason
    assert not in_quarantine(image)


def test_an_upload_that_was_lost_is_said_so(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    storage.private_storage().delete(image.upload)
    process_upload_now(image_id=image.pk)
    image.refresh_from_db()
    assert image.state == "rejected"
    assert "lost" in image.reason


def test_a_picture_deleted_while_processed_leaves_no_file(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    key = image.key
    real = image_processing.make_variants_apart

    def delete_meanwhile(*args: Any) -> object:
        made = real(*args)
        with committed():
            Image.objects.all().delete()
        return made

    with patch.object(image_processing, "make_variants_apart", delete_meanwhile):
        process_upload_now(image_id=image.pk)
    assert storage.files_of(storage.private_storage(), key) == []
    assert not storage.private_storage().exists(storage.quarantine_name(key))


def test_a_form_opened_before_does_not_undo_the_processing(creator: User) -> None:
    image = upload(creator, makers.jpeg())
    opened = Image.objects.get(pk=image.pk)
    process_upload_now(image_id=image.pk)
    opened.title = "Renamed"
    opened.save()
    image.refresh_from_db()
    assert (image.state, image.title) == ("ready", "Renamed")
    assert image.variants


def test_an_upload_that_no_row_waits_for_is_cleared_away(creator: User) -> None:
    private = storage.private_storage()
    image = upload(creator, makers.jpeg())
    stray, fresh = storage.quarantine_name("a" * 32), storage.quarantine_name("b" * 32)
    for name in (stray, fresh):
        private.put(name, BytesIO(b"left by a crash"))
    for name in (stray, image.upload):
        os.utime(private.path(name), (0, 0))
    tidy_image_files()
    assert [private.exists(name) for name in (stray, fresh, image.upload)] == [False, True, True]
