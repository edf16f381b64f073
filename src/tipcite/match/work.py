"""What somebody cites beside what an agency's record says: is it that work, and which fields differ.

The one comparison of `check`, which knows title, container and year of a link, and of `verify`, which knows the item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tipcite.match.containers import compare_publishers
from tipcite.match.fields import (
    Described,
    compare_container,
    compare_page,
    compare_people,
    compare_title,
    compare_year,
)
from tipcite.match.numbers import YEARS_APART, compare_numbers
from tipcite.match.sameness import Compared, Sameness
from tipcite.match.titles import Likeness, compare_titles

_PUBLISHED: Final = frozenset({"book", "report", "thesis", "collection", "dataset", "software"})
_CLEAR: Final = (Sameness.SAME, Sameness.CLOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCompared:
    """How what is cited compares with a record: field by field, and whether the record is that of another work."""

    fields: tuple[Compared, ...]
    is_another: bool

    @property
    def differs(self) -> bool:
        """Tell whether a field is wrong."""
        return any(one.sameness is Sameness.DIFFERS for one in self.fields)

    @property
    def is_clear(self) -> bool:
        """Tell whether enough could be compared to say that it is the work: its title, or where it stands."""
        fits = {one.field for one in self.fields if one.sameness in _CLEAR and one.here}
        return "title" in fits or len(fits & {"author", "issued", "container-title", "volume", "page"}) >= 3


def compare_work(here: Described, there: Described) -> WorkCompared:
    """Compare a cited work with a record, field by field."""
    fields = tuple(_fields(here, there))
    people = next((one for one in fields if one.field == "author"), None)
    return WorkCompared(fields=fields, is_another=is_another_work(here, there, people=people))


def work_likeness(here: Described, there: Described) -> Likeness:
    """Compare titles leniently: in any language, or of the whole where a part was cited, or the reverse."""
    if not here.item.title:
        return Likeness.INCOMPARABLE
    titles, containers = there.all_titles, there.all_containers
    cited = (*here.all_titles, *here.all_containers)
    if any(compare_titles(title, titles) is Likeness.SAME for title in cited):
        return Likeness.SAME
    if compare_titles(here.item.title, containers) is Likeness.SAME:
        return Likeness.SAME
    return compare_titles(here.item.title, titles)


def years_apart(here: Described, there: Described) -> int:
    """Return the distance to the nearest year of the record, 0 when one does not tell."""
    if here.item.year is None or not there.all_years:
        return 0
    return min(abs(here.item.year - year) for year in there.all_years)


def is_another_work(here: Described, there: Described, *, people: Compared | None = None) -> bool:
    """Tell whether a record is that of another work; in doubt it is not. `people` are the names compared, if known."""
    likeness = work_likeness(here, there)
    others = people is not None and people.sameness is Sameness.DIFFERS and people.note == "other names"
    if likeness is Likeness.UNCLEAR:
        return others or years_apart(here, there) > YEARS_APART
    if likeness is Likeness.INCOMPARABLE:
        return others and years_apart(here, there) > YEARS_APART
    return likeness is Likeness.DIFFERENT


def _fields(here: Described, there: Described) -> Iterator[Compared]:
    """Compare the fields of which one side at least says something."""
    one, other = here.item, there.item
    found = [
        compare_title(here, there),
        compare_people(one, other),
        compare_year(here, there),
        compare_container(here, there),
        *(_number(here, there, name) for name in ("volume", "issue")),
        compare_page(one, other),
    ]
    if one.type in _PUBLISHED or other.type in _PUBLISHED:
        left, right = one.fields.get("publisher", ""), other.fields.get("publisher", "")
        sameness = compare_publishers(left, right)
        found.append(Compared(field="publisher", sameness=sameness, here=left, there=right))
    yield from (compared for compared in found if compared.here or compared.there)


def _number(here: Described, there: Described, name: str) -> Compared:
    left, right = here.item.fields.get(name, ""), there.item.fields.get(name, "")
    return Compared(field=name, sameness=compare_numbers(left, right), here=left, there=right)
