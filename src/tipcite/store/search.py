"""How items are found: the text that is indexed, and a query turned into SQL.

FTS5's tokenizer unicode61 takes a whole run of Han characters for one word, and trigram finds nothing shorter than
three, so neither finds 人口 inside 人口販運. Beside the words, the index therefore holds every pair of neighbouring
characters (人口 口販 販運) and each run's last character alone (運); a query's Han text is a phrase of pairs, one
character a prefix. Variant characters are folded on both sides: 贩运 finds 販運.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.model import Item

INDEX_VERSION: Final = "1"
"""Raised when the indexed text of an item changes; a library that was indexed otherwise is indexed anew."""

# Ideographs of all planes, their iteration mark and zero (Unicode blocks CJK Unified and Extensions A to J).
_HAN: Final = re.compile("[々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_TERM: Final = re.compile(
    r"""(?P<filter>[a-z]+)[:：](?:"(?P<quoted>[^"]*)"|(?P<plain>\S+))|"(?P<phrase>[^"]*)"|(?P<word>\S+)"""
)
_YEARS: Final = re.compile(r"(?P<first>\d{1,4})?(?P<range>-|–|\.\.)?(?P<last>\d{1,4})?")

_FILTERS: Final[Mapping[str, str]] = {
    "author": r"key IN (SELECT item FROM creators WHERE full LIKE '%' || ? || '%' ESCAPE '\')",
    "doi": r"key IN (SELECT item FROM identifiers WHERE kind = 'doi' AND value LIKE ? ESCAPE '\')",
    "key": r"key LIKE ? || '%' ESCAPE '\'",
    "language": r"(language || '-') LIKE ? || '-%' ESCAPE '\'",
    "tag": r"key IN (SELECT item FROM tags WHERE tag LIKE ? ESCAPE '\')",
    # `type:article` is also every article-journal.
    "type": r"(type || '-') LIKE ? || '-%' ESCAPE '\'",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexText:
    """What the index holds of one item."""

    title: str
    names: str
    text: str
    han: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search in SQL: what the index must match (FTS5 syntax, "" for all), and conditions on `items`."""

    match: str = ""
    conditions: tuple[str, ...] = ()
    parameters: tuple[str | int, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Tell that the query holds nothing that can be looked for."""
        return not self.match and not self.conditions


def index_text(item: Item) -> IndexText:
    """Collect the text of an item that can be searched."""
    # Sorted: the same item, read from a mirror, has its variables in another order.
    fields = sorted(item.fields.items())
    titles = [text for variable, text in fields if "title" in variable]
    names = [name.full for _, group in sorted(item.names.items()) for name in group]
    for variant in item.variants:
        (names if variant.names else titles).append(variant.text)
        names.extend(name.full for name in variant.names)
    rest = [text for variable, text in fields if "title" not in variable]
    rest += [item.key, *sorted(item.tags), *item.notes, *(str(value) for _, value in sorted(item.dates.items()))]
    parts = [_searchable("\n".join(texts)) for texts in (titles, names, rest)]
    words = [part if part.isascii() else _HAN.sub(" ", part) for part in parts]
    han = "\n".join([part for part in parts if not part.isascii()])
    return IndexText(title=words[0], names=words[1], text=words[2], han=_pairs(han) if han else "")


def parse_query(text: str) -> Query:
    """Read words, "phrases" and filters such as `tag:x` or `year:2019-2021`; all of them must fit.

    Raises:
        InvalidValue: `year:` is followed by no year.
    """
    matches: list[str] = []
    conditions: list[str] = []
    parameters: list[str | int] = []
    for term in _TERM.finditer(text):
        name, value = term["filter"], term["quoted"] or term["plain"] or ""
        if name == "year":
            condition, years = _years(value)
            conditions.append(condition)
            parameters.extend(years)
        elif name in _FILTERS:
            conditions.append(_FILTERS[name])
            parameters.append(_escaped(value))
        elif term["phrase"] is not None:
            matches.extend(_matches(term["phrase"], phrase=True))
        else:
            matches.extend(_matches(term.group(), phrase=False))
    return Query(match=" AND ".join(matches), conditions=tuple(conditions), parameters=tuple(parameters))


def _matches(text: str, *, phrase: bool) -> list[str]:
    """Write one word or phrase in FTS5's query syntax, Han text and the rest apart."""
    searchable = _searchable(text)
    matches = [_han_match(run) for run in _HAN.findall(searchable)]
    for piece in _HAN.split(searchable):
        # A string without any letter or digit would be an empty phrase, which nothing matches.
        if any(char.isalnum() for char in piece):
            quoted = '"' + piece.replace('"', " ") + '"'
            matches.append(f"{{title names text}} : {quoted}{'' if phrase else ' *'}")
    return matches


def _han_match(run: str) -> str:
    if len(run) == 1:
        return f'han : "{run}" *'
    return f'han : "{" ".join(run[place : place + 2] for place in range(len(run) - 1))}"'


def _pairs(text: str) -> str:
    """Write the pairs of each run of Han characters, and its last character alone."""
    runs = _HAN.findall(text)
    return "\n".join([" ".join([run[place : place + 2] for place in range(len(run))]) for run in runs])


def _searchable(text: str) -> str:
    """Make texts comparable: compatibility forms (ＬＧＢＴＱ) and variant characters folded."""
    if text.isascii():
        return text
    normal = unicodedata.normalize("NFKC", text)
    if not _HAN.search(normal):
        return normal
    from tipcite.lang import fold_han  # its tables are loaded for Han text alone

    return fold_han(normal)


def _years(value: str) -> tuple[str, tuple[int, ...]]:
    match = _YEARS.fullmatch(value)
    if match is None or not (match["first"] or match["last"]):
        raise InvalidValue(f"'year:{value}' names no year; write year:2020 or year:2019-2021")
    if not match["range"]:
        return "year = ?", (int(value),)
    years = (int(match["first"] or -9999), int(match["last"] or 9999))
    return "year BETWEEN ? AND ?", years


def _escaped(value: str) -> str:
    r"""Take LIKE's wildcards literally, with \ as the escape character."""
    return re.sub(r"([\\%_])", r"\\\1", value)
