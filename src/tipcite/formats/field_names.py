"""The names by which users call fields: CSL's variables, and those of BibTeX, BibLaTeX and JabRef for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from tipcite.errors import InvalidValue
from tipcite.formats.bibtex_dates import write_date
from tipcite.formats.bibtex_types import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS
from tipcite.model import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, Item

_MORE: Final = {
    "title": ("title",), "shorttitle": ("title-short",), "journal": ("container-title",), "number": ("issue", "number"),
    "journaltitle": ("container-title",), "booktitle": ("container-title",), "maintitle": ("volume-title",),
    "series": ("collection-title",), "publisher": ("publisher",), "institution": ("publisher",),
    "school": ("publisher",),
    "organization": ("publisher",), "howpublished": ("publisher",), "address": ("publisher-place",),
    "location": ("publisher-place",), "pages": ("page",), "doi": ("DOI",), "url": ("URL",), "isbn": ("ISBN",),
    "issn": ("ISSN",), "pmid": ("PMID",), "pmcid": ("PMCID",), "year": ("issued",), "date": ("issued",),
    "month": ("issued",), "urldate": ("accessed",), "langid": ("language",), "pubstate": ("status",),
    "type": ("genre",),
    "keywords": ("keyword",), "annotation": ("annote",), "eprint": ("archive", "archive_location"), "file": ("file",
    "pdf"),
    "attachments": ("file", "pdf"), "comment": ("annote",),
}  # fmt: skip
OWN_NAMES: Final = frozenset({"tags", "notes", "variants", "sort-keys", "custom", "provenance", "tipcite"})
"""What tipcite and other programs add to an item; `tipcite` is the field in which formats keep what they can't say."""

FIELD_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **{name.lower(): (name,) for name in TEXT_VARIABLES | NUMBER_VARIABLES | NAME_VARIABLES | DATE_VARIABLES},
        **{name: (variable,) for name, variable in {**TEXT_FIELDS, **NAME_FIELDS, **DATE_FIELDS}.items()},
        **_MORE,
    }
)
"""Name in small letters → the variables that it means."""


def read_field_names(text: str) -> frozenset[str]:
    """Read a list of names with commas between them into CSL's variables (and `OWN_NAMES`).

    Raises:
        InvalidValue: one is no field's name; the message names those that look alike.
    """
    names: set[str] = set()
    for name in filter(None, (part.strip() for part in text.replace("，", ",").split(","))):
        plain = name.lower()
        if plain in OWN_NAMES:
            names.add(plain)
        elif plain in FIELD_NAMES:
            names.update(FIELD_NAMES[plain])
        else:
            raise InvalidValue(f"{name!r} is no field; {_near(plain)}")
    return frozenset(names)


def with_fields(item: Item, names: Iterable[str]) -> Item:
    """Keep of an item only its key, its type and these variables."""
    wanted = frozenset(names)
    return _filtered(item, lambda name: name in wanted)


def without_fields(item: Item, names: Iterable[str]) -> Item:
    """Take these variables out of an item."""
    unwanted = frozenset(names)
    return _filtered(item, lambda name: name not in unwanted)


def field_text(item: Item, name: str) -> str:
    """Return a field by any of its names as text, "" when the item has it not."""
    for variable in FIELD_NAMES.get(name, (name,)):
        if item.fields.get(variable):
            return item.fields[variable]
        if item.names.get(variable):
            return " and ".join(one.full for one in item.names[variable])
        if variable in item.dates:
            value = item.dates[variable]
            return write_date(value) or value.literal or value.raw
    return ""


def _filtered(item: Item, keeps: Callable[[str], bool]) -> Item:
    extra = {name: value for name, value in item.extra.items() if keeps(name)}
    return replace(
        item,
        fields={name: text for name, text in item.fields.items() if keeps(name)},
        names={name: names for name, names in item.names.items() if keeps(name)},
        dates={name: date for name, date in item.dates.items() if keeps(name)},
        extra=extra,
        variants=tuple(one for one in item.variants if keeps("variants") and keeps(one.field)),
        tags=item.tags if keeps("tags") else (),
        notes=item.notes if keeps("notes") else (),
        sort_keys=item.sort_keys if keeps("sort-keys") else {},
        provenance=item.provenance if keeps("provenance") else {},
    )


def _near(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, [*FIELD_NAMES, *OWN_NAMES], n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else "use CSL's or BibTeX's names: title, abstract, doi, file …"
