"""The moderators' screens about people: found, read, shut out and let in; closed to everybody else."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.suspension import suspend_user
from content.models import Image, Post
from content.services.review import remove_post
from engagement.models import OutboxMessage
from tests.factories import PostFactory, UserFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/people/"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_people_are_found_by_part_of_their_name_or_address(as_moderator: Client) -> None:
    UserFactory.create(name="Oskar Lindgren", email="oskar@example.org")
    UserFactory.create(name="Ruth", email="ruth@lindgren.example")
    UserFactory.create(name="Samir", email="samir@example.org")
    page = text_of(as_moderator.get(LIST, {"q": "LINDGREN"}))
    assert "Oskar Lindgren" in page
    assert "ruth@lindgren.example" in page
    assert "Samir" not in page


def test_only_suspended_people_can_be_listed(as_moderator: Client, moderator: User) -> None:
    out = UserFactory.create(name="Out Sider")
    UserFactory.create(name="In Sider")
    suspend_user(user=out, moderator=moderator, reason="Spam.")
    page = text_of(as_moderator.get(LIST, {"state": "suspended"}))
    assert "Out Sider" in page
    assert "In Sider" not in page


@pytest.mark.parametrize("query", ["%00", "'\"%25_\\", "x" * 5000, "<script>"])
def test_any_search_is_answered(as_moderator: Client, query: str) -> None:
    for name in ("q", "p", "state"):
        assert as_moderator.get(f"{LIST}?{name}={query}").status_code == 200


def test_person_costs_the_same_with_one_post_and_with_twenty(
    as_moderator: Client, moderator: User
) -> None:
    costs = []
    for count in (1, 20):
        person = UserFactory.create()
        for _ in range(count):
            post = PostFactory.create(creator=person, live=True)
            remove_post(post=post, moderator=moderator, reason="A copy.")
        with CaptureQueriesContext(connection) as queries:
            assert as_moderator.get(f"{LIST}{person.pk}/").status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_moderator_suspends_after_a_second_look_and_lifts_again(as_moderator: Client) -> None:
    person = UserFactory.create(name="Percy")
    PostFactory.create(creator=person, live=True)
    screen = f"{LIST}{person.pk}/"
    asked = text_of(as_moderator.get(f"{screen}suspend/"))
    assert "1 live post is hidden" in asked
    person.refresh_from_db()
    assert person.is_active
    without = as_moderator.post(f"{screen}suspend/", {"reason": "  "})
    assert without.status_code == 422
    done = as_moderator.post(f"{screen}suspend/", {"reason": "<b>Sold</b> stolen chairs."})
    assert done.status_code == 302
    page = text_of(as_moderator.get(screen))
    assert "Hidden, creator suspended" in page
    assert "&lt;b&gt;Sold&lt;/b&gt; stolen chairs." in page
    assert "Lift the suspension" in page
    as_moderator.post(f"{screen}lift/")
    person.refresh_from_db()
    assert person.is_active
    assert "lifted by" in text_of(as_moderator.get(screen))


def test_second_press_says_what_happened_and_changes_nothing(as_moderator: Client) -> None:
    person = UserFactory.create()
    screen = f"{LIST}{person.pk}/"
    for _ in range(2):
        assert as_moderator.post(f"{screen}suspend/", {"reason": "Spam."}).status_code == 302
    assert person.suspensions.count() == 1
    for _ in range(2):
        assert as_moderator.post(f"{screen}lift/").status_code == 302
    assert "not suspended" in text_of(as_moderator.get(f"{screen}lift/"))


@pytest.mark.parametrize("kind", [{"moderator": True}, {"is_superuser": True}])
def test_no_way_to_suspend_who_decides(as_moderator: Client, kind: dict[str, Any]) -> None:
    other = UserFactory.create(**kind)
    screen = f"{LIST}{other.pk}/"
    assert "suspend/" not in text_of(as_moderator.get(screen))
    as_moderator.post(f"{screen}suspend/", {"reason": "Spam."})
    other.refresh_from_db()
    assert other.suspended_at is None


@pytest.mark.parametrize("path", ["", "1/", "1/suspend/", "1/lift/"])
def test_people_are_nobody_elses_business(as_creator: Client, creator: User, path: str) -> None:
    target = LIST + path.replace("1", str(creator.pk))
    for method in ("get", "post"):
        assert getattr(as_creator, method)(target, {"reason": "x"}).status_code == 404
    assert Client().get(target).status_code == 302


@pytest.mark.parametrize("pk", ["999999999", "9" * 25, "0"])
def test_unknown_person_is_not_found(as_moderator: Client, pk: str) -> None:
    for path in ("", "suspend/", "lift/"):
        assert as_moderator.get(f"{LIST}{pk}/{path}").status_code == 404


def test_review_screen_leads_to_the_creator(as_moderator: Client, moderator: User) -> None:
    post = PostFactory.create(in_review=True)
    page = text_of(as_moderator.get(f"/admin/review/{post.pk}/"))
    assert f"/admin/people/{post.creator_id}/suspend/" in page
    suspend_user(user=post.creator, moderator=moderator, reason="Sold stolen chairs.")
    page = text_of(as_moderator.get(f"/admin/review/{post.pk}/"))
    assert "Sold stolen chairs." in page
    assert "/suspend/" not in page


def test_post_of_a_suspended_creator_cannot_be_approved_from_an_open_screen(
    as_moderator: Client, moderator: User
) -> None:
    post = PostFactory.create(in_review=True)
    suspend_user(user=post.creator, moderator=moderator, reason="Sold stolen chairs.")
    data = {"action": "approve", "revision": post.latest_revision_id}
    answer = as_moderator.post(f"/admin/review/{post.pk}/", data, follow=True)
    assert "suspended" in text_of(answer)
    post.refresh_from_db()
    assert not post.live


@pytest.mark.parametrize("path", ["", "new/", "edit/1/", "delete/1/"])
def test_wagtails_own_pages_about_people_are_for_administrators(
    as_moderator: Client, as_creator: Client, moderator: User, path: str
) -> None:
    target = f"/admin/users/{path.replace('1', str(moderator.pk))}"
    assert as_moderator.get(target).status_code in (302, 403, 404)
    assert as_creator.get(target).status_code == 404


def test_administrator_who_ticks_active_for_a_suspended_person_is_told_where_to_lift(
    moderator: User,
) -> None:
    person = UserFactory.create()
    suspend_user(user=person, moderator=moderator, reason="Spam.")
    admin = Client()
    admin.force_login(UserFactory.create(is_superuser=True))
    data = {"email": person.email, "name": person.name, "is_active": "on"}
    answer = admin.post(f"/admin/users/edit/{person.pk}/", data)
    assert answer.status_code == 200
    assert "Lift the suspension under People" in text_of(answer)
    person.refresh_from_db()
    assert not person.is_active


@pytest.fixture
def as_admin(db: None) -> Client:
    client = Client()
    client.force_login(UserFactory.create(is_superuser=True))
    return client


def test_administrator_deletes_a_suspended_account_that_asked_for_it(
    as_admin: Client, moderator: User
) -> None:
    person = UserFactory.create(email="percy@example.org")
    post = PostFactory.create(creator=person, live=True, pictures=1)
    suspend_user(user=person, moderator=moderator, reason="Spam.")
    screen = f"{LIST}{person.pk}/delete/"
    assert as_admin.get(screen).status_code == 200
    assert as_admin.post(screen, {"email": "somebody@else.example"}).status_code == 422
    assert as_admin.post(screen, {"email": "Percy@example.org "}).status_code == 302
    assert not User.objects.filter(pk=person.pk).exists()
    assert not Post.objects.filter(pk=post.pk).exists()
    assert not Image.objects.filter(title__startswith="Picture").exists()
    assert not OutboxMessage.objects.filter(to="percy@example.org").exists()


def test_nobody_but_an_administrator_deletes_an_account_and_not_their_own(
    as_moderator: Client, as_creator: Client, creator: User, as_admin: Client
) -> None:
    screen = f"{LIST}{creator.pk}/delete/"
    data = {"email": creator.email}
    assert as_moderator.post(screen, data).status_code in (302, 403)
    assert as_creator.post(screen, data).status_code == 404
    own = User.objects.get(is_superuser=True)
    as_admin.post(f"{LIST}{own.pk}/delete/", {"email": own.email})
    assert User.objects.filter(pk__in=[creator.pk, own.pk]).count() == 2


@pytest.mark.parametrize("action", ["delete", "set_active_state"])
def test_wagtails_own_ways_to_delete_or_activate_people_are_closed(
    as_admin: Client, creator: User, action: str
) -> None:
    bulk = f"/admin/bulk/accounts/user/{action}/?id={creator.pk}"
    assert as_admin.post(bulk, {"mark_as_active": "on"}).status_code == 404
    assert as_admin.post(f"/admin/users/delete/{creator.pk}/").status_code == 404
    assert User.objects.filter(pk=creator.pk).exists()
