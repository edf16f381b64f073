"""A page of its own: a table that sorts, filters and shows each link's history; without scripts, a table.

Nothing is loaded from anywhere: the page's own policy forbids it. All that comes from strangers is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import Final

from tipcite.links.report.page import SCRIPT, STYLE
from tipcite.links.report.words import (
    advice,
    counts_text,
    expired_text,
    flag_texts,
    history_text,
    meaning,
    one_line,
    reason,
)
from tipcite.links.result import ORDER, Finding, Level, Outcome
from tipcite.model import Retrieval

_COLUMNS: Final = (("verdict", "Verdict"), ("link", "Link"), ("why", "Why"), ("cited", "Cited in"), ("seen", "Checked"))
_LEVELS: Final = (Level.ERROR, Level.WARNING, Level.NOTE, Level.NONE)
_KEPT: Final = 30
"""Retrievals of one link that its history shows, the newest first."""


def write(outcome: Outcome) -> str:
    """Write the page."""
    return "\n".join(_page(outcome)) + "\n"


def _page(outcome: Outcome) -> Iterator[str]:
    policy = (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '{_hash(STYLE)}'; "
        f"script-src '{_hash(SCRIPT)}'"
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(counts_text(outcome))}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield from _head(outcome)
    yield from _table(outcome)
    yield f"<script>{SCRIPT}</script>\n</body>\n</html>"


def _head(outcome: Outcome) -> Iterator[str]:
    failing = len(outcome.failing) + (len(outcome.expired) if outcome.expired_fail else 0)
    state = f'<b class="bad">{failing} failing</b>' if failing else '<b class="good">nothing fails</b>'
    time = f'<time datetime="{_text(outcome.time)}">{_text(outcome.time[:16].replace("T", " "))} UTC</time>'
    total = f"{len(outcome.findings)} link{'' if len(outcome.findings) == 1 else 's'}"
    left = f" · {outcome.unchecked} not asked for in time" if outcome.unchecked else ""
    yield f"<header>\n<div class=top><h1>Links</h1><p>{state} · {total}{left} · {time if outcome.time else ''}</p>"
    yield '<button id=theme type=button hidden aria-label="Light or dark">◐</button></div>'
    yield "<ul class=chips>"
    for name, number in outcome.counts().items():
        title = next((meaning(verdict) for verdict in ORDER if verdict == name), "never asked for")
        yield (
            f'<li><button type=button class="chip {name}" data-verdict="{name}" aria-pressed=false '
            f'title="{_text(title)}"><b>{number}</b> {name}</button></li>'
        )
    yield "</ul>"
    yield "<p class=find hidden><label>Filter <input id=find type=search autocomplete=off></label>"
    yield "<output id=shown></output></p>"
    for waiver in outcome.expired:
        yield f"<p class=expired>{_text(expired_text(waiver))}</p>"
    yield "</header>"


def _table(outcome: Outcome) -> Iterator[str]:
    yield "<main>\n<table>\n<thead><tr>"
    for name, title in _COLUMNS:
        yield f'<th scope=col data-sort="{name}" class="{name}">{title}</th>'
    yield "</tr></thead>\n<tbody>"
    order = {str(verdict): number for number, verdict in enumerate(ORDER)}
    ranked = sorted(
        outcome.findings,
        key=lambda one: (_LEVELS.index(one.level), order.get(str(one.verdict), len(order))),
    )
    for number, finding in enumerate(ranked):
        rank = _LEVELS.index(finding.level) * 10 + order.get(str(finding.verdict), len(order))
        yield from _row(finding, number, rank)
    yield "</tbody>\n</table>"
    yield "<p class=none hidden>No link fits.</p>\n</main>"


def _row(finding: Finding, number: int, rank: int) -> Iterator[str]:
    verdict = str(finding.verdict or "unchecked")
    yield f'<tr class="{finding.level}" data-verdict="{verdict}" data-n={number}>'
    yield f'<td class=verdict data-key="{rank:02}"><span class="chip {verdict}">{verdict}</span>{_state(finding)}</td>'
    yield f'<td class=link data-key="{_text(finding.shown)}">{_link(finding.shown, finding.address)}'
    yield f"{_titles(finding)}{_advice(finding)}</td>"
    why = str(finding.retrieval.why) if finding.retrieval else ""
    yield f'<td class=why data-key="{why}">{"".join(f"<p>{_text(part)}</p>" for part in _reasons(finding))}</td>'
    yield f'<td class=cited data-key="{_text(_first_place(finding))}">{_cited(finding)}</td>'
    time = finding.retrieval.time if finding.retrieval else ""
    yield f'<td class=seen data-key="{_text(time)}">{_seen(finding)}</td></tr>'


def _state(finding: Finding) -> str:
    text = history_text(finding)
    return f"<p class=state>{_text(text)}</p>" if text else ""


def _titles(finding: Finding) -> str:
    seen = finding.retrieval
    title = finding.target.title or (seen.title if seen and seen.verdict in ("ok", "moved") else "")
    return f"<p class=title>{_text(title)}</p>" if title else ""


def _advice(finding: Finding) -> str:
    return f"<p class=advice>→ {_link(advice(finding), advice(finding))}</p>" if advice(finding) else ""


def _reasons(finding: Finding) -> Iterator[str]:
    yield reason(finding)
    if finding.retrieval and finding.retrieval.message not in ("", reason(finding)):
        yield finding.retrieval.message
    yield from flag_texts(finding)
    if finding.waiver:
        yield f"waived until {finding.waiver.expires}: {finding.waiver.reason}"


def _first_place(finding: Finding) -> str:
    place = finding.place
    return f"{place.file}:{place.line:07}" if place else "".join(finding.target.keys[:1])


def _cited(finding: Finding) -> str:
    keys = "".join(f"<p><code>{_text(key)}</code></p>" for key in finding.target.keys)
    return keys + "".join(f"<p class=place>{_text(str(place))}</p>" for place in finding.target.places)


def _seen(finding: Finding) -> str:
    seen = finding.retrieval
    if seen is None:
        return "never"
    now = "" if finding.is_asked else "<p class=state>not asked now</p>"
    head = f'<time datetime="{_text(seen.time)}">{_text(seen.time[:10])}</time>{now}'
    past = sorted(finding.history, key=lambda one: one.time, reverse=True)
    lines = [*_chain(seen), *(_past(one) for one in past[:_KEPT])]
    if len(past) > _KEPT:
        lines.append(f"<li>and {len(past) - _KEPT} before</li>")
    if not lines:
        return head
    title = f"{len(past)} checks" if len(past) > 1 else "the way there" if seen.chain else "1 check"
    return f"{head}<details><summary>{title}</summary><ol>{''.join(lines)}</ol></details>"


def _chain(seen: Retrieval) -> Iterator[str]:
    if seen.chain:
        hops = " → ".join(_text(hop) for hop in (*seen.chain, seen.final_url))
        yield f"<li class=chain>{hops}</li>"


def _past(one: Retrieval) -> str:
    status = f" {one.status}" if one.status else ""
    time, why = _text(one.time[:16].replace("T", " ")), _text(str(one.why))
    return f'<li><span class="dot {one.verdict}"></span>{time} <b>{one.verdict}</b>{status} {why}</li>'


def _link(text: str, address: str) -> str:
    """Link to what is a web address; anything else (`javascript:`) is only shown."""
    if not address.lower().startswith(("http://", "https://")):
        return f"<span class=address>{_text(text)}</span>"
    return f'<a href="{_text(address)}" rel="noopener noreferrer">{_text(text)}</a>'


def _text(text: str) -> str:
    return escape(one_line(text))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
