"""What was mailed to somebody, read as they read it."""

from django.core import mail

from engagement.services.delivery import deliver_due_messages


def mail_to(address: str) -> str:
    """Send what waits and return the text of the newest mail to `address`."""
    deliver_due_messages(seconds=5)
    return str([sent for sent in mail.outbox if sent.to == [address]][-1].body)
