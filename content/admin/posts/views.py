"""Wagtail's views of a post, writing through the services that the API uses too."""

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.forms import TaskStateCommentForm
from wagtail.locks import WorkflowLock
from wagtail.models import TaskState, WorkflowState
from wagtail.snippets.views import snippets

from accounts.errors import InvalidInput, RuleBroken
from content.admin.ownership import InstanceOwnership
from content.admin.people import person
from content.admin.posts.decide import carry_out
from content.admin.posts.forms import PostForm
from content.html import clean_html
from content.limits import REASON_LENGTH
from content.models import Post, ReviewDecision
from content.services.posts import create_post, delete_post, update_post
from content.services.review import submit_post, withdraw_post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.snippets.views.snippets import EditView as Mixed  # what it is mixed into
else:
    Mixed = object

STALE = (
    "This post was saved in another window since you opened it. What you wrote is still here: "
    "look at the newer version in History, then save again to replace it."
)


class SavesThroughServices(Mixed):
    """Create and edit views: a service does every write, and its refusals become messages."""

    refused_actions = frozenset({"publish", "restart-workflow"})

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # Even a draft has a title and a text: the database holds nothing less.
        self.saving_as_draft = False

    def get_available_actions(self) -> list[str]:
        actions: list[str] = super().get_available_actions()
        return [action for action in actions if action not in self.refused_actions]

    def get_editing_sessions(self) -> Any:
        """Creators are not told which moderator is looking."""
        if not self.request.user.is_moderator:
            return None
        return super().get_editing_sessions()

    def form_valid(self, form: PostForm) -> "HttpResponse":
        try:
            return super().form_valid(form)
        except InvalidInput as error:
            form.add_service_error(error)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        except RuleBroken as error:
            messages.error(self.request, error.message)
            return redirect(self.get_edit_url())

    def submit_action(self) -> None:
        submit_post(post=self.object, user=self.request.user)

    def cancel_workflow_action(self) -> None:
        try:
            withdraw_post(post=self.object, user=self.request.user)
        except RuleBroken as error:
            messages.error(self.request, error.message)

    def workflow_action_action(self) -> None:
        carry_out(
            self.workflow_action,
            post=self.object,
            moderator=self.request.user,
            comment=_comment_in(self.request.POST.get("workflow-action-extra-data", "")),
        )


class CreatePost(SavesThroughServices, snippets.CreateView):
    def get_initial_form_instance(self) -> Post:
        return Post(creator=self.request.user)

    def save_instance(self) -> Post:
        post = create_post(creator=self.request.user, **self.form.changes())
        self.new_revision = post.latest_revision
        return post


class EditPost(SavesThroughServices, InstanceOwnership, snippets.EditView):
    instance_permission = "change"

    def get_lock(self) -> Any:
        """A post in review stays open to its creator; the reviewer then sees the newest version."""
        lock = super().get_lock()
        return None if isinstance(lock, WorkflowLock) else lock

    def get(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        if reason := reviewers_words(self.live_object):
            messages.warning(request, f"The reviewer asked for changes: {reason}")
        return super().get(request, *args, **kwargs)

    def is_valid(self, form: forms.ModelForm) -> bool:
        if self.is_out_of_date:
            form.is_valid()
            self.produced_error_code = "invalid_revision"
            self.produced_error_message = STALE
            return False
        return super().is_valid(form)

    def save_instance(self) -> Post:
        version = update_post(post=self.object, editor=self.request.user, **self.form.changes())
        self.new_revision = version.latest_revision
        return version


class _SavesThroughUpdate(Mixed):
    def save_instance(self) -> Post:
        return EditPost.save_instance(self)


class RevertPost(_SavesThroughUpdate, generic.RevisionsRevertMixin, EditPost):
    """Editing with an older version filled in. Saving it makes it the newest one."""

    view_name = "revisions_revert"


class DeletePost(InstanceOwnership, snippets.DeleteView):
    instance_permission = "delete"

    def delete_action(self) -> None:
        delete_post(post=self.object)


class PreviewNewPost(snippets.PreviewOnCreateView):
    def get_object(self) -> Post:
        return Post(creator=self.request.user)


class PreviewPost(InstanceOwnership, snippets.PreviewOnEditView):
    instance_permission = "change"


class RequiredCommentForm(TaskStateCommentForm):
    """A post is never sent back without a reason."""

    comment = forms.CharField(
        label="What should the creator change?",
        max_length=REASON_LENGTH,
        widget=forms.Textarea({"rows": 3}),
    )


class ChecksTheTask(InstanceOwnership):
    """The task in the address must be this post's own."""

    instance_permission = "change"

    def get_task_state(self) -> TaskState:
        states = TaskState.objects.for_instance(self.object)
        return get_object_or_404(states, pk=self.task_state_id).specific

    def get_form_class(self) -> type[forms.Form]:
        if self.action_name == "reject":
            return RequiredCommentForm
        return super().get_form_class()


class DecidePost(ChecksTheTask, snippets.WorkflowActionView):
    def post(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self.render_modal_form(request, form)
        try:
            carry_out(
                self.action_name,
                post=self.object,
                moderator=person(request),
                comment=form.cleaned_data.get("comment", ""),
            )
        except RuleBroken as error:
            messages.error(request, error.message)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(
                request, {"step": "success", "redirect": self.redirect_url}
            )
        return redirect(self.redirect_url)


class CollectDecisionData(ChecksTheTask, snippets.CollectWorkflowActionDataView):
    pass


class WorkflowPreview(InstanceOwnership, snippets.WorkflowPreviewView):
    def get_task_state(self) -> TaskState | None:
        states = TaskState.objects.for_instance(self.object)
        return states.filter(task=self.task, status=TaskState.STATUS_IN_PROGRESS).first()

    def get(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        if not person(request).is_moderator:
            raise PermissionDenied
        return super().get(request, *args, **kwargs)


class InspectPost(InstanceOwnership, snippets.InspectView):
    """Reading a post that can no longer be changed."""

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        if field_name == "content":
            return mark_safe(clean_html(self.object.content))  # noqa: S308  (cleaned just here)
        return super().get_field_display_value(field_name, field)


class WorkflowHistoryDetail(InstanceOwnership, snippets.WorkflowHistoryDetailView):
    def dispatch(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> "HttpResponse":
        if not str(kwargs["workflow_state_id"]).isdecimal():
            raise Http404
        return super().dispatch(request, *args, **kwargs)


def reviewers_words(post: Post) -> str:
    """Return why the post was sent back; "" unless that is where it stands."""
    state = post.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    decision = post.decisions.exclude(outcome=ReviewDecision.Outcome.APPROVED).first()
    return decision.reason if decision else ""


def _comment_in(raw: str) -> str:
    """Return the comment in the JSON that Wagtail's editor sends along; "" for anything else."""
    try:
        data = json.loads(raw or "{}")
    except ValueError:
        return ""
    comment = data.get("comment") if isinstance(data, dict) else None
    return comment if isinstance(comment, str) else ""
