"""The mail that Firsthand wrote to somebody, read from the files it lies in."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from tests.stack import Stack, wait_until


def mails_to(stack: Stack, address: str, subject: str = "") -> list[EmailMessage]:
    """Mails to `address` whose subject has `subject` in it, oldest first."""
    parse = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes
    mails = [parse(path.read_bytes()) for path in stack.mails()]
    return [m for m in mails if address in m["To"] and subject.lower() in m["Subject"].lower()]


def wait_for_mail(stack: Stack, address: str, subject: str = "", *, count: int = 1) -> EmailMessage:
    """The newest of at least `count` such mails; waits for it, fails after half a minute."""
    wait_until(
        lambda: len(mails_to(stack, address, subject)) >= count,
        f"mail to {address} about {subject!r}",
        30,
    )
    return mails_to(stack, address, subject)[-1]


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None, "a mail without a text part"
    text: str = body.get_content()
    return text


def link_in(mail: EmailMessage, path: str) -> str:
    """The first address in the mail's text that has `path` in it."""
    found = re.search(rf"https?://\S*{re.escape(path)}\S*", text_of(mail))
    assert found, f"no link to {path} in:\n{text_of(mail)}"
    return found.group()
