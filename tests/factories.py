"""Rows for tests. What services decide is made through services, so that tests meet real states."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from secrets import token_hex
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import TestCase
from factory.django import DjangoModelFactory
from PIL import Image as Pillow

from accounts.models import CREATORS, MODERATORS, User
from content.images.storage import folder_of, private_storage
from content.models import Image, Post
from content.models.images import new_key
from content.services.posts import GalleryItem, create_post
from content.services.review import approve_post, request_changes, submit_post
from engagement.models import PostRequest
from engagement.services.requests import ClientInfo, send_request

PASSWORD = "correct horse battery"  # pragma: allowlist secret
WIDTHS = (640, 320)


@contextmanager
def committed() -> Iterator[None]:
    """Run what waits for the commit, which a test's own transaction never reaches."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


class UserFactory(DjangoModelFactory[User]):
    """A person with PASSWORD and a confirmed address. `moderator=True`, `confirmed=False`."""

    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.Sequence(lambda n: f"person{n}@example.org")

    @classmethod
    def create(cls, *, moderator: bool = False, confirmed: bool = True, **kwargs: Any) -> User:
        """Return a saved person."""
        user: User = cls.build(**kwargs)
        user.set_password(PASSWORD)
        user.save()
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=confirmed)
        groups = (CREATORS, MODERATORS) if moderator else (CREATORS,)
        user.groups.add(*Group.objects.filter(name__in=groups))
        return user


class ImageFactory(DjangoModelFactory[Image]):
    """A ready picture with small real files in the private storage."""

    class Meta:
        model = Image

    uploaded_by_user = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Picture {n}")
    key = factory.LazyFunction(new_key)
    state = Image.State.READY
    width, height = WIDTHS[0], WIDTHS[0] // 2
    placeholder = "1QcSHQRnh493V4dIh4eXh1h4kJUI"
    file_size = 100
    upload_sha256 = factory.LazyFunction(lambda: token_hex(32))

    @factory.lazy_attribute
    def variants(self) -> list[dict[str, Any]]:
        return [_variant(self.key, kind, width) for kind in ("avif", "webp") for width in WIDTHS]

    @factory.lazy_attribute
    def stored_bytes(self) -> int:
        return sum(variant["bytes"] for variant in self.variants)

    @factory.lazy_attribute
    def file(self) -> str:
        path: str = self.variants[0]["path"]
        return path


def _variant(key: str, kind: str, width: int) -> dict[str, Any]:
    """Write one file of the picture and return what its row says of it."""
    content = _drawn(kind, width)
    path = f"{folder_of(key)}/{width}.{kind}"
    private_storage().put(path, BytesIO(content))
    return {
        "kind": "still",
        "type": f"image/{kind}",
        "width": width,
        "height": width // 2,
        "path": path,
        "bytes": len(content),
    }


@cache
def _drawn(kind: str, width: int) -> bytes:
    content = BytesIO()
    Pillow.new("RGB", (width, width // 2), "teal").save(content, kind)
    return content.getvalue()


class PostFactory(DjangoModelFactory[Post]):
    """A draft; `in_review=True`, `live=True`, `sent_back=True`. `pictures=2` gives it a gallery of
    new pictures, `images=[...]` one of these.
    """

    class Meta:
        model = Post

    @classmethod
    def create(
        cls,
        *,
        creator: User | None = None,
        in_review: bool = False,
        live: bool = False,
        sent_back: bool = False,
        pictures: int = 0,
        images: Sequence[Image] = (),
        **fields: Any,
    ) -> Post:
        """Return the saved post as its row stands after all that."""
        creator = creator or UserFactory.create()
        images = images or [ImageFactory.create(uploaded_by_user=creator) for _ in range(pictures)]
        given: dict[str, Any] = {
            "title": "A walnut chair",
            "content": "<p>Made by hand.</p>",
            "tags": ["wood"],
        }
        gallery = [GalleryItem(image_id=image.pk, alt="A chair") for image in images]
        with committed():
            post = create_post(creator=creator, images=gallery, **given | fields)
            if in_review or live or sent_back:
                submit_post(post=post, user=creator)
            if live:
                approve_post(post=post, moderator=UserFactory.create(moderator=True))
            if sent_back:
                moderator = UserFactory.create(moderator=True)
                request_changes(post=post, moderator=moderator, reason="Say more.", code="unclear")
        return Post.objects.get(pk=post.pk)


class PostRequestFactory(DjangoModelFactory[PostRequest]):
    """A delivered request of a signed-in sender; `guest=True` one that waits to be confirmed;
    `held=True` one that a moderator has yet to look at.
    """

    class Meta:
        model = PostRequest

    @classmethod
    def create(
        cls,
        *,
        post: Post | None = None,
        sender: User | None = None,
        guest: bool = False,
        held: bool = False,
        **fields: Any,
    ) -> PostRequest:
        """Return the saved request."""
        post = post or PostFactory.create(live=True)
        given: dict[str, Any] = {"message": "May I come and see it?"}
        if guest:
            given |= {"name": "Vera Visitor", "email": "vera@example.net"}
        return send_request(
            post=post,
            sender=None if guest else sender or UserFactory.create(),
            client=ClientInfo(),
            honeypot_filled=held,
            **given | fields,
        )
