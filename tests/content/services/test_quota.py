"""A creator stores so much and no more, and knows how much that is."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content import limits
from content.images import storage
from content.models import Image
from content.services import quota
from content.services.images import accept_upload
from content.services.quota import StorageFull, TooManyWaiting, storage_of
from tests.content.images import makers
from tests.factories import ImageFactory, PostFactory, UserFactory, committed

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


def upload(owner: User, number: int = 0, *, is_editorial: bool = False) -> Image:
    file = SimpleUploadedFile("cup.jpg", makers.jpeg(100 + number, 60))
    return accept_upload(owner=owner, upload=file, is_editorial=is_editorial)


def fill(owner: User, size: int) -> None:
    image = ImageFactory.create(uploaded_by_user=owner)
    Image.objects.filter(pk=image.pk).update(stored_bytes=size)


def test_an_upload_counts_while_it_waits_and_its_files_when_they_are_made(creator: User) -> None:
    image = upload(creator)
    assert storage_of(user=creator).used == len(makers.jpeg(100, 60))
    with committed():
        image = upload(creator, 1)
    image.refresh_from_db()
    made = sum(variant["bytes"] for variant in image.variants)
    assert storage_of(user=creator).used == len(makers.jpeg(100, 60)) + made


def test_a_rejected_upload_takes_no_room(creator: User) -> None:
    with committed():
        accept_upload(
            owner=creator, upload=SimpleUploadedFile("a.png", makers.png_claiming(50, 50))
        )
    assert Image.objects.get().state == "rejected"
    assert storage_of(user=creator).used == 0


def test_deleting_a_post_frees_the_room(creator: User) -> None:
    post = PostFactory.create(creator=creator, pictures=2)
    assert storage_of(user=creator).used > 0
    post.delete()
    assert storage_of(user=creator).used > 0
    Image.objects.all().delete()
    assert storage_of(user=creator).used == 0


def test_what_does_not_fit_is_refused_with_the_use_and_the_limit(creator: User) -> None:
    fill(creator, limits.STORAGE_BYTES - 100)
    before = list(storage.quarantined())
    with pytest.raises(StorageFull, match="You use 250 of 250 MB") as caught:
        upload(creator)
    assert "Delete pictures or posts" in caught.value.message
    assert caught.value.field == "file"
    assert list(storage.quarantined()) == before
    fill_less = Image.objects.get()
    Image.objects.filter(pk=fill_less.pk).update(stored_bytes=limits.STORAGE_BYTES - 100_000)
    upload(creator)


def test_a_full_creator_still_gets_the_same_picture_back(creator: User) -> None:
    image = upload(creator)
    fill(creator, limits.STORAGE_BYTES)
    assert upload(creator) == image


def test_one_persons_pictures_do_not_fill_anothers_room(creator: User, stranger: User) -> None:
    fill(creator, limits.STORAGE_BYTES)
    assert upload(stranger).state == "processing"


def test_pictures_for_the_sites_pages_do_not_count(moderator: User) -> None:
    fill(moderator, limits.STORAGE_BYTES)
    image = upload(moderator, is_editorial=True)
    Image.objects.exclude(pk=image.pk).delete()
    assert storage_of(user=moderator).used == 0


def test_so_many_uploads_may_wait_and_no_more(
    creator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quota, "UPLOADS_WAITING", 2)
    upload(creator)
    second = upload(creator, 1)
    with pytest.raises(TooManyWaiting):
        upload(creator, 2)
    Image.objects.filter(pk=second.pk).update(state="rejected", reason="Damaged.")
    upload(creator, 2)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_uploads_at_the_same_moment_do_not_get_past_the_limit_together() -> None:
    creator = UserFactory.create()
    fill(creator, limits.STORAGE_BYTES - len(makers.jpeg(100, 60)) - 20)
    barrier, results = threading.Barrier(4), []

    def send(number: int) -> None:
        barrier.wait()
        try:
            upload(creator, number)
            results.append("taken")
        except StorageFull:
            results.append("full")
        connection.close()

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == ["full", "full", "full", "taken"]
    assert storage_of(user=creator).used <= limits.STORAGE_BYTES


def test_asking_costs_one_query_however_many_pictures(creator: User) -> None:
    storage_of(user=creator)  # reads the site's settings, which are kept
    for count in (1, 20):
        for _ in range(count):
            ImageFactory.create(uploaded_by_user=creator)
        with CaptureQueriesContext(connection) as captured:
            storage_of(user=creator)
        assert len(captured) == 1


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0.0"), (MEGABYTE // 2, "0.5"), (248 * MEGABYTE, "248")]
)
def test_sizes_are_said_in_megabytes(size: int, words: str) -> None:
    assert quota._megabytes(size) == words
