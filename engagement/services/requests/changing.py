"""What the sender does with their own request, signed in or by its page's link."""

from django.db import transaction
from django.utils import timezone

from content.models import SiteSettings
from engagement.errors import AlreadyAnswered, AlreadyWithdrawn, LinkExpired
from engagement.models import OutboxMessage, PostRequest
from engagement.risk import (
    HOLD,
    MOST_RISK,
    Signal,
    hash_of_text,
    signals_in_text,
    signals_of_sender,
)
from engagement.services.requests.checks import checked_message
from engagement.services.requests.delivering import deliver_request
from engagement.services.requests.guest_mail import tell_guest_it_was_sent
from engagement.services.requests.locking import copy_state, locked, locked_open_post
from engagement.tokens import read_confirm_token

Status = PostRequest.Status
REWEIGHED = {
    "suspended",
    "blocked_sender",
    "links",
    "link_in_name",
    "foreign_address",
    "messenger",
    "money",
    "worry_words",
    "disposable_address",
}


@transaction.atomic
def confirm_request(*, post_request: PostRequest, token: str) -> None:
    """Deliver a request whose sender has shown that the address is theirs. Twice is as good as once.

    Held instead, which reads the same, when the sender was blocked or suspended meanwhile. Raises
    LinkExpired for a token that is not this request's, AlreadyWithdrawn, or PostClosed.
    """
    if read_confirm_token(token) != post_request.pk:
        raise LinkExpired
    request = locked(post_request)
    if request.status == Status.WITHDRAWN:
        raise AlreadyWithdrawn("You have withdrawn this request. Send a new one if you like.")
    if request.status == Status.UNCONFIRMED:
        request.post = locked_open_post(request.post)
        _deliver_or_hold(request)
    copy_state(request, post_request)


@transaction.atomic
def change_message(*, post_request: PostRequest, message: str) -> None:
    """Rewrite a request that has not been answered; a read one is unread again.

    The new words are weighed like the first: what looks like abuse is held, even if the old words
    had been delivered. Raises InvalidInput, AlreadyAnswered or AlreadyWithdrawn.
    """
    message = checked_message(message)
    request = locked(post_request)
    _refuse_if_over(request)
    if message != request.message:
        _reweigh(request, message)
        request.message = message
        request.last_edited = timezone.now()
        request.save()
    copy_state(request, post_request)


@transaction.atomic
def withdraw_request(*, post_request: PostRequest) -> None:
    """Take a request back; an accepted one too. Raises AlreadyAnswered when it has been declined."""
    request = locked(post_request)
    if request.status == Status.DECLINED:
        raise AlreadyAnswered("This request was declined, so there is nothing to withdraw.")
    if request.status != Status.WITHDRAWN:
        request.status = Status.WITHDRAWN
        request.last_edited = timezone.now()
        request.save(update_fields=["status", "last_edited"])
    copy_state(request, post_request)


@transaction.atomic
def erase_request(*, post_request: PostRequest) -> None:
    """Delete the request with name, address, message, notifications and waiting mail."""
    request = locked(post_request)
    OutboxMessage.objects.filter(post_request=request).delete()
    request.delete()


def _refuse_if_over(request: PostRequest) -> None:
    if request.status == Status.WITHDRAWN:
        raise AlreadyWithdrawn("You have withdrawn this request. Send a new one if you like.")
    if request.status in (Status.ACCEPTED, Status.DECLINED):
        raise AlreadyAnswered("This request has been answered and can no longer be changed.")


def _deliver_or_hold(request: PostRequest) -> None:
    found = signals_of_sender(user=request.user, email=request.email)
    if not (found or request.dropped_at):
        deliver_request(request)
        return
    _weigh(request, found, instead_of={signal.code for signal in found})
    request.status = Status.HELD
    request.save(update_fields=["status", "signals", "risk"])
    tell_guest_it_was_sent(request)


def _reweigh(request: PostRequest, message: str) -> None:
    """Score the new words in place of the old; what was known apart from them still counts."""
    found = signals_in_text(
        name=request.name,
        email=request.email,
        message=message,
        worry_words=SiteSettings.current().worry_list,
    )
    found += signals_of_sender(user=request.user, email=request.email)
    _weigh(request, found, instead_of=REWEIGHED)
    request.text_hash = hash_of_text(message)
    if request.risk >= HOLD and request.status != Status.HELD:
        request.status, request.delivered_at = Status.HELD, None
    elif request.status == Status.READ:
        request.status = Status.NEW


def _weigh(request: PostRequest, found: list[Signal], *, instead_of: set[str]) -> None:
    kept = [signal for signal in request.signals if signal["code"] not in instead_of]
    request.signals = kept + [signal.as_json() for signal in found]
    request.risk = min(sum(signal["points"] for signal in request.signals), MOST_RISK)
