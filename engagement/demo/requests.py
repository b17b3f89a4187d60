"""Send the demo's requests and answer them, through the services that everybody's go through."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from content.models import Post
from engagement.demo.letters import LETTERS, Letter
from engagement.demo.silence import without_mail
from engagement.models import Notification, PostRequest
from engagement.services.requests.answering import (
    accept_request,
    decline_request,
    mark_read,
    set_note,
)
from engagement.services.requests.changing import confirm_request, withdraw_request
from engagement.services.requests.sending import ClientInfo, send_request
from engagement.tokens import confirm_token

Status = PostRequest.Status


class LetterWentAstray(RuntimeError):
    """A demo request came out in another state than it should."""


def send_letters() -> int:
    """Send every letter that was not sent before, and return how many there are."""
    for letter in LETTERS:
        post = Post.objects.filter(title=letter.about, live=True).first()
        if post is None:
            raise LetterWentAstray(f"There is no live post called {letter.about!r}.")
        if not PostRequest.objects.filter(post=post, email=letter.email).exists():
            with without_mail():
                _send(letter, post)
    return len(LETTERS)


def _send(letter: Letter, post: Post) -> None:
    sender = User.objects.get(email=letter.email) if letter.member else None
    request = send_request(
        post=post,
        sender=sender,
        name=letter.name,
        email=letter.email,
        message=letter.message,
        client=ClientInfo(),
    )
    if request.status == Status.UNCONFIRMED and letter.status != "unconfirmed":
        confirm_request(post_request=request, token=confirm_token(request))
    _answer(request, letter)
    request.refresh_from_db()
    if request.status != letter.status:
        raise LetterWentAstray(f"{letter.name}'s request is {request.status}, not {letter.status}.")
    _backdate(request, letter)


def _answer(request: PostRequest, letter: Letter) -> None:
    match letter.status:
        case "read":
            mark_read(post_request=request)
            if letter.note:
                set_note(post_request=request, note=letter.note)
        case "accepted":
            accept_request(post_request=request, note=letter.note)
        case "declined":
            decline_request(post_request=request, note=letter.note)
        case "withdrawn":
            withdraw_request(post_request=request)


def _backdate(request: PostRequest, letter: Letter) -> None:
    sent = timezone.now() - timedelta(days=letter.days)
    PostRequest.objects.filter(pk=request.pk).update(created_at=sent, last_edited=sent)
    PostRequest.objects.filter(pk=request.pk, delivered_at__isnull=False).update(delivered_at=sent)
    Notification.objects.filter(post_request=request).update(created_at=sent)
