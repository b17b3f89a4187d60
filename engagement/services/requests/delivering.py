"""Delivery of a request: its creator sees it, gets a notification and, if they wish, a mail."""

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from engagement.errors import NotHeld
from engagement.models import Notification, PostRequest
from engagement.services.outbox import write_mail
from engagement.services.requests.guest_mail import tell_guest_it_was_sent
from engagement.services.requests.locking import copy_state, locked, locked_open_post

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger(__name__)
Status = PostRequest.Status


def deliver_request(request: PostRequest) -> None:
    """Make this row a delivered one and tell both sides. The caller holds the transaction and lock."""
    request.status = Status.NEW
    request.delivered_at = request.delivered_at or timezone.now()
    request.save(update_fields=["status", "delivered_at"])
    creator = request.post.creator
    Notification.objects.create(
        user=creator,
        kind=Notification.Kind.REQUEST_RECEIVED,
        post=request.post,
        post_request=request,
    )
    if creator.notify_requests:
        write_mail(
            kind="request_received",
            to=creator.email,
            dedupe_key=f"request_received:{request.pk}",
            recipient=creator,
            post_request=request,
        )
    tell_guest_it_was_sent(request)


@transaction.atomic
def release_request(*, post_request: PostRequest, moderator: "User") -> None:
    """Let a held request through. Raises NotHeld, or PostClosed when the post has closed meanwhile."""
    request = locked(post_request)
    if request.status != Status.HELD or request.dropped_at:
        raise NotHeld
    request.post = locked_open_post(request.post)
    deliver_request(request)
    logger.info("Request %s was released by moderator %s", request.pk, moderator.pk)
    copy_state(request, post_request)
