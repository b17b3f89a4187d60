"""A letter: one mail's words, said once and laid out twice, as text and as HTML."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


@dataclass(frozen=True)
class Button:
    """The one thing to do next: its words and an absolute URL."""

    label: str
    url: str


@dataclass(frozen=True)
class Letter:
    """What one mail says. Every part is plain text; the layouts escape it.

    `quote` is somebody else's words, set apart so that they cannot pass for ours; `because` tells
    the reader why they got this mail; `reply_to` is the other person's bare address.
    """

    subject: str
    heading: str
    paragraphs: list[str]
    because: str
    button: Button | None = None
    quote: str = ""
    quote_by: str = ""
    afterwards: list[str] = field(default_factory=list)
    reply_to: str = ""


def site_url(path: str) -> str:
    """The absolute address of a page of the site; `path` starts with a slash."""
    return f"{settings.BASE_URL}{path}"


def compose(*, letter: Letter, to: str, message_id: str) -> EmailMultiAlternatives:
    """Lay the letter out as a multipart mail to one person. Nothing is sent.

    `message_id` is the part before the `@`, the same for every try, so that a mail server which gets
    a message twice can tell.
    """
    context = {
        "letter": letter,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.BASE_URL,
    }
    mail = EmailMultiAlternatives(
        subject=_one_line(letter.subject),
        body=_squeezed(render_to_string("mail/letter.txt", context)),
        to=[to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={"Message-ID": f"<{message_id}@{_domain()}>"},
    )
    mail.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    return mail


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _squeezed(text: str) -> str:
    """Templates leave runs of empty lines behind; a reader wants one at most."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip("> ")
