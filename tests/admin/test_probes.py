"""A creator who knows the numbers of somebody else's things, and asks for them in every other way."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode
from wagtail.models import Comment, Page

from content.models import HomePage
from tests.admin.marked import BETWEEN_TWO, MODERATORS, OWN, World, make_world
from tests.content.admin.forms import editor_data
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db

POST = "/admin/snippets/content/post"
CHOOSER = "/admin/images/chooser"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def stranger(world: World) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory.create(name="A stranger"))
    return client


def tells_nothing(response: Any) -> bool:
    told = f"{response.content.decode(errors='replace')} {response.headers}".lower()
    return not any(mark.lower() in told for mark in (OWN, MODERATORS, BETWEEN_TWO))


@pytest.mark.parametrize(
    "path",
    [
        f"{CHOOSER}/?q=Zanz",
        f"{CHOOSER}/results/?q=Zanz",
        f"{CHOOSER}/results/?tag=Zanz",
        f"{CHOOSER}/results/?collection_id=1",
        f"{POST}/?q=Zanz",
        f"{POST}/results/?q=Zanz&state=in_review",
        f"{POST}/?creator=1&ordering=-title",
        "/admin/images/?q=Zanz",
        "/admin/tag-autocomplete/content/tag/?term=zanz",
        "/admin/requests/?q=Zanz",
        "/admin/",
    ],
)
def test_lists_choosers_and_completion_show_ones_own_alone(stranger: Client, path: str) -> None:
    response = stranger.get(path)
    assert response.status_code == 200
    assert tells_nothing(response)


def test_the_owner_does_find_what_the_stranger_does_not(world: World) -> None:
    client = Client()
    client.force_login(world.owner)
    for path in (f"{CHOOSER}/results/?q=Zanz", f"{POST}/?q=Zanz"):
        assert OWN in client.get(path).content.decode(), path


def test_a_chosen_picture_is_ones_own(stranger: Client, world: World) -> None:
    pk = world.picture.pk
    assert stranger.get(f"{CHOOSER}/chosen/{pk}/").status_code == 404
    chosen = stranger.get(f"{CHOOSER}/chosen-multiple/?id={pk}&id={world.held.pk}")
    assert chosen.json()["result"] == []


def test_a_form_cannot_name_somebody_elses_picture(stranger: Client, world: World) -> None:
    response = stranger.post(f"{POST}/add/", editor_data(images=[world.picture]))
    assert "There is no such picture of yours." in response.content.decode()
    assert tells_nothing(response)
    preview = stranger.post(f"{POST}/preview/", editor_data(images=[world.picture]))
    assert preview.json()["is_valid"] is False
    assert tells_nothing(stranger.get(f"{POST}/preview/?mode="))


def test_completion_offers_no_tag_of_an_unpublished_post(stranger: Client, world: World) -> None:
    path = "/admin/tag-autocomplete/content/tag/"
    assert stranger.get(f"{path}?term=wood").json() == ["wood"]
    assert stranger.get(f"{path}?term={OWN.lower()}").json() == []


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move", "add_tags", "x"])
@pytest.mark.parametrize(
    "model", ["content/post", "content/image", "wagtailcore/page", "accounts/user"]
)
def test_no_bulk_action_is_a_creators(
    stranger: Client, world: World, model: str, action: str
) -> None:
    path = f"/admin/bulk/{model}/{action}/?id={world.post.pk}&id={world.picture.pk}"
    for response in (stranger.get(path), stranger.post(path)):
        assert response.status_code == 404
        assert tells_nothing(response)


@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
def test_the_admin_api_is_closed_to_creators(stranger: Client, world: World, kind: str) -> None:
    for rest in (
        "",
        f"{world.page.pk}/",
        f"{world.picture.pk}/",
        "find/?id=1",
        "?fields=*&search=Zanz",
    ):
        response = stranger.get(f"/admin/api/main/{kind}/{rest}")
        assert response.status_code == 404
        assert tells_nothing(response)


def test_what_somebody_previewed_is_theirs(stranger: Client, world: World) -> None:
    token = urlencode({"token": world.preview.token})
    response = stranger.get(f"/api/preview?{token}")
    assert response.status_code == 404
    assert tells_nothing(response)
    owner = Client()
    owner.force_login(world.owner)
    assert OWN in owner.get(f"/api/preview?{token}").content.decode()
    assert stranger.get(f"{POST}/preview/{world.post.pk}/").status_code == 404


def test_a_version_is_reached_through_its_own_post_alone(world: World) -> None:
    """The address names a post of one's own, and a version of somebody else's."""
    person = UserFactory.create(name="A stranger")
    own = PostFactory.create(creator=person, in_review=True)
    client = Client(raise_request_exception=False)
    client.force_login(person)
    theirs = world.post.latest_revision_id
    for path in (
        f"{POST}/history/{own.pk}/revisions/{theirs}/view/",
        f"{POST}/history/{own.pk}/revisions/{theirs}/revert/",
        f"{POST}/history/{own.pk}/revisions/compare/earliest...{theirs}/",
        f"{POST}/history/{own.pk}/revisions/compare/{theirs}...latest/",
    ):
        response = client.get(path)
        assert response.status_code == 404, path
        assert tells_nothing(response)


@pytest.mark.parametrize("of", ["post", "live_post", "removed_post"])
@pytest.mark.parametrize(
    "part",
    [
        "usage/{pk}/",
        "usage/{pk}/?describe_on_delete=1",
        "history/{pk}/",
        "history-results/{pk}/",
        "inspect/{pk}/",
        "edit/{pk}/",
        "delete/{pk}/",
        "lock/{pk}/",
        "unlock/{pk}/",
        "workflow_history/{pk}/",
        "workflow/confirm_cancellation/{pk}/",
        "preview/{pk}/",
    ],
)
def test_nothing_about_somebody_elses_post(
    stranger: Client, world: World, of: str, part: str
) -> None:
    path = f"{POST}/{part.format(pk=getattr(world, of).pk)}"
    for response in (stranger.get(path), stranger.post(path, {"reason": "x"})):
        assert response.status_code == 404
        assert tells_nothing(response)


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_the_steps_of_a_review_are_closed_to_creators(
    stranger: Client, world: World, action: str
) -> None:
    state = world.task_state
    owner = Client()
    owner.force_login(world.owner)
    for client in (stranger, owner):
        for step in ("action", "collect_action_data"):
            path = f"{POST}/workflow/{step}/{world.post.pk}/{action}/{state.pk}/"
            assert client.post(path, {"comment": "Fine."}).status_code == 404
        path = f"{POST}/workflow/preview/{world.post.pk}/{state.task_id}/"
        assert client.get(path).status_code == 404
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_nobody_hears_who_else_has_a_post_open(stranger: Client, world: World) -> None:
    path = f"/admin/editing-sessions/ping/content/post/{world.post.pk}/1/"
    assert stranger.post(path).status_code == 404


def test_comments_on_a_page_are_not_a_creators(stranger: Client, world: World) -> None:
    page = Page.objects.get(pk=HomePage.objects.get().pk)
    Comment.objects.create(
        page=page, user=world.moderator, text=f"{MODERATORS} remark", contentpath="title"
    )
    response = stranger.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 404
    assert tells_nothing(response)


def test_a_creator_has_no_search_box_and_no_settings_for_mails_of_pages(stranger: Client) -> None:
    first = stranger.get("/admin/").content.decode()
    assert "SearchModule" not in first
    account = stranger.get("/admin/account/").content.decode()
    assert "notifications-" not in account
    assert "locale-preferred_language" not in account


def test_a_moderator_has_one_for_pages(world: World) -> None:
    client = Client()
    client.force_login(world.moderator)
    assert "SearchModule" in client.get("/admin/").content.decode()
    assert client.get(f"{CHOOSER}/results/?q=Zanz").status_code == 200


def test_no_link_on_a_creators_pages_leads_to_a_closed_door(world: World) -> None:
    """Not a dead link anywhere: from the first page on, every address that a page names opens."""
    client = Client(raise_request_exception=False)
    client.force_login(world.owner)
    waiting, seen = ["/admin/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        response = client.get(path)
        assert response.status_code in (200, 302), path
        if response.headers.get("Content-Type", "").startswith("text/html"):
            waiting += re.findall(r'href="(/admin/[^"#]*)', unescape(response.content.decode()))
    assert len(seen) > 20
