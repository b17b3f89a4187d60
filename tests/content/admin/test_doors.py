"""Addresses with ids that are none, links in a text, and who has no admin at all."""

import json

import pytest
from django.test import Client

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


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
