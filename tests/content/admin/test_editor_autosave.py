"""Typing in the editor: what is kept by itself, and what two windows are told of each other."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.models import Post
from content.services.posts import update_post
from tests.content.admin.forms import editor_data
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/content/post/"
ADD = f"{LIST}add/"
JSON = {"Accept": "application/json"}


def edit_url(post: Post) -> str:
    return f"{LIST}edit/{post.pk}/"


def type_into(client: Client, url: str, **data: Any) -> Any:
    """What the editor sends by itself while somebody types."""
    return client.post(url, editor_data(**data), headers=JSON)


def seen(post: Post) -> dict[str, Any]:
    """What the form was loaded with."""
    newest = Post.objects.get(pk=post.pk).latest_revision
    return {
        "loaded_revision_id": newest.pk,
        "loaded_revision_created_at": newest.created_at.isoformat(),
    }


def test_a_new_post_is_kept_while_it_is_written(as_creator: Client, creator: User) -> None:
    first = type_into(as_creator, ADD, title="A wal").json()
    assert first["success"]
    url = first["url"]
    assert as_creator.get(first["hydrate_url"]).status_code == 200
    last = first
    for title in ("A walnut", "A walnut chair"):
        answer = type_into(
            as_creator,
            url,
            title=title,
            overwrite_revision_id=last["revision_id"],
            loaded_revision_created_at=last["revision_created_at"],
        )
        last = answer.json()
        assert last["success"], last
    post = Post.objects.with_state().get()
    assert (post.title, post.creator, post.state) == ("A walnut chair", creator, "draft")
    assert post.revisions.count() == 1


def test_what_cannot_be_kept_yet_is_said_in_words(as_creator: Client) -> None:
    answer = type_into(as_creator, ADD, title="", text="Only words so far")
    assert answer.status_code == 400
    assert answer.json()["error_message"] == "Not kept yet. Title: This field is required."
    assert not Post.objects.exists()


def test_a_refused_picture_is_named_with_its_reason(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    bad = ImageFactory.create(
        uploaded_by_user=creator, state="rejected", reason="It is no picture."
    )
    answer = type_into(as_creator, edit_url(post), images=[bad])
    assert (answer.status_code, answer.json()["error_code"]) == (400, "validation_error")
    assert "It is no picture." in answer.json()["error_message"]


def test_two_windows_neither_loses_what_was_typed(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    loaded = seen(post)
    kept = type_into(as_creator, edit_url(post), title="First window", **loaded).json()
    assert kept["success"]

    refused = type_into(as_creator, edit_url(post), title="Second window", **loaded)
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "invalid_revision"
    assert "you saved this post" in refused.json()["error_message"]
    assert Post.objects.get().title == "First window"

    data = editor_data(title="Second window", **loaded)
    page = as_creator.post(edit_url(post), data).content.decode()
    assert "In another window, you saved this post" in page
    assert "with another title, text and gallery than yours" not in page
    assert "Second window" in page
    assert Post.objects.get().title == "First window"

    as_creator.post(edit_url(post), editor_data(title="Second window", **seen(post)))
    assert Post.objects.get().title == "Second window"


def test_the_first_window_goes_on_with_its_own_version(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    kept = type_into(as_creator, edit_url(post), title="One", **seen(post)).json()
    own = {
        "overwrite_revision_id": kept["revision_id"],
        "loaded_revision_id": kept["revision_id"],
        "loaded_revision_created_at": kept["revision_created_at"],
    }
    assert type_into(as_creator, edit_url(post), title="Two", **own).json()["success"]
    stale = type_into(as_creator, edit_url(post), title="Three", **own)
    assert stale.json()["error_code"] == "invalid_revision"


def test_an_edit_through_the_api_is_not_written_over(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, title="As opened")
    loaded = seen(post)
    update_post(post=post, editor=creator, title="Through the API")
    data = editor_data(title="As opened", text="More words", tags="wood", **loaded)
    page = as_creator.post(edit_url(post), data).content.decode()
    assert "with another title and text than yours" in page
    assert Post.objects.get().title == "Through the API"


def test_a_creator_is_not_told_which_moderator_it_was(
    as_creator: Client, creator: User, moderator: User
) -> None:
    post = PostFactory.create(creator=creator)
    loaded = seen(post)
    update_post(post=post, editor=moderator, title="Mended")
    page = as_creator.post(edit_url(post), editor_data(title="Mine", **loaded)).content.decode()
    assert "A moderator saved this post" in page
    assert moderator.name not in page


def test_typing_does_not_change_what_is_in_review(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, in_review=True)
    assert "data-w-autosave-interval" not in as_creator.get(edit_url(post)).content.decode()
    answer = type_into(as_creator, edit_url(post), title="Half a wo", **seen(post))
    assert answer.json()["error_code"] == "invalid_revision"
    assert "in review" in answer.json()["error_message"]
    assert Post.objects.get().get_latest_revision_as_object().title == "A walnut chair"


def test_the_editor_of_a_draft_keeps_what_is_typed(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    assert "data-w-autosave-interval" in as_creator.get(edit_url(post)).content.decode()


def test_typing_on_a_live_post_shows_nothing_to_anybody(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, live=True)
    assert type_into(as_creator, edit_url(post), title="Later", **seen(post)).json()["success"]
    row = Post.objects.with_state().get()
    assert (row.title, row.state, row.review_status) == ("A walnut chair", "live", "approved")
    assert "Later" in as_creator.get(edit_url(post)).content.decode()


def test_a_stranger_keeps_nothing_in_somebody_elses_post(as_stranger: Client) -> None:
    post = PostFactory.create()
    answer = type_into(as_stranger, edit_url(post), title="Mine now")
    assert answer.status_code == 404
    assert Post.objects.get().title == "A walnut chair"


def test_the_history_names_no_moderator_to_a_creator(
    as_creator: Client, as_moderator: Client, creator: User, moderator: User
) -> None:
    post = PostFactory.create(creator=creator)
    update_post(post=post, editor=moderator, title="Mended")
    for path in (f"{LIST}history/{post.pk}/", edit_url(post)):
        assert moderator.name not in as_creator.get(path).content.decode(), path
        assert moderator.name in as_moderator.get(path).content.decode(), path


def test_what_was_saved_by_hand_stands_in_the_history(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    as_creator.post(edit_url(post), editor_data(title="By hand"))
    type_into(as_creator, edit_url(post), title="Typed")
    page = as_creator.get(f"{LIST}history/{post.pk}/").content.decode()
    assert "Kept what was typed" in page
    assert f"/revisions/{post.latest_revision_id}/" in page
