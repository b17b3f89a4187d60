"""How allauth keeps and names what people prove themselves with beside the password."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

PURPOSE = b"firsthand: secrets of the second factor"  # HKDF's `info` (RFC 5869, 3.2)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets lie encrypted in the database, under a key made from SECRET_KEY.

    What an older key encrypted stays readable while that key stands in SECRET_KEY_FALLBACKS. Without
    it reading raises InvalidToken: nobody gets in by a secret that cannot be read.
    """

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code does not fit. It may have run out, or been used already.",
        "unverified_email": "Confirm your address first; the link is in your mail.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        """What authenticator apps and passkey managers file the account under."""
        return settings.WAGTAIL_SITE_NAME


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_from(secret)) for secret in secrets])


def _key_from(secret: str | bytes) -> bytes:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return base64.urlsafe_b64encode(key.derive(force_bytes(secret)))
