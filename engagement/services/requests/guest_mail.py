"""Mail to an address that somebody typed into a form, and that may not be theirs."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from engagement.models import OutboxMessage, PostRequest
from engagement.services.outbox import write_mail

MAILS_AN_HOUR = 8


def ask_to_confirm(request: PostRequest) -> None:
    """Mail the sender the link behind which the button stands."""
    _write(request, "request_confirm")


def tell_guest_it_was_sent(request: PostRequest) -> None:
    """Mail a guest the link to the request's own page, once. Held or delivered, it reads the same."""
    if request.user_id is None:
        _write(request, "request_sent")


def _write(request: PostRequest, kind: str) -> None:
    """Write the mail, unless the address has had so many lately that somebody is being flooded."""
    if settings.RATE_LIMITS and _mails_lately(request.email) >= MAILS_AN_HOUR:
        return
    write_mail(kind=kind, to=request.email, dedupe_key=f"{kind}:{request.pk}", post_request=request)


def _mails_lately(address: str) -> int:
    since = timezone.now() - timedelta(hours=1)
    kinds = ("request_confirm", "request_sent")
    return OutboxMessage.objects.filter(
        to__iexact=address, kind__in=kinds, created_at__gte=since
    ).count()
