"""Appeals, to the moderators: those that wait, and one with the decision it is about."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin import messages

from accounts.errors import InvalidInput, RuleBroken
from content.admin.people import person
from content.admin.review.dossier import Dossier
from content.admin.review.queue import Wanted
from content.admin.review.step import Step
from content.admin.sections import InSection, SectionList
from engagement.models import Appeal
from engagement.models.appeals import APPEAL_LENGTH
from engagement.services.appeals import decide_appeal, still_stands

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

APPEALS = ("Appeals", "appeal_list")
BIGINT_MAX = 2**63 - 1
UPHOLD, DISMISS = "uphold", "dismiss"
DONE = {
    UPHOLD: "Upheld: the creator of “{title}” is told.",
    DISMISS: "Dismissed: the creator of “{title}” is told why.",
}


class AnswerForm(forms.Form):
    action = forms.ChoiceField(choices=[(UPHOLD, "Uphold"), (DISMISS, "Dismiss")])
    revision = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    note = forms.CharField(
        label="Answer to the creator",
        required=False,
        max_length=APPEAL_LENGTH,
        widget=forms.Textarea({"rows": 4}),
        help_text="Sent by mail and shown beside the post. A dismissal needs one.",
    )


class AppealList(SectionList):
    template_name = "firsthand_admin/appeals/list.html"
    page_title = "Appeals"
    header_icon = "comment"
    section = APPEALS

    @property
    def decided(self) -> bool:
        return self.request.GET.get("state") == "decided"

    def rows(self) -> "QuerySet[Appeal]":
        appeals = Appeal.objects.for_list()
        if self.decided:
            return appeals.decided().order_by("-decided_at", "-id")
        return appeals.open().order_by("created_at", "id")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = "" if self.decided else Wanted(kind="appeal").query
        return super().get_context_data(decided=self.decided, query=query, **kwargs)


class AppealScreen(InSection):
    """One appeal: what was decided and why, what its creator says, the post as it is now."""

    template_name = "firsthand_admin/appeals/appeal.html"
    page_title = "Appeal"
    header_icon = "comment"
    section = APPEALS

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pk = kwargs["pk"]
        appeals = Appeal.objects.for_list().select_related("decided_by")
        found = appeals.filter(pk=pk).first() if pk <= BIGINT_MAX else None
        if found is None:
            raise Http404
        self.object: Appeal = found
        self.step = Step(request, "appeal", pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": f"Appeal {self.object.pk}"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decision = self.object.decision
        kwargs.setdefault("form", AnswerForm())
        return super().get_context_data(
            appeal=self.object,
            decision=decision,
            post=decision.post,
            dossier=Dossier(decision.post),
            is_own_decision=decision.decided_by_id == self.request.user.pk,
            stands=still_stands(self.object),
            step=self.step,
            **kwargs,
        )

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        title = self.object.decision.post.title
        action = form.cleaned_data["action"]
        try:
            decide_appeal(
                appeal=self.object,
                moderator=person(request),
                uphold=action == UPHOLD,
                note=form.cleaned_data["note"],
                revision_id=form.cleaned_data["revision"],
            )
        except InvalidInput as error:
            form.add_error("note", error.message)
            return self.render_to_response(self.get_context_data(form=form), status=422)
        except RuleBroken as error:
            messages.error(request, error.message)
            return redirect(request.get_full_path())
        messages.success(request, DONE[action].format(title=title))
        return redirect(self.step.next_url)


urls = [
    path("appeals/", AppealList.as_view(), name="appeal_list"),
    path("appeals/<int:pk>/", AppealScreen.as_view(), name="appeal"),
]
