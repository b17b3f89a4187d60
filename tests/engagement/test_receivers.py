"""A request knows whose post it is about, whoever writes it down."""

import pytest

from engagement.models import PostRequest
from tests.engagement.factories import make_post, make_user

pytestmark = pytest.mark.django_db


def test_the_receiver_is_the_posts_creator_whatever_is_written() -> None:
    post, somebody = make_post(), make_user()
    one = PostRequest.objects.create(
        post=post, name="A", email="a@example.net", message="Hello", status="held"
    )
    PostRequest.objects.bulk_create(
        [
            PostRequest(
                post=post,
                receiver=somebody,
                name="B",
                email="b@example.net",
                message="Hi",
                status="held",
            )
        ]
    )
    one.message = "Hello again"
    one.save()
    PostRequest.objects.update(receiver=somebody)
    assert set(PostRequest.objects.values_list("receiver", flat=True)) == {post.creator_id}
