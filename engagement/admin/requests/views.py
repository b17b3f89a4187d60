"""One request in the admin: reading it, and what moderators do about a held one."""

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.snippets.views import snippets

from accounts.errors import RuleBroken
from content.admin.people import person
from content.admin.review.step import Step
from engagement.admin.requests.words import Status, heading_for, state_badge, words_for
from engagement.models import PostRequest
from engagement.services.blocks import block_sender
from engagement.services.dropping import drop_request
from engagement.services.requests import release_request

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from accounts.models import User


class ReadRequest(snippets.InspectView):
    """A request that is this person's to read. Any other is a 404."""

    object: PostRequest

    def get_object(self, queryset: Any = None) -> PostRequest:
        rows = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["view"]
        )
        found: PostRequest = get_object_or_404(rows.for_list(), pk=self.pk)
        return found

    def get_page_title(self) -> str:
        return self.object.name

    def get_page_subtitle(self) -> str:
        return ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        received = {
            "url": reverse(self.index_url_name),
            "label": heading_for(person(self.request)),
        }
        return [*self.breadcrumbs_items, received, {"url": "", "label": self.object.name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_moderator = person(self.request).is_moderator
        is_held = is_moderator and self.object.status == Status.HELD
        signals = [signal | {"words": words_for(signal)} for signal in self.object.signals]
        return super().get_context_data(
            row=self.object,
            state=state_badge(self.object),
            # An address is between the two people; moderators judge by the words.
            email="" if is_moderator else self.object.email,
            signals=signals if is_moderator else [],
            is_held=is_held,
            step=Step(self.request, "request", self.object.pk) if is_held else None,
            **kwargs,
        )


class DecideHeld(ReadRequest):
    """Asks once more, then lets a held request through or drops it."""

    decision = ""

    def get_object(self, queryset: Any = None) -> PostRequest:
        row = super().get_object(queryset)
        if not person(self.request).is_moderator or row.status != Status.HELD:
            raise Http404
        return row

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(decision=self.decision, **kwargs)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        step = Step(request, "request", self.object.pk)
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
        release_request(post_request=self.object, moderator=moderator)
        return "Let through: the creator has the request now."


class DropRequest(DecideHeld):
    decision = "drop"

    def carry_out(self, moderator: "User") -> str:
        drop_request(post_request=self.object, moderator=moderator)
        return "Dropped: nobody but its sender finds it any more."


class BlockSender(DecideHeld):
    decision = "block"

    def carry_out(self, moderator: "User") -> str:
        block_sender(post_request=self.object, moderator=moderator)
        return "Dropped, and its sender is blocked."
