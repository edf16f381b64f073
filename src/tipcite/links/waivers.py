"""Findings that are known and put up with for a time: a pattern, why, and until when."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.model import Flag, State, Verdict, Why

WAIVABLE: Final = frozenset({*Verdict, *State, *Why, *Flag})
"""What a waiver may speak of: verdicts, states, reasons and flags."""
_FIELDS: Final = ("pattern", "verdicts", "reason", "expires")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that is put up with: links that `pattern` fits, for these verdicts (none: all), until `expires`.

    `pattern` is an address or DOI; `*` stands for any text, `?` for one character. On the day `expires` itself it
    still holds. `line` is where it stands in its file, 0 unknown.
    """

    pattern: str
    reason: str
    expires: date
    verdicts: tuple[str, ...] = ()
    line: int = 0

    def is_expired(self, today: date) -> bool:
        """Tell whether its time is over."""
        return today > self.expires

    def covers(self, target: str, words: Iterable[str]) -> bool:
        """Tell whether it speaks of a link, and of one of the words that are said of it."""
        if self.verdicts and not set(self.verdicts) & set(words):
            return False
        # An address may hold brackets, which are no pattern here.
        pattern = self.pattern.replace("[", "[[]")
        return target == self.pattern or fnmatch.fnmatchcase(target, pattern)


def read_waiver(value: object, *, line: int = 0) -> Waiver:
    """Read a waiver from a table of settings.

    Raises:
        InvalidValue: something is missing, superfluous or not of its kind.
    """
    if not isinstance(value, Mapping):
        raise InvalidValue(f"a waiver is a table with pattern, reason and expires, not {value!r}")
    unknown = [name for name in value if name not in _FIELDS]
    if unknown:
        raise InvalidValue(f"a waiver has no {unknown[0]!r}; it has {', '.join(_FIELDS)}")
    texts = {name: value.get(name) for name in ("pattern", "reason")}
    for name, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            raise InvalidValue(f"a waiver needs {name!r}: write why, and for which address")
    return Waiver(
        pattern=str(texts["pattern"]).strip(),
        reason=str(texts["reason"]).strip(),
        expires=_day(value.get("expires")),
        verdicts=_words(value.get("verdicts", ())),
        line=line,
    )


def lines_of_waivers(text: str) -> tuple[int, ...]:
    """Return the lines on which the waivers of a tipcite.toml begin, in their order."""
    return tuple(
        number
        for number, line in enumerate(text.split("\n"), start=1)
        if re.match(r"\s*\[\[\s*links\s*\.\s*waivers\s*\]\]", line)
    )


def expired(waivers: Sequence[Waiver], today: date) -> tuple[Waiver, ...]:
    """Return those whose time is over."""
    return tuple(waiver for waiver in waivers if waiver.is_expired(today))


def _day(value: object) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        given = "none is given" if value is None else f"{value!r} is none"
        raise InvalidValue(f"a waiver needs the day on which it expires, as 2026-12-31; {given}") from None


def _words(value: object) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, (list, tuple)):
        raise InvalidValue(f'\'verdicts\' of a waiver is a list, as ["dead", "insecure"], not {value!r}')
    for word in words:
        if word not in WAIVABLE:
            raise InvalidValue(f"{word!r} is no verdict, state, reason or flag; write for example 'dead' or 'http_404'")
    return tuple(str(word) for word in words)
