"""Appeals, to the moderators: those that wait, and one with the decision it is about."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from accounts.errors import InvalidInput, RuleBroken
from content.admin.people import person
from content.admin.review.dossier import Dossier
from content.admin.review.views import ForModerators
from engagement.models import Appeal
from engagement.models.appeals import APPEAL_LENGTH
from engagement.services.appeals import decide_appeal, still_stands

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 20
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


class AppealList(ForModerators):
    template_name = "firsthand_admin/appeals/list.html"
    page_title = "Appeals"
    header_icon = "comment"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*_home(self), {"url": "", "label": "Appeals"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decided = self.request.GET.get("state") == "decided"
        appeals = Appeal.objects.for_list()
        rows = (
            appeals.decided().order_by("-decided_at", "-id")
            if decided
            else appeals.open().order_by("created_at", "id")
        )
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        kept = "state=decided" if decided else ""
        return super().get_context_data(page=page, decided=decided, kept=kept, **kwargs)


class AppealScreen(ForModerators):
    """One appeal: what was decided and why, what its creator says, the post as it is now."""

    template_name = "firsthand_admin/appeals/appeal.html"
    page_title = "Appeal"
    header_icon = "comment"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pk = kwargs["pk"]
        appeals = Appeal.objects.for_list().select_related("decided_by")
        found = appeals.filter(pk=pk).first() if pk <= BIGINT_MAX else None
        if found is None:
            raise Http404
        self.object: Appeal = found

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *_home(self),
            {"url": reverse("appeal_list"), "label": "Appeals"},
            {"url": "", "label": f"Appeal {self.object.pk}"},
        ]

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
            return redirect("appeal", pk=self.object.pk)
        messages.success(request, DONE[action].format(title=title))
        following = Appeal.objects.open().order_by("created_at", "id").first()
        return redirect("appeal", pk=following.pk) if following else redirect("appeal_list")


class AppealMenuItem(MenuItem):
    """The open appeals, with how many there are."""

    def is_shown(self, request: "HttpRequest") -> bool:
        return person(request).is_moderator

    def render_component(self, request: "HttpRequest") -> LinkMenuItem:
        count = Appeal.objects.open().count()
        return LinkMenuItem(
            self.name,
            f"Appeals ({count})" if count else "Appeals",
            self.url,
            icon_name=self.icon_name,
            classname=self.classname,
            attrs=self.attrs,
        )


def appeals_item() -> MenuItem:
    return AppealMenuItem(
        "Appeals", reverse("appeal_list"), name="appeals", icon_name="comment", order=55
    )


def _home(view: ForModerators) -> list[dict[str, Any]]:
    """The first crumb alone: the moderators' screens otherwise begin with the review."""
    return super(ForModerators, view).get_breadcrumbs_items()


urls = [
    path("appeals/", AppealList.as_view(), name="appeal_list"),
    path("appeals/<int:pk>/", AppealScreen.as_view(), name="appeal"),
]
