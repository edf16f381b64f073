"""What two items are compared by, folded once for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tipcite.match.identifiers import identifiers
from tipcite.match.names import NameForm, name_form
from tipcite.match.numbers import number_form, pages_form
from tipcite.match.title_forms import TitleForm, title_form
from tipcite.model import Item

Block = tuple[str, ...]
"""Items that share one are compared."""

Place = tuple[str, ...]
"""Where an item stands: its title, container, volume, issue, first page, first creator, day."""

_FOUND_HERE: Final = frozenset({"doi", "isbn", "pmid", "pmcid", "arxiv", "address"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """An item, folded; `ids` by kind, `other_titles` those in other languages, `day` the issued date in full or ()."""

    item: Item
    title: TitleForm
    other_titles: tuple[TitleForm, ...]
    ids: Mapping[str, frozenset[str]]
    first: NameForm | None
    containers: tuple[str, ...]
    year: int | None
    day: tuple[int, ...]

    @property
    def type(self) -> str:
        """The item's type."""
        return self.item.type

    def field(self, name: str) -> str:
        """Return a field's text, "" when there is none."""
        return self.item.fields.get(name, "")


def features_of(item: Item) -> Features:
    """Fold an item."""
    ids: dict[str, set[str]] = {}
    for kind, value in identifiers(item.fields):
        ids.setdefault(kind, set()).add(value)
    others = [one.text for one in item.variants if one.field == "title" and one.text]
    others += [item.fields[name] for name in ("original-title",) if item.fields.get(name)]
    issued = item.dates.get("issued")
    parts = issued.parts[0] if issued and issued.parts else ()
    creators = item.creators
    names = ("container-title", "container-title-short", "journalAbbreviation")
    return Features(
        item=item,
        title=title_form(item.title),
        other_titles=tuple(map(title_form, others)),
        ids={kind: frozenset(values) for kind, values in ids.items()},
        first=name_form(creators[0]) if creators else None,
        containers=tuple(item.fields[name] for name in names if item.fields.get(name)),
        year=item.year,
        day=tuple(parts) if len(parts) == 3 else (),
    )


def identity_blocks(features: Features) -> Iterator[Block]:
    """Yield what an item may be found again by alone: identifiers, its title with and without subtitle."""
    for kind, values in features.ids.items():
        if kind in _FOUND_HERE:
            yield from ((kind, value) for value in values)
    yield from title_blocks(features.title, features.year)
    for form in features.other_titles:
        yield from title_blocks(form, features.year)
    if not features.title.joined:
        yield untitled_block(features)


def title_blocks(form: TitleForm, year: int | None) -> Iterator[Block]:
    """Yield a title's blocks; a title that many works have only together with the year."""
    if not form.joined:
        return
    if form.is_generic:
        yield "generic", form.joined, str(year)
        return
    bare = _bare(form.joined)
    yield "title", bare
    if form.rest:
        yield "title", _bare(form.main)


def likeness_blocks(features: Features) -> Iterator[Block]:
    """Yield blocks in which titles are compared that are not equal: of one author and year, of one beginning."""
    year = features.year
    if features.first is not None and features.first.short:
        yield "creator", features.first.short, str(year)
        if year is not None:
            yield "creator", features.first.short, str(year - 1)
    if features.title.joined and not features.title.is_generic:
        yield "beginning", features.title.joined[: 6 if features.title.is_han else 14], str(year)


def place_of(features: Features) -> Place:
    """Return where an item stands, for those that have the beginning of a title and the year in common."""
    container = "".join(title_form(features.containers[0]).words) if features.containers else ""
    numbers = (number_form(features.field("volume")), number_form(features.field("issue")))
    page = "".join(pages_form(features.field("page"))[:1])
    first = features.first.short if features.first is not None else ""
    return (features.title.joined, container, *numbers, page, first, "-".join(map(str, features.day)))


def untitled_block(features: Features) -> Block:
    """Return what an item without title is found by."""
    item = features.item
    container = _bare("".join(title_form(features.containers[0]).words)) if features.containers else ""
    numbers = (number_form(item.fields.get("volume", "")), number_form(item.fields.get("issue", "")))
    return ("untitled", container, *numbers, *pages_form(item.fields.get("page", ""))[:1], str(features.year))


def _bare(joined: str) -> str:
    """Leave years out: a report is found again whether its title says the year or not."""
    return re.sub(r"(?:19|20)\d\d(?:年度?)?", "", joined) or joined
