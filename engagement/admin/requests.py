"""Requests in the admin: creators read what they received, moderators what is held or was reported."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.errors import RuleBroken
from content.admin.people import person
from content.admin.review.queue import Wanted
from content.admin.review.step import Step
from engagement.models import PostRequest
from engagement.services.requests import erase_request, release_request

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.admin.ui.sidebar import LinkMenuItem

    from accounts.models import User
    from engagement.querysets import PostRequestQuerySet

PER_PAGE = 30
Status = PostRequest.Status
STATES = {
    Status.UNCONFIRMED: "Not confirmed",
    Status.HELD: "Held",
    Status.NEW: "New",
    Status.READ: "Read",
    Status.ACCEPTED: "Accepted",
    Status.DECLINED: "Declined",
    Status.WITHDRAWN: "Withdrawn",
}
SIGNALS = {
    "links": "It has links in it",
    "link_in_name": "The name holds a link or an address",
    "foreign_address": "It names another mail address than the sender's",
    "messenger": "It leads to a messenger",
    "money": "It speaks of money in a way that scams do",
    "worry_words": "It has words that the site's settings warn of",
    "disposable_address": "The sender's address is a throw-away one",
    "same_text": "The same text was sent before",
    "burst_address": "Many requests came from this connection",
    "burst_sender": "Many requests came from this sender",
}


def readable_by(user: "User") -> "PostRequestQuerySet":
    """Creators: what has reached them. Moderators: what is held, or somebody has reported."""
    rows = PostRequest.objects.all()
    return rows.held() | rows.reported() if user.is_moderator else rows.received_by(user)


class RequestView(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "mail"

    @property
    def page_title(self) -> str:
        return heading_for(person(self.request))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": reverse("requests_received"), "label": self.page_title}
        return [*super().get_breadcrumbs_items(), here]


class RequestList(RequestView):
    template_name = "firsthand_admin/requests/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = readable_by(person(self.request)).for_list().newest_first()
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        listed = [(row, STATES[Status(row.status)]) for row in page]
        query = Wanted(kind="request").query if person(self.request).is_moderator else ""
        return super().get_context_data(page=page, rows=listed, query=query, **kwargs)


class OneRequest(RequestView):
    """A view of one request that is this person's to read. Any other is a 404."""

    template_name = "firsthand_admin/requests/detail.html"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = readable_by(person(request)).for_list()
        found = rows.filter(pk=kwargs["pk"]).first()
        if found is None:
            raise Http404
        self.row: PostRequest = found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_moderator = person(self.request).is_moderator
        is_held = is_moderator and self.row.status == Status.HELD
        signals = [signal | {"words": words_for(signal)} for signal in self.row.signals]
        return super().get_context_data(
            row=self.row,
            state=STATES[Status(self.row.status)],
            # An address is between the two people; moderators judge by the words.
            email="" if is_moderator else self.row.email,
            signals=signals if is_moderator else [],
            is_held=is_held,
            step=Step(self.request, "request", self.row.pk) if is_held else None,
            **kwargs,
        )


class DecideHeld(OneRequest):
    """Asks once more, then lets a held request through or deletes it."""

    template_name = "firsthand_admin/requests/confirm.html"
    decision = ""

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not person(request).is_moderator or self.row.status != Status.HELD:
            raise Http404

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(decision=self.decision, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        step = Step(request, "request", self.row.pk)
        try:
            messages.success(request, self.carry_out(person(request)))
        except RuleBroken as error:
            messages.error(request, error.message)
        return redirect(step.next_url)

    def carry_out(self, moderator: "User") -> str:
        """Do what was confirmed and return what to say about it."""
        raise NotImplementedError


class ReleaseRequest(DecideHeld):
    decision = "release"

    def carry_out(self, moderator: "User") -> str:
        release_request(post_request=self.row, moderator=moderator)
        return "Let through: the creator has the request now."


class DropRequest(DecideHeld):
    decision = "drop"

    def carry_out(self, moderator: "User") -> str:
        erase_request(post_request=self.row)
        return "Dropped: the message, the name and the address are deleted."


class RequestsMenuItem(MenuItem):
    def render_component(self, request: "HttpRequest") -> "LinkMenuItem":
        item = super().render_component(request)
        user = person(request)
        # The heading in full would be cut off in the sidebar.
        item.label = "Requests" if user.is_moderator else heading_for(user)
        return item


def heading_for(user: "User") -> str:
    return "Held and reported requests" if user.is_moderator else "Requests received"


def words_for(signal: dict[str, Any]) -> str:
    return SIGNALS.get(signal["code"], signal["code"].replace("_", " ").capitalize())


def requests_item() -> MenuItem:
    url = reverse("requests_received")
    return RequestsMenuItem("Requests", url, name="requests", icon_name="mail", order=115)


urls = [
    path("requests/", RequestList.as_view(), name="requests_received"),
    path("requests/<int:pk>/", OneRequest.as_view(), name="request_received"),
    path("requests/<int:pk>/release/", ReleaseRequest.as_view(), name="request_release"),
    path("requests/<int:pk>/drop/", DropRequest.as_view(), name="request_drop"),
]
