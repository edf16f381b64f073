"""The writer of CITATION.cff: software or data that comes first is the file's own work, all others are its references.

The schema is strict: a value that it would refuse (an address without a scheme, a language as `zh-TW`) goes with all
that the format has no words for into `identifiers`, as a value of the type `other`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tipcite.formats.cff_read import read_cff
from tipcite.formats.cff_tables import (
    CITE_THIS,
    LIST_MESSAGE,
    LIST_TITLE,
    NAMES,
    PARTS,
    PERSON_KEYS,
    REFERENCE_KEYS,
    ROOT_KEYS,
    ROOT_TEXTS,
    STATUSES,
    TEXTS,
    VERSION,
    WRITTEN,
)
from tipcite.formats.own_field import OWN_MARK, own_text, plain_text
from tipcite.formats.record_dates import write_iso, write_year
from tipcite.formats.yaml_safe import write_yaml
from tipcite.model import Date, Item, JsonValue, Name

Work = dict[str, JsonValue]

_ALLOWED: Final = {
    "doi": re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+"),
    "url": re.compile(r"(?:https?|s?ftp)://\S+"),
    "isbn": re.compile(r"[0-9\- ]{10,17}X?"),
    "issn": re.compile(r"\d{4}-\d{3}[\dxX]"),
    "license": re.compile(
        r"MIT|ISC|Zlib|Unlicense|0BSD|Apache-2\.0|BSD-[23]-Clause|MPL-2\.0|CC0-1\.0|ODbL-1\.0|EUPL-1\.[12]|"
        r"CC-BY(?:-NC)?(?:-SA|-ND)?-(?:[1-3]\.0|2\.5|4\.0)|(?:A?GPL-3\.0|L?GPL-[23]\.[0]|LGPL-2\.1)(?:-only|-or-later)"
    ),
    "status": re.compile("|".join(sorted(STATUSES))),
    "pmcid": re.compile(r"PMC\d{7}"),
}
"""What the schema's patterns allow; of its list of licences, those that are in use."""
_RANGE: Final = re.compile(r"([^\s,;-]+)-([^\s,;-]+)")
_NAMELESS: Final = "anonymous"
_MARK: Final = "preferred-citation"


def write_cff(items: Sequence[Item]) -> str:
    """Write items as one CITATION.cff."""
    rest = list(items)
    root: Work = {"cff-version": VERSION}
    if rest and rest[0].type in ("software", "dataset"):
        root |= _with_own(rest.pop(0), is_root=True)
        if rest and _kept(rest[0]).get(_MARK) is True:
            root[_MARK] = _with_own(rest.pop(0), is_preferred=True)
    else:
        root |= {"message": LIST_MESSAGE, "title": LIST_TITLE, "authors": [{"name": "tipcite"}]}
    if rest:
        root["references"] = [_with_own(item) for item in rest]
    return write_yaml(root)


def _with_own(item: Item, *, is_root: bool = False, is_preferred: bool = False) -> Work:
    """Write a work, read it back, and add what is missing."""
    work = _work(item, is_root=is_root)
    root: Work = {"cff-version": VERSION}
    if is_root:
        root |= work
    else:
        root |= {"message": LIST_MESSAGE, **({_MARK: work} if is_preferred else {"references": [work]})}
    own = own_text(item, read_cff(write_yaml(root)).items[0])
    if own:
        others = work.get("identifiers", [])
        mine = {"type": "other", "value": OWN_MARK + own, "description": "CSL-JSON of what CFF has no field for"}
        work["identifiers"] = [*others, mine]
    return work


def _work(item: Item, *, is_root: bool) -> Work:
    work: Work = {}
    if is_root:
        work["message"] = CITE_THIS
        work["type"] = item.type
    else:
        work["type"] = WRITTEN.get(item.type, "generic")
    for key, variable in NAMES.items():
        names = item.names.get(variable, ())
        if key == "authors" or (names and not is_root):
            written = [entry for name in names if (entry := _name(name))]
            work[key] = [one for at, one in enumerate(written) if one not in written[:at]] or [{"name": _NAMELESS}]
    for key, variable in TEXTS.items():
        text = item.fields.get(variable, "")
        if (
            (not is_root or key in ROOT_TEXTS)
            and _is_fit(key, text)
            and (key != "thesis-type" or item.type == "thesis")
        ):
            work[key] = plain_text(text) if key == "title" else text
    work.setdefault("title", "untitled")
    _add_keywords(work, item)
    if is_root:
        issued = item.dates.get("issued")
        if issued is not None and len(iso := write_iso(issued)) == 10:
            work["date-released"] = iso
    else:
        _add_reference_parts(work, item)
    allowed = ROOT_KEYS if is_root else REFERENCE_KEYS
    work |= {key: value for key, value in _kept(item).items() if key in allowed and key not in work and value}
    if is_root and isinstance(message := _kept(item).get("message"), str):
        work["message"] = message
    return work


def _is_fit(key: str, text: str) -> bool:
    pattern = _ALLOWED.get(key)
    return bool(text.strip()) and (pattern is None or bool(pattern.fullmatch(text)))


def _add_keywords(work: Work, item: Item) -> None:
    words = [word for word in item.fields.get("keyword", "").split(", ") if word]
    if words and len(set(words)) == len(words):
        work["keywords"] = words


def _add_reference_parts(work: Work, item: Item) -> None:
    fields = item.fields
    container, collection = fields.get("container-title", ""), fields.get("collection-title", "")
    if item.type in PARTS:
        collection, container = container, ""
        if item.type == "chapter":
            work["collection-type"] = "book"
    work |= {key: text for key, text in (("journal", container), ("collection-title", collection)) if text}
    for key, name, place in (
        ("institution" if item.type == "thesis" else "publisher", "publisher", "publisher-place"),
        ("conference", "event-title", "event-place"),
    ):
        if text := fields.get(name):
            city = fields.get(place, "")
            work[key] = {"name": text, **({"city": city} if city else {})}
    if re.fullmatch("[a-z]{2,3}", fields.get("language", "")):
        work["languages"] = [fields["language"]]
    page = fields.get("page", "")
    if match := _RANGE.fullmatch(page):
        work |= {"start": match[1], "end": match[2]}
    elif page:
        work["start"] = page
    _add_dates(work, item.dates)


def _add_dates(work: Work, dates: Mapping[str, Date]) -> None:
    issued, accessed, original = dates.get("issued"), dates.get("accessed"), dates.get("original-date")
    if issued is not None and (year := write_year(issued)):
        iso = write_iso(issued)
        work["year"] = int(year)
        if len(iso) == len("2020-05-01"):
            work["date-published"] = iso
        if re.match(r"\d{4}-\d\d", iso):
            work["month"] = int(iso[5:7])
    if accessed is not None and len(iso := write_iso(accessed)) == len("2020-05-01"):
        work["date-accessed"] = iso
    if original is not None and (year := write_year(original)):
        work["year-original"] = int(year)


def _name(name: Name) -> Work:
    more = {key: value for key, value in name.extra.items() if key in PERSON_KEYS and isinstance(value, str) and value}
    if name.literal:
        return {"name": name.literal, **more}
    particle = name.non_dropping_particle or name.dropping_particle
    parts = {
        "family-names": name.family, "given-names": name.given, "name-particle": particle, "name-suffix": name.suffix,
    }  # fmt: skip
    return {key: text for key, text in parts.items() if text} | more


def _kept(item: Item) -> Mapping[str, JsonValue]:
    custom = item.extra.get("custom")
    kept = custom.get("cff") if isinstance(custom, Mapping) else None
    return kept if isinstance(kept, Mapping) else {}
