"""Writing a post in the admin: the creator's own words, pictures and reviews."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from wagtail.models import Revision
from wagtail_headless_preview.models import PagePreview

from accounts.models import User
from content.models import Post, PostImage
from tests.content.admin.forms import editor_data
from tests.factories import ImageFactory, PostFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/content/post/"
ADD = f"{LIST}add/"


def edit_url(post: Post) -> str:
    return f"{LIST}edit/{post.pk}/"


def test_a_new_post_belongs_to_whoever_wrote_it(as_creator: Client, creator: User) -> None:
    second, first = (ImageFactory.create(uploaded_by_user=creator) for _ in range(2))

    response = as_creator.post(ADD, editor_data(images=[first, second]))

    post = Post.objects.get()
    assert response.status_code == 302
    assert (post.creator, post.live, post.title) == (creator, False, "A walnut chair")
    assert sorted(post.tags.names()) == ["chair", "wood"]
    assert [item.image_id for item in post.gallery.all()] == [first.pk, second.pk]
    assert [item.alt for item in post.gallery.all()] == ["View 0", "View 1"]


def test_the_editor_cleans_what_was_sent(as_creator: Client) -> None:
    as_creator.post(ADD, editor_data(text="<script>alert(1)</script>Hello", tags="WOOD, #wood"))
    post = Post.objects.get()
    assert "<script" not in post.content
    assert list(post.tags.names()) == ["wood"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"title": ""}, "This field is required"),
        ({"title": "   "}, "This field is required"),
        ({"title": "x" * 121}, "at most 120 characters"),
        ({"title": "a\x00b"}, "Null characters are not allowed"),
        ({"content": "no json"}, "This field is required"),
        ({"content": "[1]"}, "This field is required"),
        ({"text": "x" * 20001}, "At most 20000 characters"),
        ({"tags": "!!!"}, "at least one letter"),
        ({"tags": "x" * 41}, "at most 40 characters"),
        ({"tags": ",".join(f"tag{n}" for n in range(11))}, "At most 10 tags"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_stored(
    as_creator: Client, changed: dict[str, str], words: str
) -> None:
    response = as_creator.post(ADD, editor_data(**changed))
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not Post.objects.exists()


def test_somebody_elses_picture_is_refused_and_not_shown(as_creator: Client) -> None:
    foreign = ImageFactory.create(title="Zanzibar picture")
    response = as_creator.post(ADD, editor_data(images=[foreign]))
    assert "There is no such picture of yours" in response.content.decode()
    assert "Zanzibar" not in response.content.decode()
    assert foreign.variants[0]["path"] not in response.content.decode()
    assert not PostImage.objects.exists()


@pytest.mark.parametrize("image_id", ["abc", "999999", "99999999999999999999", "-1"])
def test_an_unknown_picture_is_refused(as_creator: Client, image_id: str) -> None:
    response = as_creator.post(ADD, editor_data(images=[image_id]))
    assert response.status_code == 200
    assert not Post.objects.exists()


def test_the_same_picture_twice_is_refused_beside_it(as_creator: Client, creator: User) -> None:
    picture = ImageFactory.create(uploaded_by_user=creator)
    response = as_creator.post(ADD, editor_data(images=[picture, picture]))
    assert response.status_code == 200
    assert not Post.objects.exists()


def test_a_broken_gallery_form_is_refused(as_creator: Client) -> None:
    data = editor_data()
    for value in ("", "abc", "-3"):
        response = as_creator.post(ADD, data | {"gallery-TOTAL_FORMS": value})
        assert response.status_code in (200, 302)


def test_submitting_sends_to_review(as_creator: Client, creator: User) -> None:
    as_creator.post(ADD, editor_data(**{"action-submit": "1"}))
    post = Post.objects.with_state().get()
    assert post.state == "in_review"


def test_nobody_publishes_past_review(as_creator: Client, as_moderator: Client) -> None:
    for client in (as_creator, as_moderator):
        client.post(ADD, editor_data(**{"action-publish": "1"}))
    assert Post.objects.count() == 2
    assert not Post.objects.live().exists()


def test_an_edit_of_a_live_post_waits_for_review(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, live=True)
    as_creator.post(edit_url(post), editor_data(title="Two chairs", **{"action-submit": "1"}))
    row = Post.objects.get()
    assert (row.live, row.title) == (True, "A walnut chair")
    assert row.get_latest_revision_as_object().title == "Two chairs"
    assert row.workflow_in_progress


def test_a_post_in_review_can_be_edited_and_stays_there(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, in_review=True)
    assert as_creator.get(edit_url(post)).status_code == 200
    as_creator.post(edit_url(post), editor_data(title="Two chairs"))
    row = Post.objects.get()
    assert row.current_workflow_task_state.revision_id == row.latest_revision_id
    assert row.get_latest_revision_as_object().title == "Two chairs"


def test_a_creator_takes_a_post_out_of_review(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, in_review=True)
    as_creator.post(edit_url(post), editor_data(**{"action-cancel-workflow": "1"}))
    assert Post.objects.with_state().get().state == "draft"


def test_the_reviewers_reason_is_shown_and_the_post_can_come_back(
    as_creator: Client, creator: User
) -> None:
    post = PostFactory.create(creator=creator, sent_back=True)
    assert "Say more." in as_creator.get(edit_url(post)).content.decode()
    assert "Say more." in as_creator.get("/admin/").content.decode()
    as_creator.post(edit_url(post), editor_data(**{"action-submit": "1"}))
    assert Post.objects.with_state().get().state == "in_review"


def test_an_older_window_does_not_overwrite_a_newer_version(
    as_creator: Client, creator: User
) -> None:
    post = PostFactory.create(creator=creator)
    loaded = {"loaded_revision_id": post.latest_revision_id}
    loaded["loaded_revision_created_at"] = post.latest_revision.created_at.isoformat()
    as_creator.post(edit_url(post), editor_data(title="First window", **loaded))
    response = as_creator.post(edit_url(post), editor_data(title="Second window", **loaded))
    page = response.content.decode()
    assert "In another window, you saved this post" in page
    assert "Second window" in page
    assert Post.objects.get().title == "First window"


def test_the_list_shows_ones_own_posts_only(
    as_creator: Client, as_moderator: Client, creator: User
) -> None:
    PostFactory.create(creator=creator, title="Mine to see")
    PostFactory.create(title="Zanzibar", live=True)
    assert "Mine to see" in as_creator.get(LIST).content.decode()
    assert "Zanzibar" not in as_creator.get(f"{LIST}?q=Zanz").content.decode().replace(
        'value="Zanz"', ""
    )
    assert "Zanzibar" in as_moderator.get(LIST).content.decode()


def test_an_older_version_comes_back_through_the_same_rules(
    as_creator: Client, creator: User
) -> None:
    post = PostFactory.create(creator=creator, title="The first")
    first = post.latest_revision_id
    as_creator.post(edit_url(post), editor_data(title="The second"))
    url = f"{LIST}history/{post.pk}/revisions/{first}/revert/"
    assert "The first" in as_creator.get(url).content.decode()
    as_creator.post(url, editor_data(title="The first", images=[ImageFactory.create()]))
    assert Post.objects.get().title == "The second"
    as_creator.post(url, editor_data(title="The first"))
    assert Post.objects.get().title == "The first"


def test_the_preview_holds_unsaved_words_behind_a_token(as_creator: Client, creator: User) -> None:
    picture = ImageFactory.create(uploaded_by_user=creator)
    post = PostFactory.create(creator=creator, images=[picture])
    url = f"{LIST}preview/{post.pk}/"
    data = editor_data(title="Not saved yet", images=[picture])
    assert as_creator.post(url, data).json() == {"is_valid": True, "is_available": True}
    shown = as_creator.get(url)
    preview = PagePreview.objects.get()
    query = urlencode({"content_type": "content.post", "token": preview.token})
    assert (shown.status_code, shown["Location"]) == (302, f"/preview?{query}")
    previewed = Post.from_preview(preview)
    assert previewed.title == "Not saved yet"
    assert Revision.objects.count() == 1


def test_a_preview_of_a_new_post_works_before_it_is_saved(as_creator: Client) -> None:
    data = editor_data(title="Only an idea")
    assert as_creator.post(f"{LIST}preview/", data).json()["is_valid"]
    assert as_creator.get(f"{LIST}preview/").status_code == 302
    previewed = Post.from_preview(PagePreview.objects.get())
    assert previewed.title == "Only an idea"
    assert not Post.objects.exists()


def test_a_preview_shows_each_picture_once_after_an_autosave(
    as_creator: Client, creator: User
) -> None:
    pictures = [ImageFactory.create(uploaded_by_user=creator) for _ in range(2)]
    post = PostFactory.create(creator=creator, images=pictures)
    url = f"{LIST}preview/{post.pk}/"
    as_creator.post(url, editor_data(images=[pictures[1], pictures[0]]))
    as_creator.get(url)
    previewed = Post.from_preview(PagePreview.objects.get())
    shown = [item.image_id for item in previewed.gallery.all()]
    assert shown == [pictures[1].pk, pictures[0].pk]


def test_a_preview_never_shows_somebody_elses_picture(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator)
    foreign = ImageFactory.create()
    answer = as_creator.post(f"{LIST}preview/{post.pk}/", editor_data(images=[foreign])).json()
    assert not answer["is_valid"]


def test_deleting_a_post_deletes_its_pictures(as_creator: Client, creator: User) -> None:
    post = PostFactory.create(creator=creator, pictures=2)
    assert as_creator.get(f"{LIST}delete/{post.pk}/").status_code == 200
    as_creator.post(f"{LIST}delete/{post.pk}/")
    assert not Post.objects.exists()
    assert not creator.images.exists()


def test_a_removed_post_can_be_read_but_not_changed(
    as_creator: Client, as_moderator: Client, creator: User
) -> None:
    post = PostFactory.create(creator=creator, live=True, title="Gone now")
    as_moderator.post(
        f"/admin/review/{post.pk}/",
        {"action": "remove", "revision": post.latest_revision_id, "code": "sale", "note": "No."},
    )
    assert as_creator.get(edit_url(post)).status_code == 302
    as_creator.post(edit_url(post), editor_data(title="Back again"))
    assert Post.objects.get().title == "Gone now"
    assert "Gone now" in as_creator.get(f"{LIST}inspect/{post.pk}/").content.decode()
    assert "No." in as_creator.get("/admin/").content.decode()
