"""The writer of MODS 3.7: one `<modsCollection>`; what MODS has no element for stands in `<extension>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tipcite.formats.mods_read import read_mods
from tipcite.formats.mods_tables import RESOURCES, WRITTEN_GENRES, WRITTEN_ROLES
from tipcite.formats.own_field import own_text, plain_text
from tipcite.formats.record_dates import write_iso, write_year
from tipcite.formats.xml_tree import escape_xml
from tipcite.model import ITEM_TYPES, Date, Item, Name, VariantKind

_OWN_SPACE: Final = "urn:x-tipcite:item"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
_RANGE: Final = re.compile(r"([^\s,;-]+)-([^\s,;-]+)")
_IN_HOST: Final = ("volume", "issue", "section", "chapter-number")
_DETAILS: Final = {"volume": "volume", "issue": "issue", "section": "section", "chapter-number": "chapter"}
_IDENTIFIERS: Final = {"DOI": "doi", "PMID": "pmid", "PMCID": "pmc", "number": "report number"}


def write_mods(items: Sequence[Item]) -> str:
    """Write items as MODS."""
    return _HEAD + "".join(map(_write, items)) + "</modsCollection>\n"


def _write(item: Item) -> str:
    lines = list(_lines(item))
    own = own_text(item, read_mods(_record(lines)).items[0])
    if own:
        lines.append(f'<extension><tipcite xmlns="{_OWN_SPACE}">{escape_xml(own)}</tipcite></extension>')
    return _record(lines)


def _record(lines: Sequence[str]) -> str:
    return '<mods version="3.7">\n' + "".join(f"  {line}\n" for line in lines) + "</mods>\n"


def _lines(item: Item) -> Iterator[str]:
    fields = item.fields
    container = fields.get("container-title", "")
    yield from _title(fields.get("title", ""))
    yield from _title(fields.get("title-short", ""), "abbreviated")
    for variant in item.variants:
        if variant.field == "title" and variant.kind is VariantKind.TRANSLATED and _says(variant.text):
            language = f' xml:lang="{escape_xml(variant.language)}"' if variant.language else ""
            yield f'<titleInfo type="translated"{language}>{_leaf("title", variant.text)}</titleInfo>'
    yield from _names(item, in_host=False)
    if _says(event := fields.get("event-title", "").strip()):
        yield f'<name type="conference">{_leaf("namePart", event)}</name>'
    yield from _leaves("typeOfResource", RESOURCES.get(item.type, "text"))
    if item.type in WRITTEN_GENRES:
        yield f'<genre authority="marcgt">{WRITTEN_GENRES[item.type]}</genre>'
    if item.type in ITEM_TYPES:
        yield f'<genre authority="csl">{item.type}</genre>'
    yield from _origin(item)
    if language := fields.get("language", ""):
        term = _leaf("languageTerm", language, type="code", authority="rfc5646")
        yield f"<language>{term}</language>"
    yield from _physical(item)
    yield from _leaves("abstract", fields.get("abstract", ""))
    yield from _leaves("note", fields.get("note", ""))
    yield from _leaves("note", fields.get("genre", ""), type="thesis")
    yield from _leaves("note", fields.get("version", ""), type="version identification")
    for word in fields.get("keyword", "").split(", "):
        if _says(word):
            yield f"<subject>{_leaf('topic', word)}</subject>"
    yield from _leaves("classification", fields.get("call-number", ""))
    yield from _host(item) if container else _part(item)
    yield from _series(item)
    yield from _original(item)
    for serial in ("ISBN", "ISSN"):
        if serial == "ISBN" or not container:
            yield from _serials(item, serial)
    for variable, kind in _IDENTIFIERS.items():
        yield from _leaves("identifier", fields.get(variable, ""), type=kind)
    yield from _leaves("identifier", item.key, type="citekey")
    yield from _location(item)
    yield from _leaves("accessCondition", fields.get("license", ""))


def _leaves(name: str, text: str, **attributes: str) -> Iterator[str]:
    if _says(text):
        yield _leaf(name, text, **attributes)


def _says(text: str) -> bool:
    """Tell whether anything is left of a text in XML, which has no words for control characters."""
    return bool(escape_xml(text).replace("&#13;", "").strip())


def _leaf(name: str, text: str, **attributes: str) -> str:
    said = "".join(f' {key}="{escape_xml(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{escape_xml(text)}</{name}>"


def _title(marked: str, kind: str = "") -> Iterator[str]:
    text = plain_text(marked)
    if _says(text):
        said = f' type="{kind}"' if kind else ""
        yield f"<titleInfo{said}>{_leaf('title', text)}</titleInfo>"


def _names(item: Item, *, in_host: bool) -> Iterator[str]:
    for variable, names in item.names.items():
        if in_host != (variable == "container-author"):
            continue
        code = "aut" if in_host else WRITTEN_ROLES.get(variable, "")
        if code:
            yield from (_name(name, code) for name in names)


def _name(name: Name, code: str) -> str:
    role = f"<role>{_leaf('roleTerm', code, type='code', authority='marcrelator')}</role>"
    if name.literal:
        return f'<name type="corporate">{"".join(_leaves("namePart", name.literal))}{role}</name>'
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    parts = (("family", family), ("given", given), ("termsOfAddress", name.suffix))
    written = "".join(leaf for kind, text in parts for leaf in _leaves("namePart", text, type=kind))
    return f'<name type="personal">{written}{role}</name>'


def _origin(item: Item) -> Iterator[str]:
    fields = item.fields
    place = fields.get("publisher-place", "")
    inner = [
        *([f"<place>{_leaf('placeTerm', place, type='text')}</place>"] if _says(place) else []),
        *_leaves("publisher", fields.get("publisher", "")),
        *_date("dateIssued", item.dates.get("issued")),
        *(_date("dateCaptured", item.dates.get("accessed")) if not fields.get("URL") else ()),
        *_leaves("edition", fields.get("edition", "")),
    ]
    if inner:
        yield f"<originInfo>{''.join(inner)}</originInfo>"


def _date(name: str, date: Date | None) -> Iterator[str]:
    if date is None:
        return
    qualifier = {"qualifier": "approximate"} if date.circa else {}
    ends = [_w3c(Date(parts=(part,))) for part in date.parts]
    if len(ends) == 2 and all(ends):
        for end, point in zip(ends, ("start", "end"), strict=True):
            yield _leaf(name, end, encoding="w3cdtf", point=point, **qualifier)
    elif ends and ends[0]:
        encoding = {"encoding": "w3cdtf"} if ends[0][0].isdigit() else {}
        yield _leaf(name, ends[0], **encoding, **qualifier)
    elif date.literal:
        yield from _leaves(name, date.literal)


def _w3c(date: Date) -> str:
    return write_iso(date) or write_year(date)


def _physical(item: Item) -> Iterator[str]:
    pages, medium = item.fields.get("number-of-pages", ""), item.fields.get("medium", "")
    inner = [
        *_leaves("form", medium),
        *(_leaves("extent", f"{pages} p.") if pages.isdecimal() else ()),
        *_leaves("extent", item.fields.get("dimensions", "")),
    ]
    if inner:
        yield f"<physicalDescription>{''.join(inner)}</physicalDescription>"


def _part(item: Item) -> Iterator[str]:
    inner = [
        f'<detail type="{_DETAILS[variable]}">{_leaf("number", item.fields[variable])}</detail>'
        for variable in _IN_HOST
        if _says(item.fields.get(variable, ""))
    ]
    page = item.fields.get("page", "")
    match = _RANGE.fullmatch(page)
    if match and _says(match[1]) and _says(match[2]):
        inner.append(f'<extent unit="pages">{_leaf("start", match[1])}{_leaf("end", match[2])}</extent>')
    elif _says(page):
        inner.append(f'<extent unit="pages">{_leaf("list", page)}</extent>')
    if inner:
        yield f"<part>{''.join(inner)}</part>"


def _host(item: Item) -> Iterator[str]:
    inner = [
        *_title(item.fields["container-title"]),
        *_title(item.fields.get("container-title-short", ""), "abbreviated"),
        *_names(item, in_host=True),
        *_part(item),
        *_serials(item, "ISSN"),
    ]
    if inner:
        yield f'<relatedItem type="host">{"".join(inner)}</relatedItem>'


def _series(item: Item) -> Iterator[str]:
    title, number = item.fields.get("collection-title", ""), item.fields.get("collection-number", "")
    if _says(title):
        names = "".join(_name(name, "edt") for name in item.names.get("collection-editor", ()))
        part = "".join(_leaves("partNumber", number))
        yield f'<relatedItem type="series"><titleInfo>{_leaf("title", title)}{part}</titleInfo>{names}</relatedItem>'


def _original(item: Item) -> Iterator[str]:
    place = item.fields.get("original-publisher-place", "")
    origin = [
        *([f"<place>{_leaf('placeTerm', place, type='text')}</place>"] if _says(place) else []),
        *_leaves("publisher", item.fields.get("original-publisher", "")),
        *_date("dateIssued", item.dates.get("original-date")),
    ]
    inner = [
        *_title(item.fields.get("original-title", "")),
        *([f"<originInfo>{''.join(origin)}</originInfo>"] if origin else []),
    ]
    if inner:
        yield f'<relatedItem type="original">{"".join(inner)}</relatedItem>'


def _serials(item: Item, variable: str) -> Iterator[str]:
    for serial in item.fields.get(variable, "").split(", "):
        yield from _leaves("identifier", serial, type=variable.lower())


def _location(item: Item) -> Iterator[str]:
    accessed = item.dates.get("accessed")
    day = _w3c(accessed) if accessed is not None else ""
    attributes = {"dateLastAccessed": day} if day else {}
    inner = [
        *_leaves("physicalLocation", item.fields.get("archive", "")),
        *_leaves("shelfLocator", item.fields.get("archive_location", "")),
        *_leaves("url", item.fields.get("URL", ""), **attributes),
    ]
    if inner:
        yield f"<location>{''.join(inner)}</location>"
