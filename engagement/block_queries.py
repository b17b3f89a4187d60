"""Reads of blocked senders."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from engagement.addresses import hash_of_address

if TYPE_CHECKING:
    from accounts.models import User


class BlockedSenderQuerySet(models.QuerySet):
    def matching(self, *, user: "User | None", email: str) -> Self:
        """Blocks of who signs in as `user`, if anybody, and gives `email` to be answered at."""
        addresses = {email.strip().lower()} | ({user.email.lower()} if user else set())
        found = Q(user__email__in=addresses) | Q(
            address_hash__in=[hash_of_address(address) for address in addresses]
        )
        return self.filter(found | Q(user=user) if user else found)

    def for_list(self) -> Self:
        return self.select_related("user", "blocked_by", "post").order_by("-blocked_at", "-id")
