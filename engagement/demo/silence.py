"""Let the demo be loaded without a single mail."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from engagement.models import OutboxMessage


@contextmanager
def without_mail() -> Iterator[None]:
    """A transaction whose mail is torn up before it could be sent. Everything else in it stays."""
    with transaction.atomic():
        before = set(OutboxMessage.objects.values_list("pk", flat=True))
        yield
        OutboxMessage.objects.exclude(pk__in=before).delete()
