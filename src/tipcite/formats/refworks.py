"""RefWorks's tagged format: `RT Journal Article`, `A1 Name`, `T1 Title`; Chinese databases export it too.

Sources: RefWorks's help, "Tagged format" (types and tags); files of CNKI and Wanfang. It is only read: RefWorks itself
imports RIS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tipcite.formats.tagged import Dialect
from tipcite.formats.tagged_read import TaggedFormat, read_tagged
from tipcite.model import Reading

_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abstract": "article-journal", "artwork": "graphic", "bills/resolutions": "bill", "book, edited": "book",
        "book, section": "chapter", "book, chapter": "chapter", "book, whole": "book", "book": "book",
        "case/court decisions": "legal_case", "computer program": "software",
        "conference proceedings": "paper-conference", "conference proceeding": "paper-conference",
        "conference paper": "paper-conference", "dissertation/thesis": "thesis", "dissertation": "thesis",
        "thesis": "thesis",
        "dissertation/thesis, unpublished": "thesis", "generic": "document", "grant": "document",
        "hearing": "hearing", "journal article": "article-journal", "journal": "article-journal",
        "journal, electronic": "article-journal", "laws/statutes": "legislation",
        "magazine article": "article-magazine", "map": "map", "monograph": "book", "motion picture": "motion_picture",
        "music score": "musical_score",
        "newspaper article": "article-newspaper", "newspaper": "article-newspaper",
        "online discussion forum/blogs": "post", "patent": "patent", "patents": "patent",
        "personal communication": "personal_communication", "report": "report", "sound recording": "song",
        "standard": "standard", "yearbook": "book", "unpublished material": "manuscript",
        "video/dvd": "motion_picture", "video/ dvd": "motion_picture", "web page": "webpage",
        "dataset": "dataset", "data set": "dataset",
    }
)  # fmt: skip
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A1": "author", "A2": "secondary-author", "A3": "editor", "A4": "translator", "A5": "contributor",
        "T1": "title", "TI": "title", "T2": "secondary-title", "T3": "tertiary-title", "JF": "container-title",
        "JO": "container-title-short", "ST": "title-short", "OT": "original-title", "TT": "translated-title",
        "YR": "year", "FD": "date", "RD": "accessed", "VO": "volume", "IS": "issue", "SP": "start", "OP": "end",
        "ED": "edition", "PB": "publisher", "PP": "publisher-place", "SN": "serial", "DO": "DOI", "LK": "URL",
        "UL": "URL", "K1": "keyword", "AB": "abstract", "NO": "note", "LA": "language", "CN": "call-number",
        "DB": "source", "DS": "source", "AV": "archive_location", "WT": "container-title", "WV": "edition",
        "ID": "key", "U5": "own",
    }
)  # fmt: skip
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {("patent", "SN"): "number", ("standard", "SN"): "number", ("thesis", "A3"): "tertiary-author",
     ("thesis", "A4"): "tertiary-author"}
)  # fmt: skip
_KNOWN: Final = frozenset(_SLOTS) | frozenset(
    """RT SR A6 AD AN AI C1 C2 CL CR CA FD IP JN LL MN NT OL PD PM PR RP SF SL SO TA U1 U2 U3 U4 U6 U7 U8 U9 U10 U11
    U12 U13 U14 U15 WP XL YY ER CI GD PE NV""".split()
)
_DIALECT: Final = Dialect(
    title="RefWorks's tagged format",
    line=re.compile(rf"({'|'.join(sorted(_KNOWN, key=len, reverse=True))})(?: |\t|$)[ \t]*(?:- )?(.*)"),
    begins=frozenset({"RT"}),
)
_FORMAT: Final = TaggedFormat(
    name="refworks",
    dialect=_DIALECT,
    type_tag="RT",
    read_type=lambda name: _TYPES.get(" ".join(name.lower().split()), ""),
    slots=_SLOTS,
    by_type=_BY_TYPE,
    known=_KNOWN,
)


def read_refworks(text: str) -> Reading:
    """Read RefWorks's tagged format; CN is in files of Chinese databases the journal's number, which is kept.

    Raises:
        ReadError: there is text, and no `RT ` in it.
    """
    return read_tagged(text, _FORMAT)
