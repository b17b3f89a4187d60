"""Wagtail's signals, each handed to a service."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import published, unpublished

from content.models import Post
from content.services.publishing import refresh_public_side


@receiver(published, sender=Post)
def after_publishing(instance: Post, **kwargs: Any) -> None:
    refresh_public_side(post=instance)


@receiver(unpublished, sender=Post)
def after_unpublishing(instance: Post, **kwargs: Any) -> None:
    refresh_public_side(post=instance)
