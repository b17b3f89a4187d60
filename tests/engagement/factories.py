"""People, posts and requests as engagement's tests need them."""

from itertools import count
from typing import Any

from altcha import PayloadV1, solve_challenge_v1
from django.utils import timezone

from accounts.models import User
from content.models import Post
from engagement.models import PostRequest
from engagement.proof import create_challenge
from engagement.services.requests import ClientInfo, send_request
from tests.factories import UserFactory

MESSAGE = "Hello! Could I come by on Saturday to have a look at it? I live around the corner."
_numbers = count(1)


def make_user(**fields: Any) -> User:
    """An account whose address is confirmed; its password is `tests.factories.PASSWORD`."""
    return UserFactory.create(**fields)


def make_post(**fields: Any) -> Post:
    """A live, open post that no moderator decided about, so that nobody was told of it."""
    given = {
        "title": f"Chair {next(_numbers)}",
        "content": "<p>Walnut.</p>",
        "live": True,
        "first_published_at": timezone.now(),
        **fields,
    }
    given.setdefault("creator", None)
    given["creator"] = given["creator"] or make_user()
    return Post.objects.create(**given)


def make_proof() -> str:
    """A proof that solves a fresh challenge."""
    challenge = create_challenge()
    solved = solve_challenge_v1(
        challenge=challenge["challenge"],
        salt=challenge["salt"],
        algorithm=challenge["algorithm"],
        max_number=challenge["maxnumber"],
        start=0,
    )
    assert solved is not None
    return PayloadV1(
        algorithm=challenge["algorithm"],
        challenge=challenge["challenge"],
        number=solved.number,
        salt=challenge["salt"],
        signature=challenge["signature"],
    ).to_base64()


def guest_request(post: Post | None = None, **fields: Any) -> PostRequest:
    """A guest's request, sent through the service. Without a `proof` it waits to be confirmed."""
    given: dict[str, Any] = {
        "sender": None,
        "name": "Vera Visitor",
        "email": f"vera{next(_numbers)}@example.net",
        "message": f"{MESSAGE} My house has the number {next(_numbers)}.",
        "client": ClientInfo(),
        **fields,
    }
    return send_request(post=post or make_post(), **given)


def delivered_request(post: Post | None = None, **fields: Any) -> PostRequest:
    """A guest's request that reached its creator at once."""
    return guest_request(post, proof=make_proof(), **fields)


def held_request(post: Post | None = None, **fields: Any) -> PostRequest:
    """A request that a moderator has yet to look at."""
    return guest_request(post, honeypot_filled=True, **fields)
