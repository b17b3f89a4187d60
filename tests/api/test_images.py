"""Pictures over HTTP: uploading, polling, taking back."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from content import limits
from content.models import Image, Post
from content.services.bans import ban_picture
from content.services.images import place_images
from tests.api.conftest import Api, assert_problem
from tests.factories import ImageFactory, PostFactory, committed


def picture(name: str = "cat.png") -> SimpleUploadedFile:
    content = BytesIO()
    Pillow.new("RGB", (64, 48), "plum").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), "image/png")


def upload(client: Api, **form: Any) -> Any:
    return client.http.post("/api/image", form)


def test_upload_is_taken_in_and_can_be_polled(creator: Api) -> None:
    taken = upload(creator, file=picture(), alt="A cat")
    assert taken.status_code == 202
    assert taken.json() == {"id": taken.json()["id"], "state": "processing", "reason": None}
    polled = creator.get(f"/api/image/{taken.json()['id']}").json()
    assert polled["state"] == "processing"
    assert Image.objects.get().description == "A cat"


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile(
            "a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"
        ),
        SimpleUploadedFile("a.jpg", b"<script>alert(1)</script>", "image/jpeg"),
        SimpleUploadedFile("a.mp4", b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 100, "video/mp4"),
        SimpleUploadedFile("a.png", b"", "image/png"),
    ],
    ids=["svg", "script", "video", "empty"],
)
def test_what_is_no_picture_is_refused_with_the_reason(
    creator: Api, file: SimpleUploadedFile
) -> None:
    assert_problem(upload(creator, file=file), 400, "file")
    assert not Image.objects.exists()


def test_a_file_that_is_too_large_is_a_413(creator: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.images.UPLOAD_BYTES", 10)
    assert limits.UPLOAD_BYTES == 25 * 1024 * 1024
    assert_problem(upload(creator, file=picture()), 413)


def test_bad_description_is_refused(creator: Api) -> None:
    for alt in ("x" * 256, "a\x00b"):
        assert_problem(upload(creator, file=picture(), alt=alt), 400, "alt")


def test_same_key_takes_one_picture_in(creator: Api) -> None:
    ids = {
        creator.http.post(
            "/api/image", {"file": picture()}, headers={"Idempotency-Key": "k"}
        ).json()["id"]
        for _ in range(2)
    }
    assert len(ids) == 1
    other = creator.http.post(
        "/api/image", {"file": picture(), "alt": "x"}, headers={"Idempotency-Key": "k"}
    )
    assert_problem(other, 409)


def test_odd_file_names_are_no_trouble(creator: Api) -> None:
    for name in ("../../etc/passwd.png", "a" * 400 + ".png", "\u202egnp.png", "cat\x00.png"):
        assert upload(creator, file=picture(name)).status_code == 202


def test_ready_picture_has_its_sizes_the_preferred_type_first(creator: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user, description="A cat", is_public=True)
    seen = creator.get(f"/api/image/{image.pk}").json()
    base = f"http://localhost:8000/media/images/{image.key[:2]}/{image.key}"
    assert seen == {
        "id": image.pk,
        "state": "ready",
        "reason": None,
        "alt": "A cat",
        "width": 640,
        "height": 320,
        "animated": False,
        "placeholder": image.placeholder,
        "poster": None,
        "src": f"{base}/640.webp",
        "srcset": f"{base}/320.webp 320w, {base}/640.webp 640w",
        "sources": [
            {"type": "image/avif", "srcset": f"{base}/320.avif 320w, {base}/640.avif 640w"},
            {"type": "image/webp", "srcset": f"{base}/320.webp 320w, {base}/640.webp 640w"},
        ],
    }


def test_programs_without_srcset_are_sent_no_giant(creator: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user, is_public=True)
    small, *_ = image.variants
    image.variants = [
        small | {"type": kind, "width": width, "path": f"images/{width}.{kind[6:]}"}
        for width in (2048, 1280, 640, 320)
        for kind in ("image/avif", "image/webp")
    ]
    image.save(update_fields=["variants"])
    seen = creator.get(f"/api/image/{image.pk}").json()
    assert seen["src"].endswith("/1280.webp")
    for source in seen["sources"]:
        widths = [size.split()[1] for size in source["srcset"].split(", ")]
        assert widths == ["320w", "640w", "1280w", "2048w"]


def test_animation_shows_its_moving_files_and_a_still_poster(creator: Api) -> None:
    def variant(kind: str, media_type: str, name: str) -> dict[str, Any]:
        return {
            "kind": kind,
            "type": media_type,
            "width": 300,
            "height": 200,
            "path": f"images/{name}",
            "bytes": 1,
        }

    image = ImageFactory.create(
        uploaded_by_user=creator.user,
        animated=True,
        is_public=True,
        variants=[
            variant("animation", "image/avif", "a.avif"),
            variant("animation", "image/gif", "a.gif"),
            variant("poster", "image/avif", "p.avif"),
            variant("poster", "image/webp", "p.webp"),
        ],
    )
    seen = creator.get(f"/api/image/{image.pk}").json()
    assert seen["animated"] is True
    assert seen["src"].endswith("/a.gif")
    assert seen["poster"].endswith("/p.webp")
    assert [source["type"] for source in seen["sources"]] == ["image/avif", "image/gif"]


def test_a_picture_in_a_waiting_version_of_a_live_post_cannot_be_taken_back(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    image = ImageFactory.create(uploaded_by_user=creator.user)
    creator.patch(f"/api/post/{post.pk}", {"images": [{"id": image.pk}]})
    assert_problem(creator.delete(f"/api/image/{image.pk}"), 409)
    creator.delete(f"/api/post/{post.pk}")
    other = ImageFactory.create(uploaded_by_user=creator.user)
    with committed():
        assert creator.delete(f"/api/image/{other.pk}").status_code == 204
    assert_problem(creator.get(f"/media/{other.storage_names()[0]}"), 404)


def test_unready_picture_stays_in_its_creators_gallery(creator: Api) -> None:
    image = ImageFactory.create(
        uploaded_by_user=creator.user, state="processing", variants=[], file=""
    )
    body = {"title": "T", "content": "c", "images": [{"id": image.pk, "alt": "soon"}]}
    shown = creator.post("/api/post", body).json()["images"]
    assert [(item["id"], item["alt"], item["src"]) for item in shown] == [(image.pk, "soon", "")]


def test_files_are_open_to_all_once_the_post_is_live(anonymous: Api, creator: Api) -> None:
    post: Post = PostFactory.create(creator=creator.user, live=True, pictures=1)
    image = post.gallery.get().image
    place_images(image_ids=[image.pk])
    shown = anonymous.get(f"/media/{image.storage_names()[0]}")
    assert shown.status_code == 200
    assert b"".join(shown.streaming_content)


def test_the_same_file_again_is_the_same_picture(creator: Api, stranger: Api) -> None:
    first = upload(creator, file=picture(), alt="A cat").json()
    again = upload(creator, file=picture("copy.png"), alt="A grey cat")
    assert again.status_code == 202
    assert again.json() == first
    assert Image.objects.get().description == "A grey cat"
    assert upload(stranger, file=picture()).json()["id"] != first["id"]


def test_a_held_picture_is_told_to_its_owner_as_rejected_with_the_reason(
    creator: Api, stranger: Api, moderator: Api
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    ban_picture(image=image, moderator=moderator.user, reason="Taken from a shop")
    told = creator.get(f"/api/image/{image.pk}").json()
    assert told == {
        "id": image.pk,
        "state": "rejected",
        "reason": "Moderators do not allow this picture here: Taken from a shop.",
    }
    assert_problem(stranger.get(f"/api/image/{image.pk}"), 404)
    path = f"/media/{image.storage_names()[0]}"
    statuses = [client.get(path).status_code for client in (creator, stranger, moderator)]
    assert statuses == [404, 404, 200]


def test_a_held_picture_leaves_a_live_post_that_stays(
    anonymous: Api, creator: Api, moderator: Api
) -> None:
    post: Post = PostFactory.create(creator=creator.user, live=True, pictures=2)
    held, kept = (item.image for item in post.gallery.all())
    ban_picture(image=held, moderator=moderator.user, reason="Spam")
    shown = anonymous.get(f"/api/post/{post.pk}").json()
    assert [one["id"] for one in shown["images"]] == [kept.pk]
    listed = anonymous.get("/api/post").json()["results"][0]
    assert (listed["image_count"], listed["images"][0]["id"]) == (1, kept.pk)
    assert_problem(creator.post(f"/api/post/{post.pk}/submit"), 409)
    edit = creator.patch(f"/api/post/{post.pk}", {"images": [{"id": held.pk}, {"id": kept.pk}]})
    assert "Spam" in assert_problem(edit, 400, "images.0.id")["detail"]


def test_a_full_creator_is_told_at_the_file(creator: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    Image.objects.filter(pk=image.pk).update(stored_bytes=limits.STORAGE_BYTES)
    problem = assert_problem(upload(creator, file=picture()), 409, "file")
    assert problem["code"] == "storage_full"
    assert "You use 250 of 250 MB" in problem["detail"]
    assert "Delete pictures or posts" in problem["detail"]
    with committed():
        assert creator.delete(f"/api/image/{image.pk}").status_code == 204
    assert upload(creator, file=picture()).status_code == 202


def test_one_picture_in_two_posts_goes_with_the_last(creator: Api) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    body = {"title": "T", "content": "c", "images": [{"id": image.pk}]}
    first, second = (creator.post("/api/post", body).json()["id"] for _ in range(2))
    creator.delete(f"/api/post/{first}")
    assert_problem(creator.delete(f"/api/image/{image.pk}"), 409)
    creator.delete(f"/api/post/{second}")
    assert_problem(creator.get(f"/api/image/{image.pk}"), 404)
