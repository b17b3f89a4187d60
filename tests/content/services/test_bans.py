"""A banned picture is held wherever it is or comes in again, and a moderator has the last word."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image as Pillow
from PIL import ImageOps

from accounts.errors import InvalidInput
from accounts.models import User
from content.erasure import erase_content
from content.errors import PicturesRefused
from content.images import storage
from content.images.fingerprint import SAME_WITHIN
from content.models import BannedPicture, Image, Post
from content.services import image_processing
from content.services.avatars import set_avatar
from content.services.bans import (
    NotHeld,
    NothingToBan,
    ban_picture,
    let_picture_through,
    lift_ban,
)
from content.services.holding import hold_earlier_uploads
from content.services.image_processing import process_upload_now
from content.services.images import accept_upload, can_view_image
from content.services.posts import GalleryItem, create_post, update_post
from content.services.review import approve_post, submit_post
from content.tasks import tidy_image_files
from tests.content.images import makers
from tests.factories import ImageFactory, PostFactory, UserFactory, committed

pytestmark = pytest.mark.django_db


def upload(owner: User, picture: Pillow.Image, kind: str = "JPEG", **options: int) -> Image:
    """Upload the picture and have it processed."""
    file = SimpleUploadedFile("a.jpg", makers.encode(picture, kind, **options))
    with committed():
        image = accept_upload(owner=owner, upload=file)
    image.refresh_from_db()
    return image


def ban(image: Image, reason: str = "Taken from a shop") -> BannedPicture:
    with committed():
        made = ban_picture(image=image, moderator=UserFactory.create(moderator=True), reason=reason)
    image.refresh_from_db()
    return made


def bits_apart(phash: int, bits: int) -> int:
    """Return a hash that differs from this one in so many bits."""
    return phash ^ ((1 << bits) - 1)


def lies_open(image: Image) -> bool:
    return any(storage.public_storage().exists(name) for name in image.storage_names())


def test_a_banned_picture_leaves_its_posts_and_the_public_storage_and_the_posts_stay(
    creator: User,
) -> None:
    with committed():
        image, other = (ImageFactory.create(uploaded_by_user=creator) for _ in range(2))
        post = PostFactory.create(creator=creator, live=True, images=[image, other])
    image.refresh_from_db()
    assert lies_open(image)

    ban(image)

    assert (image.state, image.is_public, lies_open(image)) == ("held", False, False)
    assert image.reason == "Moderators do not allow this picture here: Taken from a shop."
    shown = Post.objects.live().for_list().get(pk=post.pk)
    assert [item.image for item in shown.cover] == [other]
    assert shown.image_count == 1


CHANGES: dict[str, Callable[[Pillow.Image], Pillow.Image]] = {
    "saved anew": lambda picture: picture,
    "resized": lambda picture: picture.resize((picture.width // 2, picture.height // 2)),
    "mirrored": ImageOps.mirror,
}


@pytest.mark.parametrize("change", CHANGES)
def test_later_uploads_that_look_like_it_are_held_whoever_they_come_from(
    creator: User, stranger: User, change: str
) -> None:
    banned = ban(upload(creator, makers.scene(1)))
    again = upload(stranger, CHANGES[change](makers.scene(1)), "WEBP", quality=40)
    assert (again.state, again.held_for) == ("held", banned)
    assert again.held_distance is not None
    assert again.held_distance <= SAME_WITHIN
    assert (
        "looks like a picture that moderators do not allow here: Taken from a shop." in again.reason
    )
    assert again.storage_names()
    assert not lies_open(again)
    assert upload(stranger, makers.scene(2)).state == "ready"


def test_the_same_bytes_are_held_even_where_a_picture_is_too_plain_for_a_hash(
    creator: User, stranger: User
) -> None:
    plain = Pillow.new("RGB", (200, 100), "teal")
    image = upload(creator, plain)
    assert image.phash is None
    ban(image)
    assert upload(stranger, plain).held_distance == 0
    assert upload(stranger, Pillow.new("RGB", (201, 100), "teal")).state == "ready"


@pytest.mark.parametrize("column", ["phash", "phash_mirror"])
@pytest.mark.parametrize(("bits", "state"), [(0, "held"), (8, "held"), (9, "ready")])
@pytest.mark.parametrize("phash", [-1, 0x0F0F_1234_5678_9ABC, -(2**63), 2**63 - 1])
def test_earlier_uploads_within_eight_bits_are_held(
    creator: User, column: str, bits: int, state: str, phash: int
) -> None:
    earlier = ImageFactory.create(**{column: bits_apart(phash, bits)})
    ban(ImageFactory.create(uploaded_by_user=creator, phash=phash))
    earlier.refresh_from_db()
    assert earlier.state == state
    assert earlier.held_distance == (bits if state == "held" else None)


def test_a_search_that_was_lost_is_made_up_for(creator: User) -> None:
    earlier = ImageFactory.create(phash=5)
    with patch("content.services.bans.search_for_ban.delay", side_effect=ConnectionError):
        made = ban(ImageFactory.create(uploaded_by_user=creator, phash=5))
    earlier.refresh_from_db()
    assert (earlier.state, made.searched_at) == ("ready", None)
    with committed():
        tidy_image_files()
    earlier.refresh_from_db()
    made.refresh_from_db()
    assert earlier.state == "held"
    assert made.searched_at is not None


def test_a_ban_made_while_a_picture_is_processed_still_holds_it(creator: User) -> None:
    """The ban's own search has looked before the picture was there."""
    first = upload(creator, makers.scene(1))
    file = SimpleUploadedFile("b.jpg", makers.encode(makers.scene(1), "WEBP"))
    second = accept_upload(owner=UserFactory.create(), upload=file)
    real, calls = image_processing.hold_if_banned, []

    def ban_in_between(**kwargs: list[int]) -> int:
        calls.append(kwargs)
        found = real(**kwargs)
        if len(calls) == 1:
            ban(first)
            Image.objects.filter(pk=second.pk).update(
                state="ready", held_for=None, held_at=None, held_distance=None, reason=""
            )
        return found

    with patch.object(image_processing, "hold_if_banned", ban_in_between):
        process_upload_now(image_id=second.pk)
    second.refresh_from_db()
    assert second.state == "held"


def test_a_picture_that_was_let_through_is_not_held_again(creator: User, stranger: User) -> None:
    with committed():
        image = ImageFactory.create(uploaded_by_user=creator, phash=7)
        PostFactory.create(creator=creator, live=True, images=[image])
    made = ban(ImageFactory.create(uploaded_by_user=stranger, phash=7))
    image.refresh_from_db()
    assert (image.state, lies_open(image)) == ("held", False)
    with committed():
        let_picture_through(image=image)
        hold_earlier_uploads(ban_id=made.pk)
    image.refresh_from_db()
    assert (image.state, image.reason, image.held_for) == ("ready", "", None)
    assert lies_open(image)
    with pytest.raises(NotHeld):
        let_picture_through(image=image)


def test_a_picture_let_through_can_still_be_banned_itself(creator: User, stranger: User) -> None:
    banned = upload(creator, makers.scene(1))
    ban(banned, "First words")
    again = upload(stranger, makers.scene(1))
    let_picture_through(image=again)
    ban(again, "Newer words")
    assert BannedPicture.objects.get().reason == "Newer words"
    assert (again.state, again.let_through_at) == ("held", None)


def test_lifting_a_ban_brings_its_pictures_back_but_not_those_of_another(creator: User) -> None:
    first, second = (
        ban(ImageFactory.create(uploaded_by_user=creator, phash=phash)) for phash in (0, 0b1111)
    )
    near_both, near_first = (
        ImageFactory.create(uploaded_by_user=creator, phash=phash) for phash in (0b1, 0b11111 << 56)
    )
    hold_earlier_uploads(ban_id=first.pk)
    assert set(first.held.values_list("pk", flat=True)) >= {near_both.pk, near_first.pk}
    with committed():
        lift_ban(ban=first)
    near_both.refresh_from_db()
    near_first.refresh_from_db()
    assert (near_both.state, near_both.held_for, near_both.held_distance) == ("held", second, 3)
    assert (near_first.state, near_first.reason) == ("ready", "")
    assert list(BannedPicture.objects.all()) == [second]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"reason": " \u200b "}, "reason"),
        ({"reason": "x" * 121}, "reason"),
        ({"reason": "Fine", "note": "x" * 501}, "note"),
    ],
)
def test_a_ban_needs_a_reason_that_fits(
    creator: User, moderator: User, words: dict[str, str], field: str
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    with pytest.raises(InvalidInput) as caught:
        ban_picture(image=image, moderator=moderator, **words)
    assert caught.value.field == field
    assert not BannedPicture.objects.exists()


def test_the_longest_reason_still_reaches_the_owner_whole(creator: User, stranger: User) -> None:
    ban(upload(creator, makers.scene(1)), "x" * 120)
    held = upload(stranger, makers.scene(1), "WEBP")
    assert "x" * 120 in held.reason
    assert held.reason.endswith("let it through.")


@pytest.mark.parametrize("state", ["processing", "rejected", "held"])
def test_what_nobody_is_shown_cannot_be_banned(creator: User, moderator: User, state: str) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    if state == "held":
        ban(image)
    else:
        Image.objects.filter(pk=image.pk).update(state=state, reason="Damaged.")
    with pytest.raises(NothingToBan):
        ban_picture(image=image, moderator=moderator, reason="Again")


def test_files_of_a_held_picture_open_for_moderators_alone(
    creator: User, stranger: User, moderator: User
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    ban(image)
    seen = [can_view_image(person, image) for person in (creator, stranger, moderator)]
    assert seen == [False, False, True]


def test_a_held_picture_comes_into_no_post_and_no_profile(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    post = PostFactory.create(creator=creator, images=[image])
    ban(image)
    with pytest.raises(PicturesRefused, match="Taken from a shop"):
        submit_post(post=post, user=creator)
    with pytest.raises(InvalidInput, match="Taken from a shop"):
        update_post(post=post, editor=creator, images=[GalleryItem(image.pk)])
    with pytest.raises(InvalidInput, match="Taken from a shop"):
        set_avatar(user=creator, image_id=image.pk)
    update_post(post=post, editor=creator, images=[])
    submit_post(post=post, user=creator)


def test_a_post_in_review_is_approved_without_the_picture_banned_from_it(
    creator: User, moderator: User
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    post = PostFactory.create(creator=creator, in_review=True, images=[image])
    ban(image)
    with committed():
        approve_post(post=post, moderator=moderator)
    image.refresh_from_db()
    assert Post.objects.live().for_list().get().image_count == 0
    assert not lies_open(image)


def test_a_banned_profile_picture_is_taken_away(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    with committed():
        set_avatar(user=creator, image_id=image.pk)
    ban(image)
    assert not lies_open(image)


def test_a_moderators_name_leaves_the_bans_with_them(creator: User, moderator: User) -> None:
    made = ban_picture(
        image=ImageFactory.create(uploaded_by_user=creator), moderator=moderator, reason="Spam"
    )
    erase_content(user=moderator)
    made.refresh_from_db()
    assert (made.banned_by, made.reason) == (None, "Spam")


def test_a_ban_outlives_the_account_it_was_about(creator: User) -> None:
    ban(upload(creator, makers.scene(1)))
    erase_content(user=creator)
    assert not Image.objects.exists()
    assert upload(UserFactory.create(), makers.scene(1)).state == "held"


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("refused_image_has_a_reason", {"reason": ""}),
        ("held_image_knows_what_for", {"held_for": None}),
        ("held_image_knows_what_for", {"state": "ready"}),
        ("held_image_is_not_let_through", {"let_through_at": "2026-01-01T00:00Z"}),
        ("finished_image_has_a_size", {"width": 0}),
    ],
)
def test_the_database_keeps_the_rules_of_held_pictures(
    creator: User, name: str, columns: dict[str, object]
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator)
    ban(image)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Image.objects.filter(pk=image.pk).update(**columns)


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("ban_has_a_reason", {"sha256": "a" * 64}),
        ("ban_knows_its_picture", {"reason": "Spam"}),
        ("bytes_are_banned_once", {"reason": "Spam", "sha256": "b" * 64}),
    ],
)
def test_the_database_keeps_the_rules_of_bans(db: None, name: str, columns: dict[str, str]) -> None:
    BannedPicture.objects.create(reason="Spam", sha256="b" * 64)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        BannedPicture.objects.create(**columns)


def test_a_new_post_keeps_a_picture_that_waits(creator: User) -> None:
    image = ImageFactory.create(uploaded_by_user=creator, state="processing")
    post = create_post(
        creator=creator, title="A chair", content="<p>Oak.</p>", images=[GalleryItem(image.pk)]
    )
    assert Post.objects.for_list().get(pk=post.pk).image_count == 1
