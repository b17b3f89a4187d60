"""The same file again is the same picture, and one that several things show stays while one of them does."""

import threading
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction

from accounts.errors import InvalidInput
from accounts.models import User
from content.images import storage
from content.models import Image
from content.services.avatars import set_avatar
from content.services.bans import ban_picture
from content.services.images import accept_upload, delete_unused_images
from content.services.posts import GalleryItem, create_post, delete_post, update_post
from content.services.taking_back import PictureInUse, take_back_image
from tests.content.images import makers
from tests.factories import ImageFactory, PostFactory, UserFactory, committed

pytestmark = pytest.mark.django_db


def upload(owner: User, data: bytes | None = None, **options: Any) -> Image:
    file = SimpleUploadedFile("cup.jpg", data or makers.jpeg())
    return accept_upload(owner=owner, upload=file, **options)


def quarantined() -> int:
    return len(list(storage.quarantined()))


def test_the_same_file_again_is_the_same_picture_and_stores_nothing(creator: User) -> None:
    before = quarantined()
    first = upload(creator)
    assert upload(creator) == first
    assert quarantined() == before + 1
    with committed():
        upload(creator, makers.jpeg(90, 60))
    assert upload(creator, makers.jpeg(90, 60)).state == "ready"
    assert Image.objects.count() == 2


def test_the_description_given_last_is_the_pictures_and_no_posts(creator: User) -> None:
    image = upload(creator, alt="A cup")
    post = create_post(
        creator=creator,
        title="Cup",
        content="<p>Blue.</p>",
        images=[GalleryItem(image.pk, "My cup")],
    )
    upload(creator, alt="A red cup")
    upload(creator)
    image.refresh_from_db()
    assert image.description == "A red cup"
    assert post.gallery.get().alt == "My cup"


def test_another_persons_upload_of_the_same_file_is_their_own(
    creator: User, stranger: User
) -> None:
    assert upload(creator) != upload(stranger)


def test_a_picture_for_the_sites_pages_is_not_one_for_a_moderators_posts(moderator: User) -> None:
    """One is public at once, the other waits for review."""
    assert upload(moderator, is_editorial=True) != upload(moderator)
    assert upload(moderator, is_editorial=True) == upload(moderator, is_editorial=True)


def test_what_was_rejected_may_be_tried_again(creator: User) -> None:
    first = upload(creator)
    Image.objects.filter(pk=first.pk).update(state="rejected", reason="Damaged.")
    assert upload(creator) != first


def test_what_is_held_is_not_held_twice(creator: User, moderator: User) -> None:
    with committed():
        image = upload(creator)
    ban_picture(image=image, moderator=moderator, reason="Spam")
    assert upload(creator) == image


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_uploads_at_the_same_moment_end_as_one() -> None:
    creator, before = UserFactory.create(), quarantined()
    barrier, ids = threading.Barrier(4), []

    def send() -> None:
        barrier.wait()
        ids.append(upload(creator).pk)
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(ids) == 4
    assert ids == [Image.objects.get().pk] * 4
    assert quarantined() == before


def test_the_database_keeps_one_picture_of_the_same_bytes(creator: User) -> None:
    image = upload(creator)
    with pytest.raises(IntegrityError, match="same_bytes_once_a_person"), transaction.atomic():
        ImageFactory.create(uploaded_by_user=creator, upload_sha256=image.upload_sha256)


def test_a_picture_of_two_posts_stays_until_the_last_is_deleted(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    first, second = (PostFactory.create(creator=creator, images=[image]) for _ in range(2))
    delete_post(post=first)
    assert Image.objects.filter(pk=image.pk).exists()
    with pytest.raises(PictureInUse):
        take_back_image(image=image, owner=creator)
    delete_post(post=second)
    assert not Image.objects.exists()


def test_deleting_a_post_keeps_a_picture_that_an_edit_of_another_waits_with(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    first = PostFactory.create(creator=creator, images=[image])
    live = PostFactory.create(creator=creator, live=True)
    update_post(post=live, editor=creator, images=[GalleryItem(image.pk)])
    delete_post(post=first)
    assert Image.objects.filter(pk=image.pk).exists()


def test_a_picture_of_a_post_and_a_profile_stays_until_neither_shows_it(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    post = PostFactory.create(creator=creator, images=[image])
    set_avatar(user=creator, image_id=image.pk)
    delete_post(post=post)
    assert Image.objects.filter(pk=image.pk).exists()
    set_avatar(user=creator, image_id=None)
    assert not Image.objects.exists()


def test_a_picture_taken_out_of_a_post_can_be_deleted(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    post = PostFactory.create(creator=creator, images=[image])
    update_post(post=post, editor=creator, images=[])
    take_back_image(image=image, owner=creator)
    assert not Image.objects.exists()


def test_a_post_shows_the_same_picture_once(creator: User) -> None:
    item = GalleryItem(ImageFactory.create(uploaded_by_user=creator).pk)
    with pytest.raises(InvalidInput, match="This picture is here already") as caught:
        create_post(creator=creator, title="T", content="<p>c</p>", images=[item, item])
    assert caught.value.field == "images.1.id"


def test_nobody_takes_back_what_is_anothers(creator: User, stranger: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    take_back_image(image=image, owner=stranger)
    assert Image.objects.filter(pk=image.pk).exists()


def test_editorial_pictures_are_not_deleted_for_being_in_no_post(moderator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=moderator, is_editorial=True)
    delete_unused_images(image_ids=[image.pk])
    assert Image.objects.filter(pk=image.pk).exists()
