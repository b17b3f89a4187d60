"""Dropping: nobody but its sender finds a request any more, and its sender reads it as before."""

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from engagement.errors import NothingToDrop
from engagement.models import Notification, PostRequest, Report
from engagement.services.reports import Target, decide_reports
from engagement.services.requests.locking import copy_state, locked

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def drop_request(*, post_request: PostRequest, moderator: "User", note: str = "") -> None:
    """Take a held or reported request away from everybody but its sender, who is not told.

    Open reports of it are upheld, with `note` for the other moderators. Raises NothingToDrop for one
    that is neither held nor reported, InvalidInput for a note that is too long.
    """
    request = locked(post_request)
    target = Target(post_request=request)
    is_reported = target.reports.open().exists()
    if request.dropped_at or not (is_reported or request.status == PostRequest.Status.HELD):
        raise NothingToDrop
    if is_reported:
        decide_reports(
            target=target,
            moderator=moderator,
            outcome=Report.Status.UPHELD,
            note=note or "The request was dropped.",
        )
    request.dropped_at, request.delivered_at = timezone.now(), None
    request.save(update_fields=["dropped_at", "delivered_at"])
    Notification.objects.filter(post_request=request, user=request.post.creator).delete()
    logger.info("Request %s was dropped by moderator %s", request.pk, moderator.pk)
    copy_state(request, post_request)
