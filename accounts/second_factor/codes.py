"""A code of the app counts once (RFC 6238, 5.2), also the one that set the app up."""

import json
from typing import TYPE_CHECKING

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from django.core.cache import cache

if TYPE_CHECKING:
    from django.http import HttpRequest


def spend_code(*, request: "HttpRequest", authenticator: Authenticator) -> None:
    """Remember the code that the request was let in with for as long as it would count.

    allauth remembers it for one period only, though with MFA_TOTP_TOLERANCE it counts in its own and
    in those around it; and it does not remember the one by which the app was set up.
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return
    lifetime = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    code = json.loads(request.body)["code"]
    cache.set(authenticator.wrap()._get_used_cache_key(code), "y", timeout=lifetime)
