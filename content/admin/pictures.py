"""Pictures in the admin: one's own library, and uploads that take the same road as everywhere."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.images.views import chooser
from wagtail.permissions import policy_registry

from accounts.errors import InvalidInput
from content.admin.people import person
from content.admin.uploads import ManyFilesForm, OneFileForm
from content.limits import ALT_LENGTH
from content.models import Image
from content.services.images import accept_upload, delete_image

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.images.views.chooser import ImageChooseView as Mixed  # what it is mixed into
else:
    Mixed = object

PER_PAGE = 30


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


class PictureLibrary(PictureView):
    """Everything one has uploaded, newest first, and the place to upload more."""

    template_name = "firsthand_admin/pictures/library.html"
    page_title = "Pictures"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", ManyFilesForm())
        pages = Paginator(own_pictures(self.request).order_by("-created_at", "-pk"), PER_PAGE)
        kwargs["page"] = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = ManyFilesForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        owner, accepted = person(request), 0
        for upload in form.cleaned_data["pictures"]:
            try:
                accept_upload(owner=owner, upload=upload, is_editorial=owner.is_moderator)
                accepted += 1
            except InvalidInput as error:
                messages.error(request, f"{upload.name}: {error.message}")
        if accepted:
            messages.success(
                request, f"{accepted} uploaded. They show here as soon as they are prepared."
            )
        return redirect("picture_library")


class PictureForm(forms.ModelForm):
    description = forms.CharField(
        required=False,
        max_length=ALT_LENGTH,
        help_text="What is to be seen, for people who cannot see it.",
    )

    class Meta:
        model = Image
        fields = ("title", "description")


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


class EditPicture(OnePicture):
    template_name = "firsthand_admin/pictures/edit.html"
    page_title = "Picture"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", PictureForm(instance=self.picture))
        return super().get_context_data(in_use=is_in_use(self.picture), **kwargs)

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
    return not Image.objects.unused().filter(pk=picture.pk).exists() or picture.get_usage().exists()


class SafeCreation(Mixed):
    """The chooser's upload tab, with a form that decodes nothing."""

    def get_creation_form_class(self) -> type[forms.Form]:
        return OneFileForm

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        kwargs = {"prefix": "image-chooser-upload", "user": self.request.user}
        if self.request.method == "POST":
            kwargs |= {"data": self.request.POST, "files": self.request.FILES}
        return kwargs


class ChoosePicture(SafeCreation, chooser.ImageChooseView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"popular_tags": []}


class ChoosePictureResults(SafeCreation, chooser.ImageChooseResultsView):
    pass


class UploadPicture(SafeCreation, chooser.ImageUploadView):
    def post(self, request: "HttpRequest") -> "HttpResponse":
        self.model = Image
        self.form = self.get_creation_form()
        picture = self.form.is_valid() and self.form.save()
        if not picture:
            return self.get_reshow_creation_form_response()
        return self.get_chosen_response(picture)


class ChosenPictures(chooser.ImageChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Image]:
        return super().get_objects([pk for pk in pks if pk.isascii() and pk.isdecimal()])


class ChosenPicture(chooser.ImageChosenView):
    def get_object(self, pk: str) -> Model:
        if not (pk.isascii() and pk.isdecimal()):
            raise Http404
        try:
            return super().get_object(pk)
        except PermissionDenied as error:
            raise Http404 from error


def guard_chooser() -> None:
    """Give Wagtail's picture chooser our views, before its addresses are made."""
    chooser.viewset.choose_view_class = ChoosePicture
    chooser.viewset.choose_results_view_class = ChoosePictureResults
    chooser.viewset.chosen_view_class = ChosenPicture
    chooser.viewset.chosen_multiple_view_class = ChosenPictures
    chooser.viewset.create_view_class = UploadPicture


# The same addresses as Wagtail's own views of pictures, found first.
urls = [
    path("images/", PictureLibrary.as_view(), name="picture_library"),
    path("images/add/", PictureLibrary.as_view(), name="picture_upload"),
    path("images/multiple/add/", PictureLibrary.as_view(), name="picture_upload"),
    path("images/<int:image_id>/", EditPicture.as_view(), name="picture_edit"),
    path("images/<int:image_id>/delete/", DeletePicture.as_view(), name="picture_delete"),
]
