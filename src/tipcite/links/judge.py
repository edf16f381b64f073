"""One answer → a verdict.

Order: (1) failures below HTTP, (2) statuses that need no page, (3) the page: the cited title decides first, then the
way that led to it, then signs on it, and last a witness where there are doubts, (4) permanent redirects.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from tipcite.formats.html import Page
from tipcite.formats.html_signs import PageSign, page_sign
from tipcite.formats.html_title import Sight, is_title, letters, sight_of
from tipcite.links.content import page_of
from tipcite.links.findings import findings, is_doubtful, last_witness
from tipcite.links.following import follow, lasting_address, why_moved
from tipcite.links.hosts import split
from tipcite.links.retrieving import flags_of_page, retrieval, unasked, with_flags
from tipcite.links.statuses import DEFAULT_PATIENCE, judge_failure, judge_status
from tipcite.links.targets import Target
from tipcite.links.way import is_search
from tipcite.links.witness import Witnesses
from tipcite.model import Flag, Retrieval, Verdict, Why
from tipcite.net import Answer, Ask

__all__ = ["Ask", "Witnesses", "judge_address", "judge_failure", "judge_status", "retrieval", "unasked"]


async def judge_address(
    target: Target,
    answer: Answer,
    ask: Ask,
    time: str,
    *,
    witnesses: Witnesses | None = None,
    patience: float = DEFAULT_PATIENCE,
) -> Retrieval:
    """Judge the answer to a cited address; what it leaves open is asked for.

    That is where a page sends its reader on to, what is behind a faulty certificate, and the last witness.
    `witnesses` are the run's; `patience` is the longest `Retry-After` in seconds that the run waits for.
    """
    answer = await follow(target, answer, ask)
    if answer.error and (answer.status or 0) < 400:  # a 404 whose body breaks off is a 404
        return await _judge_broken(target, answer, ask, time)
    by_status = judge_status(target, answer, time, patience=patience)
    if by_status is not None:
        return by_status
    page = page_of(answer)
    sight = _sight(target, answer, page)
    held = () if sight in (Sight.NAMED, Sight.TEXT) else findings(target, answer, page)
    finding = next((one for one in held if one.sure), None)
    if finding is None and sight is Sight.ABSENT and is_doubtful(target, answer, page, held):
        finding = await last_witness(target, answer, page, held, ask, witnesses or Witnesses())
    if finding is not None:
        judged = retrieval(
            target, answer, time, verdict=finding.verdict, why=finding.why, page=page, message=finding.said
        )
        return with_flags(judged, *flags_of_page(target, answer, page))
    return _seen(target, answer, page, sight, time)


async def _judge_broken(target: Target, answer: Answer, ask: Ask, time: str) -> Retrieval:
    """Judge an answer that failed below HTTP: what came may do, and a faulty certificate may hide a 404."""
    page = page_of(answer) if answer.status and answer.body else None
    sight = _sight(target, answer, page)
    if sight in (Sight.NAMED, Sight.TEXT):
        return with_flags(_seen(target, answer, page, sight, time), Flag.TRUNCATED)
    judged = judge_failure(target, answer, time)
    if judged.verdict is not Verdict.INSECURE:
        return judged
    behind = await ask(answer.url, verify=False)
    told = f"{behind.status} is behind it" if behind.status else "nothing could be seen behind it"
    return replace(judged, message=f"{judged.message}; {told}")


def _sight(target: Target, answer: Answer, page: Page | None) -> Sight:
    """Tell where the cited title was seen, but for where the page only repeats what it was asked for."""
    if page is None:
        return Sight.ABSENT
    titles = (target.title, *target.titles)
    sight = sight_of(page, titles, address=target.value)
    if sight is Sight.ABSENT:
        return sight
    if answer.chain and is_search(split(answer.url)) and _is_within(titles, answer.url):
        return Sight.ABSENT
    if sight is Sight.TEXT and _is_within(titles, target.value) and page_sign(page) is PageSign.NOT_FOUND:
        return Sight.ABSENT
    return sight


def _is_within(titles: Iterable[str], address: str) -> bool:
    """Tell whether one of the titles can be read in an address: `/on-the-keeping-of-names`."""
    written = letters(unquote(address).replace("+", " "))
    return any(is_title(title) and letters(title) in written for title in titles)


def _seen(target: Target, answer: Answer, page: Page | None, sight: Sight, time: str) -> Retrieval:
    """Put down a page that is there: where it is now, and what is odd about it."""
    is_titled = sight is not Sight.ABSENT
    flags: tuple[str, ...] = flags_of_page(target, answer, page)
    if is_title(target.title) and page is not None and not is_titled:
        flags = (Flag.TITLE_MISMATCH, *flags)
    lasting = lasting_address(answer)
    if lasting is None:
        why = Why.TITLE_MATCH if is_titled else Why.HTTP_OK
        return retrieval(target, answer, time, verdict=Verdict.OK, why=why, page=page, flags=flags)
    if is_titled:
        flags = (*flags, Flag.TITLE_MATCH)
    why = why_moved(answer, lasting)
    moved = retrieval(target, answer, time, verdict=Verdict.MOVED, why=why, page=page, flags=flags)
    return replace(moved, final_url=lasting, suggestion=lasting)
