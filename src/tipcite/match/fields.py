"""Two descriptions of a work compared field by field: the verdicts of `verify`, and what contradicts in a merge."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tipcite.lang import fold_text
from tipcite.match.containers import compare_containers, compare_publishers
from tipcite.match.identifiers import isbns, plain_address
from tipcite.match.names import compare_names
from tipcite.match.numbers import compare_numbers, compare_pages, compare_years, pages_form
from tipcite.match.sameness import Compared, Sameness, missing
from tipcite.match.title_forms import Relation, relate, title_form
from tipcite.model import Item, Name, find_doi

_BY_RELATION: Final = {
    Relation.EQUAL: Sameness.SAME,
    Relation.WITHOUT_SUBTITLE: Sameness.CLOSE,
    Relation.TYPO: Sameness.CLOSE,
    Relation.CROSS: Sameness.INCOMPARABLE,
    Relation.OTHER: Sameness.DIFFERS,
    Relation.MISSING: Sameness.INCOMPARABLE,
}
_FIRST: Final = "type title author editor issued container-title volume issue page publisher".split()
_BEST: Final = (Sameness.SAME, Sameness.CLOSE, Sameness.DIFFERS, Sameness.INCOMPARABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A work as somebody describes it: an item, and the further titles, containers and years that they know."""

    item: Item
    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def all_titles(self) -> tuple[str, ...]:
        """The title, then its other forms."""
        variants = (one.text for one in self.item.variants if one.field == "title")
        found = (self.item.title, *self.titles, *variants, self.item.fields.get("original-title", ""))
        return tuple(dict.fromkeys(title for title in found if title))

    @property
    def all_containers(self) -> tuple[str, ...]:
        """What it stands in, under all names."""
        names = ("container-title", "container-title-short", "journalAbbreviation")
        variants = (one.text for one in self.item.variants if one.field == "container-title")
        found = (*(self.item.fields.get(name, "") for name in names), *self.containers, *variants)
        return tuple(dict.fromkeys(name for name in found if name))

    @property
    def all_years(self) -> tuple[int, ...]:
        """The years in which it appeared, that of the item first."""
        own = () if self.item.year is None else (self.item.year,)
        return tuple(dict.fromkeys((*own, *self.years)))


def compare_title(here: Described, there: Described) -> Compared:
    """Compare titles in any language that both know; the best fit counts."""
    shown = (here.item.title, there.item.title or "".join(there.titles[:1]))
    absent = missing(*shown)
    if absent is not None:
        return Compared(field="title", sameness=absent, here=shown[0], there=shown[1])
    years = frozenset((*here.all_years, *there.all_years))
    left, right = map(title_form, here.all_titles), tuple(map(title_form, there.all_titles))
    found = {_BY_RELATION[relate(one, other, years)] for one in left for other in right}
    sameness = next(one for one in _BEST if one in found)
    note = {Sameness.CLOSE: "but for a subtitle or spelling", Sameness.INCOMPARABLE: "in another script"}.get(
        sameness, ""
    )
    return Compared(field="title", sameness=sameness, here=shown[0], there=shown[1], note=note)


def compare_people(here: Item, there: Item, field: str = "author") -> Compared:
    """Compare the names of a role; editors stand for authors where the other side has these alone."""
    left, right = here.names.get(field, ()), there.names.get(field, ())
    if field == "author" and not (left and right):
        left, right = left or here.names.get("editor", ()), right or there.names.get("editor", ())
    compared = compare_names(left, right)
    note = compared.note if compared.sameness is not Sameness.SAME else ""
    return Compared(
        field=field, sameness=compared.sameness, here=shown_names(left), there=shown_names(right), note=note
    )


def compare_year(here: Described, there: Described) -> Compared:
    """Compare years; online and print are both right."""
    sameness = compare_years(here.item.year, there.all_years)
    years = "/".join(map(str, there.all_years))
    note = "online and print" if sameness is Sameness.CLOSE else ""
    return Compared(field="issued", sameness=sameness, here=str(here.item.year or ""), there=years, note=note)


def compare_container(here: Described, there: Described) -> Compared:
    """Compare what the work stands in."""
    left, right = here.all_containers, there.all_containers
    sameness = compare_containers(left, right)
    return Compared(field="container-title", sameness=sameness, here="".join(left[:1]), there="".join(right[:1]))


def compare_page(here: Item, there: Item) -> Compared:
    """Compare pages; a record may give an article's number in their place."""
    left, right = here.fields.get("page", ""), there.fields.get("page", "")
    article = there.fields.get("number", "") if there.type != "report" else ""
    if not left and right and here.fields.get("number") and pages_form(here.fields["number"]) == pages_form(right):
        left = here.fields["number"]
    return Compared(
        field="page", sameness=compare_pages(left, right, article=article), here=left, there=right or article
    )


def compare_item_field(here: Item, there: Item, field: str) -> Compared:
    """Compare any one field of two items, each as it is meant to be compared."""
    one, other = Described(item=here), Described(item=there)
    if field == "title":
        return compare_title(one, other)
    if field == "issued":
        return _compare_dates(here, there)
    if field == "container-title":
        return compare_container(one, other)
    if field == "page":
        return compare_page(here, there)
    if field in here.names or field in there.names:
        left, right = here.names.get(field, ()), there.names.get(field, ())
        compared = compare_names(left, right)
        return Compared(
            field=field,
            sameness=compared.sameness,
            here=shown_names(left),
            there=shown_names(right),
            note=compared.note,
        )
    left_text, right_text = shown_field(here, field), shown_field(there, field)
    compare = _COMPARERS.get(field, _compare_texts)
    return Compared(field=field, sameness=compare(left_text, right_text), here=left_text, there=right_text)


def shown_field(item: Item, field: str) -> str:
    """Return a field as a reader would see it, "" when there is none."""
    if field == "type":
        return item.type
    if field in item.names:
        return shown_names(item.names[field])
    if field in item.dates:
        return str(item.dates[field])
    return item.fields.get(field, "")


def shown_names(names: Iterable[Name]) -> str:
    """Write names as `set` takes them."""
    return "; ".join(name.full for name in names)


def _compare_dates(here: Item, there: Item) -> Compared:
    left, right = here.dates.get("issued"), there.dates.get("issued")
    shown = (str(left or ""), str(right or ""))
    absent = missing(*shown)
    if absent is None:
        absent = Sameness.SAME if shown[0] == shown[1] else Sameness.DIFFERS
        if absent is Sameness.DIFFERS and left and right and left.parts and right.parts:
            shorter, longer = sorted((left.parts[0], right.parts[0]), key=len)
            fits = longer[: len(shorter)] == shorter or (
                len(shorter) < 3 and shorter[0] == longer[0] and len(shorter) == 1
            )
            absent = Sameness.CLOSE if fits and len(shorter) < len(longer) else absent
    return Compared(field="issued", sameness=absent, here=shown[0], there=shown[1])


def _compare_texts(here: str, there: str) -> Sameness:
    absent = missing(here.strip(), there.strip())
    if absent is not None:
        return absent
    return Sameness.SAME if _folded(here) == _folded(there) else Sameness.DIFFERS


def _compare_dois(here: str, there: str) -> Sameness:
    one, other = find_doi(here), find_doi(there)
    return _compare_texts(str(one or here), str(other or there))


def _compare_isbns(here: str, there: str) -> Sameness:
    absent = missing(here, there)
    one, other = isbns(here), isbns(there)
    if absent is not None or not (one and other):
        return absent or _compare_texts(here, there)
    if set(one) == set(other):
        return Sameness.SAME
    return Sameness.CLOSE if set(one) & set(other) else Sameness.DIFFERS


def _compare_addresses(here: str, there: str) -> Sameness:
    absent = missing(here, there)
    if absent is not None:
        return absent
    return (
        Sameness.SAME
        if here == there or (plain_address(here) or here) == (plain_address(there) or there)
        else Sameness.DIFFERS
    )


def _compare_languages(here: str, there: str) -> Sameness:
    absent = missing(here, there)
    if absent is not None:
        return absent
    same = here.partition("-")[0].lower() == there.partition("-")[0].lower()
    return (Sameness.SAME if here.lower() == there.lower() else Sameness.CLOSE) if same else Sameness.DIFFERS


def _folded(text: str) -> str:
    return "".join(char for char in fold_text(text) if char.isalnum())


_COMPARERS: Final[dict[str, Callable[[str, str], Sameness]]] = {
    "volume": compare_numbers,
    "issue": compare_numbers,
    "edition": compare_numbers,
    "publisher": compare_publishers,
    "DOI": _compare_dois,
    "ISBN": _compare_isbns,
    "URL": _compare_addresses,
    "language": _compare_languages,
}


def field_place(name: str) -> tuple[int, str]:
    """Return where a field stands among others when they are shown: the commonest first, the rest by name."""
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
