"""Which hosts could be reached in a run: what tells a dead host from a missing network."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tipcite.net.answer import NetError, NetErrorKind

_UNREACHED: Final = frozenset(
    {NetErrorKind.DNS_NXDOMAIN, NetErrorKind.DNS_TEMPORARY, NetErrorKind.CONNECT, NetErrorKind.TIMEOUT}
)
_DOWN: Final = 3
"""After so many questions in a row, each with all its retries, without a connection a host is not tried any more."""
_SILENT: Final = 5
"""After so many that it took and never answered, nor: fifty DOIs would wait half an hour for a resolver that hangs."""


class Contacts:
    """The newest contact with every host that was asked."""

    def __init__(self) -> None:
        self._newest: dict[str, NetError | None] = {}
        self.reached = 0
        """How many hosts were there when they were asked last."""
        self._in_vain: dict[str, int] = {}
        self._silent: dict[str, tuple[int, NetError]] = {}
        self._cited: frozenset[str] | None = None

    def count_only(self, hosts: Iterable[str]) -> None:
        """Let only these hosts tell of the network: those that are cited, and not where a DOI leads, or its agency."""
        self._cited = frozenset(hosts)

    @property
    def _counted(self) -> dict[str, NetError | None]:
        if self._cited is None:
            return self._newest
        return {host: error for host, error in self._newest.items() if host in self._cited}

    def note(self, host: str, error: NetError | None) -> None:
        """Keep whether the host was there; a failure that tells nothing of the network leaves it as it was."""
        was_reached = host in self._newest and self._newest[host] is None
        if error is None or error.reached:
            self.reached += not was_reached
            self._newest[host] = None
            self._in_vain.pop(host, None)
            if error is None or error.kind is not NetErrorKind.TIMEOUT:
                self._silent.pop(host, None)
        elif error.kind in _UNREACHED:
            self.reached -= was_reached
            self._newest[host] = error

    def finished(self, host: str, error: NetError) -> None:
        """Count a question that has failed, with all its retries."""
        if error.reached and error.kind is NetErrorKind.TIMEOUT:
            self._silent[host] = (self._silent[host][0] + 1 if host in self._silent else 1, error)
        elif not error.reached and error.kind in _UNREACHED:
            self._in_vain[host] = self._in_vain.get(host, 0) + 1

    def is_down(self, host: str) -> bool:
        """Tell whether asking the host again would only cost time."""
        silent = self._silent.get(host)
        return self._in_vain.get(host, 0) >= _DOWN or (silent is not None and silent[0] >= _SILENT)

    def error_of(self, host: str) -> NetError | None:
        """Return why the host could not be reached or did not answer, None when it did."""
        silent = self._silent.get(host)
        return self._newest.get(host) or (silent[1] if silent else None)

    @property
    def asked(self) -> int:
        """How many hosts were asked and have answered, or failed to."""
        return len(self._counted)

    @property
    def in_vain(self) -> int:
        """How many hosts could not be reached with all retries."""
        return len(self._in_vain)

    @property
    def unreached(self) -> dict[str, NetErrorKind]:
        """The hosts that were not there, and what happened."""
        return {host: error.kind for host, error in self._counted.items() if error is not None}
