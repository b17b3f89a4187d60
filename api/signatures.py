"""Signatures that open a hidden picture's files without a session, for a while.

A signature is bound to the picture's key, so it opens every file of that picture and of no other. It
cannot be called back: it lives an hour at most, and works for as long as the picture has files.
"""

import time
from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner, b62_encode

LIFETIME = timedelta(hours=1)
# The same for so long, so that a browser need not fetch the same picture again and again.
_STEADY_SECONDS = 600
_SALT = "firsthand.media"


class _SteadySigner(TimestampSigner):
    def timestamp(self) -> str:
        return b62_encode(int(time.time()) // _STEADY_SECONDS * _STEADY_SECONDS)


def signature_of(key: str) -> str:
    """Return what to append as `?signature=`; good for 50 to 60 minutes."""
    return _SteadySigner(salt=_SALT).sign(key).partition(":")[2]


def is_signed(key: str, signature: str) -> bool:
    """Whether the signature was made for this key, within LIFETIME."""
    try:
        _SteadySigner(salt=_SALT).unsign(f"{key}:{signature}", max_age=LIFETIME)
    except BadSignature:
        return False
    return True
