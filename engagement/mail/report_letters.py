"""The letters to somebody who reported something, once a moderator has decided.

What was reported is named to members only: a guest's address is confirmed by nobody, and what was
reported may be just what should not be sent around.
"""

from typing import TYPE_CHECKING

from accounts.mail.letters import Letter
from content.models import Post

if TYPE_CHECKING:
    from engagement.models import OutboxMessage

BECAUSE = "You get this once, because you reported something and left this address."


def upheld(message: "OutboxMessage") -> Letter:
    """The moderators agreed."""
    return Letter(
        subject="We have acted on your report",
        heading="Thank you: we have acted on your report",
        paragraphs=[
            f"You told us that something was not all right with {_named(message)}. "
            "A moderator has looked at it, agrees with you, and has dealt with it."
        ],
        afterwards=["Nobody but the moderators learns who reported it."],
        because=BECAUSE,
    )


def dismissed(message: "OutboxMessage") -> Letter:
    """The moderators saw no reason to act."""
    return Letter(
        subject="We have looked into your report",
        heading="We have looked into your report",
        paragraphs=[
            f"You told us that something was not all right with {_named(message)}. A moderator has "
            "looked at it and found nothing in it that breaks our rules, so nothing changes.",
            "Thank you for looking out for others. Should it change, tell us again.",
        ],
        afterwards=["Nobody but the moderators learns who reported it."],
        because=BECAUSE,
    )


def _named(message: "OutboxMessage") -> str:
    if message.post_request_id is not None:
        return "a request"
    if message.post_id is None:
        return "a member"
    if message.recipient_id is None:
        return "a post"
    return f"“{Post.objects.get(pk=message.post_id).title}”"
