"""Network addresses as one household has them."""

from ipaddress import IPv6Address, ip_address, ip_network

HOME_PREFIX = 64  # what one household is given of IPv6 (RFC 6177); it changes the rest at will


def household_of(address: str) -> str:
    """The address, or for IPv6 the network that one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(ip_network((int(found), HOME_PREFIX), strict=False))
