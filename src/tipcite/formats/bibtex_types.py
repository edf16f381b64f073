"""Entry types and fields of BibTeX and BibLaTeX ⇄ CSL's item types and variables.

Sources: biblatex manual 2.1 (types) and 2.2 (fields); btxdoc 3; biblatex-gb7714-2015 and biblatex-apa for their own
types; CSL 1.0.2, appendices III and IV.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

READ_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article": "article-journal", "suppperiodical": "article-journal", "periodical": "article-journal",
        "newspaper": "article-newspaper", "magazine": "article-magazine",
        **dict.fromkeys(
            """book mvbook collection mvcollection reference mvreference proceedings mvproceedings manual""".split(),
            "book",
        ),
        "booklet": "pamphlet",
        **dict.fromkeys("inbook bookinbook suppbook incollection suppcollection".split(), "chapter"),
        "inreference": "entry-encyclopedia",
        **dict.fromkeys("inproceedings conference".split(), "paper-conference"),
        **dict.fromkeys("online electronic www webpage".split(), "webpage"),
        "patent": "patent",
        **dict.fromkeys("report techreport".split(), "report"),
        **dict.fromkeys("thesis phdthesis mastersthesis".split(), "thesis"),
        "unpublished": "manuscript", "archive": "manuscript", "presentation": "speech",
        "dataset": "dataset", "database": "dataset", "software": "software", "artwork": "graphic", "image": "graphic",
        "audio": "song", "music": "song", "movie": "motion_picture", "video": "motion_picture",
        "performance": "performance", "review": "review", "standard": "standard", "map": "map",
        "jurisdiction": "legal_case", "legislation": "legislation", "legadminmaterial": "regulation",
        "constitution": "legislation", "legmaterial": "legislation", "legal": "treaty",
        "letter": "personal_communication",
        "misc": "document",
    }
)  # fmt: skip

READ_SUBTYPES: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("article", "magazine"): "article-magazine",
        ("article", "newspaper"): "article-newspaper",
        ("article", "preprint"): "article",
        ("inreference", "dictionary"): "entry-dictionary",
        ("misc", "preprint"): "article",
    }
)
"""`entrysubtype` that makes another type of an entry."""

WRITE_TYPES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "article-journal": ("article", "article"), "article-magazine": ("article", "article"),
        "article-newspaper": ("article", "article"), "article": ("misc", "misc"), "book": ("book", "book"),
        "pamphlet": ("booklet", "booklet"), "chapter": ("incollection", "incollection"),
        "entry-encyclopedia": ("inreference", "incollection"), "entry-dictionary": ("inreference", "incollection"),
        "entry": ("inreference", "incollection"), "paper-conference": ("inproceedings", "inproceedings"),
        "webpage": ("online", "misc"), "post": ("online", "misc"), "post-weblog": ("online", "misc"),
        "patent": ("patent", "misc"), "report": ("report", "techreport"), "thesis": ("thesis", "phdthesis"),
        "manuscript": ("unpublished", "unpublished"), "speech": ("unpublished", "unpublished"),
        "dataset": ("dataset", "misc"), "software": ("software", "misc"), "graphic": ("artwork", "misc"),
        "figure": ("image", "misc"), "song": ("audio", "misc"), "motion_picture": ("movie", "misc"),
        "performance": ("performance", "misc"), "review": ("article", "article"), "review-book": ("article", "article"),
        "standard": ("standard", "techreport"), "legal_case": ("jurisdiction", "misc"),
        "legislation": ("legislation", "misc"), "bill": ("legislation", "misc"), "regulation": ("legislation", "misc"),
        "treaty": ("legal", "misc"), "personal_communication": ("letter", "misc"), "periodical": ("periodical", "misc"),
        "classic": ("book", "book"), "collection": ("collection", "book"),
    }
)  # fmt: skip
"""CSL type → entry type in BibLaTeX and in BibTeX; the rest are `misc`."""

WRITE_SUBTYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article-magazine": "magazine",
        "article-newspaper": "newspaper",
        "article": "preprint",
        "entry-dictionary": "dictionary",
    }
)

BOOK_KINDS: Final = frozenset(
    """book mvbook collection mvcollection reference mvreference proceedings mvproceedings manual booklet""".split()
)
ARTICLE_KINDS: Final = frozenset({"article", "suppperiodical", "periodical", "newspaper", "magazine", "review"})
PART_KINDS: Final = frozenset(
    "inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference".split()
)

TEXT_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abstract": "abstract", "annotation": "annote", "annote": "annote", "chapter": "chapter-number",
        "edition": "edition", "eventtitle": "event-title", "venue": "event-place", "isbn": "ISBN", "issn": "ISSN",
        "keywords": "keyword", "origpublisher": "original-publisher", "origlocation": "original-publisher-place",
        "origtitle": "original-title", "pagetotal": "number-of-pages", "shorttitle": "title-short",
        "shortjournal": "container-title-short", "version": "version", "volumes": "number-of-volumes",
        "pmid": "PMID", "pmcid": "PMCID",
    }
)  # fmt: skip
"""Fields that go into one variable as they are."""

NAME_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
        "origauthor": "original-author", "director": "director", "illustrator": "illustrator",
        "serieseditor": "collection-editor",
    }
)  # fmt: skip

EDITOR_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "editor": "editor", "compiler": "compiler", "organizer": "organizer", "director": "director",
        "curator": "curator", "producer": "producer", "performer": "performer", "translator": "translator",
        "executive-producer": "executive-producer", "scriptwriter": "script-writer",
    }
)  # fmt: skip
"""`editortype`, `editoratype` … → the variable; other roles are kept as fields of their own."""

DATE_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date", "origyear": "original-date"}
)

VERBATIM: Final = frozenset("doi url file eprint pdf crossref xdata ids urn verba verbb verbc localfile".split())
"""Fields that TeX does not read as text (biblatex manual, 2.2.1, "verbatim" and "uri"): never decoded."""

PLACES: Final = ("location", "address")
PUBLISHERS: Final = ("school", "institution", "organization", "howpublished", "publisher")
"""All of them together are CSL's publisher, in this order, as pandoc has it."""
