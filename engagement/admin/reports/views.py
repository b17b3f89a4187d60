"""The moderators' list of what is reported, and the screen on which they decide about one thing."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin import messages

from accounts.errors import InvalidInput, RuleBroken
from accounts.models import User
from content.admin.people import person
from content.admin.review.forms import ASK, REMOVE, TAKE_OFF
from content.admin.review.queue import Wanted
from content.admin.review.step import Step
from content.admin.sections import InSection
from content.models import Post
from content.services.review import remove_post, request_changes
from content.services.taking_off import take_off_post
from engagement.admin.reports.dossier import ReportedPost, ReportedRequest, ReportedThing
from engagement.admin.reports.forms import BLOCK, ReportsForm
from engagement.admin.reports.listing import KINDS, Filter, page_of_reported
from engagement.errors import ReportsDecided
from engagement.models import PostRequest, Report
from engagement.services.blocks import block_sender
from engagement.services.reports import Target, decide_reports

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from content.admin.review.forms import DecisionForm

DONE = {
    "upheld": "Upheld: whoever reported {title} is told.",
    "dismissed": "Dismissed: whoever reported {title} is told that nothing changes.",
    "remove": "Removed: {title}. Its creator and whoever reported it are told.",
    "take_off": "Taken off the site until it is changed: {title}. Its creator and whoever reported it are "
    "told.",
    "block": "Dropped, and its sender is blocked: {title}. Whoever reported it is told that you acted.",
    "changes": "Sent back: the creator of {title} is told why, and whoever reported it that you acted.",
}
DECIDE: dict[str, Any] = {REMOVE: remove_post, ASK: request_changes, TAKE_OFF: take_off_post}
MORE_CAME_IN = "More reports of it came in while you were reading. They are still open."


class InReports(InSection):
    header_icon = "warning"
    page_title = "Reports"
    section = ("Reports", "reported")


class ReportedList(InReports):
    template_name = "firsthand_admin/reports/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = Filter.read(self.request.GET)
        rows, page = page_of_reported(wanted, self.request.GET.get("p"))
        return super().get_context_data(
            rows=rows,
            page=page,
            wanted=wanted,
            kept=wanted.kept,
            kinds=KINDS.items(),
            reasons=Report.Reason.choices,
            query=Wanted(kind="reported").query,
            **kwargs,
        )


class ReportedScreen(InReports):
    """One reported thing; its three kinds say where it is found and how it is shown."""

    template_name = "firsthand_admin/reports/thing.html"
    model: Any
    kind: str
    dossier_class: type[ReportedThing] = ReportedThing

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        thing = self.model.objects.filter(pk=kwargs["pk"]).first()
        if thing is None:
            raise Http404
        named: dict[str, Any] = {self.kind: thing}
        self.target = Target(**named)
        if not self.target.reports.exists():
            raise Http404
        self.dossier = self.dossier_class(self.target)
        self.step = Step(request, "report", self.dossier.place_in_queue)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.dossier.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self._form(None))
        return super().get_context_data(
            dossier=self.dossier,
            kind=self.kind,
            thing=self.dossier.thing,
            step=self.step,
            **kwargs,
        )

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = self._form(request.POST)
        if not form.is_valid():
            return self._again(form)
        title = f"“{self.dossier.title}”" if self.kind != "post_request" else self.dossier.title
        try:
            self._carry_out(form)
        except InvalidInput as error:
            form.add_error(None, error.message)
            return self._again(form)
        except ReportsDecided:
            messages.warning(request, self._decided_already())
        except RuleBroken as error:
            messages.error(request, error.message)
            return redirect(request.get_full_path())
        except ObjectDoesNotExist:
            messages.warning(request, "It has been deleted meanwhile, and its reports with it.")
        else:
            messages.success(request, DONE[form.cleaned_data["action"]].format(title=title))
            if self.target.reports.open().exists():
                messages.warning(request, MORE_CAME_IN)
                return redirect(request.get_full_path())
        return redirect(self.step.next_url)

    def _form(self, data: Any) -> ReportsForm:
        return ReportsForm(data)

    def _again(self, form: ReportsForm) -> "HttpResponse":
        return self.render_to_response(self.get_context_data(form=form), status=422)

    @transaction.atomic
    def _carry_out(self, form: ReportsForm) -> None:
        """Close the reports and do to the post what was chosen, both or neither."""
        about_post, action = form.about_post, form.cleaned_data["action"]
        decide_reports(
            target=self.target,
            moderator=person(self.request),
            outcome=Report.Status.UPHELD if about_post else action,
            note=form.cleaned_data["note"],
            up_to=form.cleaned_data["up_to"],
        )
        if about_post:
            self._decide_about_post(about_post)

    def _decide_about_post(self, form: "DecisionForm") -> None:
        assert self.target.post is not None
        decide = DECIDE[form.cleaned_data["action"]]
        decide(
            post=self.target.post,
            moderator=person(self.request),
            reason=form.reason,
            code=form.chosen_code,
        )

    def _decided_already(self) -> str:
        last = self.target.reports.decided().order_by("-decided_at").first()
        if last is None:
            return "There is nothing left to decide."
        who = last.decided_by.name if last.decided_by else "somebody"
        return f"These reports have been {last.status} already, by {who}."


class ReportedPostScreen(ReportedScreen):
    model, kind, dossier_class = Post, "post", ReportedPost

    def _form(self, data: Any) -> ReportsForm:
        assert self.target.post is not None
        return ReportsForm(data, is_post=True, revision=self.target.post.latest_revision_id)


class ReportedRequestScreen(ReportedScreen):
    model, kind, dossier_class = PostRequest, "post_request", ReportedRequest

    def _form(self, data: Any) -> ReportsForm:
        return ReportsForm(data, is_request=True)

    def _carry_out(self, form: ReportsForm) -> None:
        if form.cleaned_data["action"] != BLOCK:
            super()._carry_out(form)
            return
        assert self.target.post_request is not None
        block_sender(
            post_request=self.target.post_request,
            moderator=person(self.request),
            note=form.cleaned_data["note"],
        )


class ReportedPersonScreen(ReportedScreen):
    model, kind = User, "person"


urls = [
    path("reported/", ReportedList.as_view(), name="reported"),
    path("reported/post/<int:pk>/", ReportedPostScreen.as_view(), name="reported_post"),
    path(
        "reported/request/<int:pk>/", ReportedRequestScreen.as_view(), name="reported_post_request"
    ),
    path("reported/person/<int:pk>/", ReportedPersonScreen.as_view(), name="reported_person"),
]
