"""Events of Wagtail's workflow and of content, each handed to a service, inside their transaction."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Revision, TaskState
from wagtail.signals import published, task_rejected

from content.models import Post, ReviewDecision
from engagement.services.reports.deciding import uphold_after_refusal
from engagement.services.reviews import tell_approved, tell_changes_requested, tell_removed


@receiver(published, sender=Post)
def after_publishing(instance: Post, revision: Revision, **kwargs: Any) -> None:
    tell_approved(post=instance, revision=revision)


@receiver(task_rejected)
def after_sending_back(instance: TaskState, **kwargs: Any) -> None:
    tell_changes_requested(task_state=instance)


@receiver(post_save, sender=ReviewDecision)
def after_deciding(instance: ReviewDecision, created: bool, **kwargs: Any) -> None:
    tell_removed(decision=instance, is_new=created)
    uphold_after_refusal(decision=instance, is_new=created)
