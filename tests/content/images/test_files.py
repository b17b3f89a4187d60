"""Where a picture's files lie, who may open them, and that they go when it goes."""

import itertools
from datetime import timedelta
from io import BytesIO
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from content.images import storage
from content.images.stored import StorageDown
from content.models import Avatar, Image, LeftoverFiles
from content.services import image_files
from content.services.image_processing import process_upload_now
from content.services.image_serving import find_served_file
from content.services.images import (
    accept_upload,
    can_view_image,
    delete_image,
    delete_images,
    place_images,
)
from content.tasks import tidy_image_files
from tests.content.images import makers
from tests.factories import ImageFactory, committed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kind_of_storage")]


def make(owner: User) -> Image:
    image: Image = ImageFactory.create(uploaded_by_user=owner)
    return image


def lies_in(image: Image) -> set[str]:
    """Return the storages that hold every one of the picture's files, and fail on one that holds some."""
    found = set()
    for name, where in (
        ("public", storage.public_storage()),
        ("private", storage.private_storage()),
    ):
        held = [where.exists(file) for file in image.storage_names()]
        assert all(held) or not any(held)
        if any(held):
            found.add(name)
    return found


def publish(image: Image) -> None:
    Image.objects.filter(pk=image.pk).update(is_editorial=True)


def hide(image: Image) -> None:
    Image.objects.filter(pk=image.pk).update(is_editorial=False)


def upload(owner: User) -> Image:
    file = SimpleUploadedFile("a.jpg", makers.jpeg(), "image/jpeg")
    return accept_upload(owner=owner, upload=file)


def test_an_upload_leaves_quarantine_as_a_hidden_picture(creator: User) -> None:
    image = upload(creator)
    private = storage.private_storage()
    assert [file.name for file in private.walk("")] == [image.upload]
    process_upload_now(image_id=image.pk)
    ready = Image.objects.get()
    assert ready.state == Image.State.READY
    assert lies_in(ready) == {"private"}
    assert {file.name: file.size for file in private.walk("")} == {
        variant["path"]: variant["bytes"] for variant in ready.variants
    }


def test_an_upload_that_was_lost_is_told_to_its_owner(creator: User) -> None:
    image = upload(creator)
    storage.private_storage().delete(image.upload)
    process_upload_now(image_id=image.pk)
    assert Image.objects.get().state == Image.State.REJECTED


def test_an_upload_waits_for_a_storage_that_is_down(creator: User) -> None:
    image = upload(creator)
    kind = type(storage.private_storage())
    with (
        patch.object(kind, "put", side_effect=StorageDown("down")),
        pytest.raises(StorageDown),
    ):
        process_upload_now(image_id=image.pk)
    assert Image.objects.get().state == Image.State.PROCESSING
    process_upload_now(image_id=image.pk)
    assert Image.objects.get().state == Image.State.READY


def test_a_picture_deleted_while_it_is_processed_leaves_nothing(creator: User) -> None:
    image = upload(creator)
    kind: Any = type(storage.private_storage())
    real = kind.put

    def put_once_deleted(*args: Any) -> None:
        with committed():
            Image.objects.filter(pk=image.pk).delete()
        real(*args)

    with patch.object(kind, "put", put_once_deleted):
        process_upload_now(image_id=image.pk)
    assert [file.name for one in storage.both_storages() for file in one.walk("")] == []


def test_putting_a_file_again_replaces_it(creator: User) -> None:
    private = storage.private_storage()
    for content in (b"longer than the other", b"short"):
        private.put("images/a", BytesIO(content))
    with private.open("images/a") as file:
        assert file.read() == b"short"
    assert private.size("images/a") == 5
    assert [file.name for file in private.walk("")] == ["images/a"]


def test_files_follow_the_picture_into_the_open_and_back(creator: User) -> None:
    image = make(creator)
    assert lies_in(image) == {"private"}
    publish(image)
    place_images(image_ids=[image.pk])
    assert lies_in(image) == {"public"}
    assert Image.objects.get(pk=image.pk).is_public
    place_images(image_ids=[image.pk, image.pk, 10_000])
    assert lies_in(image) == {"public"}
    hide(image)
    place_images(image_ids=[image.pk])
    assert lies_in(image) == {"private"}
    assert not Image.objects.get(pk=image.pk).is_public


@pytest.mark.parametrize("after", range(1, 6))
def test_a_move_cut_short_is_finished_by_the_tidying(creator: User, after: int) -> None:
    image = make(creator)
    publish(image)
    kind: Any = type(storage.public_storage())
    real, calls = kind._bring_one, itertools.count(1)

    def bring_some(*args: Any) -> None:
        if next(calls) == after:
            raise StorageDown("full")
        real(*args)

    with patch.object(kind, "_bring_one", bring_some):
        place_images(image_ids=[image.pk])
    if after <= len(image.storage_names()):
        assert not Image.objects.get(pk=image.pk).is_public
    tidy_image_files()
    assert lies_in(image) == {"public"}


def test_hiding_cut_short_is_finished_by_the_tidying(creator: User) -> None:
    image = make(creator)
    publish(image)
    place_images(image_ids=[image.pk])
    hide(image)
    with patch.object(type(storage.public_storage()), "remove", side_effect=StorageDown):
        place_images(image_ids=[image.pk])
    assert "public" in lies_in(image)
    tidy_image_files()
    assert lies_in(image) == {"private"}


def test_files_in_neither_storage_stop_nobody_else(creator: User) -> None:
    lost, kept = make(creator), make(creator)
    storage.private_storage().remove(lost.storage_names())
    publish(lost)
    publish(kept)
    place_images(image_ids=[lost.pk, kept.pk])
    assert lies_in(kept) == {"public"}


def test_an_avatar_is_public(creator: User) -> None:
    image = make(creator)
    Avatar.objects.create(user=creator, image=image)
    assert can_view_image(AnonymousUser(), image)


def test_who_may_open_a_hidden_picture(creator: User, stranger: User, moderator: User) -> None:
    image = make(creator)
    assert can_view_image(creator, image)
    assert can_view_image(moderator, image)
    assert not can_view_image(stranger, image)
    assert not can_view_image(AnonymousUser(), image)
    publish(image)
    assert can_view_image(AnonymousUser(), image)


def test_a_picture_whose_owner_left_is_not_everybodys(creator: User) -> None:
    image = make(creator)
    Image.objects.update(uploaded_by_user=None)
    image.refresh_from_db()
    assert not can_view_image(AnonymousUser(), image)


def test_a_path_finds_its_picture_in_one_query(
    creator: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    image = make(creator)
    path = image.storage_names()[0]
    with django_assert_num_queries(1):
        file = find_served_file(path=path)
    assert file is not None
    assert (file.name, file.image, file.is_public) == (path, image, False)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images",
        "../../etc/passwd",
        "quarantine/0123456789abcdef0123456789abcdef",
        "images/00/{key}/640.avif",
        "images/{two}/{key}/641.avif",
        "images/{two}/{key}/../{key}/640.avif",
        "images/{two}/{key}/640.avif\n",
        "/images/{two}/{key}/640.avif",
    ],
)
def test_no_other_path_finds_anything(creator: User, path: str) -> None:
    image = make(creator)
    assert find_served_file(path=path.format(two=image.key[:2], key=image.key)) is None


def test_a_file_is_opened_wherever_it_lies(creator: User) -> None:
    image = make(creator)
    path = image.storage_names()[0]

    def content() -> bytes:
        file = find_served_file(path=path)
        assert file is not None
        with file.read() as chunks, file.read(start=10, length=20) as middle:
            whole = b"".join(chunks)
            assert b"".join(middle) == whole[10:30]
        assert len(whole) == file.size
        return whole

    hidden = content()
    publish(image)
    place_images(image_ids=[image.pk])
    assert content() == hidden
    Image.objects.update(is_public=False)  # a move that was cut short before the row learned of it
    assert content() == hidden
    storage.public_storage().remove(image.storage_names())
    with pytest.raises(FileNotFoundError):
        content()


@pytest.mark.parametrize("public", [True, False])
def test_deleting_a_picture_deletes_every_file(creator: User, public: bool) -> None:
    image = make(creator)
    if public:
        publish(image)
        place_images(image_ids=[image.pk])
    with committed():
        delete_image(image=image)
    assert lies_in(image) == set()
    for where in storage.both_storages():
        assert storage.files_of(where, image.key) == []
        assert not where.exists(storage.folder_of(image.key))


def test_deleting_many_deletes_their_files_and_nobody_elses(creator: User) -> None:
    gone, kept = [make(creator), make(creator)], make(creator)
    with committed():
        delete_images(image_ids=[image.pk for image in gone])
    assert [lies_in(image) for image in gone] == [set(), set()]
    assert lies_in(kept) == {"private"}


def test_files_stay_until_the_deletion_is_committed(creator: User) -> None:
    image = make(creator)
    delete_image(image=image)
    assert lies_in(image) == {"private"}


def test_files_that_could_not_be_deleted_go_later(creator: User) -> None:
    image = make(creator)
    kind = type(storage.public_storage())
    with patch.object(kind, "remove", side_effect=StorageDown), committed():
        delete_image(image=image)
    assert lies_in(image) == {"private"}
    LeftoverFiles.objects.update(
        created_at=timezone.now() - image_files._LEFTOVERS_KEPT - timedelta(seconds=1)
    )
    tidy_image_files()
    assert lies_in(image) == set()
    assert not LeftoverFiles.objects.exists()
