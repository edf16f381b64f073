"""JSON-LD as pages carry it: written by templates, and so often no JSON.

Put right, because browsers and search engines read past it: comments of HTML, CDATA, JavaScript and C, commas before
a closing bracket, line ends and tabs inside strings, a semicolon at the end, several values one after another, and a
script that was escaped as if it were text. What is no JSON after that is passed over.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from tipcite.model import JsonValue

_WRAPPING: Final = re.compile(r"<!--|-->|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?")
# A string is matched whole, so that what looks like a comment in it (`https://…`) stays.
_COMMENT: Final = re.compile(r'("(?:[^"\\]|\\.)*")|/\*.{0,1000}?\*/|//[^\n]*', re.DOTALL)
_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_DECODER: Final = json.JSONDecoder(strict=False)
_DEEPEST: Final = 8
_LONGEST: Final = 300_000
"""A longer script is read only if it is JSON as it stands."""
_MOST: Final = 500
"""So many objects of a page are looked at: shops list thousands."""


def read_linked_data(script: str) -> tuple[Mapping[str, JsonValue], ...]:
    """Read the text of one `<script type="application/ld+json">` into its objects, each before its `@graph`."""
    for text in (script, html.unescape(script) if "&" in script else ""):
        values = list(_values(text))
        if values:
            found: list[Mapping[str, JsonValue]] = []
            for value in values:
                _collect(value, found, 0)
            return tuple(found)
    return ()


def types_of(thing: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """Return what an object says that it is, without schema.org's address."""
    stated = thing.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return tuple(name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str))


def _values(text: str) -> Iterator[JsonValue]:
    """Read JSON values one after another, mended where they need it; nothing when that does not help."""
    body = text.strip().lstrip("\ufeff")
    for mend in (str, _mended):
        try:
            values = list(_in_turn(mend(body)))
        except (ValueError, RecursionError):
            if len(body) > _LONGEST:
                return
            continue
        yield from values
        return


def _in_turn(text: str) -> Iterator[JsonValue]:
    at = 0
    while at < len(text):
        value, at = _DECODER.raw_decode(text, at)
        yield value
        while at < len(text) and text[at] in " \t\r\n;,":
            at += 1


def _mended(text: str) -> str:
    text = _COMMENT.sub(lambda match: match[1] or " ", _WRAPPING.sub(" ", text))
    return _COMMA.sub(lambda match: match[1] or "", text).strip()


def _collect(value: JsonValue, found: list[Mapping[str, JsonValue]], depth: int) -> None:
    if depth > _DEEPEST or len(found) >= _MOST:
        return
    if isinstance(value, list):
        for member in value:
            _collect(member, found, depth + 1)
    elif isinstance(value, Mapping):
        found.append(value)
        _collect(value.get("@graph", []), found, depth + 1)
