"""How the network is used: who asks, how long, how much, and where names lead."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tipcite import __version__
from tipcite.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve:
    """A name that is not looked up: `host` (`*` is any) at `port` is at these addresses.

    `to_port` is tipcite's addition to curl's form: the port that is really connected to, None for the same.
    """

    host: str
    port: int
    addresses: tuple[str, ...]
    to_port: int | None = None

    def covers(self, host: str, port: int) -> bool:
        """Tell whether this rule speaks of the host and port."""
        return self.port == port and self.host in ("*", host.lower().rstrip("."))


@dataclass(frozen=True, slots=True, kw_only=True)
class NetSettings:
    """Every number and permission of the network; times in seconds, sizes in bytes.

    `max_body` is what is kept of a text, `max_read` what is read at all of anything; `total_timeout` is how
    long one request may take to its headers, `body_timeout` how long a body may drip. A `Retry-After` beyond
    `retry_after_cap` is not waited for: the host is put off to a later run, as after `complaints` answers 429 in a row.
    `intervals` are those of single hosts where they differ from `interval`. A run of which more than `offline_share` of
    the hosts can't be reached counts nothing.
    """

    contact: str = ""
    connect_timeout: float = 5.0
    read_timeout: float = 8.0
    total_timeout: float = 15.0
    body_timeout: float = 4.0
    ca_file: str | None = None
    resolve: tuple[Resolve, ...] = ()
    allow_private: bool = False
    proxy: bool = False
    max_body: int = 256 * 1024
    max_read: int = 1_000_000
    keeps_files: bool = False
    """What is no text is kept as far as it is read, where else its beginning is: a PDF is read for what it is."""
    max_redirects: int = 12
    per_host: int = 2
    interval: float = 0.2
    intervals: Mapping[str, float] = field(default_factory=dict)
    in_flight: int = 50
    retry_delays: tuple[float, ...] = (1.6, 3.0)
    retry_after_cap: float = 10.0
    complaints: int = 6
    offline_share: float = 0.5

    @property
    def user_agent(self) -> str:
        """The program's own name, and where to complain."""
        contact = re.sub(r"[^\x21-\x7e]", "", self.contact)
        return f"tipcite/{__version__}" + (f" (mailto:{contact})" if contact else "")


def parse_resolve(text: str) -> Resolve:
    """Read `HOST:PORT:ADDR[,ADDR…]` as curl's `--resolve`; one address may be followed by `:PORT`.

    Raises:
        UsageError: the text has another form.
    """
    match = re.fullmatch(r"\+?([^:\[\]\s]+|\[[^\]\s]+\]):(\d{1,5}):(\S+)", text.strip())
    if match is None or not 0 < int(match[2]) < 65536:
        raise UsageError(f"{text!r} is no --resolve rule; write HOST:PORT:ADDRESS, as in example.org:443:127.0.0.1")
    addresses, to_port = _split_port(match[3])
    for address in addresses:
        if not _is_address(address):
            raise UsageError(f"{address!r} in --resolve {text!r} is no IP address")
    host = _ascii(match[1].strip("[]").lower().rstrip("."))
    return Resolve(host=host, port=int(match[2]), addresses=addresses, to_port=to_port)


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    import idna  # rarely needed

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise UsageError(f"{host!r} in --resolve is no name of a host") from None


def _split_port(text: str) -> tuple[tuple[str, ...], int | None]:
    single = re.fullmatch(r"(\[[^\]]+\]|[\d.]+):(\d{1,5})", text)
    if single:
        return (single[1].strip("[]"),), int(single[2])
    return tuple(part.strip("[]") for part in text.split(",")), None


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
