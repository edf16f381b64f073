"""Names → addresses, judged: once a run for each name, so that what was judged is what is connected to."""

from __future__ import annotations

import asyncio
import socket
import threading

from tipcite.errors import ForbiddenAddress
from tipcite.net.address import is_forbidden, is_local_name, literal_address
from tipcite.net.settings import NetSettings


class Names:
    """Looks names up and judges every address; the answers are kept for the run."""

    def __init__(self, settings: NetSettings) -> None:
        self._settings = settings
        self._found: dict[str, asyncio.Future[list[str]]] = {}

    async def look_up(self, host: str, port: int) -> tuple[tuple[str, ...], int]:
        """Return the addresses of a name and the port to connect to.

        Raises:
            ForbiddenAddress: one of them is not public.
            socket.gaierror: there is none.
        """
        literal = literal_address(host)
        for rule in self._settings.resolve:
            # `*` means every name, not what is no name: a redirect to 169.254.169.254 is no business of it.
            if rule.covers(host, port) and (rule.host != "*" or not (literal or is_local_name(host))):
                return rule.addresses, rule.to_port or port
        addresses = (literal,) if literal else tuple(dict.fromkeys(await self._ask(host)))
        forbidden = [address for address in addresses if is_forbidden(address)]
        if forbidden and not self._settings.allow_private:
            raise ForbiddenAddress(
                f"{host!r} is at {forbidden[0]!r}, which is no public address; give --allow-private if it is meant"
            )
        return _alternating(addresses), port

    async def _ask(self, host: str) -> list[str]:
        known = self._found.get(host)
        if known is None:
            known = self._found[host] = _getaddrinfo(host)
        try:
            async with asyncio.timeout(self._settings.connect_timeout):
                return await asyncio.shield(known)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN and self._found.get(host) is known:
                del self._found[host]
            raise socket.gaierror(*error.args) from None  # one exception can't be raised in several tasks
        except TimeoutError:
            raise socket.gaierror(socket.EAI_AGAIN, "no answer from the name servers in time") from None


def _getaddrinfo(host: str) -> asyncio.Future[list[str]]:
    """Ask in a thread of its own: the loop's few threads would be held up by a name server that is silent.

    The thread is a daemon, so that nobody waits for that server at the end.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[str]] = loop.create_future()
    future.add_done_callback(lambda done: done.cancelled() or done.exception())  # perhaps nobody waits any more

    def tell(found: list[str] | Exception) -> None:
        if future.done():
            return
        if isinstance(found, Exception):
            future.set_exception(found)
        else:
            future.set_result(found)

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found: list[str] | Exception = [str(row[4][0]) for row in rows]
        except (OSError, UnicodeError) as error:
            found = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, found)

    threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
    return future


def _alternating(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Let the two families alternate, in the system's order: where one does not work, the other is next."""
    first = [address for address in addresses if (":" in address) == (":" in addresses[0])]
    second = [address for address in addresses if address not in first]
    paired = [address for pair in zip(first, second, strict=False) for address in pair]
    return tuple(dict.fromkeys((*paired, *first, *second)))
