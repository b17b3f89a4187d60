"""Who may do what in the admin: people see and change what is theirs, moderators see everything."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection
from wagtail.permission_policies import BasePermissionPolicy, ModelPermissionPolicy

from accounts.models import MODERATORS, User
from content.models import Image, Post

if TYPE_CHECKING:
    from collections.abc import Iterable


class PostPolicy(ModelPermissionPolicy):
    """The group's permissions on posts, for one's own posts only unless one is a moderator.

    A removed post can still be seen and deleted; nobody changes it.
    """

    forbidden_once_removed = frozenset({"change", "publish", "lock", "unlock"})

    def user_has_permission_for_instance(self, user: User, action: str, instance: Post) -> bool:
        if instance.removed_at and action in self.forbidden_once_removed:
            return False
        is_theirs = instance.creator_id == user.pk or user.is_moderator
        return is_theirs and self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(
        self, user: User, actions: "Iterable[str]", instance: Post
    ) -> bool:
        return any(
            self.user_has_permission_for_instance(user, action, instance) for action in actions
        )

    def instances_user_has_any_permission_for(
        self, user: User, actions: "Iterable[str]"
    ) -> QuerySet[Post]:
        if not self.user_has_any_permission(user, actions):
            return Post.objects.none()
        return Post.objects.all() if user.is_moderator else Post.objects.owned_by(user)

    def users_with_any_permission_for_instance(
        self, actions: "Iterable[str]", instance: Post
    ) -> QuerySet[User]:
        moderators = Q(is_superuser=True) | Q(pk__in=User.objects.filter(groups__name=MODERATORS))
        return self.users_with_any_permission(actions).filter(
            moderators | Q(pk=instance.creator_id)
        )


class ImagePolicy(BasePermissionPolicy):
    """One's own pictures; to moderators also those of the editorial pages, which belong to all of them."""

    actions = frozenset({"add", "change", "delete", "choose", "view"})

    def user_has_permission(self, user: User, action: str) -> bool:
        return user.is_active and action in self.actions and user.has_perm("content.add_post")

    def user_has_permission_for_instance(self, user: User, action: str, instance: Image) -> bool:
        is_theirs = instance.uploaded_by_user_id == user.pk
        is_shared = instance.is_editorial and user.is_moderator
        return (is_theirs or is_shared) and self.user_has_permission(user, action)

    def instances_user_has_any_permission_for(
        self, user: User, actions: "Iterable[str]"
    ) -> QuerySet[Image]:
        if not self.user_has_any_permission(user, actions):
            return Image.objects.none()
        own = Image.objects.owned_by(user)
        return own | Image.objects.filter(is_editorial=True) if user.is_moderator else own

    def users_with_any_permission(self, actions: "Iterable[str]") -> QuerySet[User]:
        return User.objects.filter(is_active=True)

    def users_with_any_permission_for_instance(
        self, actions: "Iterable[str]", instance: Image
    ) -> QuerySet[User]:
        if instance.uploaded_by_user_id is None:
            return User.objects.none()
        return User.objects.filter(is_active=True, pk=instance.uploaded_by_user_id)

    def collections_user_has_permission_for(self, user: User, action: str) -> QuerySet[Any]:
        """Wagtail files pictures in collections; here there is only the root."""
        if not self.user_has_permission(user, action):
            return Collection.objects.none()
        return Collection.objects.filter(depth=1)

    def collections_user_has_any_permission_for(
        self, user: User, actions: "Iterable[str]"
    ) -> QuerySet[Any]:
        if not self.user_has_any_permission(user, actions):
            return Collection.objects.none()
        return Collection.objects.filter(depth=1)
