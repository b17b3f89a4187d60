"""Who may read which request in the admin. Nobody writes or changes one there."""

from typing import TYPE_CHECKING

from wagtail.permission_policies import BasePermissionPolicy

from engagement.models import PostRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accounts.models import User
    from engagement.querysets import PostRequestQuerySet


class RequestPolicy(BasePermissionPolicy):
    """Reading alone. Creators: what has reached them. Moderators: what is held, or somebody has reported."""

    def user_has_permission(self, user: "User", action: str) -> bool:
        return user.is_active and action == "view"

    def user_has_permission_for_instance(
        self, user: "User", action: str, instance: PostRequest
    ) -> bool:
        rows = self.instances_user_has_any_permission_for(user, [action])
        return rows.filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(
        self, user: "User", actions: "Iterable[str]"
    ) -> "PostRequestQuerySet":
        rows = PostRequest.objects.all()
        if not self.user_has_any_permission(user, actions):
            return rows.none()
        return rows.held() | rows.reported() if user.is_moderator else rows.received_by(user)
