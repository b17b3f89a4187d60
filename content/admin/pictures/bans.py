"""For moderators: the pictures they do not allow, and those that are held because they look like one."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages

from accounts.errors import InvalidInput
from content.admin.people import person
from content.admin.review.queue import Wanted
from content.admin.review.step import Step
from content.admin.review.views import ForModerators
from content.limits import BAN_NOTE_LENGTH, BAN_REASON_LENGTH
from content.models import BannedPicture, Image
from content.renditions import held_rendition, moving_files
from content.services.bans import (
    NotHeld,
    NothingToBan,
    ban_picture,
    let_picture_through,
    lift_ban,
)
from content.services.images import delete_image

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 20
THUMBNAIL = "max-320x320"


class BanForm(forms.Form):
    reason = forms.CharField(
        max_length=BAN_REASON_LENGTH,
        help_text="Whoever has uploaded it, or does so later, reads this.",
    )
    note = forms.CharField(
        required=False,
        max_length=BAN_NOTE_LENGTH,
        widget=forms.Textarea({"rows": 3}),
        help_text="For moderators only.",
    )


class BanView(ForModerators):
    header_icon = "view"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class BanPicture(BanView):
    """Confirm with a reason, then hold the picture everywhere."""

    template_name = "firsthand_admin/bans/ban.html"
    page_title = "Ban a picture"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.picture = get_object_or_404(Image, pk=kwargs["image_id"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", BanForm())
        return super().get_context_data(picture=self.picture, back=self._back(), **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = BanForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        try:
            ban_picture(image=self.picture, moderator=person(request), **form.cleaned_data)
        except InvalidInput as error:
            form.add_error(error.field, error.message)
            return self.render_to_response(self.get_context_data(form=form), status=422)
        except NothingToBan as error:
            messages.warning(request, error.message)
        else:
            messages.success(request, "Banned. The picture is hidden everywhere.")
        return redirect(self._back())

    def _back(self) -> str:
        """Where the moderator came from, if that is a page of ours."""
        back = self.request.POST.get("next") or self.request.GET.get("next") or ""
        ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
        return back if ours else reverse("pictures_held")


class HeldPictures(BanView):
    template_name = "firsthand_admin/bans/held.html"
    page_title = "Held pictures"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(Image.objects.held(), PER_PAGE).get_page(self.request.GET.get("p"))
        rows = [_held_row(picture) for picture in page.object_list]
        query = Wanted(kind="picture").query
        return super().get_context_data(page=page, rows=rows, query=query, **kwargs)


class OneHeldPicture(BanView):
    page_title = "Held picture"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.picture = get_object_or_404(Image.objects.held(), pk=kwargs["image_id"])
        self.step = Step(request, "picture", self.picture.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = _held_row(self.picture)
        return super().get_context_data(row=row, step=self.step, query=self.step.query, **kwargs)


class HeldPicture(OneHeldPicture):
    """The screen to which the queue leads; a decision opens what comes next there."""

    template_name = "firsthand_admin/bans/held_one.html"


class LetThrough(ForModerators):
    http_method_names = ("post",)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        step = Step(request, "picture", kwargs["image_id"])
        try:
            let_picture_through(image=get_object_or_404(Image, pk=kwargs["image_id"]))
        except NotHeld as error:
            messages.warning(request, error.message)
        else:
            messages.success(request, "Let through. It is shown again where it was.")
        return redirect(step.next_url)


class DeleteHeld(OneHeldPicture):
    template_name = "firsthand_admin/bans/delete.html"
    page_title = "Delete a held picture"

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        delete_image(image=self.picture)
        messages.success(request, "The picture and all its files are deleted. The ban stays.")
        return redirect(self.step.next_url)


def _held_row(picture: Image) -> dict[str, Any]:
    return {
        "picture": picture,
        "thumbnail": held_rendition(picture, THUMBNAIL),
        "moving": moving_files(picture),
    }


class BannedPictures(BanView):
    template_name = "firsthand_admin/bans/list.html"
    page_title = "Banned pictures"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bans = Paginator(BannedPicture.objects.for_list(), PER_PAGE)
        page = bans.get_page(self.request.GET.get("p"))
        return super().get_context_data(page=page, **kwargs)


class LiftBan(BanView):
    template_name = "firsthand_admin/bans/lift.html"
    page_title = "Lift a ban"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        ban = BannedPicture.objects.for_list().filter(pk=kwargs["ban_id"]).first()
        if ban is None:
            raise Http404
        self.ban = ban

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(ban=self.ban, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        lift_ban(ban=self.ban)
        messages.success(request, "Lifted. What was held for it alone is shown again.")
        return redirect("pictures_banned")
