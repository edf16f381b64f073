"""Which addresses are never contacted."""

from __future__ import annotations

import ipaddress
from typing import Final, TypeAlias

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that is really reached."""


def is_forbidden(text: str) -> bool:
    """Tell whether an IP address is not public (IANA's special-purpose registries, RFC 6890), or is none.

    An IPv6 address that carries an IPv4 address (mapped, 6to4, NAT64) is judged by that as well.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return True
    inner = _embedded(address)
    return _is_special(inner) if inner else _is_special(address)


def is_private_literal(host: str) -> bool:
    """Tell whether a host is written as an address that is not public, or is this machine's own name."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost") or name.isdecimal() or name.startswith("0x"):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return is_forbidden(name)


def _is_special(address: _Address) -> bool:
    return not address.is_global or address.is_multicast or address.is_reserved


def _embedded(address: _Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
