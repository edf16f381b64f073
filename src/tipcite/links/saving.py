"""Save Page Now: the Wayback Machine is asked to take a snapshot of a page, and waited for.

With keys (https://archive.org/account/s3.php) its interface SPN2 is used, without them the form that browsers send;
either answers with the number of a job, which is asked after until it has ended.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import quote

from tipcite.links.archive import Found, snapshot_of
from tipcite.links.judge import Ask
from tipcite.model import JsonValue
from tipcite.net import Answer, Services, below

Post: TypeAlias = Callable[..., Awaitable[Answer]]
"""Sends a form: `Web.post`."""

_JOB: Final = re.compile(r"""watchJob\(\s*["'](spn2-[\w-]+)["']|"job_id"\s*:\s*"(spn2-[\w-]+)\"""")
_ON_THE_PAGE: Final = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSettings:
    """How saving is paced; seconds. The archive allows 12 captures a minute with keys and 4 without."""

    access_key: str = ""
    secret_key: str = ""
    pause: float = 5.0
    pause_anonymous: float = 15.0
    poll: float = 5.0
    patience: float = 120.0

    @property
    def authorization(self) -> str:
        """The header of SPN2, "" without keys."""
        return f"LOW {self.access_key}:{self.secret_key}" if self.access_key and self.secret_key else ""


class Saver:
    """Has pages saved one after another, as slowly as the archive wants it."""

    def __init__(self, services: Services, ask: Ask, post: Post, settings: SaveSettings) -> None:
        self._services = services
        self._ask = ask
        self._post = post
        self._settings = settings
        self._next = 0.0
        self._stopped = ""

    async def save(self, address: str) -> Found:
        """Have one page saved; after an answer that tells to stop, the others are not asked for."""
        if self._stopped:
            return Found(message=self._stopped, unanswered=True)
        await self._turn()
        answer = await self._post(
            below(self._services.wayback, "save"),
            {"url": address, "skip_first_archive": "1"},
            accept="application/json" if self._settings.authorization else "text/html",
            authorization=self._settings.authorization,
        )
        if answer.status in (401, 403, 429) or answer.error or (answer.status or 0) >= 500:
            self._stopped = _refusal(answer)
            return Found(message=self._stopped, unanswered=True)
        done = _ON_THE_PAGE.search(answer.url)
        if done:
            return Found(snapshot=snapshot_of(done[1], address, self._services))
        job = _JOB.search(answer.body.decode("utf-8", "replace"))
        if job is None:
            return Found(message=_message(_object(answer)) or "the archive did not begin to save it")
        return await self._wait(job[1] or job[2], address)

    async def _turn(self) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, self._next - loop.time()))
        pause = self._settings.pause if self._settings.authorization else self._settings.pause_anonymous
        self._next = loop.time() + pause

    async def _wait(self, job: str, address: str) -> Found:
        """Ask after a job until it has ended."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self._settings.patience
        while loop.time() < end:
            await asyncio.sleep(self._settings.poll)
            told = _object(await self._ask(below(self._services.wayback, f"save/status/{quote(job)}")))
            match told.get("status"):
                case "success" if re.fullmatch(r"\d{14}", str(told.get("timestamp"))):
                    original = told.get("original_url")
                    where = original if isinstance(original, str) and original else address
                    return Found(snapshot=snapshot_of(str(told["timestamp"]), where, self._services))
                case "error":
                    return Found(message=_message(told) or "the archive could not save it")
        return Found(message="the archive has not finished saving it; look again later", unanswered=True)


def _refusal(answer: Answer) -> str:
    if answer.status == 429:
        return "the archive takes no more pages now; run it again later"
    if answer.status in (401, 403):
        return "the archive refuses to save; are the keys in IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY right?"
    return "the archive can't save pages now; run it again later"


def _object(answer: Answer) -> Mapping[str, JsonValue]:
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, Mapping) else {}


def _message(told: Mapping[str, JsonValue]) -> str:
    message = told.get("message")
    return f"the archive says: {message[:200]}" if isinstance(message, str) and message else ""
