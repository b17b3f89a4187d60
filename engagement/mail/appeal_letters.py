"""The letters to a creator about what became of their appeal."""

from typing import TYPE_CHECKING

from accounts.mail.letters import Button, Letter, site_url
from content.models import Post

if TYPE_CHECKING:
    from engagement.models import OutboxMessage

BECAUSE = "You get this because you asked for it. You can turn these mails off in your account."
BY = "The moderators"


def upheld(message: "OutboxMessage") -> Letter:
    """The creator was right."""
    post = _post(message)
    what = (
        "It can be seen by everybody again."
        if post.live
        else "It is no longer held against you; your posts show how it stands."
    )
    return Letter(
        subject=f"We looked at “{post.title}” again",
        heading="You were right",
        paragraphs=[f"You asked us to look at “{post.title}” again, and we have. {what}"],
        quote=message.data.get("note", ""),
        quote_by=BY,
        button=Button("See my posts", site_url("/account/posts")),
        because=BECAUSE,
    )


def dismissed(message: "OutboxMessage") -> Letter:
    """The decision stands, and why."""
    post = _post(message)
    return Letter(
        subject=f"We looked at “{post.title}” again",
        heading="Our decision stands",
        paragraphs=[
            f"You asked us to look at “{post.title}” again. We have, and stay with what we decided:"
        ],
        quote=message.data["note"],
        quote_by=BY,
        button=Button("See my posts", site_url("/account/posts")),
        because=BECAUSE,
    )


def _post(message: "OutboxMessage") -> Post:
    return Post.objects.get(pk=message.post_id)
