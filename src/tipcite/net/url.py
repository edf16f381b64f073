"""Addresses as they were cited: their octets stay as they are, and what a reader's browser mends is mended."""

from __future__ import annotations

import re
from typing import Final

import httpx2
import idna

from tipcite.net.address import literal_address

_BAD_HOST: Final = re.compile(r"^$|[\s%<>\"\\^`{|}]|\.\.")
_CREDENTIALS: Final = re.compile(r"//\S*@")
_AUTHORITY: Final = re.compile(r"^(?P<before>\s*[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?)(?P<host>[^/?#:]+)")
_SCHEME: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")


class BadAddress(Exception):
    """A text that is no address; the message shows no password."""


def parse_address(text: str) -> httpx2.URL:
    """Read an address; user name and password are left out, so that they are neither sent nor told.

    Raises:
        BadAddress: it is none.
    """
    address = _slashes(text.strip())
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, UnicodeError) as error:
        url = _with_mended_host(address, error)
    return url.copy_with(userinfo=b"") if url.userinfo else url


def join(base: httpx2.URL, location: str) -> httpx2.URL:
    """Resolve a redirect (RFC 3986, 5.2); unlike `URL.join` it keeps empty segments (`a//b`).

    Raises:
        BadAddress: it leads to no address.
    """
    location = _slashes(location.strip())
    origin = str(base.copy_with(raw_path=b"/", fragment=None))[:-1]
    path, _, query = base.raw_path.decode("ascii").partition("?")
    if _SCHEME.match(location):
        return parse_address(location)
    if location.startswith("//"):
        return parse_address(f"{base.scheme}:{location}")
    if location.startswith("/"):
        return parse_address(origin + location)
    if location.startswith("?"):
        return parse_address(origin + path + location)
    if not location or location.startswith("#"):
        return parse_address(origin + path + (f"?{query}" if query else "") + location)
    return parse_address(f"{origin}{path.rpartition('/')[0]}/{location}")


def host_of(url: httpx2.URL) -> str:
    """Return the host as it is looked up: names in ASCII (`xn--…`), in lower case."""
    return url.raw_host.decode("ascii").lower()


def is_port(number: int) -> bool:
    """Tell a number that a port can have."""
    return 0 < number < 65536


def is_host(url: httpx2.URL) -> bool:
    """Tell whether the address names a host, and a port that there is."""
    return not _BAD_HOST.search(url.host) and (url.port is None or is_port(url.port))


def without_credentials(text: str) -> str:
    """Leave out the user name and password of what was meant as an address: everything before the last `@`."""
    return _CREDENTIALS.sub("//", text)


def _with_mended_host(address: str, error: Exception) -> httpx2.URL:
    """Read an address whose host is none by IDNA 2008, but is known to browsers (UTS 46, symbols)."""
    match = _AUTHORITY.match(address)
    literal = literal_address(match["host"]) if match else ""
    if match and literal:  # 0177.0.0.1
        return httpx2.URL(match["before"] + literal + address[match.end() :])
    if match is None or match["host"].isascii():
        reason = "" if "@" in address else f": {error}"  # it may quote a piece of a password
        raise BadAddress(f"{without_credentials(address)!r} is no address{reason}") from None
    try:
        return httpx2.URL(match["before"] + _ascii_host(match["host"]) + address[match.end() :])
    except (httpx2.InvalidURL, UnicodeError):
        raise BadAddress(f"{match['host']!r} is no name of a host") from None


def _ascii_host(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:  # hearts and snowmen: no letters, but registered
        labels = re.split("[.\u3002\uff0e\uff61]", host.lower())
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in labels
        )


def _slashes(address: str) -> str:
    r"""Turn `\` before query and fragment into `/`, as browsers do: some servers redirect to `\errors\404.html`."""
    end = re.search(r"[?#]", address)
    cut = end.start() if end else len(address)
    return address[:cut].replace("\\", "/") + address[cut:]
