"""How often one client may do what costs something: the table, and nothing but the table.

A client is an account, or a household (an IPv4 address, an IPv6 network) where nobody is signed in.
"""

from collections.abc import Callable
from typing import NamedTuple

from engagement.models import RequestSettings

MINUTE, HOUR, DAY = 60, 3600, 86_400


class Rate(NamedTuple):
    """At most `limit` times in `window` seconds."""

    limit: int
    window: int


# By scope; all of its rates must hold.
RATES: dict[str, tuple[Rate, ...]] = {
    # Reading without an account; a page of the site asks two or three times.
    "read": (Rate(600, MINUTE),),
    # Any GET with `q`, signed in or not.
    "search": (Rate(120, MINUTE),),
    # Everything that changes something and has no scope of its own.
    "write": (Rate(120, MINUTE),),
    "post": (Rate(60, HOUR),),
    "image": (Rate(60, MINUTE), Rate(600, DAY)),
    "request": (Rate(10, MINUTE), Rate(60, DAY)),
    "report": (Rate(10, MINUTE), Rate(60, DAY)),
    "challenge": (Rate(60, MINUTE),),
    # What goes to allauth, by household; its own finer limits hold besides.
    "sign_in": (Rate(60, MINUTE),),
    "sign_up": (Rate(10, HOUR),),
    "password": (Rate(5, 5 * MINUTE),),
}
# Of people who are not signed in, besides the scope's own rates: what the operator set, in an hour.
GUEST_LIMITS: dict[str, Callable[[], int]] = {
    "request": lambda: RequestSettings.current().guest_requests_per_hour,
}
# Without Redis nobody may try passwords or make accounts; everything else goes on unthrottled.
CLOSED_WITHOUT_REDIS = frozenset({"sign_in", "sign_up", "password"})


def rates_of(scope: str, *, is_guest: bool) -> list[Rate]:
    """Return all rates of the scope for this kind of client."""
    rates = list(RATES[scope])
    if is_guest and scope in GUEST_LIMITS:
        rates.append(Rate(GUEST_LIMITS[scope](), HOUR))
    return rates
