"""The letters to somebody who is shut out, and let in again. They go out whatever mail one wants."""

from typing import TYPE_CHECKING

from accounts.mail.letters import Button, Letter, site_url
from accounts.refusal import operator_address

if TYPE_CHECKING:
    from engagement.models import OutboxMessage


def suspended(message: "OutboxMessage") -> Letter | None:
    """Why, what it means, and how to object. An answer reaches the operator."""
    if message.recipient is None or not message.recipient.suspended_at:
        return None
    return Letter(
        subject="Your account is suspended",
        heading="Your account is suspended",
        paragraphs=[
            f"Hello {message.recipient.name}, a moderator has suspended your account. The reason:"
        ],
        quote=message.data["reason"],
        quote_by="The moderators",
        afterwards=[
            "While this lasts you cannot sign in, and nobody sees your posts or your page. Nothing is "
            "deleted: should the suspension be lifted, all of it comes back as it was.",
            f"If you think that this is wrong, answer this mail or write to {operator_address()}. "
            "A person reads it.",
            "You can also ask us there to delete your account with everything in it.",
        ],
        because="You get this because it is your account.",
        reply_to=operator_address(),
    )


def reinstated(message: "OutboxMessage") -> Letter | None:
    """All is as it was."""
    if message.recipient is None or message.recipient.suspended_at:
        return None
    return Letter(
        subject="Your account is open again",
        heading="Welcome back",
        paragraphs=[
            f"Hello {message.recipient.name}, the suspension of your account is lifted. You can sign in "
            "again, and your posts are where they were."
        ],
        button=Button("Sign in", site_url("/login")),
        because="You get this because it is your account.",
        reply_to=operator_address(),
    )
