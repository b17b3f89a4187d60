"""One of everything that the API has routes for, and everybody who may come by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client

from accounts.models import User
from accounts.services import erase_account
from accounts.suspension import suspend_user
from content.services.posts import update_post
from content.services.review import remove_post
from engagement.models import Notification, PostRequest
from engagement.services.dropping import drop_request
from engagement.services.reports import Target, file_report
from engagement.tokens import confirm_token, page_token
from tests.factories import ImageFactory, PostFactory, PostRequestFactory, UserFactory

CSRF = "c" * 32


@dataclass
class World:
    """`names` says what stands for `{live}` and the like in the addresses of access.md."""

    people: dict[str, User]
    names: dict[str, Any]


def make_world() -> World:
    creator, sender, moderator = (
        UserFactory.create(name="Cleo Creator"),
        UserFactory.create(name="Sven Sender"),
        UserFactory.create(name="Mo Moderator", moderator=True),
    )
    live = PostFactory.create(creator=creator, live=True, pictures=1)
    edited = PostFactory.create(creator=creator, live=True)
    update_post(post=edited, editor=creator, title="Another title")
    draft = PostFactory.create(creator=creator, pictures=1)
    in_review = PostFactory.create(creator=creator, in_review=True)
    removed = PostFactory.create(creator=creator, live=True)
    remove_post(post=removed, moderator=moderator, reason="A copy.")
    requests = _requests(live, creator, sender, moderator)
    guests = requests["unconfirmed"]
    return World(
        people={
            "stranger": UserFactory.create(name="Sam Stranger"),
            "sender": sender,
            "creator": creator,
            "moderator": moderator,
        },
        names={
            "creator": creator.pk,
            "absent": 987654321,
            "live": live.pk,
            "edited": edited.pk,
            "draft": draft.pk,
            "in review": in_review.pk,
            "removed": removed.pk,
            **{name: request.pk for name, request in requests.items()},
            "its token": page_token(guests),
            "confirm token": confirm_token(guests),
            "unused": ImageFactory.create(uploaded_by_user=creator).pk,
            "of a draft": draft.gallery.get().image_id,
            "public": live.gallery.get().image_id,
            "creator's": Notification.objects.filter(user=creator).latest("pk").pk,
            "of its draft": draft.preview_for(creator).token,
        },
    )


def _requests(post: Any, creator: User, sender: User, moderator: User) -> dict[str, PostRequest]:
    """One in each state, all but the guest's from the same sender."""
    reported, dropped = (PostRequestFactory.create(post=post, sender=sender) for _ in range(2))
    for request in (reported, dropped):
        file_report(target=Target(post_request=request), reporter=creator, reason="scam")
    drop_request(post_request=dropped, moderator=moderator)
    return {
        "delivered": PostRequestFactory.create(post=post, sender=sender),
        "held": PostRequestFactory.create(post=post, sender=sender, held=True),
        "reported": reported,
        "unconfirmed": PostRequestFactory.create(post=post, guest=True),
        "dropped": dropped,
    }


@dataclass(frozen=True)
class Visitor:
    """Somebody with a client that knows them; `befalls` happens once they have signed in."""

    who: str | None
    befalls: Callable[[World], Any] = lambda _: None


def _suspend(world: World) -> None:
    suspend_user(user=world.people["creator"], moderator=world.people["moderator"], reason="Spam.")


VISITORS = {
    "visitor": Visitor(None),
    "stranger": Visitor("stranger"),
    "sender": Visitor("sender"),
    "creator": Visitor("creator"),
    "moderator": Visitor("moderator"),
    "suspended": Visitor("creator", _suspend),
    "gone": Visitor("creator", lambda world: erase_account(user=world.people["creator"])),
}


def browser(user: User | None) -> tuple[Client, dict[str, str]]:
    """Signed in by cookie; writes carry the CSRF token, without which they are refused."""
    client = Client(enforce_csrf_checks=True)
    if user is not None:
        client.force_login(user)
    client.cookies["csrftoken"] = CSRF
    return client, {"X-CSRFToken": CSRF}


def app(user: User | None) -> tuple[Client, dict[str, str]]:
    """Signed in by the token that allauth gives its app clients."""
    if user is None:
        return Client(enforce_csrf_checks=True), {}
    client = Client()
    client.force_login(user)
    return Client(enforce_csrf_checks=True), {"X-Session-Token": str(client.session.session_key)}


WAYS_IN = {"browser": browser, "app": app}
