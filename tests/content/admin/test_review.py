"""The queue and the one screen on which moderators decide."""

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from accounts.models import User
from content.models import Image, Post, ReviewDecision
from content.services.posts import GalleryItem, update_post
from content.services.review import submit_post
from tests.content.admin.conftest import signed_in
from tests.content.admin.forms import editor_data
from tests.factories import ImageFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

QUEUE = "/admin/review/"


def url(post: Post) -> str:
    return f"{QUEUE}{post.pk}/"


def decision(post: Post, action: str, **fields: Any) -> dict[str, Any]:
    post.refresh_from_db()
    return {"action": action, "revision": post.latest_revision_id, "note": "", **fields}


def words(response: Any) -> str:
    return str(response.content.decode())


def test_approving_publishes_and_opens_the_next(as_moderator: Client, moderator: User) -> None:
    first, second = (PostFactory.create(in_review=True, title=f"Post {n}") for n in range(2))
    response = as_moderator.post(url(first), decision(first, "approve"))
    assert response["Location"] == url(second)
    first.refresh_from_db()
    assert first.live
    made = ReviewDecision.objects.get()
    assert (made.outcome, made.decided_by, made.post) == ("approved", moderator, first)
    response = as_moderator.post(url(second), decision(second, "approve"))
    assert response["Location"] == QUEUE


def test_asking_for_changes_says_why(as_moderator: Client) -> None:
    post = PostFactory.create(in_review=True)
    as_moderator.post(url(post), decision(post, "changes", code="unclear", note="How big is it?"))
    made = ReviewDecision.objects.get()
    assert (made.outcome, made.code) == ("changes_requested", "unclear")
    assert made.reason == "The text or title does not say what is offered. How big is it?"
    assert Post.objects.with_state().get().state == "changes_requested"


@pytest.mark.parametrize("action", ["changes", "remove"])
@pytest.mark.parametrize(
    "fields", [{}, {"code": "other"}, {"code": "nonsense"}, {"note": "x" * 999}]
)
def test_a_refusal_without_a_reason_is_refused(
    as_moderator: Client, action: str, fields: dict[str, str]
) -> None:
    post = PostFactory.create(in_review=True)
    response = as_moderator.post(url(post), decision(post, action, **fields))
    assert response.status_code == 422
    assert "fh-error" in words(response)
    assert not ReviewDecision.objects.exists()


def test_removing_takes_a_live_post_away(as_moderator: Client) -> None:
    post = PostFactory.create(live=True)
    as_moderator.post(url(post), decision(post, "remove", code="sale"))
    assert Post.objects.with_state().get().state == "removed"


def test_a_version_that_has_changed_is_not_decided_about(as_moderator: Client) -> None:
    post = PostFactory.create(in_review=True)
    stale = decision(post, "approve")
    update_post(post=post, editor=post.creator, title="Something else entirely")
    response = as_moderator.post(url(post), stale)
    assert response.status_code == 409
    assert "It changed while you had it open" in words(response)
    assert 'class="addition">Something' in words(response)
    assert not Post.objects.get().live
    assert not ReviewDecision.objects.exists()


def test_a_second_decision_changes_nothing_and_is_told(as_moderator: Client) -> None:
    post = PostFactory.create(in_review=True)
    other = signed_in(UserFactory.create(moderator=True, name="Milo"))
    other.post(url(post), decision(post, "approve"))
    response = as_moderator.post(url(post), decision(post, "changes", code="unclear"), follow=True)
    assert "approved, by Milo" in words(response)
    assert Post.objects.get().live
    assert ReviewDecision.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_moderators_at_the_same_moment_make_one_decision() -> None:
    post = PostFactory.create(in_review=True)
    clients = [signed_in(UserFactory.create(moderator=True)) for _ in range(2)]
    answers: list[int] = []

    def decide(client: Client, action: str) -> None:
        data = {"action": action, "revision": post.latest_revision_id, "code": "sale", "note": ""}
        answers.append(client.post(url(post), data).status_code)
        connection.close()

    threads = [
        threading.Thread(target=decide, args=(client, action))
        for client, action in zip(clients, ("approve", "changes"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [302, 302]
    made = ReviewDecision.objects.get()
    assert Post.objects.get().live == (made.outcome == "approved")


def test_an_edit_of_a_live_post_is_shown_beside_it(as_moderator: Client, creator: User) -> None:
    kept, gone, new = (ImageFactory.create(uploaded_by_user=creator) for _ in range(3))
    post = PostFactory.create(creator=creator, live=True, images=[kept, gone], title="One chair")
    gallery = [GalleryItem(image_id=new.pk), GalleryItem(image_id=kept.pk)]
    update_post(post=post, editor=creator, title="Two chairs", tags=["oak"], images=gallery)
    submit_post(post=post, user=creator)
    page = words(as_moderator.get(url(post)))
    assert "Edit of a live post" in page
    assert 'class="deletion">One' in page
    assert 'class="addition">Two' in page
    assert ">wood</del>" in page
    assert ">oak</ins>" in page
    assert "1 new." in page
    assert "1 taken out." in page


def test_the_screen_shows_what_is_known_of_the_creator(as_moderator: Client, creator: User) -> None:
    PostFactory.create(creator=creator, sent_back=True, title="An earlier one")
    PostFactory.create(creator=creator, live=True)
    page = words(as_moderator.get(url(PostFactory.create(creator=creator, in_review=True))))
    assert creator.name in page
    assert "2, 1 live" in page
    assert "An earlier one" in page
    assert "Say more." in page


def test_an_animation_moves_on_the_review_screen(as_moderator: Client, creator: User) -> None:
    picture = ImageFactory.create(uploaded_by_user=creator, animated=True)
    moving = {"kind": "animation", "type": "image/webp", "width": 640, "height": 320}
    moving |= {"path": "moving/clip.webp", "bytes": 10}
    Image.objects.filter(pk=picture.pk).update(variants=[*picture.variants, moving])
    post = PostFactory.create(creator=creator, in_review=True, images=[picture])
    assert "/media/moving/clip.webp" in words(as_moderator.get(url(post)))


def test_html_in_every_field_is_only_text(as_moderator: Client) -> None:
    nasty = "<script>alert(1)</script>"
    creator = UserFactory.create(name=nasty[:80])
    post = PostFactory.create(
        creator=creator, in_review=True, title=nasty, content=f"<p>Hi{nasty}</p>"
    )
    for path in (url(post), QUEUE, "/admin/", "/admin/snippets/content/post/"):
        assert nasty not in words(as_moderator.get(path)), path


def test_the_queue_pages_from_the_longest_waiting(as_moderator: Client) -> None:
    creator = UserFactory.create()
    for number in range(21):
        PostFactory.create(creator=creator, in_review=True, title=f"Number {number:02}")
    assert "Number 00" in words(as_moderator.get(QUEUE))
    assert "Number 20" not in words(as_moderator.get(QUEUE))
    assert "Number 20" in words(as_moderator.get(f"{QUEUE}?p=2"))
    for page in ("0", "abc", "999", "-1"):
        assert as_moderator.get(f"{QUEUE}?p={page}").status_code == 200


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_wagtails_own_buttons_leave_the_same_traces(as_moderator: Client, action: str) -> None:
    post = PostFactory.create(in_review=True)
    task_state = post.current_workflow_task_state
    base = f"/admin/snippets/content/post/workflow/action/{post.pk}"
    assert as_moderator.get(f"{base}/{action}/{task_state.pk}/").status_code == 200
    as_moderator.post(f"{base}/{action}/{task_state.pk}/", {"comment": "Too dark."})
    made = ReviewDecision.objects.get()
    outcomes = {"approve": "approved", "reject": "changes_requested"}
    assert made.outcome == outcomes[action]
    assert Post.objects.get().live == (action == "approve")


def test_the_editors_footer_decides_too(as_moderator: Client) -> None:
    post = PostFactory.create(in_review=True)
    data = editor_data(**{"action-workflow-action": "1", "workflow-action-name": "reject"})
    edit = f"/admin/snippets/content/post/edit/{post.pk}/"
    as_moderator.post(edit, data | {"workflow-action-extra-data": '{"comment": ""}'})
    assert not ReviewDecision.objects.exists()
    for junk in ("{", "[]", '{"comment": 3}'):
        assert (
            as_moderator.post(edit, data | {"workflow-action-extra-data": junk}).status_code < 500
        )
    as_moderator.post(edit, data | {"workflow-action-extra-data": '{"comment": "Too dark."}'})
    assert ReviewDecision.objects.get().reason == "Too dark."


def test_a_task_of_another_post_is_not_found(as_moderator: Client) -> None:
    post, other = (PostFactory.create(in_review=True) for _ in range(2))
    foreign = other.current_workflow_task_state.pk
    path = f"/admin/snippets/content/post/workflow/action/{post.pk}/approve/{foreign}/"
    assert as_moderator.post(path).status_code == 404
    assert not Post.objects.live().exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"action": "approve"},
        {"action": "explode", "revision": 1},
        {"action": "approve", "revision": "x"},
        {"action": "approve", "revision": "9" * 30},
        {"action": "changes", "revision": 1, "note": "a\x00b"},
    ],
)
def test_a_broken_decision_is_answered_kindly(as_moderator: Client, data: dict[str, Any]) -> None:
    post = PostFactory.create(in_review=True)
    assert as_moderator.post(url(post), data).status_code == 422
    assert not ReviewDecision.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_creators_do_not_review(as_creator: Client, creator: User, method: str) -> None:
    post = PostFactory.create(creator=creator, in_review=True)
    for path in (QUEUE, url(post)):
        assert getattr(as_creator, method)(path, decision(post, "approve")).status_code == 404
    assert not Post.objects.get().live
