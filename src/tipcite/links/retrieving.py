"""Putting down what one check has seen, and the flags that an address or an answer gives by itself."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from tipcite.formats.html import Page
from tipcite.formats.html_signs import is_shell
from tipcite.links.content import came_otherwise
from tipcite.links.hosts import host_of, is_archive_today, split
from tipcite.links.targets import Target
from tipcite.model import Flag, Retrieval, Verdict, Why
from tipcite.net import Answer


def retrieval(
    target: Target,
    answer: Answer,
    time: str,
    *,
    verdict: Verdict,
    why: Why,
    page: Page | None = None,
    message: str = "",
    flags: tuple[str, ...] = (),
) -> Retrieval:
    """Put down one attempt, whole."""
    return Retrieval(
        target=target.value,
        time=time,
        verdict=verdict,
        why=why,
        status=answer.status,
        final_url=answer.url,
        chain=tuple(f"{hop.status} {hop.url}" for hop in answer.chain),
        content_type=answer.content_type,
        title=(page.title or page.headline) if page else "",
        size=answer.size if answer.sha256 else None,
        sha256=answer.sha256,
        flags=tuple(dict.fromkeys((*flags, *_flags_of_way(target, answer)))),
        attempts=answer.attempts,
        message=message,
        retry_after=answer.retry_after,
    )


def unasked(target: Target, time: str) -> Retrieval:
    """Put down a DOI that is none."""
    return Retrieval(
        target=target.value,
        time=time,
        verdict=Verdict.INVALID,
        why=Why.SYNTAX,
        attempts=0,
        message=f"{target.value!r} is no DOI; a DOI looks like 10.1080/23322705.2020.1841985",
    )


def with_flags(seen: Retrieval, *flags: Flag) -> Retrieval:
    """Add flags to a retrieval."""
    return replace(seen, flags=tuple(dict.fromkeys((*flags, *seen.flags))))


def flags_of_page(target: Target, answer: Answer, page: Page | None) -> tuple[Flag, ...]:
    """Return the flags of what came, its title aside."""
    found = {
        Flag.EMPTY_BODY: answer.size == 0 and not answer.truncated,
        Flag.TRUNCATED: answer.truncated,
        Flag.CONTENT_TYPE_MISMATCH: came_otherwise(target.value, answer, page),
        Flag.FRAGMENT_MISSING: page is not None and _misses_fragment(target.value, answer, page),
    }
    return tuple(flag for flag, is_set in found.items() if is_set)


def _flags_of_way(target: Target, answer: Answer) -> tuple[Flag, ...]:
    hops = [*(hop.url for hop in answer.chain), answer.url]
    schemes = [split(url).scheme for url in hops]
    found = {
        Flag.HTTPS_DOWNGRADE: schemes[0] == "https" and schemes[-1] == "http",
        Flag.ARCHIVE_TODAY: any(is_archive_today(host_of(url)) for url in (target.value, *hops)),
    }
    return tuple(flag for flag, is_set in found.items() if is_set)


def _misses_fragment(address: str, answer: Answer, page: Page) -> bool:
    """Tell whether the place that the address points at is not on the page.

    Text fragments (`#:~:text=`), routes of scripts (`#/x`, `#!x`) and parameters (`#page=3`) are no places.
    """
    fragment = split(address.strip()).fragment.partition(":~:")[0]
    if not fragment or fragment.lower() == "top" or fragment[0] in "/!?" or "=" in fragment:
        return False
    if answer.truncated or len(answer.body) < answer.size or is_shell(page) or not page.structure.shown:
        return False
    plain = unquote(fragment)
    # GitHub puts a prefix before what authors name; its lines are there once the script has run.
    names = {fragment, plain, f"user-content-{fragment}", f"user-content-{plain}"}
    return names.isdisjoint(page.structure.anchors) and not (fragment[:1] == "L" and fragment[1:].isdigit())
