"""What every view of pictures in the admin begins with."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from content.models import Image

if TYPE_CHECKING:
    from django.http import HttpRequest


def own_pictures(request: "HttpRequest") -> QuerySet[Image]:
    """The pictures this person may see in the library and choose from."""
    policy = policy_registry.get_by_type(Image)
    return policy.instances_user_has_any_permission_for(request.user, ["choose"])


class PictureView(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "image"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("picture_library"), "label": "Pictures"},
        ]


class OnePicture(PictureView):
    """A view of one picture that is one's own to change. Anybody else's is a 404."""

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        picture = own_pictures(request).filter(pk=kwargs["image_id"]).first()
        if picture is None:
            raise Http404
        self.picture: Image = picture

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(picture=self.picture, **kwargs)
