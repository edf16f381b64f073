"""Values that a known site prints behind labels, in tables or in lines: 「論文名稱：…」, 卷期, 修正日期."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from tipcite.formats.html import Page
from tipcite.formats.webpage.claims import Basis, Claim, Value
from tipcite.formats.webpage.days import read_day
from tipcite.formats.webpage.people import read_people
from tipcite.formats.webpage.site import Rules
from tipcite.lang import fold_width
from tipcite.model import Date, Name, find_doi

_VOLUME: Final = re.compile(r"(?:第)?(\d+)\s*卷?\s*[:：(（第]?\s*(?:(\d+(?:[-/]\d+)?)\s*(?:[期)）]|(?=\s|$)))?")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"，。）)]+")
_PAGES: Final = re.compile(r"(\d+)\s*[-–—~～]\s*(\d+)|(\d+)")
_DEGREES: Final = {"碩士": "碩士論文", "博士": "博士論文", "硕士": "硕士论文"}
_LONGEST: Final = 400


def claims(page: Page, labels: Rules) -> Iterator[Claim]:
    """Claim the first value behind each label; a variable with several labels joins what stands behind them."""
    lines = page.structure.shown.split("\n")
    joined: dict[str, tuple[str, str]] = {}
    for variable, pattern in labels:
        text, label = _behind(lines, pattern)
        if text:
            before, mark = joined.get(variable, ("", label))
            joined[variable] = (before + text, mark)
    for variable, (text, label) in joined.items():
        for name, value in _values(variable, text):
            yield Claim(variable=name, value=value, basis=Basis.LABEL, mark=repr(label))


def _behind(lines: list[str], pattern: str) -> tuple[str, str]:
    """Return the text behind a label, on its line or on the next one, and the label."""
    wanted = re.compile(rf"\s*(?P<label>{pattern})\s*(?:[:：︰]\s*(?P<text>.*)|$)", re.IGNORECASE)
    for number, line in enumerate(lines):
        match = wanted.fullmatch(fold_width(line) if line[:1] >= "\uff01" else line)
        if match:
            following = lines[number + 1] if number + 1 < len(lines) else ""
            text = (match["text"] or following).strip(" :：")
            if text and len(text) <= _LONGEST:
                return text, match["label"]
    return "", ""


def _values(variable: str, text: str) -> Iterator[tuple[str, Value]]:
    """Read a value as its variable asks; nothing when it is none."""
    kind = variable.partition(".")[0]
    if kind == "volume":
        match = _VOLUME.search(text)
        found: Mapping[str, Value | None] = {"volume": match[1], "issue": match[2]} if match else {}
    else:
        read = _READERS.get(kind)
        found = {variable: read(text) if read else _DEGREES.get(text, text)}
    for name, value in found.items():
        if value:
            yield name, value


def _day(text: str) -> Date | None:
    return read_day(text, is_roc=True) or read_day(text.partition(" ")[0], is_roc=True)


def _doi(text: str) -> str:
    doi = find_doi(text)
    return doi.value if doi is not None else ""


def _address(text: str) -> str:
    match = _ADDRESS.search(text)
    return match[0] if match else ""


def _pages(text: str) -> str:
    match = _PAGES.search(text)
    return "" if match is None else f"{match[1]}-{match[2]}" if match[1] else match[3]


def _people(text: str) -> tuple[Name, ...]:
    return read_people([text])


def _count(text: str) -> str:
    return text if text.isdigit() else ""


_READERS: Final[Mapping[str, Callable[[str], Value | None]]] = {
    "author": _people, "issued": _day, "DOI": _doi, "URL": _address, "page": _pages, "number-of-pages": _count,
}  # fmt: skip
