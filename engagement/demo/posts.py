"""Make the demo's posts through the services that everybody else's go through."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from content.demo.people.kinds import DemoPerson, DemoPost
from content.models import Post, ReviewDecision
from content.services.posts import GalleryItem, create_post, set_availability
from content.services.review import approve_post, remove_post, request_changes
from engagement.demo.pictures import Wanted, find_image
from engagement.demo.silence import without_mail
from engagement.models import Notification

REVIEW_TIME = timedelta(hours=3)
CODES = {"changes_requested": "unclear", "removed": "not_allowed"}


def make_post(*, creator: User, moderator: User, demo: DemoPost) -> None:
    """Make one post in the state it should be in, unless its creator has one of that title."""
    if Post.objects.filter(creator=creator, title=demo.title).exists():
        return
    with without_mail():
        post = create_post(
            creator=creator,
            title=demo.title,
            content=demo.content,
            tags=demo.tags,
            images=[
                GalleryItem(find_image(Wanted(creator, picture)).pk, picture.alt)
                for picture in demo.pictures
            ],
            submit=demo.state != "draft",
        )
        _decide(post, moderator, demo)
        _backdate(post, demo)


def set_demo_availability(*, person: DemoPerson) -> None:
    """Say of this person's posts which are reserved or given; after the requests, which need them open."""
    for demo in person.posts:
        if demo.availability != "open":
            post = Post.objects.get(creator__email=person.email, title=demo.title)
            set_availability(post=post, availability=demo.availability)


def _decide(post: Post, moderator: User, demo: DemoPost) -> None:
    if demo.state in ("live", "removed"):
        approve_post(post=post, moderator=moderator)
    if demo.state == "removed":
        remove_post(post=post, moderator=moderator, reason=demo.verdict, code=CODES["removed"])
    if demo.state == "changes_requested":
        request_changes(
            post=post, moderator=moderator, reason=demo.verdict, code=CODES["changes_requested"]
        )


def _backdate(post: Post, demo: DemoPost) -> None:
    """Set the post's times to `demo.days` ago, and everything told about it to a little later."""
    written = timezone.now() - timedelta(days=demo.days)
    decided = min(written + REVIEW_TIME, timezone.now())
    Post.objects.filter(pk=post.pk).update(created_at=written, last_edited=written)
    Post.objects.filter(pk=post.pk, first_published_at__isnull=False).update(
        first_published_at=decided, last_published_at=decided
    )
    Post.objects.filter(pk=post.pk, removed_at__isnull=False).update(removed_at=decided)
    ReviewDecision.objects.filter(post=post).update(created_at=decided)
    Notification.objects.filter(post=post).update(created_at=decided)
    post.revisions.update(created_at=written)
