"""Email addresses: which of them a mail could be sent to."""

from django.utils.encoding import punycode


def can_be_mailed(email: str) -> bool:
    """Whether the address's domain has a form for the wire (IDNA, RFC 5890: 63 bytes a label).

    Django's validator counts letters as they are typed; a domain that only then grows too long
    makes every mail with it in a header fail, also one to somebody else that names it in Reply-To.
    """
    try:
        punycode(email.rpartition("@")[2])
    except UnicodeError:
        return False
    return True
