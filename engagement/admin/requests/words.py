"""What the admin calls requests, their states, and what is suspicious about them."""

from typing import TYPE_CHECKING, Any

from django.utils.html import format_html

from engagement.models import PostRequest

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from accounts.models import User

Status = PostRequest.Status
STATES = {
    Status.UNCONFIRMED: "Not confirmed",
    Status.HELD: "Held",
    Status.NEW: "New",
    Status.READ: "Read",
    Status.ACCEPTED: "Accepted",
    Status.DECLINED: "Declined",
    Status.WITHDRAWN: "Withdrawn",
}
SIGNALS = {
    "links": "It has links in it",
    "link_in_name": "The name holds a link or an address",
    "foreign_address": "It names another mail address than the sender's",
    "messenger": "It leads to a messenger",
    "money": "It speaks of money in a way that scams do",
    "worry_words": "It has words that the site's settings warn of",
    "disposable_address": "The sender's address is a throw-away one",
    "same_text": "The same text was sent before",
    "blocked_sender": "The sender was blocked",
    "suspended": "The sender's account is suspended",
    "honeypot": "A field was filled in that people do not see",
    "burst_address": "Many requests came from this connection",
    "burst_sender": "Many requests came from this sender",
}


def heading_for(user: "User") -> str:
    """Say what this person's list of requests holds."""
    return "Held and reported requests" if user.is_moderator else "Requests received"


def state_badge(row: PostRequest) -> "SafeString":
    """Return the request's state as a small coloured label."""
    return format_html(
        '<span class="fh-badge fh-badge--request-{}">{}</span>',
        row.status,
        STATES[Status(row.status)],
    )


def words_for(signal: dict[str, Any]) -> str:
    return SIGNALS.get(signal["code"], signal["code"].replace("_", " ").capitalize())
