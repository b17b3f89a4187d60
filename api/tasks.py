"""The API's chores."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from api.models import IdempotencyKey

KEPT = timedelta(hours=24)


@shared_task
def purge_idempotency_keys() -> None:
    """Forget the keys that are older than a day."""
    IdempotencyKey.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
