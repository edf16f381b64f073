"""A DOI → a verdict: the handle system decides whether it is registered, its agency whose it is, its page the rest.

Order: (1) the handle; one that is not registered is dead at once, and the spelling that was meant is looked for,
(2) the agency's record: is it the cited work, was it retracted or corrected, (3) the page that the DOI leads to.

A registered DOI is ok, whatever its publisher does to programs (403, challenges, an outage, a faulty certificate: a
flag each), unless the page is plainly gone: 404, 410, an unknown name, a domain for sale, a page that says so.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote, urlsplit

from tipcite.fetch.agency import Agencies
from tipcite.links.doi_record import Finding, examine
from tipcite.links.doi_spelling import likely_dois
from tipcite.links.judge import Ask, judge_address, judge_failure, judge_status, retrieval, unasked
from tipcite.links.records import Told, ask_record
from tipcite.links.targets import Target, TargetKind
from tipcite.links.witness import Testimony, Witnesses
from tipcite.model import Flag, JsonValue, Retrieval, Verdict, Why, cited_doi
from tipcite.net import Answer, NetError, NetErrorKind, Services, below

# The handle API's response codes (DOI Handbook, "Resolution": REST API).
_FOUND: Final = 1
_NOT_FOUND: Final = 100
_NO_VALUES: Final = 200
_POINTING: Final = frozenset({"URL", "10320/loc"})
"""Types of handle values that lead somewhere: one address, or a choice of several."""
_ALIAS: Final = "HS_ALIAS"
"""The type of a handle that stands for another: a short DOI, or a DOI that was given twice."""
_MOST_ALIASES: Final = 3
_DELETED: Final = re.compile(r"//(?:www\.)?crossref\.org/[^?#]*deleted[-_]?doi", re.IGNORECASE)
"""A DOI can't be taken back; Crossref lets those that were given by mistake lead to this page of its own."""

_GONE: Final = frozenset(
    {Why.HTTP_404, Why.HTTP_410, Why.DNS_NXDOMAIN, Why.SOFT404_TEXT, Why.SOFT404_REDIRECT, Why.PARKED}
)
"""What a landing page is dead by although the DOI is registered."""
_FLAG_OF: Final = {
    Verdict.DEAD: Flag.TARGET_SUSPECT,
    Verdict.BLOCKED: Flag.TARGET_BLOCKED,
    Verdict.TRANSIENT: Flag.TARGET_TRANSIENT,
    Verdict.INSECURE: Flag.TARGET_INSECURE,
    Verdict.INVALID: Flag.TARGET_UNCHECKED,
}


def handle_address(value: str, services: Services, query: str = "type=URL") -> str:
    """Return the address that tells whether a DOI is registered, "" when the text is no DOI."""
    doi = cited_doi(value)
    return f"{below(services.doi_handles, quote(doi, safe='/:;()-._~'))}?{query}".rstrip("?") if doi else ""


class _NoWitnesses(Witnesses):
    """A publisher is not asked for more pages: that the DOI is registered is witness enough."""

    async def testify(self, *_: object) -> Testimony:
        return Testimony.UNKNOWN


class DoiJudge:
    """Judges the DOIs of one run; `targets` are all of them, so that agencies are asked for in batches."""

    def __init__(self, services: Services, ask: Ask, targets: Iterable[Target] = ()) -> None:
        self._services = services
        self._ask = ask
        dois = (cited_doi(target.value) for target in targets if target.kind == TargetKind.DOI)
        self._agencies = Agencies(services, ask, (doi for doi in dois if doi))

    async def judge(self, target: Target, time: str) -> Retrieval:
        """Ask for a DOI and judge it."""
        if not handle_address(target.value, self._services):
            return await self._with_suggestion(unasked(target, time))
        answer = await self.handle(target.value)
        judged = judge_handle(target, answer, time)
        if judged.why is Why.DOI_UNREGISTERED:
            return await self._with_suggestion(judged)
        if judged.verdict is not Verdict.OK:
            return judged
        record, page = await asyncio.gather(self._record(target), self._page(target, judged.final_url, time))
        return _joined(judged, record, page)

    async def handle(self, doi: str) -> Answer:
        """Ask for where a DOI leads; what is said to be missing is asked for again before it is believed."""
        answer = await self._handles(doi, "type=URL")
        for _ in range(_MOST_ALIASES):
            if response_code(answer) == _NOT_FOUND:
                # Past the caches: a DOI of today is not in all of them yet (DOI Handbook, `auth`).
                certain = await self._handles(doi, "type=URL&auth=true")
                return certain if response_code(certain) in (_FOUND, _NO_VALUES) else answer
            if response_code(answer) != _NO_VALUES:
                return answer
            answer = await self._handles(doi, "")  # a choice of addresses, or an alias, is no URL
            alias = _alias(read_handle(answer))
            if not alias:
                return answer
            doi = alias
            answer = await self._handles(doi, "type=URL")
        return answer

    async def _handles(self, doi: str, query: str) -> Answer:
        address = handle_address(doi, self._services, query)
        if not address:
            return Answer(url=doi, error=NetError(kind=NetErrorKind.PROTOCOL, message=f"{doi!r} is no DOI"))
        return await self._ask(address, accept="application/json")

    async def _with_suggestion(self, judged: Retrieval) -> Retrieval:
        """Add the DOI that was probably meant: one that is registered and differs by nothing but punctuation."""
        doi = await self.meant(judged.target)
        if not doi:
            return judged
        return replace(
            judged,
            suggestion=doi,
            flags=(*judged.flags, Flag.DOI_SUGGESTION),
            message=f"{judged.message}; {doi} is registered" if judged.message else f"{doi} is registered",
        )

    async def meant(self, cited: str) -> str:
        """Return the registered DOI that differs from a cited one by nothing but punctuation, "" when there is none."""
        for doi in likely_dois(cited_doi(cited) or cited.lower()):
            code = response_code(await self._handles(doi, "type=URL"))
            if code in (_FOUND, _NO_VALUES):
                return doi
            if code != _NOT_FOUND:
                break  # doi.org is not well: it is not asked eight times
        return ""

    async def told(self, doi: str) -> tuple[str | None, Told]:
        """Return a DOI's agency ("" when there is none, None when it can't be told) and what it says."""
        agency = await self._agencies.agency_of(doi)
        return agency, await ask_record(doi, agency, self._ask, self._services)

    async def _record(self, target: Target) -> Finding:
        doi = cited_doi(target.value) or target.value
        return examine(target, (await self.told(doi))[1])

    async def _page(self, target: Target, address: str, time: str) -> Retrieval:
        address = address or below(self._services.doi_resolver, quote(cited_doi(target.value) or "", safe="/:;()-._~"))
        cited = Target(value=address, title=target.title, titles=target.titles)
        return await judge_address(cited, await self._ask(address), self._ask, time, witnesses=_NoWitnesses())


def judge_handle(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge a DOI by the handle system's answer; a status alone, without its JSON, decides nothing.

    `final_url` is where the DOI leads, "" when it is a choice of several addresses.
    """
    if answer.error:
        return judge_failure(target, answer, time)
    record = read_handle(answer)
    match record.get("responseCode"):
        case 1:
            address = _address(record)
            if address is None:
                return _dead(target, answer, time, Why.DOI_NO_URL, "the DOI leads nowhere")
            if _DELETED.search(address):
                return _dead(target, answer, time, Why.DOI_NO_URL, "its agency has deleted the DOI")
            found = retrieval(target, answer, time, verdict=Verdict.OK, why=Why.DOI_REGISTERED)
            return replace(found, final_url=address)
        case 100:
            return _dead(target, answer, time, Why.DOI_UNREGISTERED, "no such DOI is registered")
        case 200:
            return _dead(target, answer, time, Why.DOI_NO_URL, "the DOI leads nowhere")
        case _:
            return _unusual(target, answer, time)


def response_code(answer: Answer) -> JsonValue:
    """Return the handle system's response code, None when the answer is not its own."""
    return None if answer.error else read_handle(answer).get("responseCode")


def read_handle(answer: Answer) -> Mapping[str, JsonValue]:
    """Read an answer of the handle system; whatever else it is, is an empty record."""
    try:
        record = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, Mapping) else {}


def _joined(judged: Retrieval, record: Finding, page: Retrieval) -> Retrieval:
    """Put together what the handle system, the agency and the page say."""
    seen = replace(
        page,
        target=judged.target,
        verdict=judged.verdict,
        why=judged.why,
        attempts=judged.attempts,
        suggestion="",
        retry_after=None,
        message="",
    )
    flags, message = list(record.flags), record.message
    if page.verdict is Verdict.DEAD and page.why in _GONE:
        seen = replace(seen, verdict=Verdict.DEAD, why=page.why)
        flags.append(Flag.DOI_REGISTERED)
        message = message or f"the DOI is registered, but leads to {_host(page)}, where the page is gone"
    elif page.why is Why.FORBIDDEN_ADDRESS:
        seen = replace(seen, verdict=Verdict.INVALID, why=page.why)
        flags.append(Flag.DOI_REGISTERED)
        message = message or f"the DOI is registered, but leads to an address that is not public: {page.message}"
    elif page.verdict in _FLAG_OF:
        flags.append(_FLAG_OF[page.verdict])
    if page.why is Why.TITLE_MATCH:
        flags.append(Flag.TITLE_MATCH)
    flags += [flag for flag in page.flags if not (flag == Flag.TITLE_MISMATCH and record.is_compared)]
    return replace(seen, flags=tuple(dict.fromkeys(flags)), message=message)


def _host(page: Retrieval) -> str:
    try:
        return urlsplit(page.final_url).hostname or page.final_url
    except ValueError:
        return page.final_url


def _unusual(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge an answer that is not the handle system's own: the DOI is never called dead by it."""
    judged = judge_status(target, answer, time)
    if judged is not None and judged.verdict in (Verdict.BLOCKED, Verdict.TRANSIENT):
        return judged
    return retrieval(
        target,
        answer,
        time,
        verdict=Verdict.TRANSIENT,
        why=Why.PROTOCOL,
        message="the answer is not the handle system's",
    )


def _dead(target: Target, answer: Answer, time: str, why: Why, message: str) -> Retrieval:
    return retrieval(target, answer, time, verdict=Verdict.DEAD, why=why, message=message)


def _members(record: Mapping[str, JsonValue]) -> list[Mapping[str, JsonValue]]:
    values = record.get("values")
    return [value for value in values if isinstance(value, Mapping)] if isinstance(values, list) else []


def _address(record: Mapping[str, JsonValue]) -> str | None:
    """Return where the handle leads ("" when that is not one plain address), None when nowhere."""
    members = _members(record)
    if not any(value.get("type") in _POINTING for value in members):
        return None
    return next((text for value in members if value.get("type") == "URL" and (text := _text_of(value))), "")


def _alias(record: Mapping[str, JsonValue]) -> str:
    return next((_text_of(value) for value in _members(record) if value.get("type") == _ALIAS), "")


def _text_of(value: Mapping[str, JsonValue]) -> str:
    data = value.get("data")
    text = data.get("value") if isinstance(data, Mapping) else None
    return text.strip() if isinstance(text, str) else ""
