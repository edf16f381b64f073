"""Citation keys by a pattern, in the words that users know: JabRef's `[auth][year]`, Better BibTeX's `auth + year`.

Sources: JabRef's documentation, "Customize the citation key generator" (docs.jabref.org/setup/citationkeypatterns), for
markers and modifiers; Better BibTeX's, "Citation keys" (retorque.re/zotero-better-bibtex/citing), for its formulas.
Neither program's code was used. A key that is taken already gets a letter, as JabRef gives it: `Lee2020`, `Lee2020a`.

Chinese has no spaces: each Han character of a title is a word. With `KeyScript.ASCII` it is written in toneless pinyin,
surnames by their own readings, and accents are dropped; with `KeyScript.WRITTEN` all stays as it is written.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, product
from string import ascii_lowercase
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.key_markers import MARKERS, expand_marker, is_marker
from tipcite.formats.key_modifiers import MODIFIERS, modify
from tipcite.formats.key_words import in_ascii
from tipcite.model import Item


class KeyScript(StrEnum):
    """What the letters of a key may be."""

    ASCII = "ascii"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Modifier:
    """One change of a marker's text: `lower`, or `truncate` with the argument `3`."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """A part of a key that the item fills, and what is done to it."""

    name: str
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern, parsed: texts and markers in their order."""

    parts: tuple[str | Marker, ...]


_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_BRACKET: Final = re.compile(rf"""\[((?:[^\[\]"()]|{_QUOTED}|\((?:[^()"]|{_QUOTED})*\))*)\]""")
_MODIFIER: Final = re.compile(r':(?:\(([^()]*)\)|([A-Za-z_]+?)(\d*)(?:\(((?:[^()"]|"(?:[^"\\]|\\.)*")*)\))?)(?=:|$)')
_TERM: Final = re.compile(
    r'\s*(?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([A-Za-z]\w*)(\([^()]*\))?((?:\.[A-Za-z]\w*(?:\((?:[^()"]|"[^"]*")*\))?)*))\s*'
)
_CALL: Final = re.compile(r'\.([A-Za-z]\w*)(?:\(((?:[^()"]|"[^"]*")*)\))?')
_ARGUMENT: Final = re.compile(r'\s*(?:\w+\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([^,"\']+?))\s*(?:,|$)')
_EXAMPLES: Final = "write '[auth][year]' or 'auth + year'"
# What BibTeX, biber, LaTeX and Markdown (pandoc, "Citation syntax") do not take in a key.
_ILLEGAL: Final = re.compile(r"""[\s,，、;；@{}\[\]"'“”‘’()（）「」『』《》〈〉\\#%~^$|&<>=?？!！。：…`´]""")


def parse_pattern(text: str) -> KeyPattern:
    """Read a pattern of JabRef's (`[auth:lower][year]`) or a formula of Better BibTeX's (`auth.lower + year`).

    Raises:
        InvalidValue: it holds a marker or modifier that there is not, or brackets that do not fit.
    """
    parts = tuple(_brackets(text) if "[" in text or "]" in text else _formula(text))
    if not any(isinstance(part, Marker) for part in parts):
        raise InvalidValue(
            f"the pattern {text!r} has nothing of the source in it; write '[auth][year]' or 'auth + year'"
        )
    for part in parts:
        if isinstance(part, Marker):
            _require_known(part, text)
    return KeyPattern(parts)


def make_keys(items: Sequence[Item], pattern: KeyPattern, script: KeyScript = KeyScript.ASCII) -> tuple[str, ...]:
    """Return a key for each item, no two the same."""
    taken: set[str] = set()
    keys: list[str] = []
    suffixes: dict[str, Iterator[str]] = {}
    for item in items:
        base = _key(item, pattern, script) or _legal(item.key, script) or "item"
        key = base
        if key in taken:
            key = next(one for end in suffixes.setdefault(base, _letters()) if (one := base + end) not in taken)
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def with_keys(items: Sequence[Item], pattern: KeyPattern, script: KeyScript = KeyScript.ASCII) -> tuple[Item, ...]:
    """Return the items under keys by the pattern; what refers to one by `crossref` follows."""
    keys = make_keys(items, pattern, script)
    renamed = dict(zip((item.key for item in items), keys, strict=True))

    def renewed(item: Item, key: str) -> Item:
        parent = item.extra.get("crossref")
        if isinstance(parent, str) and parent in renamed:
            return replace(item, key=key, extra={**item.extra, "crossref": renamed[parent]})
        return replace(item, key=key)

    return tuple(renewed(item, key) for item, key in zip(items, keys, strict=True))


def _key(item: Item, pattern: KeyPattern, script: KeyScript) -> str:
    ascii_only = script is KeyScript.ASCII
    pieces = []
    for part in pattern.parts:
        if isinstance(part, str):
            pieces.append(part)
            continue
        text = expand_marker(part.name, item, ascii_only=ascii_only)
        for modifier in part.modifiers:
            text = modify(text, modifier.name, modifier.arguments)
        pieces.append(text)
    return _legal("".join(pieces), script)


def _legal(text: str, script: KeyScript) -> str:
    return _ILLEGAL.sub("", in_ascii(text) if script is KeyScript.ASCII else text)


def _letters() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _brackets(text: str) -> Iterator[str | Marker]:
    place = 0
    for match in _BRACKET.finditer(text):
        yield from _literal(text, place, match.start())
        yield _marker(match[1], text)
        place = match.end()
    yield from _literal(text, place, len(text))


def _literal(text: str, start: int, end: int) -> Iterator[str]:
    literal = text[start:end]
    if "[" in literal or "]" in literal:
        raise InvalidValue(f"the brackets of {text!r} do not fit, near {literal!r}; write '[auth][year]'")
    if literal:
        yield literal


def _marker(body: str, text: str) -> Marker:
    name, colon, rest = body.partition(":")
    modifiers: list[Modifier] = []
    place = 0
    rest = colon + rest
    while place < len(rest):
        match = _MODIFIER.match(rest, place)
        if match is None:
            raise InvalidValue(f"in {text!r}, {rest[place:]!r} is no modifier; write ':lower' or ':truncate3'")
        if match[1] is not None:
            modifiers.append(Modifier("default", (match[1],)))
        else:
            arguments = ((match[3],) if match[3] else ()) + _arguments(match[4] or "")
            modifiers.append(Modifier(match[2].lower(), arguments))
        place = match.end()
    return Marker(name.strip(), tuple(modifiers))


def _formula(text: str) -> Iterator[str | Marker]:
    place = 0
    while True:
        match = _TERM.match(text, place)
        if match is None:
            raise InvalidValue(
                f"{text[place:]!r} in the pattern {text!r} is no formula; write '[auth][year]' or 'auth + year'"
            )
        if match[3] is None:
            yield match[1] if match[1] is not None else match[2] or ""
        else:
            yield Marker(match[3] + _numbers(match[4]), tuple(_calls(match[5] or "")))
        place = match.end()
        if place == len(text):
            return
        if text[place] != "+":
            raise InvalidValue(f"{text[place:]!r} in the pattern {text!r} follows without '+'; write 'auth + year'")
        place += 1


def _numbers(call: str | None) -> str:
    """Write the numbers of `shorttitle(3, 3)` as the older patterns have them: `shorttitle3_3`."""
    numbers = [one for one in _arguments((call or "()")[1:-1]) if one.isdigit()]
    return "_".join(numbers[:2]) if numbers and numbers != ["0"] else ""


def _calls(text: str) -> Iterator[Modifier]:
    for call in _CALL.finditer(text):
        yield Modifier(call[1].lower(), _arguments(call[2] or ""))


def _arguments(text: str) -> tuple[str, ...]:
    if not text.strip():
        return ()
    found = []
    for match in _ARGUMENT.finditer(text):
        quoted = match[1]
        found.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else match[2] or match[3] or "")
    return tuple(found)


def _require_known(marker: Marker, text: str) -> None:
    if not is_marker(marker.name):
        near = difflib.get_close_matches(marker.name, MARKERS, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(MARKERS[:12])} …"
        raise InvalidValue(f"in the pattern {text!r}, {marker.name!r} is nothing that a source has; {hint}")
    for modifier in marker.modifiers:
        if modifier.name not in MODIFIERS:
            near = difflib.get_close_matches(modifier.name, MODIFIERS, n=2, cutoff=0.5) or list(MODIFIERS)
            raise InvalidValue(
                f"in the pattern {text!r}, {modifier.name!r} is no modifier; there are {', '.join(near)}"
            )
        if modifier.name == "regex":
            try:
                re.compile(modifier.arguments[0])
            except (re.error, IndexError) as error:
                raise InvalidValue(f"in the pattern {text!r}, the regular expression can't be used: {error}") from None
