"""Wagtail's views of a post beside the editor: previews, decisions, history, deletion."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.forms import TaskStateCommentForm
from wagtail.models import TaskState
from wagtail.snippets.views import snippets

from accounts.errors import RuleBroken
from content.admin.ownership import InstanceOwnership
from content.admin.people import person
from content.admin.posts.decide import carry_out
from content.html import clean_html
from content.limits import REASON_LENGTH
from content.models import Post
from content.services.posts import delete_post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.snippets.views.snippets import EditView as Mixed  # what it is mixed into
else:
    Mixed = object


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
