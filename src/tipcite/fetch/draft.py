"""A record that was read, not yet an item: what every source's records are put right in, whichever it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tipcite.errors import FetchError
from tipcite.fetch.people import Creators
from tipcite.fetch.titles import (
    are_two_languages,
    chinese_marks,
    is_capitals,
    parallel,
    parted,
    sentence_case,
    title_case,
)
from tipcite.lang import decide_text_language, primary_language
from tipcite.model import Date, Item, JsonValue, Variant

_TITLES: Final = ("title", "container-title", "collection-title")
_HAN: Final = frozenset({"zh", "ja", "ko"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a record says in CSL's terms; `source` is the record's, as provenance names it."""

    type: str
    source: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: dict[str, Creators] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    variants: list[Variant] = field(default_factory=list)

    def add_titles(self, variable: str, titles: tuple[str, ...]) -> None:
        """Take a title that the record says in several languages: the first is the item's, the others are variants."""
        if not titles:
            return
        self.fields[variable] = titles[0]
        said = [titles[0]]
        for title in titles[1:]:
            if all(are_two_languages(title, one) for one in said):
                self.variants.append(parallel(variable, title, self.source))
                said.append(title)


def item_of(draft: Draft, *, wanted: str, name: str) -> Item:
    """Make the item, without key; `provenance` says what was set from capitals.

    Order: (1) two languages in one title, (2) capitals, (3) a language that the title belies, (4) names.

    Raises:
        FetchError: there is neither title nor container; `name` is the source's, for the message.
    """
    fields = {variable: text for variable, text in draft.fields.items() if text}
    variants = list(draft.variants)
    for variable in _TITLES:
        if variable in fields:
            fields[variable], other = parted(fields[variable])
            fields[variable] = chinese_marks(fields[variable])
            if other and not any(variant.field == variable for variant in variants):
                variants.append(parallel(variable, other, draft.source))
    if not fields.get("title") and not fields.get("container-title"):
        raise FetchError(f"{name}'s record of {wanted!r} has no title; enter the item by hand")
    recased = list(_set_capitals(fields))
    language = _language(fields.pop("language", ""), fields.get("title", ""))
    if language:
        fields["language"] = language
    names = {role: creators.names for role, creators in draft.creators.items() if creators.names}
    recased += [role for role, creators in draft.creators.items() if creators.recased]
    variants += [one for role, creators in draft.creators.items() for one in creators.variants(role, draft.source)]
    provenance: dict[str, JsonValue] = {"recased": recased} if recased else {}
    return Item(
        key="",
        type=draft.type,
        fields=fields,
        names=names,
        dates=draft.dates,
        variants=tuple(variants),
        provenance=provenance,
    )


def _set_capitals(fields: dict[str, str]) -> Iterator[str]:
    """Set titles that are in capitals throughout, and name those that were."""
    for variable, setting in (
        ("title", sentence_case),
        ("container-title", title_case),
        ("collection-title", title_case),
    ):
        if variable in fields and is_capitals(fields[variable]):
            fields[variable] = setting(fields[variable])
            yield variable


def _language(stated: str, title: str) -> str:
    """Return the language that a record states, unless its title belies it, or tells it more exactly.

    A Chinese, Japanese or Korean title that is said to be in a Western language is not: deposit forms begin with `en`.
    Catalogues know one Chinese (MARC's `chi`), the characters tell which.
    """
    seen = decide_text_language(title) if title else ""
    if primary_language(seen) in _HAN and stated and primary_language(stated) not in _HAN:
        return ""
    return seen if stated == "zh" and seen in ("zh-Hant", "zh-Hans") else stated
