"""Addresses of mail under a hash: known again, and not told."""

from django.utils.crypto import salted_hmac


def hash_of_address(email: str) -> str:
    """A keyed hash of the mailbox: whatever its case, and whatever stands behind a `+` in it."""
    mailbox, _, domain = email.strip().lower().rpartition("@")
    plain = f"{mailbox.partition('+')[0] or mailbox}@{domain}"
    return salted_hmac("engagement.addresses", plain, algorithm="sha256").hexdigest()
