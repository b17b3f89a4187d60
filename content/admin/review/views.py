"""The one screen on which moderators decide about a post."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
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
from content.admin.review.forms import (
    APPROVE,
    ASK,
    LOOK,
    REMOVE,
    TAKE_OFF,
    OpenedForm,
    ReviewForm,
)
from content.admin.review.news import News, Opened, news_of, words_for
from content.admin.review.presence import note_closed, note_open, others_at
from content.admin.review.sources import source_named
from content.admin.review.step import Step
from content.errors import (
    CreatorSuspended,
    NotInReview,
    NotShown,
    PicturesNotReady,
    PostRemoved,
    RevisionChanged,
)
from content.models import Post
from content.services.review import approve_post, remove_post, request_changes
from content.services.taking_off import take_off_post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

DONE = {
    "approve": "Approved: “{title}” is live.",
    "changes": "Sent back: the creator of “{title}” is told why.",
    "take_off": "Taken off the site until it is changed: the creator of “{title}” is told why.",
    "remove": "Removed: “{title}”.",
}
REFUSE: dict[str, Any] = {ASK: request_changes, TAKE_OFF: take_off_post, REMOVE: remove_post}


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
        self.step = Step(request, "post", self.object.pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": f"Post {self.object.pk}"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moderator, waiting = person(self.request), self._waiting()
        dossier = Dossier(self.object, about_live=self.object.live and waiting is None)
        note_open(post=self.object, moderator=moderator)
        who, since = words_for(others_at(post=self.object, moderator=moderator))
        kwargs.setdefault("form", ReviewForm())
        return super().get_context_data(
            post=self.object,
            dossier=dossier,
            in_review=waiting is not None,
            submitted_at=waiting.submitted_at if waiting else None,
            kind=queue.kind_of(waiting) if waiting else "",
            waiting_count=source_named("post").waiting().count(),
            step=self.step,
            news=News(who=who, since=since),
            last_decision=dossier.decisions[0].pk if dossier.decisions else 0,
            **kwargs,
        )

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = ReviewForm(request.POST)
        if not form.is_valid():
            return self._again(form)
        if form.cleaned_data["action"] == LOOK:
            return self._show_changes(form, status=200)
        try:
            self._carry_out(form)
        except InvalidInput as error:
            form.add_error("note", error.message)
            return self._again(form)
        except RevisionChanged:
            return self._show_changes(form, status=409)
        except (PicturesNotReady, CreatorSuspended) as error:
            messages.error(request, error.message)
            return redirect(request.get_full_path())
        except Post.DoesNotExist:
            messages.warning(request, "Its creator has deleted this post. Nothing was decided.")
        except (NotInReview, NotShown, PostRemoved):
            messages.warning(request, self._decided_already())
        else:
            title = Post.objects.get(pk=self.object.pk).title
            messages.success(request, DONE[form.cleaned_data["action"]].format(title=title))
        note_closed(post=self.object, moderator=person(request))
        return redirect(self.step.next_url)

    def _again(self, form: ReviewForm) -> "HttpResponse":
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _show_changes(self, form: ReviewForm, *, status: int) -> "HttpResponse":
        """The screen of the newest version, with what it changes about the one the moderator had read.

        What they chose and wrote is kept, and they decide about what is there now.
        """
        self.object = find_post(self.object.pk)
        context = self.get_context_data(form=form)
        dossier: Dossier = context["dossier"]
        seen = form.cleaned_data["revision"]
        context["has_changed"] = seen != dossier.revision.pk
        context["since_opened"] = dossier.changes_since(seen)
        context["insists"] = form.cleaned_data["action"] == REMOVE
        return self.render_to_response(context, status=status)

    def _carry_out(self, form: ReviewForm) -> None:
        action, seen = form.cleaned_data["action"], form.cleaned_data["revision"]
        about: dict[str, Any] = {
            "post": self.object,
            "moderator": person(self.request),
            "revision_id": seen,
        }
        if action == APPROVE:
            approve_post(**about)
            return
        if action == REMOVE and form.cleaned_data["insist"]:
            about["revision_id"] = None
        REFUSE[action](**about, reason=form.reason, code=form.chosen_code)

    def _waiting(self) -> Any:
        """The post as it waits in the queue; None when it does not."""
        return queue.waiting().filter(pk=self.object.pk).first()

    def _decided_already(self) -> str:
        decision = self.object.decisions.select_related("decided_by").first()
        if decision is None:
            return "This post is no longer in review: its creator took it back."
        who = decision.decided_by.name if decision.decided_by else "somebody"
        outcome = decision.get_outcome_display().lower()
        return (
            f"“{self.object.title}” is no longer in review. The last decision: {outcome}, by {who}."
        )


class ReviewPresence(ForModerators):
    """A screen saying that it is still open, or that it closes; told what happened meanwhile."""

    http_method_names = ("post",)

    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        post, moderator = find_post(kwargs["pk"]), person(request)
        if "leaving" in request.POST:
            note_closed(post=post, moderator=moderator)
            return HttpResponse(status=204)
        form = OpenedForm(request.POST)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors}, status=422)
        note_open(post=post, moderator=moderator)
        news = news_of(post=post, moderator=moderator, opened=Opened(**form.cleaned_data))
        return JsonResponse(news.as_dict())


urls = [
    path("review/<int:pk>/", ReviewPost.as_view(), name="review_post"),
    path("review/<int:pk>/presence/", ReviewPresence.as_view(), name="review_presence"),
]
