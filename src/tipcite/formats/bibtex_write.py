"""The writers of BibTeX and BibLaTeX.

1. Every part of an item goes into the field that BibLaTeX (or BibTeX) has for it; a CSL variable without one is
   written under its own name in small letters (`medium = {…}`).
2. The entry is read back. What does not come back the same (tags, notes, variants, a date's season) is written as
   CSL-JSON into the field `tipcite`, which bibliography programs pass over and our reader prefers.

So reading what was written gives the same items, but for `provenance`: where an item came from is the library's own
record, and of no use in a document's .bib.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tipcite.formats.bibtex_fields import FieldValue, draft_fields
from tipcite.formats.bibtex_item import OWN_FIELD, ItemBuilder, is_biblatex_entry
from tipcite.formats.bibtex_model import Entry
from tipcite.formats.bibtex_types import VERBATIM, WRITE_TYPES
from tipcite.formats.latex_ascii import ascii_latex
from tipcite.model import CslItem, Item, JsonValue, item_to_csl

_NO_KEY: Final = re.compile(r"[\s,，={}\"()%#~\\@＝｛｝'^$&]+")
_JSON_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def write_bibtex(items: Sequence[Item], *, ascii_only: bool = False) -> str:
    """Write items as BibTeX: `year` and `month`, `journal`, `address`; `ascii_only` writes accents as commands."""
    return _write(items, biblatex=False, ascii_only=ascii_only)


def write_biblatex(items: Sequence[Item], *, ascii_only: bool = False) -> str:
    """Write items as BibLaTeX: `date`, `journaltitle`, `location`, `langid`; `ascii_only` as for BibTeX."""
    return _write(items, biblatex=True, ascii_only=ascii_only)


def _write(items: Sequence[Item], *, biblatex: bool, ascii_only: bool) -> str:
    keys = _entry_keys(items)
    parents = frozenset(keys)
    return "\n".join(
        _entry(replace(item, provenance={}), key, biblatex=biblatex, ascii_only=ascii_only, parents=parents)
        for item, key in zip(items, keys, strict=True)
    )


def _entry(item: Item, key: str, *, biblatex: bool, ascii_only: bool, parents: frozenset[str]) -> str:
    kind = _kind(item, biblatex=biblatex)
    fields = draft_fields(item, kind, biblatex=biblatex, parents=parents)
    if ascii_only:
        fields = {name: _in_ascii(name, value) for name, value in fields.items()}
    residue = _residue(item, key, kind, fields, biblatex=biblatex)
    lines = [f"  {name} = {value.written}," for name, value in fields.items()]
    if residue:
        lines.append(f"  {OWN_FIELD} = {{{_json(residue)}}},")
    return "\n".join([f"@{kind}{{{key},", *lines, "}\n"])


def _in_ascii(name: str, value: FieldValue) -> FieldValue:
    if name in VERBATIM or value.read.isascii():
        return value
    text = ascii_latex(value.read)
    return FieldValue(written=f"{{{text}}}", read=text)


def _kind(item: Item, *, biblatex: bool) -> str:
    long, short = WRITE_TYPES.get(item.type, ("misc", "misc"))
    if not biblatex and item.type == "thesis" and "master" in item.fields.get("genre", "").lower():
        return "mastersthesis"
    return long if biblatex else short


def _residue(item: Item, key: str, kind: str, fields: dict[str, FieldValue], *, biblatex: bool) -> dict[str, JsonValue]:
    """Return what reading the entry back does not give, as CSL-JSON; None takes away what it gives too much."""
    entry = Entry(
        kind=kind, key=key, place=0, fields={name: value.read for name, value in fields.items() if value.read}
    )
    builder = ItemBuilder(
        entry=entry,
        report=lambda *_: None,
        reads_lists=biblatex and is_biblatex_entry(entry),
        macros=lambda text: text,
    )
    wanted, found = item_to_csl(item), item_to_csl(builder.build())
    return {**_lacking(wanted, found), **{name: None for name in found if name not in wanted}}


def _lacking(wanted: CslItem, found: CslItem) -> dict[str, JsonValue]:
    return {name: value for name, value in wanted.items() if name not in found or found[name] != value}


def _json(residue: dict[str, JsonValue]) -> str:
    """Write JSON in which the braces of texts are escaped, so that those of objects are balanced."""
    text = json.dumps(residue, ensure_ascii=False, sort_keys=True)
    text = _JSON_STRING.sub(lambda match: match[0].replace("{", "\\u007b").replace("}", "\\u007d"), text)
    text = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _entry_keys(items: Sequence[Item]) -> list[str]:
    """Return a key for each entry: the item's own where BibTeX allows it, and never the same twice."""
    taken: set[str] = set()
    keys: list[str] = []
    for number, item in enumerate(items, start=1):
        key = _NO_KEY.sub("-", item.key) or f"item{number}"
        while key in taken:
            key += "x"
        taken.add(key)
        keys.append(key)
    return keys
