"""Setting a link to an address outside, in the rich text editor."""

from typing import TYPE_CHECKING, Any

from wagtail.admin.views.chooser import ExternalLinkView

from content.admin.people import person

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class OutsideLink(ExternalLinkView):
    """Wagtail's form fails when the address is missing altogether; here that reads as empty."""

    def get(self, request: "HttpRequest") -> "HttpResponse":
        if not person(request).is_moderator:
            # Without these words Wagtail shows no tabs for other kinds of links.
            data: Any = request.GET.copy()
            for kind in ("external", "email", "phone", "anchor"):
                data.pop(f"allow_{kind}_link", None)
            request.GET = data
        return super().get(request)

    def post(self, request: "HttpRequest") -> "HttpResponse":
        name = f"{self.form_prefix}-url"
        if name not in request.POST:
            data: Any = request.POST.copy()
            data[name] = ""
            request.POST = data
        return super().post(request)
