"""The editor's two views, writing through the services that the API uses too."""

import json
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.locks import WorkflowLock
from wagtail.snippets.views import snippets

from accounts.errors import InvalidInput, RuleBroken
from content.admin.ownership import InstanceOwnership
from content.admin.posts.decide import carry_out
from content.admin.posts.forms import PostForm
from content.admin.posts.staleness import AUTOSAVE_STOPPED, saved_elsewhere
from content.errors import EditedElsewhere, ShownToReviewers
from content.models import Post
from content.services.posts import create_post, update_post
from content.services.review import submit_post, withdraw_post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.snippets.views.snippets import EditView as Mixed  # what it is mixed into
else:
    Mixed = object

# Wagtail's word for: stop the autosave.
STOP = "invalid_revision"


class SavesThroughServices(Mixed):
    """Create and edit views: a service does every write, and its refusals become messages."""

    refused_actions = frozenset({"publish", "restart-workflow"})
    done = {
        "create": "Saved as a draft. Nobody else sees it.",
        "edit": "Saved.",
        "submit": "Sent to review. You will hear from us as soon as a moderator has looked at it.",
        "cancel-workflow": "Taken out of review.",
    }

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

    def get_success_message(self, instance: Post | None = None) -> str:
        return self.done.get(self.action) or super().get_success_message(instance)

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_error_message(self) -> str:
        if not self.expects_json_response:
            return "This could not be saved. What to change is said beside it."
        return f"Not kept yet. {first_error(self.form)}"

    def is_valid(self, form: PostForm) -> bool:
        self.form = form
        return super().is_valid(form)

    def form_valid(self, form: PostForm) -> "HttpResponse":
        try:
            return super().form_valid(form)
        except InvalidInput as error:
            form.add_service_error(error)
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        except EditedElsewhere:
            return self.refuse_stale(form)
        except RuleBroken as error:
            if self.expects_json_response:
                stops = isinstance(error, ShownToReviewers)
                code = STOP if stops else "validation_error"
                return self.json_error_response(code, error.message)
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
        post = create_post(
            creator=self.request.user, autosave=self.expects_json_response, **self.form.changes()
        )
        self.new_revision = post.latest_revision
        return post


class EditPost(SavesThroughServices, InstanceOwnership, snippets.EditView):
    instance_permission = "change"

    def setup(self, request: "HttpRequest", *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # What moderators look at changes by hand only.
        if self.object.workflow_in_progress:
            self.autosave_enabled = False

    def get_workflow_history_url(self) -> str | None:
        """Wagtail's pages of a review name the moderators; creators have the reason in the editor."""
        if not self.request.user.is_moderator:
            return None
        return super().get_workflow_history_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not self.request.user.is_moderator:
            self.leave_out_names()
        return super().get_context_data(**kwargs)

    def leave_out_names(self) -> None:
        """The panels beside the form say who saved what; to a creator, moderators have no name."""
        for revision in (self.object.latest_revision, self.object.live_revision):
            if revision is not None and revision.user_id != self.request.user.pk:
                revision.user = None

    def get_lock(self) -> Any:
        """A post in review stays open to its creator; the reviewer then sees the newest version."""
        lock = super().get_lock()
        return None if isinstance(lock, WorkflowLock) else lock

    @cached_property
    def is_out_of_date(self) -> bool:
        """Whether there is a newer version than the form was made of. The time tells: ids are reused."""
        seen_at = self.request.POST.get("loaded_revision_created_at")
        if seen_at and self.latest_revision:
            return bool(seen_at != self.latest_revision_created_at)
        return bool(super().is_out_of_date)

    def is_valid(self, form: PostForm) -> bool:
        if self.is_out_of_date:
            self.form = form
            self.say_stale(form)
            return False
        return super().is_valid(form)

    def refuse_stale(self, form: PostForm) -> "HttpResponse":
        """Show the form again, now as made of the newest version, so that saving again replaces that."""
        self.live_object.refresh_from_db()
        self.object.latest_revision = self.live_object.latest_revision
        for name in ("latest_revision", "latest_revision_created_at"):
            self.__dict__.pop(name, None)
        self.say_stale(form)
        return self.form_invalid(form)

    def say_stale(self, form: PostForm) -> None:
        words = saved_elsewhere(post=self.live_object, form=form, reader=self.request.user)
        self.produced_error_code = STOP
        if self.expects_json_response:
            words = f"{words.partition('. ')[0]}. {AUTOSAVE_STOPPED}"
        self.produced_error_message = words

    def save_instance(self) -> Post:
        version = update_post(
            post=self.object,
            editor=self.request.user,
            autosave=self.expects_json_response,
            seen=self.latest_revision.created_at if self.latest_revision else None,
            **self.form.changes(),
        )
        self.new_revision = version.latest_revision
        return version


class _SavesThroughUpdate(Mixed):
    def save_instance(self) -> Post:
        return EditPost.save_instance(self)


class RevertPost(_SavesThroughUpdate, generic.RevisionsRevertMixin, EditPost):
    """Editing with an older version filled in. Saving it makes it the newest one."""

    view_name = "revisions_revert"


def first_error(form: PostForm) -> str:
    """Return the first thing the form refuses, in one line."""
    for name, errors in form.errors.items():
        field = form.fields.get(name)
        return f"{field.label}: {errors[0]}" if field else str(errors[0])
    for formset in form.formsets.values():
        for picture in formset.errors:
            for errors in picture.values():
                return f"Pictures: {errors[0]}"
        for error in formset.non_form_errors():
            return f"Pictures: {error}"
    return "Something here cannot be saved."


def _comment_in(raw: str) -> str:
    """Return the comment in the JSON that Wagtail's editor sends along; "" for anything else."""
    try:
        data = json.loads(raw or "{}")
    except ValueError:
        return ""
    comment = data.get("comment") if isinstance(data, dict) else None
    return comment if isinstance(comment, str) else ""
