"""Sending a request: checked, weighed, stored, and on its way or waiting, in one transaction."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from accounts.services import has_confirmed
from content.models import SiteSettings
from engagement.models import PostRequest
from engagement.proof import spend_proof
from engagement.risk import (
    CONFIRM,
    HOLD,
    MOST_RISK,
    Signal,
    hash_of_text,
    signals_in_text,
    signals_of_repetition,
    signals_of_sender,
)
from engagement.services.requests.checks import checked_email, checked_message, checked_name
from engagement.services.requests.delivering import deliver_request
from engagement.services.requests.guest_mail import ask_to_confirm, tell_guest_it_was_sent
from engagement.services.requests.locking import locked_open_post, refuse_own

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User
    from content.models import Post

Status = PostRequest.Status


@dataclass(frozen=True)
class ClientInfo:
    """Where a request came from: the client's address as the trusted proxies tell it, or empty."""

    address: str = ""


@transaction.atomic
def send_request(
    *,
    post: "Post",
    sender: "User | AnonymousUser | None",
    message: str,
    client: ClientInfo,
    name: str = "",
    email: str = "",
    proof: str = "",
    honeypot_filled: bool = False,
) -> PostRequest:
    """Store a request about `post` and return it as `new`, `unconfirmed` or `held`.

    Name and address default to a signed-in sender's. Who has confirmed the address needs no proof
    and is never asked to confirm; everybody else is, unless a valid proof comes with an ordinary
    text. What looks like abuse is held. Raises InvalidInput, PostClosed or OwnPost.
    """
    user = sender if sender is not None and sender.is_authenticated else None
    name = checked_name(name or (user.name if user else ""))
    email = checked_email(email or (user.email if user else ""))
    message = checked_message(message)
    post = locked_open_post(post)
    refuse_own(post, user.pk if user else None)

    text_hash = hash_of_text(message)
    words = SiteSettings.current().worry_list
    signals = signals_in_text(name=name, email=email, message=message, worry_words=words)
    signals += signals_of_repetition(
        text_hash=text_hash, post_id=post.pk, email=email, address=client.address
    )
    signals += signals_of_sender(user=user, email=email)
    if honeypot_filled:
        signals.append(Signal("honeypot", 100, "filled in a field that people do not see"))
    risk = min(sum(signal.points for signal in signals), MOST_RISK)
    known = user is not None and has_confirmed(user=user, email=email)
    trusted = known or (spend_proof(proof) and risk < CONFIRM)

    request = PostRequest.objects.create(
        post=post,
        user=user,
        name=name,
        email=email,
        message=message,
        text_hash=text_hash,
        risk=risk,
        signals=[signal.as_json() for signal in signals],
        status=Status.HELD if risk >= HOLD else Status.UNCONFIRMED,
    )
    if risk >= HOLD:
        tell_guest_it_was_sent(request)
    elif trusted:
        deliver_request(request)
    else:
        ask_to_confirm(request)
    return request
