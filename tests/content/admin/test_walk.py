"""No address of the admin tells a stranger anything about somebody else's draft."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import TaskState, WorkflowState

from accounts.models import User
from content.models import BannedPicture, Post
from content.services.bans import ban_picture
from tests.content.admin.addresses import Address, admin_addresses
from tests.factories import ImageFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

MARK = "Zanzibar-marked"
SECRET_TAG = "zanzibartag"


@pytest.fixture
def post(creator: User) -> Post:
    """Somebody's post in review, marked in every field that a page could show."""
    picture = ImageFactory.create(uploaded_by_user=creator, title=f"{MARK} picture")
    banned = ImageFactory.create(uploaded_by_user=creator, title=f"{MARK} banned")
    moderator = UserFactory.create(moderator=True)
    ban_picture(image=banned, moderator=moderator, reason=f"{MARK} reason", note=f"{MARK} note")
    return PostFactory.create(
        creator=creator,
        in_review=True,
        images=[picture],
        title=f"{MARK} title",
        content=f"<p>{MARK} text</p>",
        tags=[SECRET_TAG],
    )


def stand_ins(post: Post) -> dict[str, object]:
    state = WorkflowState.objects.get(object_id=str(post.pk))
    task_state = TaskState.objects.get(workflow_state=state)
    image_id = post.gallery.get().image_id
    revision_id = post.latest_revision_id
    return {
        "pk": post.pk,
        "object_id": post.pk,
        "instance_pk": post.pk,
        "id": post.pk,
        "session_id": 1,
        "image_id": image_id,
        "ban_id": BannedPicture.objects.get().pk,
        "uploaded_file_id": 1,
        "filter_spec": "original",
        "revision_id": revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_id": task_state.task_id,
        "task_state_id": task_state.pk,
        "workflow_state_id": state.pk,
        "workflow_id": state.workflow_id,
        "action_name": "approve",
        "action": "delete",
        "content_type_app_name": "content",
        "content_type_model_name": "post",
        "content_type_id": ContentType.objects.get_for_model(Post).pk,
        "app_label": "content",
        "app_name": "content",
        "model_name": "post",
        "model": "post",
        "user_id": post.creator_id,
        "group_id": 1,
        "page_id": 1,
        "page_pk": 1,
        "workflow_pk": state.workflow_id,
        "parent_page_id": 1,
        "parent_id": 1,
        "page_to_move_id": 1,
        "page_to_copy_id": 1,
        "destination_id": 1,
        "language_code": "en",
        "collection_id": 1,
        "uidb64": "MQ",
        "token": "a-b",
        "rest": "x",
        "slug": "x",
        "alias_id": 1,
        "site_pk": 1,
        "view_restriction_id": 1,
        "_0": post.pk,
    }


def leaks(client: Client, address: Address, method: str) -> str | None:
    """Return what is wrong with the answer, or None."""
    response = getattr(client, method)(
        address.path, {"q": MARK[:4], "id": 1, "term": SECRET_TAG[:4], "p": 1}
    )
    if response.status_code >= 500:
        return f"{response.status_code}"
    body = b"".join(response) if response.streaming else response.content
    for word in (MARK, SECRET_TAG):
        if word.encode() in body:
            return f"shows {word}"
    return None


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head"])
def test_a_stranger_learns_nothing_at_any_address(
    as_stranger: Client, post: Post, method: str
) -> None:
    before = Post.objects.values().get(pk=post.pk)
    states = list(TaskState.objects.values_list("status", flat=True))
    addresses = admin_addresses(stand_ins(post))
    assert len(addresses) > 150

    problems = {
        address.path: problem
        for address in addresses
        if "logout" not in address.path
        if (problem := leaks(as_stranger, address, method))
    }

    assert problems == {}
    assert Post.objects.values().get(pk=post.pk) == before
    assert list(TaskState.objects.values_list("status", flat=True)) == states


def test_no_address_of_a_post_opens_for_a_stranger(as_stranger: Client, post: Post) -> None:
    opened = [
        address.path
        for address in admin_addresses(stand_ins(post))
        if address.route.startswith("admin/snippets/content/post/") and "pk" in address.route
        if as_stranger.get(address.path).status_code not in (403, 404)
    ]
    assert opened == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_moderator_meets_no_error_at_any_address(
    as_moderator: Client, post: Post, method: str
) -> None:
    failed = []
    for address in admin_addresses(stand_ins(post)):
        if "logout" in address.path:
            continue
        status = getattr(as_moderator, method)(address.path).status_code
        if status >= 500:
            failed.append((address.path, status))
    assert failed == []


def test_a_visitor_is_sent_to_the_sites_own_sign_in(client: Client, post: Post) -> None:
    open_to_all = ("sprite/", "jsi18n/", "login/", "logout/", "password_reset/")
    for address in admin_addresses(stand_ins(post)):
        if any(part in address.path for part in open_to_all):
            continue
        response = client.get(address.path)
        assert response.status_code in (302, 404), address.path
        if response.status_code == 302:
            assert response["Location"].startswith("/login?next=/admin"), address.path


def test_ids_that_are_none_are_not_found(as_moderator: Client) -> None:
    base = "/admin/snippets/content/post"
    for path in (
        f"{base}/edit/999999/",
        f"{base}/edit/99999999999999999999999/",
        f"{base}/edit/abc/",
        f"{base}/history/%00/revisions/compare/1...2/",
        f"{base}/history/1/revisions/99999999999999999999/view/",
        "/admin/review/99999999999999999999999/",
        "/admin/images/99999999999999999999999/",
        "/admin/images/chooser/chosen/abc/",
    ):
        response = as_moderator.get(path)
        assert response.status_code == 404, path


def test_the_picture_chooser_ignores_what_is_no_id(as_creator: Client) -> None:
    response = as_creator.get("/admin/images/chooser/chosen-multiple/?id=abc&id=1")
    assert response.status_code == 200
    assert json.loads(response.content)["result"] == []


def test_links_in_a_text_open_the_tab_for_outside_addresses(as_creator: Client) -> None:
    response = as_creator.get("/admin/choose-page/?allow_external_link=true")
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/choose-external-link/?allow_external_link=true")
    assert as_creator.get(response["Location"]).status_code == 200


def test_someone_outside_the_group_is_turned_away(client: Client) -> None:
    user = UserFactory.create()
    user.groups.clear()
    client.force_login(user)
    assert client.get("/admin/").status_code == 404 or client.get("/admin/").status_code == 302
