"""Values of .bib fields: macros looked up, `#` carried out, delimiters taken off; LaTeX is left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from tipcite.formats.bibtex_model import RawMacro
from tipcite.formats.bibtex_scan import closing_brace

MONTHS: Final[Mapping[str, str]] = {
    name: str(number)
    for number, names in enumerate(
        """jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|
        nov november|dec december""".split("|"),
        start=1,
    )
    for name in names.split()
}
"""Month macros of the standard styles (btxdoc, 3.1), and the full names, as numbers."""

_BARE: Final = re.compile(r"[^\s#{}\"]+")
# Macros that double themselves twenty times over are an attack, not a name of a journal.
_MAX_DEPTH: Final = 20
_MAX_TERMS: Final = 2_000


@dataclass(slots=True)
class Macros:
    """What `@string` defined in this file, and which names nothing defined."""

    values: Mapping[str, str]
    places: Mapping[str, int] = field(default_factory=dict)

    def resolve(self, value: str, undefined: list[str] | None = None, used: list[str] | None = None) -> str:
        """Return a value without delimiters and macros; a macro that nothing defines stands for its own name."""
        first = value[:1]
        if first == "{" and value.find("}") == len(value) - 1:
            return value[1:-1]
        if value.isdigit():
            return value
        return "".join(islice(self._terms(value, undefined, used, 0), _MAX_TERMS))

    def _terms(self, value: str, undefined: list[str] | None, used: list[str] | None, depth: int) -> Iterator[str]:
        for term in _split_terms(value):
            if term[0] in '{"':
                yield term[1:-1]
                continue
            name = term.lower()
            if name in self.values and depth < _MAX_DEPTH:
                if used is not None and name not in used:
                    used.append(name)
                yield from self._terms(self.values[name], undefined, used, depth + 1)
            elif name in MONTHS:
                # Concatenated months read `12~` # jan; alone they are numbers.
                yield MONTHS[name] if term == value else name
            else:
                if undefined is not None and not term.isdigit() and term not in undefined:
                    undefined.append(term)
                yield term


def collect_macros(definitions: Iterable[RawMacro]) -> Macros:
    """Take all `@string`s, wherever they stand; the last definition of a name counts."""
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    for macro in definitions:
        values[macro.name] = macro.value
        places.setdefault(macro.name, macro.place)
    return Macros(values=values, places=places)


def _split_terms(value: str) -> Iterator[str]:
    """Yield the terms of a value that `#` joins, with their delimiters."""
    place = 0
    while place < len(value):
        char = value[place]
        if char in " \t\r\n#":
            place += 1
            continue
        end = _term_end(value, place)
        yield value[place:end]
        place = end


def _term_end(value: str, place: int) -> int:
    char = value[place]
    if char == "{":
        close = closing_brace(value, place, len(value))
        return len(value) if close < 0 else close + 1
    if char == '"':
        depth = 0
        for match in re.finditer(r"[{}\"]", value[place + 1 :]):
            if match[0] == '"' and depth <= 0:
                return place + 1 + match.end()
            depth += {"{": 1, "}": -1, '"': 0}[match[0]]
        return len(value)
    bare = _BARE.match(value, place)
    return bare.end() if bare else place + 1
