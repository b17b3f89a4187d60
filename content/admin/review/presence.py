"""Who has a post open on the review screen right now: kept in Redis and forgotten within the minute."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone
from redis.exceptions import RedisError

from accounts.models import MODERATORS, User

if TYPE_CHECKING:
    from content.models import Post

logger = logging.getLogger(__name__)
EXPIRES = 40  # seconds; the page says every 15 that it is still open


@dataclass(frozen=True)
class Reader:
    """A moderator who has the post open, and since when."""

    name: str
    since: datetime


def note_open(*, post: "Post", moderator: User) -> None:
    """Remember for EXPIRES seconds that this moderator has the post open. Does nothing with Redis down."""
    key = _key(post, moderator.pk)
    try:
        if not cache.touch(key, EXPIRES):
            cache.set(key, timezone.now(), EXPIRES)
    except RedisError:
        logger.warning("Redis is down: moderators are not told of each other")


def note_closed(*, post: "Post", moderator: User) -> None:
    """Forget that this moderator has the post open."""
    try:
        cache.delete(_key(post, moderator.pk))
    except RedisError:
        logger.warning("Redis is down: who closed a post is forgotten by itself")


def others_at(*, post: "Post", moderator: User) -> list[Reader]:
    """Return who else has the post open, the longest first; nobody with Redis down. One query."""
    can_review = Q(is_superuser=True) | Q(groups__name=MODERATORS)
    others = User.objects.filter(can_review, is_active=True).exclude(pk=moderator.pk)
    names = {_key(post, pk): name for pk, name in others.values_list("pk", "name")}
    try:
        found = cache.get_many(names)
    except RedisError:
        logger.warning("Redis is down: moderators are not told of each other")
        return []
    readers = [Reader(names[key], since) for key, since in found.items()]
    return sorted(readers, key=lambda reader: reader.since)


def _key(post: "Post", moderator_id: int) -> str:
    return f"review:{post.pk}:{moderator_id}"
