"""Links that stand in for an account: signed, expiring, each good for one thing.

A token reads `12~time~signature`; the part before the first `~` is the request's id, so a client can
address the request. Nothing is stored.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.signing import BadSignature, TimestampSigner

from accounts.mail.letters import site_url

if TYPE_CHECKING:
    from engagement.models import PostRequest

PAGE_AGE = timedelta(days=180)
CONFIRM_AGE = timedelta(days=7)  # as long as an unconfirmed request is kept
_page = TimestampSigner(salt="engagement.request", sep="~")
_confirm = TimestampSigner(salt="engagement.confirm", sep="~")


def page_token(post_request: "PostRequest") -> str:
    """The token of a guest's own page: it lets who holds it read, change, withdraw and erase."""
    return _page.sign(str(post_request.pk))


def confirm_token(post_request: "PostRequest") -> str:
    """The token that proves its holder reads the sender's mail. Only ever mailed."""
    return _confirm.sign(str(post_request.pk))


def read_page_token(token: str) -> int | None:
    """The id of the request whose page `token` opens; None if it is forged or older than PAGE_AGE."""
    return _read(_page, token, PAGE_AGE)


def read_confirm_token(token: str) -> int | None:
    """The id of the request that `token` confirms; None if it is forged or older than CONFIRM_AGE."""
    return _read(_confirm, token, CONFIRM_AGE)


def page_url(post_request: "PostRequest") -> str:
    return site_url(f"/request/{page_token(post_request)}")


def confirm_url(post_request: "PostRequest") -> str:
    return f"{page_url(post_request)}?confirm={confirm_token(post_request)}"


def _read(signer: TimestampSigner, token: str, age: timedelta) -> int | None:
    try:
        return int(signer.unsign(token, max_age=age))
    except (BadSignature, ValueError):  # ValueError: text that is no Unicode
        return None
