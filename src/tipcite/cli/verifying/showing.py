"""What verifying found: a table with a mark for each field on a terminal, a line a source when piped, or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Final

from tipcite.cli.output import echo, echo_json, echo_table, one_line, style
from tipcite.links.verified import Standing, Verified
from tipcite.match import Compared, Sameness
from tipcite.model import JsonValue

_COLUMNS: Final = {
    "title": "title", "author": "names", "issued": "year", "container-title": "in", "volume": "vol", "issue": "no",
    "page": "pp", "publisher": "publ",
}  # fmt: skip
_MARKS: Final = {
    Sameness.SAME: "=", Sameness.CLOSE: "≈", Sameness.DIFFERS: "≠", Sameness.MISSING_HERE: "+",
    Sameness.MISSING_THERE: "·", Sameness.INCOMPARABLE: "?",
}  # fmt: skip
LEGEND: Final = "= same  ≈ close  ≠ differs  + missing here  · missing there  ? can't be compared"
_WORDS: Final = {"issued": "year", "author": "names"}


def name_of(found: Verified, number: int) -> str:
    """Name an item: its key, in a file without keys its number."""
    return found.item.key or f"#{number}"


def echo_results(results: Sequence[Verified], *, as_json: bool) -> None:
    """Print the results in the form that was asked for."""
    if as_json:
        echo_json([_json(found) for found in results])
    elif sys.stdout.isatty():
        _echo_marks(results)
    else:
        named = [(name_of(one, number), one) for number, one in enumerate(results, 1)]
        rows = [(name, str(one.standing), one.asked, said(one)) for name, one in named]
        echo_table(("key", "verdict", "asked for", "what"), rows)


def said(found: Verified) -> str:
    """Say what is to be known of one item on a line."""
    return "; ".join(part for part in (found.message, *map(_difference, _differing(found))) if part)


def _echo_marks(results: Sequence[Verified]) -> None:
    rows = []
    for number, found in enumerate(results, 1):
        marks = {one.field: _MARKS[one.sameness] for one in found.fields}
        rows.append((name_of(found, number), str(found.standing), *(marks.get(name, "") for name in _COLUMNS)))
    echo_table(("key", "verdict", *_COLUMNS.values()), rows)
    for number, found in enumerate(results, 1):
        for line in _lines(found):
            echo(f"{style(one_line(name_of(found, number)), 'cyan')}: {line}")


def _lines(found: Verified) -> Iterator[str]:
    if (found.message and found.asked) or found.offered is not None:
        yield one_line(found.message)
    if found.standing is not Standing.ANOTHER_WORK:
        yield from map(_difference, _differing(found))


def _differing(found: Verified) -> list[Compared]:
    wanted = (Sameness.DIFFERS,) if found.standing is not Standing.ANOTHER_WORK else ()
    return [one for one in found.fields if one.sameness in wanted]


def _difference(compared: Compared) -> str:
    note = f" ({compared.note})" if compared.note else ""
    name = _WORDS.get(compared.field, compared.field)
    return one_line(f"{name}: {compared.here!r} here, {compared.there!r} there{note}")


def _json(found: Verified) -> JsonValue:
    offered = found.offered
    return {
        "key": found.item.key,
        "verdict": str(found.standing),
        "doi": found.doi or None,
        "asked": found.asked or None,
        "agency": found.agency or None,
        "fields": [
            {
                "field": one.field,
                "verdict": str(one.sameness),
                "here": one.here,
                "there": one.there,
                "note": one.note,
            }
            for one in found.fields
        ],
        "flags": [str(flag) for flag in found.flags],
        "message": found.message,
        "offer": None if offered is None else {"doi": offered.doi, "title": offered.title, "year": offered.year},
    }
