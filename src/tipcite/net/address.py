"""Which addresses are never contacted."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final, TypeAlias

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# IANA's special-purpose registries (RFC 6890), written out: `is_global` differs between versions of Python.
_FORBIDDEN_4: Final = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by carriers (CGNAT); Alibaba's metadata are at 100.100.100.200
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # Azure's host, which speaks to its guests at this public address
            "169.254.0.0/16",  # link-local; the metadata of most clouds are at 169.254.169.254
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments; Oracle's metadata are at 192.0.0.192
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_GLOBAL_6: Final = ipaddress.IPv6Network("2000::/3")
"""Everything that is assigned for the public Internet."""
_FORBIDDEN_6: Final = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that is really reached."""


def is_forbidden(text: str) -> bool:
    """Tell whether an IP address is not public, or is none.

    An IPv6 address that carries an IPv4 address (mapped, 6to4, NAT64) is judged by that.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return True
    inner = _embedded(address)
    if inner is not None:
        return any(inner in network for network in _FORBIDDEN_4)
    return address not in _GLOBAL_6 or any(address in network for network in _FORBIDDEN_6)


def is_private_literal(host: str) -> bool:
    """Tell whether a host is written as an address that is not public, or is this machine's own name."""
    address = literal_address(host)
    return is_forbidden(address) if address else is_local_name(host)


def is_local_name(host: str) -> bool:
    """Tell whether a host is this machine's own name (RFC 6761, 6.3)."""
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(".localhost")


def literal_address(host: str) -> str:
    """Return the IP address as which a host is written, "" for a name.

    Resolvers take `127.1`, `2130706433`, `0x7f.1` and `0177.0.0.1` for 127.0.0.1 (inet_aton of POSIX).
    """
    name = host.strip("[]").rstrip(".")
    try:
        return str(ipaddress.ip_address(name.partition("%")[0]))
    except ValueError:
        pass
    try:
        return "" if " " in name else socket.inet_ntoa(socket.inet_aton(name))  # it ignores what follows a blank
    except (OSError, ValueError):
        return ""


def _embedded(address: _Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
