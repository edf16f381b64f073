"""What is reported of an entry, each finding with what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tipcite.model import Problem, Severity

_MESSAGES: Final[Mapping[str, tuple[Severity, str]]] = {
    "unclosed-quote": (
        Severity.WARNING,
        "the quotation mark {0!r} is never closed; it was closed before the container's title: check the title.",
    ),
    "mismatched-quote": (
        Severity.WARNING,
        "{0!r} are two kinds of marks; the title was taken from between them: write the same kind at both ends.",
    ),
    "unclosed-mark": (Severity.WARNING, "{0!r} is never closed; check what stands behind it."),
    "unopened-mark": (Severity.WARNING, "{0!r} closes what was never opened; check what stands before it."),
    "unopened-quote": (
        Severity.WARNING,
        "{0!r} closes what was never opened; the title was taken to begin behind the year: check the title.",
    ),
    "no-title": (Severity.WARNING, "there is no title beside {0!r}; add it with `tipcite set KEY title=…`."),
    "no-year": (Severity.WARNING, "no year was found; add it with `tipcite set KEY issued=…`."),
    "no-date": (Severity.NOTE, "the source is undated ({0!r}); nothing is wrong if that is so."),
    "no-author": (Severity.NOTE, "no author was found; the entry will be sorted by its title."),
    "et-al": (
        Severity.NOTE,
        "{0!r} leaves authors out; add their names, for a style may need more of them.",
    ),
    "half-width": (
        Severity.NOTE,
        "half-width ',' ':' or ';' in a Chinese entry ({0} in all, this is the first); write '，' '：' '；'.",
    ),
    "left-over": (Severity.WARNING, "{0!r} fits no field; it was kept in `note`: move it to its field."),
    "bad-isbn": (Severity.WARNING, "{0!r} is no ISBN: a digit is wrong or missing; compare it with the book."),
    "bad-arxiv": (Severity.WARNING, "{0!r} is no arXiv number; compare it with the page."),
    "page": (Severity.NOTE, "{0!r} was taken for a page's header or number and left out."),
    "no-reference": (
        Severity.WARNING,
        "{0!r} is no reference and was left out; if it is one, paste it on a line of its own.",
    ),
    "same-author": (Severity.NOTE, "{0!r} stands for the author of the entry before; filled in."),
    "heading": (Severity.NOTE, "{0!r} was taken for a heading and left out."),
}


def problem(code: str, place: tuple[int, int], detail: str = "") -> Problem:
    """Make the problem of a code at a line and column."""
    severity, message = _MESSAGES[code]
    shown = detail if len(detail) <= 80 else detail[:79] + "…"
    return Problem(severity=severity, code=code, message=message.format(shown), line=place[0], column=place[1])
