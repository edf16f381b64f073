"""A DOI for a work that was cited without one, or with a wrong one: searched at Crossref by its title.

`query.bibliographic` takes title, names and year together (https://api.crossref.org/swagger-ui/, "/works"). What it
ranks first is its best guess and no answer: only a work of the same title, that no name or year speaks against, is
offered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from tipcite.links.judge import Ask
from tipcite.links.records import RECORD_LIMIT, WorkRecord, read_crossref
from tipcite.match import Described, Sameness, WorkCompared, compare_work
from tipcite.match.title_forms import title_form
from tipcite.model import Item, JsonValue
from tipcite.net import Answer, Services, below

_ROWS: Final = 5
_FIELDS: Final = ",".join(
    """DOI title subtitle original-title short-title container-title author editor issued published-print
    published-online volume issue page type publisher""".split()
)
_SEARCHED: Final = frozenset(
    """article article-journal article-magazine book chapter collection dataset document entry entry-encyclopedia
    paper-conference report review review-book thesis""".split()
)
"""What has DOIs at Crossref; a page of a newspaper or a law has none."""
_LEAST: Final = 12
"""A title that tells less than this (letters, Chinese characters threefold) finds anything."""
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A DOI that may be the cited work's, with what Crossref calls that work."""

    doi: str
    title: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search came to: an offer or none, and a message when there was no usable answer."""

    offered: Offered | None = None
    message: str = ""


def is_searchable(item: Item) -> bool:
    """Tell whether a search by title makes sense for an item."""
    form = title_form(item.title)
    return item.type in _SEARCHED and form.weight >= _LEAST and not form.is_generic


async def search(item: Item, ask: Ask, services: Services, *, but: str = "") -> SearchResult:
    """Search for an item's DOI; `but` is one that is known not to be it."""
    answer = await ask(search_address(item, services), accept="application/json", max_body=RECORD_LIMIT)
    members = _members(answer)
    if members is None:
        return SearchResult(message=f"Crossref could not be searched: {_failure(answer)}")
    found = (_offered(item, member) for member in members)
    return SearchResult(offered=next((one for one in found if one is not None and one.doi != but), None))


def search_address(item: Item, services: Services) -> str:
    """Return the address that asks for works like an item."""
    names = [name.family or name.literal for name in item.creators[:3]]
    words = " ".join(filter(None, [item.title[:_LONGEST], *names, str(item.year or "")]))
    query = urlencode({"query.bibliographic": words, "rows": _ROWS, "select": _FIELDS})
    return f"{below(services.crossref, 'works')}?{query}"


def _failure(answer: Answer) -> str:
    if answer.error:
        return answer.error.message
    return "no list of works came" if answer.ok else f"it answered {answer.status}"


def _members(answer: Answer) -> list[Mapping[str, JsonValue]] | None:
    """Read the works of an answer, None when it is none."""
    if not answer.ok or answer.truncated:
        return None
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    message = body.get("message") if isinstance(body, Mapping) else None
    items = message.get("items") if isinstance(message, Mapping) else None
    return [one for one in items if isinstance(one, Mapping)] if isinstance(items, list) else None


def _offered(item: Item, member: Mapping[str, JsonValue]) -> Offered | None:
    doi = member.get("DOI")
    if not isinstance(doi, str) or not doi:
        return None
    record = read_crossref({"message": member}, doi.lower())
    compared = None if record is None else compare_record(item, record, doi.lower())
    if record is None or compared is None or not _is_it(compared):
        return None
    return Offered(doi=doi.lower(), title=record.titles[0], year=next(iter(record.years), None))


def _is_it(compared: WorkCompared) -> bool:
    """Tell whether nothing speaks against a work of the same title, and a name or the year for it."""
    found = {one.field: one.sameness for one in compared.fields}
    fits = (Sameness.SAME, Sameness.CLOSE)
    against = any(found.get(name) is Sameness.DIFFERS for name in ("author", "issued", "container-title"))
    return found.get("title") in fits and not against and any(found.get(name) in fits for name in ("author", "issued"))


def compare_record(item: Item, record: WorkRecord, doi: str) -> WorkCompared | None:
    """Compare an item with an agency's record, None when the record is none of a work."""
    from tipcite.errors import FetchError
    from tipcite.fetch.work import item_from_work
    from tipcite.model import Doi

    try:
        there = item_from_work(record.work, Doi(doi), source="agency", name="the agency")
    except FetchError:
        return None
    told = Described(item=there, titles=record.titles, containers=record.containers, years=record.years)
    return compare_work(Described(item=item), told)
