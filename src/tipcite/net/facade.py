"""The network for callers that are not asynchronous, alone or within a run that asks for many things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from tipcite.net.answer import Answer
from tipcite.net.settings import NetSettings

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from tipcite.net.client import Web

_Run: TypeAlias = "tuple[Web, AbstractEventLoop]"
_T = TypeVar("_T")

_RUN: Final[ContextVar[_Run | None]] = ContextVar("tipcite.net.run", default=None)
"""The run within which a thread asks; each context has its own."""


def get(url: str, settings: NetSettings, *, accept: str = "", max_body: int | None = None) -> Answer:
    """Ask for one address, with redirects and retries; every failure is in the answer.

    In a thread that `in_thread` started within `sharing` it is asked as part of that run, in its host's turn.
    """
    import asyncio  # slow to import, and this module is on the start-up path

    run = _RUN.get()
    if run is not None:
        web, loop = run
        asked = web.get(url, accept=accept, max_body=max_body, settings=settings)
        return asyncio.run_coroutine_threadsafe(asked, loop).result()

    async def ask() -> Answer:
        from tipcite.net.client import Web  # httpx is slow to import

        async with Web(settings) as web:
            return await web.get(url, accept=accept, max_body=max_body)

    return asyncio.run(ask())


@contextmanager
def sharing(web: Web) -> Iterator[None]:
    """Let threads that are started in this context ask through `web`, which belongs to the running loop."""
    import asyncio

    token = _RUN.set((web, asyncio.get_running_loop()))
    try:
        yield
    finally:
        _RUN.reset(token)


async def in_thread(call: Callable[[], _T]) -> _T:
    """Call what is not asynchronous in a thread, which Ctrl-C does not wait for."""
    import asyncio
    import threading

    loop = asyncio.get_running_loop()
    future: asyncio.Future[_T] = loop.create_future()

    def settle(result: _T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # None only where the call returns it

    def run() -> None:
        outcome: tuple[_T | None, BaseException | None]
        try:
            outcome = (call(), None)
        except BaseException as error:  # noqa: BLE001  (handed on to the caller, whatever it is)
            outcome = (None, error)
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, *outcome)

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await future
