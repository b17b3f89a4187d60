"""Every reusable read of engagement."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User

MAX_ATTEMPTS = 9  # the last one about three days after the first; see engagement.services.outbox


class PostRequestQuerySet(models.QuerySet):
    def received_by(self, user: "User") -> Self:
        """What has reached this creator; not what still waits for its sender or a moderator."""
        return self.filter(receiver=user, delivered_at__isnull=False)

    def sent_by(self, user: "User") -> Self:
        return self.filter(user=user)

    def held(self) -> Self:
        """What waits for a moderator."""
        return self.filter(status="held", dropped_at__isnull=True)

    def reported(self) -> Self:
        """Those with an open report: moderators read them until they have decided."""
        return self.filter(_is_reported())

    def unread(self) -> Self:
        return self.filter(status="new")

    def visible_to(self, user: "User") -> Self:
        """One's own sent and received; to moderators also the held and the reported ones."""
        mine = Q(user=user) | Q(receiver=user, delivered_at__isnull=False)
        if not user.is_moderator:
            return self.filter(mine)
        return self.filter(mine | Q(status="held", dropped_at__isnull=True) | _is_reported())

    def for_list(self) -> Self:
        return self.select_related("post", "user")

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")


def _is_reported() -> Exists:
    reports = apps.get_model("engagement", "Report").objects.open()
    return Exists(reports.filter(post_request=OuterRef("pk")))


class OutboxQuerySet(models.QuerySet):
    def due(self) -> Self:
        """Mail to be sent now, the longest waiting first; not what has failed too often."""
        return self.filter(
            sent_at__isnull=True, attempts__lt=MAX_ATTEMPTS, next_attempt_at__lte=timezone.now()
        ).order_by("next_attempt_at", "pk")

    def finished(self) -> Self:
        """Mail that will not be tried again: sent, or failed too often."""
        return self.filter(Q(sent_at__isnull=False) | Q(attempts__gte=MAX_ATTEMPTS))
