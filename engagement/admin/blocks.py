"""Blocked senders, to the moderators: who they are as far as is known, and unblocking them."""

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin import messages

from content.admin.people import person
from content.admin.sections import InSection, SectionList
from engagement.models import BlockedSender, RequestSettings
from engagement.services.blocks import unblock_sender

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

BLOCKED = ("Blocked senders", "blocked_senders")
BIGINT_MAX = 2**63 - 1
ADDRESS_LENGTH = 254


class BlockedSenderList(SectionList):
    """Everybody who is blocked; `address` looks for one, who must be asked for it: we keep no addresses."""

    template_name = "firsthand_admin/blocks/list.html"
    page_title = "Blocked senders"
    header_icon = "no-view"
    section = BLOCKED

    @property
    def address(self) -> str:
        return self.request.GET.get("address", "").replace("\x00", "").strip()[:ADDRESS_LENGTH]

    def rows(self) -> "QuerySet[BlockedSender]":
        rows = BlockedSender.objects.for_list()
        return rows.matching(user=None, email=self.address) if self.address else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        days = RequestSettings.current().address_days
        return super().get_context_data(address=self.address, days=days, **kwargs)


class Unblock(InSection):
    """Asks once more, then lifts the block."""

    template_name = "firsthand_admin/blocks/unblock.html"
    page_title = "Unblock"
    header_icon = "no-view"
    section = BLOCKED

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pk = kwargs["pk"]
        found = BlockedSender.objects.for_list().filter(pk=pk).first() if pk <= BIGINT_MAX else None
        if found is None:
            raise Http404
        self.block: BlockedSender = found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.block)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(blocked=self.block, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        unblock_sender(block=self.block, moderator=person(request))
        messages.success(request, f"{self.block} is not blocked any more.")
        return redirect("blocked_senders")


urls = [
    path("blocked-senders/", BlockedSenderList.as_view(), name="blocked_senders"),
    path("blocked-senders/<int:pk>/", Unblock.as_view(), name="unblock_sender"),
]
