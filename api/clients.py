"""Who is calling: the address behind the trusted proxies, and an identity that says nothing by itself."""

from ipaddress import ip_address
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.crypto import salted_hmac

from engagement.households import household_of

if TYPE_CHECKING:
    from django.http import HttpRequest
    from rest_framework.request import Request


def client_address(request: "Request | HttpRequest") -> str:
    """Return the caller's address as the outermost of TRUSTED_PROXIES proxies saw it.

    What a caller writes into X-Forwarded-For stands left of that and is never believed.
    """
    direct: str = request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 - a stand-in, nothing listens
    trusted = settings.TRUSTED_PROXIES
    if trusted < 1:
        return direct
    hops = [
        hop.strip()
        for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if hop.strip()
    ]
    if not hops:
        return direct
    try:
        return str(ip_address(hops[-min(trusted, len(hops))]))
    except ValueError:
        return direct


def client_identity(request: "Request") -> str:
    """Return a keyed hash that tells one account, or one household without an account, from another."""
    who = f"user {request.user.pk}" if request.user.is_authenticated else _at(request)
    return _hash(who)


def address_identity(request: "HttpRequest") -> str:
    """Return a keyed hash of the caller's household, whoever is signed in."""
    return _hash(_at(request))


def _at(request: "Request | HttpRequest") -> str:
    return f"at {household_of(client_address(request))}"


def _hash(who: str) -> str:
    return salted_hmac("api.clients", who, algorithm="sha256").hexdigest()
