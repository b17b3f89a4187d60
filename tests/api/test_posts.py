"""Posts over HTTP: what each reader sees, and what each writer may do."""

from typing import Any

import pytest

from content.models import Post
from tests.api.conftest import Api, assert_problem
from tests.factories import ImageFactory, PostFactory, UserFactory, committed

NEW = {
    "title": "A bread starter",
    "content": "<p>Lively.</p>",
    "tags": ["Bread", "#sourdough"],
    "images": [],
}


def test_creator_writes_submits_and_sees_the_post_live_after_approval(
    creator: Api, moderator: Api, anonymous: Api
) -> None:
    image = ImageFactory.create(uploaded_by_user=creator.user)
    with committed():
        made = creator.post(
            "/api/post", NEW | {"images": [{"id": image.pk, "alt": "A jar"}], "submit": True}
        )
    assert made.status_code == 201
    post = made.json()
    assert post["state"] == "in_review"
    assert post["tags"] == ["bread", "sourdough"]
    assert_problem(anonymous.get(f"/api/post/{post['id']}"), 404)

    with committed():
        approved = moderator.post(f"/api/post/{post['id']}/approve")
    assert approved.status_code == 200
    assert approved.json()["state"] == "live"

    seen = anonymous.get(f"/api/post/{post['id']}").json()
    assert "state" not in seen
    assert seen["creator"] == {"id": creator.user.pk, "name": "Cleo Creator", "avatar": None}
    assert seen["images"][0]["alt"] == "A jar"
    assert seen["images"][0]["src"].startswith("http://localhost:8000/media/images/")
    assert [source["type"] for source in seen["images"][0]["sources"]] == [
        "image/avif",
        "image/webp",
    ]
    assert seen["url"] == f"http://localhost:8000/post/{post['id']}"
    for listing in (
        "/api/post",
        "/api/post?tag=bread&tag=SourDough",
        "/api/post?q=starter",
        f"/api/post?user={creator.user.pk}",
        "/api/post?availability=open",
    ):
        results = anonymous.get(listing).json()["results"]
        assert [item["id"] for item in results] == [post["id"]], listing
        assert "content" not in results[0]
        assert results[0]["image_count"] == 1


def test_sent_back_post_tells_its_creator_why_and_can_come_again(
    creator: Api, moderator: Api
) -> None:
    post = PostFactory.create(creator=creator.user, in_review=True)
    rejected = moderator.post(
        f"/api/post/{post.pk}/reject", {"reason": "Say more.", "code": "unclear"}
    )
    assert rejected.status_code == 200
    seen = creator.get(f"/api/post/{post.pk}").json()
    assert seen["state"] == "changes_requested"
    assert seen["review"]["reason"] == "Say more."
    assert seen["review"]["code"] == "unclear"
    assert creator.patch(f"/api/post/{post.pk}", {"content": "<p>More.</p>"}).status_code == 200
    assert creator.post(f"/api/post/{post.pk}/submit").json()["state"] == "in_review"


def test_edit_of_a_live_post_waits_while_the_live_version_stays(
    creator: Api, moderator: Api, anonymous: Api
) -> None:
    post = PostFactory.create(creator=creator.user, live=True, title="Old", pictures=1)
    edited = creator.patch(f"/api/post/{post.pk}", {"title": "New", "tags": ["metal"]}).json()
    assert edited["title"] == "New"
    assert edited["tags"] == ["metal"]
    assert edited["has_pending_changes"] is True
    assert len(edited["images"]) == 1
    assert anonymous.get(f"/api/post/{post.pk}").json()["title"] == "Old"
    assert moderator.get(f"/api/post/{post.pk}").json()["title"] == "New"


def test_availability_takes_effect_at_once(creator: Api, anonymous: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    assert creator.patch(f"/api/post/{post.pk}", {"availability": "given"}).status_code == 200
    assert anonymous.get(f"/api/post/{post.pk}").json()["availability"] == "given"
    body = {"post": post.pk, "name": "V", "email": "v@example.net", "message": "Hello"}
    assert assert_problem(anonymous.post("/api/request", body), 409)["code"] == "post_closed"


def test_submitting_twice_is_a_conflict(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user)
    assert creator.post(f"/api/post/{post.pk}/submit").status_code == 200
    assert_problem(creator.post(f"/api/post/{post.pk}/submit"), 409)
    assert creator.post(f"/api/post/{post.pk}/withdraw").json()["state"] == "draft"
    assert_problem(creator.post(f"/api/post/{post.pk}/withdraw"), 409)


def test_own_list_holds_every_state_and_can_be_narrowed(creator: Api) -> None:
    states: dict[str, dict[str, Any]] = {
        "draft": {},
        "in_review": {"in_review": True},
        "live": {"live": True},
        "changes_requested": {"sent_back": True},
    }
    for traits in states.values():
        PostFactory.create(creator=creator.user, **traits)
    PostFactory.create(live=True)
    own = creator.get("/api/post?user=me").json()["results"]
    assert {post["state"] for post in own} == set(states)
    for state in states:
        narrowed = creator.get(f"/api/post?user=me&state={state}").json()["results"]
        assert [post["state"] for post in narrowed] == [state]


def test_writing_needs_a_confirmed_address(db: None) -> None:
    newcomer = Api(UserFactory.create(confirmed=False))
    assert assert_problem(newcomer.post("/api/post", NEW), 403)["code"] == "email_not_verified"


def test_script_in_a_text_is_taken_out(creator: Api) -> None:
    body = NEW | {
        "title": "<script>x</script>",
        "content": "<p onclick=x>Hi<script>alert(1)</script></p>",
    }
    post = creator.post("/api/post", body).json()
    assert post["content"] == "<p>Hi</p>"
    assert post["title"] == "<script>x</script>"  # a title is text, and text it stays


def test_put_wants_everything(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user)
    assert_problem(creator.put(f"/api/post/{post.pk}", {"title": "Only this"}), 400, "content")
    assert creator.put(f"/api/post/{post.pk}", NEW).json()["title"] == "A bread starter"


def test_somebody_elses_picture_is_refused(creator: Api) -> None:
    theirs = ImageFactory.create()
    assert_problem(
        creator.post("/api/post", NEW | {"images": [{"id": theirs.pk}]}), 400, "images.0.id"
    )


@pytest.mark.parametrize("traits", [{}, {"in_review": True}, {"sent_back": True}])
def test_hidden_post_and_its_files_are_nowhere_to_strangers(
    anonymous: Api, stranger: Api, creator: Api, moderator: Api, traits: dict[str, Any]
) -> None:
    post = PostFactory.create(
        creator=creator.user, title="Zebra", pictures=1, tags=["zebra"], **traits
    )
    image = post.gallery.get().image
    file = f"/media/{image.storage_names()[0]}"
    for outsider in (anonymous, stranger):
        for path in (f"/api/post/{post.pk}", f"/api/image/{image.pk}", file):
            assert_problem(outsider.get(path), 404)
        for path in (
            "/api/post",
            "/api/post?q=zebra",
            "/api/post?tag=zebra",
            "/api/tag",
            f"/api/post?user={creator.user.pk}",
            "/api/user",
        ):
            assert outsider.get(path).json()["results"] == [], path
        assert outsider.get(f"/api/user/{creator.user.pk}").json()["post_count"] == 0
        request = {"post": post.pk, "name": "V", "email": "v@example.net", "message": "Hello"}
        assert_problem(outsider.post("/api/request", request), 404)
    for insider in (creator, moderator):
        assert insider.get(f"/api/post/{post.pk}").status_code == 200
        shown = insider.get(file)
        assert shown.status_code == 200
        assert shown["Content-Type"] == "image/avif"
        assert shown["Cache-Control"] == "private, no-store"
        assert shown["X-Content-Type-Options"] == "nosniff"
        assert b"".join(shown.streaming_content)[4:12] == b"ftypavif"


def test_deleting_a_post_leaves_nothing(creator: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True, pictures=1)
    with committed():
        assert creator.delete(f"/api/post/{post.pk}").status_code == 204
    assert not Post.objects.filter(pk=post.pk).exists()
    assert_problem(creator.get(f"/api/post/{post.pk}"), 404)
