"""The letters to a creator about what a moderator decided."""

from typing import TYPE_CHECKING

from accounts.mail.letters import Button, Letter, site_url
from content.models import Post

if TYPE_CHECKING:
    from engagement.models import OutboxMessage

BECAUSE = "You get this because it is your post. You can turn these mails off in your account."

# What has become of a post that had been live before it was sent back.
STAYS, TAKEN_OFF = "stays", "taken_off"
CHANGES = {
    "": "We looked at “{title}” and cannot publish it as it is. The reason:",
    STAYS: "We looked at “{title}” and ask you to change something. Until then, what is live stays as it "
    "is. The reason:",
    TAKEN_OFF: "We looked at “{title}” again and have taken it off the site until it is changed. "
    "The reason:",
}


def approved(message: "OutboxMessage") -> Letter | None:
    """The post is public."""
    post = _post(message)
    if not post.live:
        return None
    return Letter(
        subject=f"“{post.title}” is live",
        heading="Your post is live",
        paragraphs=[
            f"“{post.title}” can now be seen and found by everybody. When somebody asks for it, "
            "we tell you at once."
        ],
        button=Button("See it", site_url(post.url_path)),
        because=BECAUSE,
    )


def changes_requested(message: "OutboxMessage") -> Letter:
    """The post needs a change first; the reason is the moderator's."""
    post = _post(message)
    return Letter(
        subject=f"“{post.title}” needs a change",
        heading="Your post needs a change",
        paragraphs=[CHANGES[message.data.get("now", "")].format(title=post.title)],
        quote=message.data["reason"],
        quote_by="The moderators",
        button=Button("Edit my post", site_url(f"{post.url_path}/edit")),
        afterwards=["Change it and send it to review again; nothing you wrote is lost."],
        because=BECAUSE,
    )


def removed(message: "OutboxMessage") -> Letter:
    """The post was taken away; its creator can still read it."""
    post = _post(message)
    return Letter(
        subject=f"“{post.title}” was removed",
        heading="Your post was removed",
        paragraphs=[f"We have taken “{post.title}” off the site. The reason:"],
        quote=message.data["reason"],
        quote_by="The moderators",
        button=Button("See my posts", site_url("/account")),
        afterwards=["You can still read it there; others cannot."],
        because=BECAUSE,
    )


def _post(message: "OutboxMessage") -> Post:
    return Post.objects.get(pk=message.post_id)
