"""What a creator does with a request they have received. Doing a thing twice does it once."""

from django.db import transaction
from django.utils import timezone

from engagement.errors import AlreadyAnswered, AlreadyWithdrawn, NotDelivered, SenderSuspended
from engagement.models import Notification, PostRequest
from engagement.services.outbox import write_mail
from engagement.services.requests.checks import checked_note
from engagement.services.requests.locking import copy_state, locked

Status = PostRequest.Status
Kind = Notification.Kind


@transaction.atomic
def mark_read(*, post_request: PostRequest) -> None:
    """Take the unread mark away. Raises NotDelivered, AlreadyAnswered or AlreadyWithdrawn."""
    request = locked(post_request)
    if request.dropped_at:
        raise NotDelivered
    if request.status == Status.NEW:
        request.status = Status.READ
        request.save(update_fields=["status"])
    elif request.status != Status.READ:
        _refuse(request)
    copy_state(request, post_request)


@transaction.atomic
def accept_request(*, post_request: PostRequest, note: str | None = None) -> None:
    """Say yes; the sender is told by mail, with the note.

    Raises as mark_read, InvalidInput, or SenderSuspended.
    """
    _answer(post_request, Status.ACCEPTED, Kind.REQUEST_ACCEPTED, note)


@transaction.atomic
def decline_request(*, post_request: PostRequest, note: str | None = None) -> None:
    """Say no; the sender is told by mail, with the note. Raises as accept_request."""
    _answer(post_request, Status.DECLINED, Kind.REQUEST_DECLINED, note)


@transaction.atomic
def set_note(*, post_request: PostRequest, note: str) -> None:
    """Keep a few words to the sender beside a delivered request. Raises NotDelivered, InvalidInput."""
    note = checked_note(note)
    request = locked(post_request)
    if not request.is_delivered:
        raise NotDelivered
    request.note = note
    request.last_edited = timezone.now()
    request.save(update_fields=["note", "last_edited"])
    copy_state(request, post_request)


def _answer(post_request: PostRequest, answer: Status, kind: Kind, note: str | None) -> None:
    request = locked(post_request)
    if request.dropped_at:
        raise NotDelivered
    if request.status != answer:
        if request.status not in (Status.NEW, Status.READ):
            _refuse(request)
        if request.user is not None and request.user.suspended_at:
            raise SenderSuspended
        request.note = request.note if note is None else checked_note(note)
        request.status = answer
        request.last_edited = timezone.now()
        request.save(update_fields=["note", "status", "last_edited"])
        _tell_sender(request, kind)
    copy_state(request, post_request)


def _tell_sender(request: PostRequest, kind: Kind) -> None:
    sender = request.user
    if sender is not None:
        Notification.objects.create(user=sender, kind=kind, post=request.post, post_request=request)
    if sender is None or sender.notify_requests:
        write_mail(
            kind=kind,
            to=request.email,
            dedupe_key=f"{kind}:{request.pk}",
            recipient=sender,
            post_request=request,
        )


def _refuse(request: PostRequest) -> None:
    if request.status == Status.WITHDRAWN:
        raise AlreadyWithdrawn
    if request.status in (Status.UNCONFIRMED, Status.HELD):
        raise NotDelivered
    word = "accepted" if request.status == Status.ACCEPTED else "declined"
    raise AlreadyAnswered(f"You have {word} this request already.")
