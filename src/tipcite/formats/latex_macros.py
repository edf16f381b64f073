r"""Commands that a file defines for itself in `@preamble`: `\newcommand{\noop}[1]{}` and `\def\noop#1{}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from tipcite.formats.bibtex_scan import closing_brace

LatexMacros: TypeAlias = Mapping[str, tuple[int, str]]
"""Name → how many arguments, and the text with `#1`, `#2` for them."""

_DEFINITION: Final = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?"
    r"(?:\[[^\]]*\])?\s*(?=\{)|\\g?def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*(?=\{)"
)
_MAX_STEPS: Final = 200
_MAX_LENGTH: Final = 1_000_000


def find_macros(preambles: Iterable[str]) -> LatexMacros:
    """Collect the commands that the preambles define."""
    macros: dict[str, tuple[int, str]] = {}
    for preamble in preambles:
        for match in _DEFINITION.finditer(preamble):
            end = closing_brace(preamble, match.end(), len(preamble))
            if end < 0:
                continue
            body = preamble[match.end() + 1 : end]
            count = int(match[2] or 0) if match[1] else (match[4] or "").count("#")
            macros[match[1] or match[3]] = (count, body)
    return macros


def macro_expander(macros: LatexMacros) -> Callable[[str], str]:
    """Return a function that replaces these commands in a text; without any, texts pass through."""
    if not macros:
        return lambda text: text
    pattern = re.compile(r"\\(" + "|".join(map(re.escape, macros)) + r")(?![A-Za-z])\s*")

    def expand(text: str) -> str:
        if "\\" not in text:
            return text
        for _ in range(_MAX_STEPS):
            match = pattern.search(text)
            if match is None or len(text) > _MAX_LENGTH:
                break
            count, body = macros[match[1]]
            place = match.end()
            for number in range(1, count + 1):
                argument, place = _argument(text, place)
                body = body.replace(f"#{number}", argument)
            text = text[: match.start()] + body + text[place:]
        return text

    return expand


def _argument(text: str, place: int) -> tuple[str, int]:
    if text[place : place + 1] == "{":
        end = closing_brace(text, place, len(text))
        return (text[place + 1 : end], end + 1) if end >= 0 else (text[place + 1 :], len(text))
    return text[place : place + 1], place + 1
