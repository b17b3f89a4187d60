"""Wagtail's admin as Firsthand installs it."""

from wagtail.admin.apps import WagtailAdminAppConfig
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted


class AdminConfig(WagtailAdminAppConfig):
    """Wagtail's admin without its own mails: they leave inside the request, before the commit, and a
    mail server that is down would hold up a moderator. Ours go through the outbox.
    """

    default = False

    def ready(self) -> None:
        super().ready()
        from wagtail.models import TaskState, WorkflowState

        task_submitted.disconnect(
            sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
        )
        for signal, event in (
            (workflow_submitted, "submitted"),
            (workflow_rejected, "rejected"),
            (workflow_approved, "approved"),
        ):
            signal.disconnect(
                sender=WorkflowState, dispatch_uid=f"workflow_state_{event}_email_notification"
            )
