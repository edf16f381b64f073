"""Citation labels: `RoNo78`, made from the first creators' names and the year (CSL 1.0.2, "citation-label").

The specification leaves the form to the processor; the letters taken by the number of names are those
that citeproc-js documents (four of one name, two each of two, two and one and one of three, one each of four).
"""

from __future__ import annotations

from typing import Final

from tipcite.csl.situation import Record

_LETTERS: Final = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_CREATORS: Final = ("author", "editor", "translator", "composer", "director")


def make_label(record: Record) -> str:
    """Make a label of an item without one, "" when it has no creator."""
    people = next((record.names[variable] for variable in _CREATORS if variable in record.names), ())
    letters = _LETTERS.get(len(people), (1, 1, 1, 1))
    parts = [(person.family or person.literal)[:count] for person, count in zip(people, letters, strict=False)]
    issued = record.dates.get("issued")
    year = f"{issued.year % 100:02d}" if issued is not None and issued.year else ""
    return "".join(parts) + year if parts else ""
