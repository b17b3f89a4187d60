"""Wagtail's signals, each handed to a service."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from content.models import Image, Post
from content.services.image_files import forget_files
from content.services.publishing import place_pictures_of
from content.services.suspension import check_creator_may_publish


@receiver(published, sender=Post)
def after_publishing(instance: Post, **kwargs: Any) -> None:
    check_creator_may_publish(post=instance)
    place_pictures_of(post=instance)


@receiver(unpublished, sender=Post)
def after_unpublishing(instance: Post, **kwargs: Any) -> None:
    place_pictures_of(post=instance)


@receiver(post_delete, sender=Image)
def after_deleting_image(instance: Image, **kwargs: Any) -> None:
    """Wagtail, cascades and services all delete rows; the files follow whoever did it."""
    forget_files(image=instance)
