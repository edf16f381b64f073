"""An exception of the network → the kind of failure it is."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from typing import Final

import httpcore2

from tipcite.errors import ForbiddenAddress
from tipcite.net.answer import NetError, NetErrorKind
from tipcite.net.stream import NotConnected

FAILURES: Final = (
    httpcore2.ConnectionNotAvailable,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.TimeoutException,
    ForbiddenAddress,
    OSError,
    UnicodeError,
)
"""What a request may raise; `TimeoutError` is an `OSError`, and IDNA's faults are `UnicodeError`."""

_VERIFY_CODES: Final = {
    9: NetErrorKind.TLS_EXPIRED,  # not yet valid
    10: NetErrorKind.TLS_EXPIRED,
    18: NetErrorKind.TLS_SELF_SIGNED,
    19: NetErrorKind.TLS_SELF_SIGNED,  # a self-signed certificate ends the chain
    62: NetErrorKind.TLS_WRONG_HOST,
    64: NetErrorKind.TLS_WRONG_HOST,  # the IP address is not in the certificate
}
"""OpenSSL's X509_V_ERR_ numbers; any other is a fault of the chain."""


def failure_of(error: BaseException) -> NetError:
    """Name the kind of a failure from the exception and what caused it."""
    if isinstance(error, NotConnected):
        return _not_connected(error)
    for cause in _causes(error):
        found = _known(cause)
        if found:
            return found
    return NetError(kind=NetErrorKind.PROTOCOL, message=_text(error))


def _known(error: BaseException) -> NetError | None:
    match error:
        case ForbiddenAddress():
            return NetError(kind=NetErrorKind.FORBIDDEN_ADDRESS, message=str(error))
        case ssl.SSLCertVerificationError():
            kind = _VERIFY_CODES.get(error.verify_code, NetErrorKind.TLS_CHAIN)
            return NetError(kind=kind, message=error.verify_message or _text(error))
        case ssl.SSLError():
            return NetError(kind=NetErrorKind.PROTOCOL, message=f"TLS: {error.reason or _text(error)}")
        case socket.gaierror():
            return _dns(error)
        case UnicodeError():
            return NetError(kind=NetErrorKind.SYNTAX, message=_text(error))
        case httpcore2.RemoteProtocolError():
            return _protocol(error)
        case ConnectionResetError() | BrokenPipeError() | ConnectionAbortedError():
            return NetError(kind=NetErrorKind.RESET, message="the server broke the connection")
        case httpcore2.ConnectTimeout():
            return NetError(kind=NetErrorKind.TIMEOUT, message="no connection in time", reached=False)
        case TimeoutError() | httpcore2.TimeoutException():
            return NetError(kind=NetErrorKind.TIMEOUT, message="no answer in time")
        case OSError():
            return NetError(kind=NetErrorKind.CONNECT, message=_text(error), reached=False)
        case _:
            return None


def _not_connected(error: NotConnected) -> NetError:
    if isinstance(error.__cause__, TimeoutError):
        return NetError(kind=NetErrorKind.TIMEOUT, message="no connection in time", reached=False)
    return NetError(kind=NetErrorKind.CONNECT, message=_text(error), reached=False)


def _dns(error: socket.gaierror) -> NetError:
    # EAI_NODATA: the name is there and has no address, which is as dead for a reader.
    unknown = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
    kind = NetErrorKind.DNS_NXDOMAIN if unknown else NetErrorKind.DNS_TEMPORARY
    return NetError(kind=kind, message=error.strerror or _text(error), reached=False)


def _protocol(error: BaseException) -> NetError:
    text = str(error)
    if "incomplete" in text or "without sending complete" in text:
        return NetError(kind=NetErrorKind.CUT, message="the body ended before its announced length")
    if "disconnected" in text:
        return NetError(kind=NetErrorKind.RESET, message="the server broke the connection")
    return NetError(kind=NetErrorKind.PROTOCOL, message=_text(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield what lies below an exception first: the innermost cause tells most."""
    below = error.__cause__ or error.__context__
    if below is not None:
        yield from _causes(below)
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _causes(member)
    yield error


def _text(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
