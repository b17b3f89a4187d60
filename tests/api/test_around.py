"""The routes around the main ones: notifications, pages, previews, the site, health, the schema."""

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from django.core.management import call_command
from django.db import OperationalError
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no stubs
from wagtail.models import Page

from api.examples import ANSWERED, SENT
from content.models import EditorialPage, HomePage, Post, SiteSettings, Tag
from content.preview import TOKEN_LIFETIME
from content.services.tags import forbid_name, rename_tag
from engagement.models import PostRequest, RequestSettings
from tests.api.conftest import Api, assert_problem
from tests.factories import ImageFactory, PostFactory, PostRequestFactory

ROOT = Path(__file__).resolve().parents[2]
OPENAPI = ROOT / "api" / "openapi.json"


def test_notification_is_read_by_its_owner_only(creator: Api, stranger: Api) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    request = PostRequestFactory.create(post=post)
    newest = creator.get("/api/notification").json()["results"][0]
    assert newest["kind"] == "request_received"
    assert newest["request"] == request.pk
    assert newest["post"] == {"id": post.pk, "title": post.title}
    assert newest["read"] is False
    path = f"/api/notification/{newest['id']}"
    assert creator.patch(path, {"read": True}).json()["read"] is True
    assert creator.get("/api/notification").json()["results"][0]["read"] is True
    assert_problem(stranger.patch(path, {"read": True}), 404)
    assert_problem(creator.patch(path, {"read": "yes"}), 400, "read")


def test_tags_of_live_posts_only_most_used_first(anonymous: Api) -> None:
    PostFactory.create(live=True, tags=["wood", "oak"])
    PostFactory.create(live=True, tags=["wood"])
    PostFactory.create(tags=["secret"])
    assert anonymous.get("/api/tag").json()["results"] == [
        {"name": "wood", "post_count": 2},
        {"name": "oak", "post_count": 1},
    ]
    assert [tag["name"] for tag in anonymous.get("/api/tag?q=O").json()["results"]] == ["oak"]


def test_an_old_name_of_a_tag_leads_to_the_new_one(anonymous: Api) -> None:
    post = PostFactory.create(live=True, tags=["bike/trike"])
    PostFactory.create(tags=["secret"])
    rename_tag(tag=Tag.objects.get(name="bike/trike"), name="two wheels")
    for name in ("bike%2Ftrike", "BIKE%2Ftrike", "two%20wheels", "Two%20Wheels"):
        assert anonymous.get(f"/api/tag/{name}").json() == {"name": "two wheels", "post_count": 1}
    for name in ("bike/trike", "two wheels"):
        results = anonymous.get(f"/api/post?tag={name}").json()["results"]
        assert [found["id"] for found in results] == [post.pk]
    for name in ("secret", "nowhere", "%00", "x" * 300):
        assert_problem(anonymous.get(f"/api/tag/{name}"), 404)


def test_a_forbidden_tag_is_refused_at_its_field(creator: Api) -> None:
    forbid_name(name="weapon")
    body = {"title": "x", "content": "<p>x</p>", "tags": ["old", "Weapon"]}
    problem = assert_problem(creator.post("/api/post", body), 400, "tags.1")
    assert problem["errors"][0]["code"] == "forbidden"


def test_site_and_posts_follow_the_review_mode(creator: Api, anonymous: Api) -> None:
    settings = SiteSettings.load()
    settings.review_mode, settings.images_per_post = "after", 5
    settings.save()
    site = anonymous.get("/api/site").json()
    assert (site["review_mode"], site["limits"]["images_per_post"]) == ("after", 5)
    body = {"title": "x", "content": "<p>x</p>", "submit": True}
    post = creator.post("/api/post", body).json()
    assert (post["state"], post["has_pending_changes"]) == ("live", False)
    assert anonymous.get(f"/api/post/{post['id']}").status_code == 200
    assert_problem(creator.post(f"/api/post/{post['id']}/withdraw"), 409)


def test_guests_send_as_many_requests_an_hour_as_the_operator_lets_them(
    anonymous: Api, stranger: Api, settings: Any
) -> None:
    settings.RATE_LIMITS = True
    limits = RequestSettings.load()
    limits.guest_requests_per_hour = 2
    limits.save()
    body = {"post": PostFactory.create(live=True).pk, "message": "May I have it?"}
    guest = body | {"name": "Vera", "email": "vera@example.net"}
    assert [anonymous.post("/api/request", guest).status_code for _ in range(3)] == [201, 201, 429]
    assert {stranger.post("/api/request", body).status_code for _ in range(3)} <= {201, 409}


def test_a_request_with_worry_words_waits(anonymous: Api, moderator: Api) -> None:
    settings = SiteSettings.load()
    settings.worry_words = "magic beans\ngolden goose"
    settings.save()
    body = {"post": PostFactory.create(live=True).pk, "name": "Vera", "email": "v@example.net"}
    anonymous.post("/api/request", body | {"message": "Magic Beans for a golden  goose?"})
    held = moderator.get("/api/request?box=held").json()["results"]
    assert len(held) == 1
    assert PostRequest.objects.get().signals[0]["detail"] == "magic beans, golden goose"


def test_site_tells_its_limits_and_reasons(anonymous: Api) -> None:
    site = anonymous.get("/api/site").json()
    assert site["name"] == "Firsthand"
    assert site["review_mode"] == "before"
    assert site["limits"]["upload_bytes"] == 26_214_400
    assert "other" in [reason["code"] for reason in site["reject_codes"]]
    assert site["sign_in"] == {"password": True, "google": False}


@pytest.fixture
def about(db: None) -> EditorialPage:
    image = ImageFactory.create(is_editorial=True, description="The room")
    body = [
        ("heading", {"text": "Who we are"}),
        ("text", {"html": "<p>Hello <b>there</b></p>"}),
        ("image", {"image": image, "caption": "Here"}),
        ("faq", {"items": [{"question": "Why?", "answer_html": "<p>So</p>"}]}),
    ]
    home = HomePage.objects.first() or Page.objects.get(depth=1).add_child(
        instance=HomePage(title="Home")
    )
    page: EditorialPage = home.add_child(
        instance=EditorialPage(title="About", slug="about-us", body=body)
    )
    return page


def test_editorial_page_is_blocks_of_json(anonymous: Api, about: EditorialPage) -> None:
    page = anonymous.get("/api/page?path=/about-us").json()
    assert page["title"] == "About"
    assert page["path"] == "/about-us"
    assert [block["type"] for block in page["blocks"]] == ["heading", "text", "image", "faq"]
    assert page["blocks"][2]["value"]["image"]["alt"] == "The room"
    about.unpublish()
    assert_problem(anonymous.get("/api/page?path=/about-us"), 404)


def test_preview_shows_what_is_not_yet_saved_to_who_made_it(creator: Api) -> None:
    post: Post = PostFactory.create(creator=creator.user, pictures=1)
    post.title = "Not yet saved"
    token = post.preview_for(creator.user).token
    preview = creator.get(f"/api/preview?token={token}")
    assert preview.json()["title"] == "Not yet saved"
    assert preview.json()["tags"] == ["wood"]
    assert len(preview.json()["images"]) == 1
    assert preview["Cache-Control"] == "private, no-store"
    assert preview["X-Robots-Tag"] == "noindex"


def test_a_preview_opens_for_nobody_else(
    anonymous: Api, creator: Api, stranger: Api, moderator: Api
) -> None:
    post: Post = PostFactory.create(creator=creator.user)
    token = post.preview_for(creator.user).token
    for other in (anonymous, stranger, moderator):
        assert_problem(other.get(f"/api/preview?token={token}"), 404)
    of_moderator = post.preview_for(moderator.user).token
    assert moderator.get(f"/api/preview?token={of_moderator}").status_code == 200
    assert_problem(creator.get(f"/api/preview?token={of_moderator}"), 404)


def test_a_forged_preview_opens_for_nobody(creator: Api, stranger: Api) -> None:
    token = PostFactory.create(creator=creator.user).preview_for(creator.user).token
    for forged in (
        token[:-1],
        token.replace(f"viewer={creator.user.pk}", f"viewer={stranger.user.pk}"),
        f"{token}x",
        "viewer=1",
    ):
        for client in (creator, stranger):
            assert_problem(client.get(f"/api/preview?token={quote(forged)}"), 404)


def test_an_old_preview_opens_no_more(creator: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    post = PostFactory.create(creator=creator.user)
    long_ago = time.time() - TOKEN_LIFETIME.total_seconds() - 5
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: long_ago)
        token = post.preview_for(creator.user).token
    assert_problem(creator.get(f"/api/preview?token={token}"), 404)


def test_preview_of_a_page(moderator: Api, creator: Api, about: EditorialPage) -> None:
    about.title = "Not yet saved"
    token = about.preview_for(moderator.user).token
    assert moderator.get(f"/api/preview?token={token}").json()["title"] == "Not yet saved"
    assert_problem(creator.get(f"/api/preview?token={token}"), 404)


def test_allauth_answers_503_while_redis_is_down(anonymous: Api, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "5/m/ip"}
    settings.CACHES = {
        "default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    }
    body = {"email": "a@example.org", "password": "x"}
    response = anonymous.post("/_allauth/app/v1/auth/login", body)
    assert_problem(response, 503)
    assert response["Retry-After"]


def test_a_database_that_is_down_is_a_503(anonymous: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any) -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr("django.db.backends.utils.CursorWrapper.execute", refuse)
        response = anonymous.get("/api/post/1")
    assert_problem(response, 503)
    assert response["Retry-After"]


def test_schema_and_its_page_come_from_here(anonymous: Api) -> None:
    schema = anonymous.get("/api/schema?format=json").json()
    assert schema["openapi"].startswith("3.1")
    assert anonymous.get("/api/schema?format=yaml").status_code == 200
    assert_problem(anonymous.get("/api/schema?format=odd"), 404)
    docs = anonymous.get("/api/docs").content.decode()
    assert "http://" not in docs.replace("http://testserver", "")
    assert "https://" not in docs


def test_committed_schema_is_the_one_that_is_served(tmp_path: Path) -> None:
    made = tmp_path / "openapi.json"
    call_command(
        "spectacular", format="openapi-json", validate=True, fail_on_warn=True, file=str(made)
    )
    assert json.loads(made.read_text()) == json.loads(OPENAPI.read_text()), "run `make schema`"


def test_examples_fit_what_they_are_examples_of() -> None:
    document = json.loads(OPENAPI.read_text())
    operations = [one for path in document["paths"].values() for one in path.values()]
    bodies = [one.get("requestBody", {}) for one in operations]
    answers = [answer for one in operations for answer in one["responses"].values()]
    shown = [body for one in (*bodies, *answers) for body in one.get("content", {}).values()]
    examples = [body for body in shown if "example" in body]
    assert len(examples) == len(SENT) + len(ANSWERED)
    for body in examples:
        shape = {**body["schema"], "components": document["components"]}
        # This one knows `\p{L}`, which Python's own expressions do not.
        jsonschema_rs.Draft202012Validator(shape).validate(body["example"])


def _check(schema: dict[str, Any], path: str, response: Any, status: int = 200) -> None:
    answer = schema["paths"][path]["get"]["responses"][str(status)]
    if "$ref" in answer:
        answer = schema["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    shape = next(iter(answer["content"].values()))["schema"]
    Draft202012Validator({**shape, "components": schema["components"]}).validate(response.json())


def test_answers_have_the_shape_that_the_schema_tells(
    anonymous: Api, creator: Api, moderator: Api, about: EditorialPage
) -> None:
    schema = json.loads(OPENAPI.read_text())
    post = PostFactory.create(creator=creator.user, live=True, pictures=2)
    PostFactory.create(creator=creator.user, sent_back=True)
    request = PostRequestFactory.create(post=post)
    for client in (anonymous, creator, moderator):
        _check(schema, "/api/post", client.get("/api/post"))
        _check(schema, "/api/post/{id}", client.get(f"/api/post/{post.pk}"))
        _check(schema, "/api/user", client.get("/api/user"))
        _check(schema, "/api/user/{id}", client.get(f"/api/user/{creator.user.pk}"))
        _check(schema, "/api/tag", client.get("/api/tag"))
        _check(schema, "/api/site", client.get("/api/site"))
        _check(schema, "/api/page", client.get("/api/page?path=/about-us"))
        _check(schema, "/api/image/{id}", client.get(f"/api/image/{post.gallery.first().image_id}"))
        _check(schema, "/api/request/challenge", client.get("/api/request/challenge"))
        _check(schema, "/api/post/{id}", client.get("/api/post/999999"), 404)
    _check(schema, "/api/post", creator.get("/api/post?user=me"))
    _check(schema, "/api/request", creator.get("/api/request"))
    _check(schema, "/api/request/{id}", creator.get(f"/api/request/{request.pk}"))
    _check(schema, "/api/notification", creator.get("/api/notification"))
