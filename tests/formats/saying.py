"""What a format says in words of its own: one item for each part of an item, written without our own field and read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tipcite.formats import FORMATS
from tipcite.formats.own_field import without_own
from tipcite.model import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
    Date,
    Item,
    Name,
    Variant,
    VariantKind,
    date,
)

TEXTS = {
    "DOI": "10.1080/23322705.2020.1841985", "URL": "https://example.org/a_b", "ISBN": "978-986-123-456-7",
    "ISSN": "1234-5678", "PMID": "12345678", "PMCID": "PMC1234567", "language": "en", "page": "1-12",
    "license": "CC-BY-4.0", "status": "in-press", "keyword": "alpha, beta",
}  # fmt: skip
KINDS = """article-journal article-newspaper book chapter dataset entry-encyclopedia interview legal_case legislation
    manuscript map motion_picture paper-conference patent periodical personal_communication report software standard
    thesis webpage""".split()
HOGAN = Name(family="Hogan", given="Kimberly A.")


def parts() -> dict[str, list[Item]]:
    """Name every part of an item, each with items of all types that have little else."""
    found: dict[str, list[Item]] = {}
    for variable in sorted(TEXT_VARIABLES | NUMBER_VARIABLES):
        number = "3" if variable in NUMBER_VARIABLES else "Some words"
        found[variable] = [_with(kind, fields={variable: TEXTS.get(variable, number)}) for kind in KINDS]
    for variable in sorted(NAME_VARIABLES):
        found[variable] = [
            _with(kind, names={variable: (HOGAN, Name(family="Wang", given="Kuan-hung"))})
            for kind in sorted(ITEM_TYPES)
        ]
    for variable in sorted(DATE_VARIABLES):
        found[variable] = [_with(kind, dates={variable: date(2020, 5, 1)}) for kind in KINDS]
    found["type"] = [_with(kind) for kind in sorted(ITEM_TYPES)]
    for name, item in FEATURES.items():
        found[name] = [item]
    return found


def _with(kind: str, *, fields: dict | None = None, names: dict | None = None, dates: dict | None = None) -> Item:
    base = {
        "title": "A title",
        "container-title": "A container",
        "collection-title": "A series",
        "event-title": "A meeting",
        "publisher": "A house",
    }
    return Item(
        key="",
        type=kind,
        fields=base | (fields or {}),
        names={"author": (Name(family="Smith", given="Ann"),)} | (names or {}),
        dates=dates or {},
    )


def _book(**parts: object) -> Item:
    return replace(Item(key="", type="book", fields={"title": "A title"}, names={"author": (HOGAN,)}), **parts)


def _author(*names: Name) -> Item:
    return _book(names={"author": names})


FEATURES = {
    "key": _book(key="hogan2020"),
    "institution": _author(Name(literal="美國在台協會"), Name(literal="American Institute in Taiwan")),
    "Chinese name": _author(Name(family="王", given="寬弘")),
    "particle of the family name": _author(Name(family="Berg", given="Jan", non_dropping_particle="van den")),
    "particle that drops": _author(Name(family="Humboldt", given="Alexander", dropping_particle="von")),
    "suffix": _author(Name(family="King", given="Martin Luther", suffix="Jr.")),
    "year alone": _book(dates={"issued": date(2020)}),
    "year and month": _book(dates={"issued": date(2020, 5)}),
    "season": _book(dates={"issued": date(2020, 13)}),
    "range of dates": _book(dates={"issued": Date(parts=((2020, 5, 1), (2020, 6, 2)))}),
    "about": _book(dates={"issued": Date(parts=((1650,),), circa=True)}),
    "before our era": _book(dates={"issued": date(-50)}),
    "text for a date": _book(dates={"issued": Date(literal="forthcoming")}),
    "markup in titles": _book(fields={"title": "On <i>E. coli</i> and CO<sub>2</sub>"}),
    "full language tag": _book(fields={"title": "A title", "language": "zh-TW"}),
    "paragraphs of an abstract": _book(fields={"title": "A title", "abstract": "One.\nTwo."}),
    "translated title": _book(
        variants=(Variant(field="title", kind=VariantKind.TRANSLATED, language="en", text="The title of a book"),)
    ),
    "other variants": _book(
        variants=(Variant(field="title", kind=VariantKind.ROMANISED, language="zh-Latn", text="Shu ming"),)
    ),
    "tags": _book(tags=("a", "b")),
    "notes": _book(notes=("mine",)),
    "provenance": _book(provenance={"source": "crossref"}),
    "fields that CSL does not know": _book(extra={"owner": "me"}),
}


def said(format_name: str) -> Iterator[tuple[str, str]]:
    """Yield every part with "yes", "some" (in items of some types) or "no"."""
    format_ = FORMATS[format_name]
    for name, items in parts().items():
        if name == "type":
            yield name, "yes" if all(_comes_back(format_, item) for item in items) else "some"
            continue
        came = [_comes_back(format_, item, name) for item in items]
        yield name, "yes" if all(came) else "some" if any(came) else "no"


def _comes_back(format_, item: Item, part: str = "") -> bool:
    text = format_.write([item])
    (found,) = format_.read(without_own(format_.name, text)).items
    if part in item.fields and part not in FEATURES:
        return found.fields.get(part) == item.fields[part]
    if part in item.names and part not in FEATURES:
        return found.names.get(part) == item.names[part]
    if part in item.dates and part not in FEATURES:
        return found.dates.get(part) == item.dates[part]
    if not part:
        return found.type == item.type
    return all(
        getattr(found, name) == getattr(item, name)
        for name in ("key", "names", "dates", "fields", "variants", "tags", "notes", "provenance", "extra")
        if getattr(item, name) or name == "variants"
    )
