"""The moderators' screens of appeals."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from content.models import Post
from content.services.review import remove_post
from engagement.models import Appeal
from engagement.services.appeals import file_appeal
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/appeals/"


@pytest.fixture
def moderator() -> User:
    return UserFactory.create(name="Mara", moderator=True)


@pytest.fixture
def admin(moderator: User) -> Client:
    client = Client()
    client.force_login(moderator)
    return client


def make_appeal(moderator: User, text: str = "It is mine.", **fields: Any) -> Appeal:
    post = PostFactory.create(live=True, pictures=1, **fields)
    remove_post(post=post, moderator=moderator, reason="This looks like a copy.")
    return file_appeal(post=post, text=text)


def answer_of(appeal: Appeal, **data: Any) -> dict[str, Any]:
    return {"revision": appeal.decision.post.latest_revision_id, **data}


def test_appeal_is_read_with_its_decision_and_upheld(admin: Client, moderator: User) -> None:
    appeal = make_appeal(UserFactory.create(moderator=True), text="<i>It</i> is mine.")
    page = admin.get(f"{LIST}{appeal.pk}/").content.decode()
    assert "This looks like a copy." in page
    assert "&lt;i&gt;It&lt;/i&gt; is mine." in page
    assert "You made this decision" not in page
    done = admin.post(f"{LIST}{appeal.pk}/", answer_of(appeal, action="uphold"))
    assert done.status_code == 302
    assert Post.objects.get(pk=appeal.decision.post_id).live
    assert "Upheld" in admin.get(f"{LIST}{appeal.pk}/").content.decode()
    assert appeal.decision.post.title in admin.get(f"{LIST}?state=decided").content.decode()


def test_moderator_is_told_when_it_was_their_own_decision(admin: Client, moderator: User) -> None:
    appeal = make_appeal(moderator)
    page = admin.get(f"{LIST}{appeal.pk}/").content.decode()
    assert "You made this decision" in page
    done = admin.post(f"{LIST}{appeal.pk}/", answer_of(appeal, action="dismiss", note="It is."))
    assert done.status_code == 302


@pytest.mark.parametrize(
    "data",
    [
        {"action": "dismiss", "note": ""},
        {"action": "nothing"},
        {"action": "dismiss", "note": "x" * 2001},
        {"action": "dismiss", "note": "a\x00b"},
        {"action": "uphold", "revision": "x"},
        {"action": "uphold", "revision": "9" * 30},
    ],
)
def test_unreadable_answer_is_asked_for_again(
    admin: Client, moderator: User, data: dict[str, str]
) -> None:
    appeal = make_appeal(moderator)
    answer = admin.post(f"{LIST}{appeal.pk}/", answer_of(appeal) | data)
    assert answer.status_code == 422
    assert Appeal.objects.get().state == "open"


def test_second_press_says_that_it_is_decided(admin: Client, moderator: User) -> None:
    appeal = make_appeal(moderator)
    data = answer_of(appeal, action="dismiss", note="It is.")
    admin.post(f"{LIST}{appeal.pk}/", data)
    again = admin.post(f"{LIST}{appeal.pk}/", data, follow=True)
    assert "decided already" in again.content.decode()


def test_appeals_are_for_moderators_alone(moderator: User) -> None:
    appeal = make_appeal(moderator)
    creator = Client()
    creator.force_login(appeal.decision.post.creator)
    for path in (LIST, f"{LIST}{appeal.pk}/"):
        for method in ("get", "post"):
            assert getattr(creator, method)(path, {"action": "uphold"}).status_code == 404
        assert Client().get(path).status_code == 302
    assert Appeal.objects.get().state == "open"


@pytest.mark.parametrize("pk", ["999999999", "9" * 25, "0"])
def test_unknown_appeal_is_not_found(admin: Client, pk: str) -> None:
    assert admin.get(f"{LIST}{pk}/").status_code == 404
