"""One's own pictures in the admin: uploading them, seeing how they are, and watching animations."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from content import limits
from content.models import Image
from tests.content.images import makers
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db

LIBRARY = "/admin/images/"
CHOOSER = "/admin/images/chooser/create/"


def words(response: Any) -> str:
    return str(response.content.decode())


def cup(name: str = "cup.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, makers.jpeg())


def moving(owner: User) -> Image:
    picture = ImageFactory.create(uploaded_by_user=owner, animated=True)
    clips = [
        {
            "kind": "animation",
            "type": kind,
            "width": 640,
            "height": 320,
            "path": path,
            "bytes": size,
        }
        for kind, path, size in (
            ("image/gif", "moving/clip.gif", 30),
            ("image/webp", "moving/clip.webp", 10),
        )
    ]
    Image.objects.filter(pk=picture.pk).update(variants=[*picture.variants, *clips])
    return picture


def test_the_same_file_twice_in_one_upload_is_one_picture(as_creator: Client) -> None:
    response = as_creator.post(LIBRARY, {"pictures": [cup(), cup("copy.jpg")]}, follow=True)
    assert "1 uploaded" in words(response)
    assert Image.objects.count() == 1


def test_the_chooser_gives_the_same_picture_back(as_creator: Client) -> None:
    as_creator.post(LIBRARY, {"pictures": [cup()]})
    picture = Image.objects.get()
    answer = as_creator.post(CHOOSER, {"image-chooser-upload-file": cup()}).json()
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(picture.pk)
    assert Image.objects.count() == 1


def test_who_has_no_room_reads_why_in_library_and_chooser(
    as_creator: Client, creator: User
) -> None:
    full = ImageFactory.create(uploaded_by_user=creator)
    Image.objects.filter(pk=full.pk).update(stored_bytes=limits.STORAGE_BYTES)
    page = words(as_creator.post(LIBRARY, {"pictures": [cup()]}, follow=True))
    assert "You use 250 of 250 MB" in page
    answer = words(as_creator.post(CHOOSER, {"image-chooser-upload-file": cup()}))
    assert "You use 250 of 250 MB" in answer
    assert Image.objects.count() == 1


def test_the_library_says_how_much_is_used(as_creator: Client) -> None:
    assert "Your pictures take" in words(as_creator.get(LIBRARY))


def test_an_animation_stands_still_until_it_is_asked_for(
    as_creator: Client, as_moderator: Client, creator: User
) -> None:
    picture = moving(creator)
    post = PostFactory.create(creator=creator, in_review=True, images=[picture])
    for page in (
        words(as_creator.get(f"{LIBRARY}{picture.pk}/")),
        words(as_moderator.get(f"/admin/review/{post.pk}/")),
    ):
        still, _, rest = page.partition("<template><picture>")
        template, _, _ = rest.partition("</template>")
        assert "/media/moving/" not in still
        assert template.index("clip.webp") < template.index("clip.gif")
        assert picture.storage_names()[0].rsplit("/", 1)[0] in still
        assert "Play</span>" in rest


def test_a_still_has_nothing_to_play(as_creator: Client, creator: User) -> None:
    picture = ImageFactory.create(uploaded_by_user=creator)
    assert "data-moving" not in words(as_creator.get(f"{LIBRARY}{picture.pk}/"))


def test_a_picture_taken_out_of_every_post_can_be_deleted(
    as_creator: Client, creator: User
) -> None:
    picture = ImageFactory.create(uploaded_by_user=creator)
    assert "in use" not in words(as_creator.get(f"{LIBRARY}{picture.pk}/"))
    as_creator.post(f"{LIBRARY}{picture.pk}/delete/")
    assert not Image.objects.exists()
