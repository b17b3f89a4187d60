"""Every reusable read of appeals."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import User


class AppealQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Those that wait for a moderator. While their creator is suspended they rest."""
        return self.filter(state="open", decision__post__creator__suspended_at=None)

    def decided(self) -> Self:
        return self.exclude(state="open")

    def by(self, user: "User") -> Self:
        return self.filter(decision__post__creator=user)

    def for_list(self) -> Self:
        return self.select_related(
            "decision__post__creator", "decision__post__latest_revision", "decision__decided_by"
        )
