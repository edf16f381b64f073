"""What each format that is written can't say in words of its own.

The one declaration behind `docs/formats.md`; `tests/formats/test_losses.py` measures every line of it. What is named
here is not lost in our own files: it stands as CSL-JSON in a field of its own (`own_field`), which other programs pass
over.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Loss(NamedTuple):
    """Parts of an item that a format says only of some types of works, and those that it never says."""

    some: frozenset[str]
    never: frozenset[str]


def _loss(some: str, never: str) -> Loss:
    return Loss(some=_parts(some), never=_parts(never))


def _parts(text: str) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in text.split(",") if part.strip())


_TAGGED: Final = """
    PMID, archive, archive-place, archive_collection, authority, chapter-number, citation-key, citation-label,
    citation-number, collection-number, dimensions, division, event, first-reference-note-number, jurisdiction,
    license, locator, medium, original-publisher, original-publisher-place, original-title, page-first,
    part-number, part-title, printing-number, references, reviewed-genre, scale, status, supplement-number,
    version, year-suffix, chair, compiler, composer, container-author, curator, editor-translator,
    editorial-director, executive-producer, guest, host, illustrator, interviewer, narrator, organizer,
    original-author, performer, producer, reviewed-author, script-writer, series-creator, available-date,
    event-date, original-date, submitted, range of dates, about, before our era, other variants, tags, notes,
    provenance, fields that CSL does not know
"""
"""What RIS and EndNote's formats have no word for."""

# CSL variables and `type`; then features of names, dates and texts, and what tipcite itself adds to an item.
LOSSES: Final[Mapping[str, Loss]] = MappingProxyType(
    {
        "csl-json": _loss(
            "",
            "",
        ),
        "biblatex": _loss(
            "",
            """
            season, translated title, other variants, tags, notes, provenance
            """,
        ),
        "bibtex": _loss(
            "",
            """
            particle that drops, season, range of dates, about, translated title, other variants, tags,
            notes, provenance
            """,
        ),
        "ris": _loss(
            """
            PMCID, event-place, event-title, number-of-pages, volume-title, author, collection-editor,
            contributor, director, editor, recipient, type
            """,
            _TAGGED,
        ),
        "endnote-xml": _loss(
            """
            ISBN, ISSN, PMCID, event-place, event-title, number-of-pages, volume-title, author,
            collection-editor, contributor, director, editor, recipient, type
            """,
            f"{_TAGGED}, archive_location",
        ),
        "enw": _loss(
            """
            ISBN, ISSN, PMCID, event-place, event-title, number, number-of-pages, section, volume-title,
            author, collection-editor, contributor, director, editor, recipient, type
            """,
            f"{_TAGGED}, archive_location",
        ),
        "csl-yaml": _loss(
            "",
            "",
        ),
        "cff": _loss(
            """
            ISBN, ISSN, PMCID, collection-title, container-title, edition, event-place, event-title, genre,
            issue, language, medium, note, number, number-of-pages, number-of-volumes, page, part-title,
            publisher, publisher-place, section, source, status, title-short, volume, volume-title,
            collection-editor, editor, recipient, translator, accessed, type
            """,
            """
            PMID, annote, archive, archive-place, archive_collection, archive_location, authority,
            call-number, chapter-number, citation-key, citation-label, citation-number, collection-number,
            container-title-short, dimensions, division, event, first-reference-note-number, jurisdiction,
            locator, original-publisher, original-publisher-place, original-title, page-first, part-number,
            printing-number, references, reviewed-genre, reviewed-title, scale, supplement-number,
            year-suffix, chair, compiler, composer, container-author, contributor, curator, director,
            editor-translator, editorial-director, executive-producer, guest, host, illustrator,
            interviewer, narrator, organizer, original-author, performer, producer, reviewed-author,
            script-writer, series-creator, available-date, event-date, original-date, submitted, key,
            particle that drops, season, range of dates, about, before our era, text for a date,
            markup in titles, full language tag, translated title, other variants, tags, notes, provenance,
            fields that CSL does not know
            """,
        ),
        "mods": _loss(
            "",
            """
            annote, archive-place, archive_collection, authority, citation-key, citation-label,
            citation-number, division, event, event-place, first-reference-note-number, jurisdiction,
            locator, number-of-volumes, page-first, part-number, part-title, printing-number, references,
            reviewed-genre, reviewed-title, scale, source, status, supplement-number, volume-title,
            year-suffix, chair, editor-translator, executive-producer, guest, original-author,
            reviewed-author, series-creator, available-date, event-date, submitted, before our era,
            markup in titles, other variants, tags, notes, provenance, fields that CSL does not know
            """,
        ),
    }
)
