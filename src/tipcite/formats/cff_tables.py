"""The Citation File Format's words ⇄ CSL's.

Source: Citation File Format 1.2.0, schema.json and "Guide to Citation File Format schema version 1.2.0"
(https://github.com/citation-file-format/citation-file-format).
"""

from __future__ import annotations

from typing import Final

TYPES: Final = {
    "article": "article-journal", "art": "graphic", "audiovisual": "motion_picture", "bill": "bill",
    "blog": "post-weblog", "book": "book", "catalogue": "book", "conference-paper": "paper-conference",
    "conference": "paper-conference", "data": "dataset", "database": "dataset", "dictionary": "entry-dictionary",
    "edited-work": "book", "encyclopedia": "entry-encyclopedia", "film-broadcast": "motion_picture",
    "generic": "document", "government-document": "report", "grant": "document", "hearing": "hearing",
    "historical-work": "classic", "legal-case": "legal_case", "legal-rule": "regulation",
    "magazine-article": "article-magazine", "manual": "book", "map": "map", "multimedia": "webpage",
    "music": "musical_score", "newspaper-article": "article-newspaper", "pamphlet": "pamphlet", "patent": "patent",
    "personal-communication": "personal_communication", "proceedings": "book", "report": "report",
    "serial": "periodical", "slides": "speech", "software": "software", "software-code": "software",
    "software-container": "software", "software-executable": "software", "software-virtual-machine": "software",
    "sound-recording": "song", "standard": "standard", "statute": "legislation", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "website": "webpage", "dataset": "dataset",
}  # fmt: skip
WRITTEN: Final = {
    csl: cff for cff, csl in reversed(TYPES.items()) if cff not in ("dataset", "database", "conference", "data")
} | {
    "dataset": "data", "report": "report", "webpage": "website", "motion_picture": "video", "review": "article",
    "review-book": "article", "chapter": "generic", "post": "blog", "treaty": "legal-rule",
}  # fmt: skip
"""CSL → CFF; a chapter is generic, and part of a collection of the type `book`."""

PARTS: Final = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
"""What stands in a collection; what contains the others is a journal."""

TEXTS: Final = {
    "title": "title", "abstract": "abstract", "edition": "edition", "issue": "issue", "volume": "volume",
    "volume-title": "volume-title", "number": "number", "number-volumes": "number-of-volumes", "section": "section",
    "version": "version", "medium": "medium", "notes": "note", "pmcid": "PMCID", "doi": "DOI", "url": "URL",
    "isbn": "ISBN", "issn": "ISSN", "database": "source", "license": "license", "pages": "number-of-pages",
    "abbreviation": "title-short", "status": "status", "thesis-type": "genre", "issue-title": "part-title",
}  # fmt: skip
NAMES: Final = {
    "authors": "author", "editors": "editor", "editors-series": "collection-editor", "translators": "translator",
    "recipients": "recipient",
}  # fmt: skip

ROOT_TEXTS: Final = frozenset({"title", "abstract", "version", "doi", "url", "license"})
"""What the file's own work may have; a reference may have all."""

ROOT_KEYS: Final = frozenset(
    """commit contact identifiers license-url message repository repository-artifact repository-code""".split()
)
REFERENCE_KEYS: Final = frozenset(
    """collection-doi collection-type commit contact copyright data-type database-provider date-downloaded department
    entry filename format identifiers institution issue-date license-url loc-end loc-start location nihmsid
    patent-states repository repository-artifact repository-code scope senders term""".split()
)
PERSON_KEYS: Final = frozenset(
    "affiliation address alias city country email fax orcid post-code region tel website".split()
)
STATUSES: Final = frozenset("abstract advance-online in-preparation in-press preprint submitted".split())

VERSION: Final = "1.2.0"
CITE_THIS: Final = "If you use this work, please cite it as below."
LIST_TITLE: Final = "References"
LIST_MESSAGE: Final = "This file lists references; cite those, not the file."
"""What stands for a main work where there is none; the format demands one."""
