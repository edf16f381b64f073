"""What a format has no words for: CSL-JSON in one field of the format that other programs show or pass over.

A writer first says what the format can say, reads that back, and puts whatever is missing or different here; so
reading what was written gives the same item. Left out is `provenance` alone: where an item came from is the library's
own record. `docs/formats.md` names what each format needs this field for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from tipcite.errors import InvalidItem
from tipcite.model import Item, JsonValue, item_from_csl, item_to_csl

OWN_MARK: Final = "tipcite: "
"""What the text of the field begins with, where the field itself does not tell."""

# Nothing that a line-based reader, XML 1.0 (2.2) or YAML 1.2 (5.1) does not take as it is.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

_OWN_LINES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        name: re.compile(pattern, re.MULTILINE)
        for name, pattern in {
            "biblatex": r"^  tipcite = \{.*\},\n",
            "bibtex": r"^  tipcite = \{.*\},\n",
            "ris": r"^U5  - tipcite: .*\n",
            "enw": r"^%4 tipcite: .*\n",
            "endnote-xml": r"^ *<custom7>tipcite: .*</custom7>\n",
            "mods": r"^ *<extension><tipcite .*</extension>\n",
            "cff": r"^ *- type: other\n *value: \"?tipcite: .*\n *description: .*\n",
        }.items()
    }
)
"""The field as it stands in each format that has one."""
_NO_IDENTIFIERS: Final = re.compile(r"^( *)identifiers:\n(?!\1- )", re.MULTILINE)
"""The head of a list of CFF's that held nothing but our own field."""
_MARKUP: Final = re.compile(r"</?(?:i|b|sup|sub|span)(?: [^<>]*)?>")


def own_text(item: Item, found: Item) -> str:
    """Return as JSON what `found` lacks of `item`, and null for what it has too much; "" when they are the same."""
    wanted, there = item_to_csl(replace(item, provenance={})), item_to_csl(found)
    residue: dict[str, JsonValue] = {
        name: value for name, value in wanted.items() if name not in there or there[name] != value
    }
    residue.update((name, None) for name in there if name not in wanted)
    return own_json(residue) if residue else ""


def own_json(value: JsonValue) -> str:
    """Write JSON on one line, in characters that every format can hold."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def with_own(item: Item, text: str, report: Callable[[str, str], None]) -> Item:
    """Return the item with what `own_text` wrote; a text that is damaged is reported and kept."""
    try:
        added = json.loads(text)
        if not isinstance(added, dict):
            raise InvalidItem(f"{added!r} is no object")
        return item_from_csl({**item_to_csl(item), **added})
    except (ValueError, InvalidItem, RecursionError) as error:
        report("own-field", f"what tipcite wrote beside the fields can't be read: {error}; remove or correct it")
        return replace(item, extra={**item.extra, "tipcite": text})


def without_own(name: str, text: str) -> str:
    """Take our own field out of what was written in a format: what the format can't say is lost then."""
    pattern = _OWN_LINES.get(name)
    bare = pattern.sub("", text) if pattern else text
    return _NO_IDENTIFIERS.sub("", bare) if name == "cff" else bare


def plain_text(text: str) -> str:
    """Take CSL-JSON's markup out of a text, for formats that have none; all of the text stays."""
    return _MARKUP.sub("", text) if "<" in text else text
