"""Storage and database compared both ways, and put right, wherever files lie."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from accounts.models import User
from content.images import storage
from content.images.folder import HALF
from content.images.stored import PictureStorage, StorageDown
from content.management.commands import sweep_media
from content.models import Image, LeftoverFiles
from content.services.images import accept_upload, place_images
from content.services.media_mending import LOST
from tests.content.images import makers
from tests.factories import ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kind_of_storage")]

KEY = "ab" * 16
ALONE = f"images/ab/{KEY}/640.avif"


@pytest.fixture
def hidden(creator: User) -> Image:
    image: Image = ImageFactory.create(uploaded_by_user=creator)
    return image


@pytest.fixture
def shown(creator: User) -> Image:
    image: Image = ImageFactory.create(uploaded_by_user=creator, is_editorial=True)
    place_images(image_ids=[image.pk])
    image.refresh_from_db()
    return image


@pytest.fixture(params=["public", "private"])
def either(request: pytest.FixtureRequest) -> tuple[str, PictureStorage]:
    """One of the two storages, and its name in the report."""
    both = {"public": storage.public_storage(), "private": storage.private_storage()}
    return request.param, both[request.param]


def put(where: PictureStorage, name: str, content: bytes = b"something") -> None:
    where.put(name, BytesIO(content))


def sweep(*arguments: str, hours: float = 0) -> str:
    """Return the report of a sweep that finds nothing wrong, or mends all."""
    output = StringIO()
    call_command("sweep_media", *arguments, f"--hours={hours}", stdout=output)
    return output.getvalue()


def report(*arguments: str, hours: float = 0) -> str:
    """Return the report of a sweep that leaves something wrong."""
    output = StringIO()
    with pytest.raises(CommandError) as refused:
        call_command("sweep_media", *arguments, f"--hours={hours}", stdout=output)
    assert refused.value.returncode == 1
    return f"{output.getvalue()}{refused.value}"


def names_in(where: PictureStorage) -> list[str]:
    return sorted(file.name for file in where.walk(""))


def test_nothing_is_wrong_where_all_is_in_its_place(hidden: Image, shown: Image) -> None:
    before = [names_in(one) for one in storage.both_storages()]
    said = sweep("--mend")
    assert "Looked at 2 pictures and 8 files." in said
    assert "Nothing is wrong." in said
    assert [names_in(one) for one in storage.both_storages()] == before


def test_an_empty_site_has_nothing_wrong() -> None:
    assert "Nothing is wrong." in sweep("--mend")


# ---------------------------------------------------------------- files without a row


def test_files_of_no_picture_are_told_and_deleted(
    either: tuple[str, PictureStorage], hidden: Image
) -> None:
    name, where = either
    put(where, ALONE)
    assert f"{name}: {ALONE} belongs to no picture." in report()
    assert where.exists(ALONE)
    assert "All of it is mended." in sweep("--mend")
    assert not where.exists(ALONE)
    assert "Nothing is wrong." in sweep()
    assert all(storage.private_storage().exists(file) for file in hidden.storage_names())


def test_files_that_their_picture_does_not_name_are_deleted(
    either: tuple[str, PictureStorage], hidden: Image
) -> None:
    name, where = either
    extra = f"{storage.folder_of(hidden.key)}/1280-0123456789abcdef.webp"
    put(where, extra)
    assert f"{name}: {extra} belongs to no picture." in report()
    sweep("--mend")
    assert not where.exists(extra)
    assert set(names_in(storage.private_storage())) == set(hidden.storage_names())


def test_half_written_files_are_told_and_deleted(either: tuple[str, PictureStorage]) -> None:
    name, where = either
    half = f"{storage.folder_of(KEY)}/{HALF}x1y2"
    put(where, half)
    assert f"{name}: {half} is half written" in report()
    sweep("--mend")
    assert names_in(where) == []


def test_uploads_that_nobody_waits_for_are_told_and_deleted(creator: User) -> None:
    file = SimpleUploadedFile("a.jpg", makers.jpeg(), "image/jpeg")
    waiting = accept_upload(owner=creator, upload=file)
    stray = storage.quarantine_name("c" * 32)
    put(storage.private_storage(), stray)
    said = report()
    assert f"private: {stray} is an upload that nobody waits for." in said
    assert waiting.upload not in said
    sweep("--mend")
    assert names_in(storage.private_storage()) == [waiting.upload]


def test_young_files_may_be_on_their_way(hidden: Image) -> None:
    put(storage.private_storage(), ALONE)
    put(storage.private_storage(), storage.quarantine_name(KEY))
    put(storage.private_storage(), f"{storage.folder_of(hidden.key)}/1280.webp")
    assert "Nothing is wrong." in sweep("--mend", hours=24)
    assert storage.private_storage().exists(ALONE)


def test_files_that_are_being_deleted_are_left_to_it() -> None:
    put(storage.public_storage(), ALONE)
    leaving = LeftoverFiles.objects.create(key=KEY)
    assert "Nothing is wrong." in sweep()
    LeftoverFiles.objects.filter(pk=leaving.pk).update(
        created_at=timezone.now() - timedelta(days=2)
    )
    assert "belongs to no picture" in report()


@pytest.mark.parametrize(
    "name", ["note.txt", "other/a/b.txt", "images/note.txt", "images/zz/a.avif", "images/ab/a.avif"]
)
def test_what_is_not_firsthands_is_told_and_left_alone(
    either: tuple[str, PictureStorage], name: str
) -> None:
    which, where = either
    put(where, name)
    assert f"{which}: {name} is not Firsthand's" in report()
    assert "left alone" in report("--mend")
    assert names_in(where) == [name]


def test_quarantine_has_no_place_in_the_open() -> None:
    put(storage.public_storage(), "quarantine/a")
    assert "public: quarantine/a is not Firsthand's" in report()


# ---------------------------------------------------------------- rows without files


def test_of_a_picture_that_lost_some_files_the_rest_is_shown(shown: Image) -> None:
    lost = [variant["path"] for variant in shown.variants if variant["width"] == 640]
    storage.public_storage().remove(lost)
    said = report()
    for name in lost:
        assert f"public: {name} is missing" in said
    assert Image.objects.get().variants == shown.variants
    sweep("--mend")
    image = Image.objects.get()
    assert image.state == Image.State.READY
    assert image.is_public
    assert {variant["width"] for variant in image.variants} == {320}
    assert (image.width, image.height) == (320, 160)
    assert image.file.name in image.storage_names()
    assert image.stored_bytes == sum(variant["bytes"] for variant in image.variants)
    assert "Nothing is wrong." in sweep()


def test_owner_of_a_picture_without_files_learns_it(hidden: Image) -> None:
    storage.private_storage().remove(hidden.storage_names())
    sweep("--mend")
    image = Image.objects.get()
    assert (image.state, image.reason, image.variants) == (Image.State.REJECTED, LOST, [])
    assert "Nothing is wrong." in sweep()


def test_avif_alone_is_not_enough_and_goes_too(hidden: Image) -> None:
    storage.private_storage().remove(
        variant["path"] for variant in hidden.variants if variant["type"] == "image/webp"
    )
    sweep("--mend")
    assert Image.objects.get().state == Image.State.REJECTED
    assert names_in(storage.private_storage()) == []


@pytest.mark.parametrize(("lost", "state"), [("still", "rejected"), ("moving", "rejected")])
def test_an_animation_needs_both_its_poster_and_its_moving_file(
    hidden: Image, lost: str, state: str
) -> None:
    first, second = hidden.variants[2:]
    variants = [first | {"kind": "animation"}, second | {"kind": "poster"}]
    storage.private_storage().remove(variant["path"] for variant in hidden.variants[:2])
    Image.objects.update(animated=True, variants=variants)
    assert "Nothing is wrong." in sweep()
    storage.private_storage().remove([variants[lost == "still"]["path"]])
    sweep("--mend")
    assert Image.objects.get().state == state


def test_a_file_cut_short_counts_as_missing(hidden: Image) -> None:
    cut = hidden.storage_names()[0]
    put(storage.private_storage(), cut, b"short")
    assert f"private: {cut} is missing, or shorter than it should be." in report()
    sweep("--mend")
    assert cut not in Image.objects.get().storage_names()
    assert not storage.private_storage().exists(cut)


def test_a_picture_on_its_way_needs_no_files(hidden: Image) -> None:
    storage.private_storage().remove(hidden.storage_names())
    Image.objects.update(state=Image.State.PROCESSING, variants=[], file="")
    assert "Nothing is wrong." in sweep()


# ---------------------------------------------------------------- files in the wrong place


def test_hidden_files_in_the_open_are_told_and_hidden(hidden: Image) -> None:
    storage.move(
        hidden.storage_names(), source=storage.private_storage(), target=storage.public_storage()
    )
    said = report()
    for name in hidden.storage_names():
        assert f"public: {name} lies in the wrong place." in said
    sweep("--mend")
    assert names_in(storage.public_storage()) == []
    assert names_in(storage.private_storage()) == sorted(hidden.storage_names())


def test_public_files_that_are_hidden_are_told_and_moved(shown: Image) -> None:
    storage.move(
        shown.storage_names(), source=storage.public_storage(), target=storage.private_storage()
    )
    assert report().count("lies in the wrong place") == 5  # each file, and the sum of it
    sweep("--mend")
    assert names_in(storage.private_storage()) == []
    assert names_in(storage.public_storage()) == sorted(shown.storage_names())


def test_files_in_both_places_stay_in_the_right_one(hidden: Image) -> None:
    storage.public_storage().bring(hidden.storage_names(), storage.private_storage())
    sweep("--mend")
    assert names_in(storage.public_storage()) == []
    assert names_in(storage.private_storage()) == sorted(hidden.storage_names())


def test_a_row_that_does_not_know_where_its_files_are_learns_it(shown: Image) -> None:
    Image.objects.update(is_public=False)
    assert f"{storage.folder_of(shown.key)} lies in the wrong place." in report()
    sweep("--mend")
    assert Image.objects.get().is_public


def test_a_picture_both_misplaced_and_incomplete_is_mended_in_one_go(hidden: Image) -> None:
    storage.move(
        hidden.storage_names(), source=storage.private_storage(), target=storage.public_storage()
    )
    storage.public_storage().remove(hidden.storage_names()[:1])
    sweep("--mend")
    assert "Nothing is wrong." in sweep()
    assert len(names_in(storage.private_storage())) == 3


# ---------------------------------------------------------------- care


def test_so_much_at_once_is_not_mended_unasked(
    hidden: Image, shown: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when STORAGE_URL names an empty bucket, or DATABASE_URL an empty database."""
    monkeypatch.setattr(sweep_media, "FEW", 1)
    for one in storage.both_storages():
        one.remove(names_in(one))
    assert "is this the right storage" in report("--mend")
    assert set(Image.objects.values_list("state", flat=True)) == {Image.State.READY}
    sweep("--mend", "--even-if-many")
    assert set(Image.objects.values_list("state", flat=True)) == {Image.State.REJECTED}


def test_files_of_many_unknown_pictures_are_not_deleted_unasked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sweep_media, "FEW", 1)
    for key in ("a" * 32, "b" * 32):
        put(storage.private_storage(), f"{storage.folder_of(key)}/640.avif")
    assert "is this the right storage" in report("--mend")
    assert len(names_in(storage.private_storage())) == 2


def test_a_storage_that_is_down_says_nothing_of_any_picture(hidden: Image) -> None:
    kind = type(storage.private_storage())
    with patch.object(kind, "check", side_effect=StorageDown("no answer")):
        assert "The storage cannot be swept: no answer." in report("--mend")
    assert Image.objects.get().state == Image.State.READY


def test_a_long_list_comes_page_by_page(
    creator: User, monkeypatch: pytest.MonkeyPatch, kind_of_storage: str
) -> None:
    if kind_of_storage == "bucket":
        monkeypatch.setattr("content.images.bucket.PAGE", 3)
    for _ in range(3):
        ImageFactory.create(uploaded_by_user=creator)
    names = [f"{storage.folder_of(KEY)}/{width}.avif" for width in range(10, 20)]
    for name in names:
        put(storage.private_storage(), name)
    assert report().count("belongs to no picture") == 10 + 1  # and the sum of it
    sweep("--mend")
    assert len(names_in(storage.private_storage())) == 12


def test_a_picture_that_moves_during_the_sweep_is_not_told(hidden: Image) -> None:
    """Listed in neither storage, because it went from the one not yet listed to the one listed before."""
    Image.objects.update(is_editorial=True)
    walk = type(storage.private_storage()).walk

    def moving_walk(one: Any, folder: str) -> Iterator[Any]:
        if one is storage.private_storage() and folder == "images":
            place_images(image_ids=[hidden.pk])
        return walk(one, folder)

    with patch.object(type(storage.private_storage()), "walk", moving_walk):
        assert "Nothing is wrong." in sweep()
