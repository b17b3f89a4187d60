"""The one screen on which moderators decide about a post."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.errors import InvalidInput
from content.admin.ownership import find_post
from content.admin.people import person
from content.admin.review import queue
from content.admin.review.dossier import Dossier
from content.admin.review.forms import APPROVE, ASK, DecisionForm
from content.errors import (
    CreatorSuspended,
    NotInReview,
    PicturesNotReady,
    PostRemoved,
    RevisionChanged,
)
from content.services.review import approve_post, remove_post, request_changes

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from content.models import Post

DONE = {
    "approve": "Approved: “{title}” is live.",
    "changes": "Sent back: the creator of “{title}” is told why.",
    "remove": "Removed: “{title}”.",
}


class ForModerators(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "clipboard-list"

    def dispatch(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponseBase":
        if not person(request).is_moderator:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("review_queue"), "label": "Review"},
        ]


class ReviewPost(ForModerators):
    template_name = "firsthand_admin/review/post.html"
    page_title = "Review"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.object: Post = find_post(kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": f"Post {self.object.pk}"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dossier = Dossier(self.object)
        submitted_at = self._submitted_at()
        kwargs.setdefault("form", DecisionForm())
        return super().get_context_data(
            post=self.object,
            dossier=dossier,
            in_review=submitted_at is not None,
            submitted_at=submitted_at,
            kind=self._kind(),
            waiting_count=queue.waiting().count(),
            next_post=queue.next_after(self.object, submitted_at),
            **kwargs,
        )

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = DecisionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        submitted_at = self._submitted_at()
        title = Dossier(self.object).version.title
        try:
            self._carry_out(form)
        except InvalidInput as error:
            form.add_error("note", error.message)
            return self.render_to_response(self.get_context_data(form=form), status=422)
        except (RevisionChanged, PicturesNotReady, CreatorSuspended) as error:
            messages.error(request, error.message)
            return redirect("review_post", pk=self.object.pk)
        except (NotInReview, PostRemoved):
            messages.warning(request, self._decided_already())
        else:
            messages.success(request, DONE[form.cleaned_data["action"]].format(title=title))
        following = queue.next_after(self.object, submitted_at)
        return redirect("review_post", pk=following.pk) if following else redirect("review_queue")

    def _carry_out(self, form: DecisionForm) -> None:
        action, revision_id = form.cleaned_data["action"], form.cleaned_data["revision"]
        moderator = person(self.request)
        if action == APPROVE:
            approve_post(post=self.object, moderator=moderator, revision_id=revision_id)
        elif action == ASK:
            request_changes(
                post=self.object,
                moderator=moderator,
                reason=form.reason,
                code=form.chosen_code,
                revision_id=revision_id,
            )
        else:
            remove_post(
                post=self.object, moderator=moderator, reason=form.reason, code=form.chosen_code
            )

    def _submitted_at(self) -> "datetime | None":
        return (
            queue.waiting().filter(pk=self.object.pk).values_list("submitted_at", flat=True).first()
        )

    def _kind(self) -> str:
        post = queue.waiting().filter(pk=self.object.pk).first()
        return queue.kind_of(post) if post else ""

    def _decided_already(self) -> str:
        decision = self.object.decisions.select_related("decided_by").first()
        if decision is None:
            return "This post is no longer in review: its creator took it back."
        who = decision.decided_by.name if decision.decided_by else "somebody"
        outcome = decision.get_outcome_display().lower()
        return f"This post is no longer in review. The last decision: {outcome}, by {who}."


urls = [path("review/<int:pk>/", ReviewPost.as_view(), name="review_post")]
