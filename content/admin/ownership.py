"""The check that Wagtail's snippet views lack: whose post is this?"""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from wagtail.permissions import policy_registry

from content.models import Post

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.views import View
    from wagtail.snippets.views.snippets import EditView as Mixed  # for what it is mixed into
else:
    Mixed = object


class InstanceOwnership(Mixed):
    """Mixed in first. Answers 404 for a post that is not the visitor's before the view loads anything.

    Wagtail asks the policy about the model only (its issue 13314). `instance_permission` is asked about
    the post itself.
    """

    instance_permission = "view"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        policy = policy_registry.get_by_type(Post)
        post = find_post(kwargs["pk"])
        if not policy.user_has_permission_for_instance(request.user, "view", post):
            raise Http404
        if not policy.user_has_permission_for_instance(
            request.user, self.instance_permission, post
        ):
            raise PermissionDenied
        super().setup(request, *args, **kwargs)

    def get_usage_url(self, *args: Any) -> str | None:
        """Where Wagtail says what points at a post: nothing does, and only moderators may ask."""
        return super().get_usage_url(*args) if self.request.user.is_moderator else None


def find_post(pk: str | int) -> Post:
    """Return the post with this id. Raises Http404 for an unknown one and for what is no id."""
    if not str(pk).isascii() or not str(pk).isdecimal():
        raise Http404
    post = Post.objects.filter(pk=int(pk)).first()
    if post is None:
        raise Http404
    return post


def owned(view_class: "type[View]", permission: str = "view") -> "type[View]":
    """Return `view_class` with InstanceOwnership mixed in, asking for `permission`."""
    return type(
        f"Owned{view_class.__name__}",
        (InstanceOwnership, view_class),
        {"instance_permission": permission, "__module__": __name__},
    )
