"""One picture of one's own: its name and description, and taking it away."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import ReferenceIndex

from content.admin.people import person
from content.admin.pictures.base import OnePicture
from content.limits import ALT_LENGTH
from content.models import Image
from content.renditions import moving_files
from content.services.images import delete_image

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class PictureForm(forms.ModelForm):
    description = forms.CharField(
        required=False,
        max_length=ALT_LENGTH,
        help_text="What is to be seen, for people who cannot see it.",
    )

    class Meta:
        model = Image
        fields = ("title", "description")


class EditPicture(OnePicture):
    template_name = "firsthand_admin/pictures/edit.html"
    page_title = "Picture"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", PictureForm(instance=self.picture))
        can_ban = person(self.request).is_moderator and self.picture.state == Image.State.READY
        return super().get_context_data(
            in_use=is_in_use(self.picture),
            can_ban=can_ban,
            moving=moving_files(self.picture),
            **kwargs,
        )

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = PictureForm(request.POST, instance=self.picture)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        form.save()
        messages.success(request, "Saved.")
        return redirect("picture_library")


class DeletePicture(OnePicture):
    template_name = "firsthand_admin/pictures/delete.html"
    page_title = "Delete picture"

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        if is_in_use(self.picture):
            messages.error(request, "This picture is in use. Take it out there first.")
            return redirect("picture_edit", image_id=self.picture.pk)
        delete_image(image=self.picture)
        messages.success(request, "The picture and all its files are deleted.")
        return redirect("picture_library")


def is_in_use(picture: Image) -> bool:
    """Whether a post, a person or an editorial page shows this picture."""
    references = ReferenceIndex.get_references_to(picture)
    return not Image.objects.unused().filter(pk=picture.pk).exists() or references.exists()
