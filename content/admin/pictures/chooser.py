"""Wagtail's picture chooser with our uploads: nothing is decoded in the request."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404
from wagtail.images.views import chooser

from content.admin.uploads import OneFileForm
from content.models import Image

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.images.views.chooser import ImageChooseView as Mixed  # what it is mixed into
else:
    Mixed = object


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
