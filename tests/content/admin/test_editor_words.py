"""What the editor says: how a post stands, what its buttons do, what the menu holds."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.models import Post
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/content/post/"


def editor_of(client: Client, post: Post) -> str:
    return client.get(f"{LIST}edit/{post.pk}/").content.decode()


def buttons(page: str) -> set[str]:
    """The words on the buttons that send the form."""
    footer = re.search(r'<footer class="footer.*?</footer>', page, re.DOTALL)
    assert footer is not None
    found = re.findall(r"<button.*?</button>", footer[0], re.DOTALL)
    plain = {" ".join(re.sub(r"<[^>]+>", " ", button).split()) for button in found}
    return {words for words in plain if words} - {"More actions"}


@pytest.mark.parametrize(
    ("trait", "wanted"),
    [
        ({}, {"Save draft", "Submit for review"}),
        ({"in_review": True}, {"Save and show the moderators", "Take out of review"}),
        ({"sent_back": True}, {"Save draft", "Submit again"}),
        ({"live": True}, {"Save without showing it yet", "Submit the changes"}),
    ],
)
def test_buttons_say_what_they_do(
    as_creator: Client, creator: User, trait: dict[str, Any], wanted: set[str]
) -> None:
    post = PostFactory.create(creator=creator, **trait)
    assert buttons(editor_of(as_creator, post)) == wanted


def test_a_new_post_is_saved_or_submitted(as_creator: Client) -> None:
    page = as_creator.get(f"{LIST}add/").content.decode()
    assert buttons(page) == {"Save draft", "Submit for review"}
    assert "Nobody else sees this." in page


def test_the_reviewers_words_stay_in_the_editor(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, sent_back=True)
    page = editor_of(as_creator, post)
    assert "The reviewer wrote:" in page
    assert "Say more." in page


def test_a_post_that_was_not_sent_back_shows_no_reason(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, live=True)
    assert "The reviewer wrote:" not in editor_of(as_creator, post)


def test_creators_find_what_is_theirs_in_the_menu_and_nothing_else(as_creator: Client) -> None:
    page = as_creator.get("/admin/").content.decode()
    labels = re.findall(r'"label": "([^"]+)"', page.split("wagtail-sidebar-props", 1)[1])
    assert {"My posts", "My pictures", "Requests received", "To the site"} <= set(labels)
    for word in ("Review", "Reports", "Settings", "Tags", "Users", "People", "Help", "Images"):
        assert word not in labels


def test_history_and_versions_of_somebody_elses_post_are_not_there(
    as_stranger: Client, as_creator: Client, creator: User
) -> None:
    post = PostFactory.create(creator=creator)
    newest = post.latest_revision_id
    for path in (
        f"{LIST}history/{post.pk}/",
        f"{LIST}history/{post.pk}/revisions/compare/earliest...latest/",
        f"{LIST}history/{post.pk}/revisions/{newest}/view/",
        f"{LIST}history/{post.pk}/revisions/{newest}/revert/",
        f"{LIST}preview/{post.pk}/",
    ):
        assert as_stranger.get(path).status_code == 404, path
        assert as_creator.get(path).status_code in (200, 302), path


def test_tags_of_somebody_elses_draft_are_not_offered(as_creator: Client) -> None:
    PostFactory.create(creator=UserFactory.create(), tags=["zanzibar"])
    PostFactory.create(tags=["zander"], live=True)
    url = "/admin/tag-autocomplete/content/tag/?term=zan"
    assert as_creator.get(url).json() == ["zander"]
