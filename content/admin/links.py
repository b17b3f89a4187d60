"""Setting a link to an address outside, in the rich text editor."""

from typing import TYPE_CHECKING

from wagtail.admin.views.chooser import ExternalLinkView

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class OutsideLink(ExternalLinkView):
    """Wagtail's form fails when the address is missing altogether; here that reads as empty."""

    def post(self, request: "HttpRequest") -> "HttpResponse":
        if f"{self.form_prefix}-url" not in request.POST:
            request.POST = request.POST.copy()
            request.POST[f"{self.form_prefix}-url"] = ""
        return super().post(request)
