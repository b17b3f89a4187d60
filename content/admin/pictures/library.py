"""One's own pictures in the admin, and uploads that take the same road as everywhere."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.shortcuts import redirect
from wagtail.admin import messages

from accounts.errors import InvalidInput, RuleBroken
from content.admin.people import person
from content.admin.pictures.base import PictureView, own_pictures
from content.admin.uploads import ManyFilesForm
from content.services.images import accept_upload
from content.services.quota import storage_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 30


class PictureLibrary(PictureView):
    """Everything one has uploaded, newest first, and the place to upload more."""

    template_name = "firsthand_admin/pictures/library.html"
    page_title = "Pictures"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", ManyFilesForm())
        pages = Paginator(own_pictures(self.request).order_by("-created_at", "-pk"), PER_PAGE)
        kwargs["page"] = pages.get_page(self.request.GET.get("p"))
        kwargs["storage"] = storage_of(user=person(self.request))
        return super().get_context_data(**kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = ManyFilesForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        owner = person(request)
        accepted = set()
        for upload in form.cleaned_data["pictures"]:
            try:
                picture = accept_upload(owner=owner, upload=upload, is_editorial=owner.is_moderator)
                accepted.add(picture.pk)
            except (InvalidInput, RuleBroken) as error:
                messages.error(request, f"{upload.name}: {error.message}")
        if accepted:
            messages.success(
                request, f"{len(accepted)} uploaded. They show here as soon as they are prepared."
            )
        return redirect("picture_library")
