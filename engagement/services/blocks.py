"""Blocking who sends what nobody should get. They are not told: what they send later is held."""

import logging
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from engagement.addresses import hash_of_address
from engagement.models import BlockedSender, PostRequest
from engagement.services.dropping import drop_request

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def block_sender(*, post_request: PostRequest, moderator: "User", note: str = "") -> BlockedSender:
    """Drop a request that is held or reported, and hold whatever its sender sends from now on.

    Raises as drop_request.
    """
    drop_request(post_request=post_request, moderator=moderator, note=note)
    block = _block_of(post_request)
    block.post = post_request.post
    block.blocked_by, block.blocked_at = moderator, timezone.now()
    block.save()
    logger.info("The sender of request %s was blocked by %s", post_request.pk, moderator.pk)
    return block


def unblock_sender(*, block: BlockedSender, moderator: "User") -> None:
    """Let this sender's requests through again as anybody's. What is held already stays held."""
    logger.info("Block %s was lifted by moderator %s", block.pk, moderator.pk)
    block.delete()


def _block_of(post_request: PostRequest) -> BlockedSender:
    """The one row of this sender, whether their account or an address was blocked before; locked."""
    address_hash, user = hash_of_address(post_request.email), post_request.user
    rows = BlockedSender.objects.select_for_update(of=("self",))
    if user is None:
        block, _ = rows.get_or_create(address_hash=address_hash)
        return block
    block, _ = rows.get_or_create(user=user)
    rows.filter(user=None, address_hash__in=[address_hash, hash_of_address(user.email)]).delete()
    if not rows.filter(address_hash=address_hash).exists():
        block.address_hash = address_hash
    return block
