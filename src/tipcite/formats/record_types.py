"""Kinds of works in EndNote's family of formats: RIS codes, EndNote's names and numbers, CSL's types.

Sources: RIS format specification (2012), "Reference types"; EndNote's reference type table (names and the numbers
that its XML gives them); CSL 1.0.2, appendix III.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class RecordType(NamedTuple):
    """One kind of work by the names that formats give it."""

    endnote: str
    number: int
    ris: str
    csl: str


TYPES: Final = (
    RecordType("Journal Article", 17, "JOUR", "article-journal"),
    RecordType("Magazine Article", 19, "MGZN", "article-magazine"),
    RecordType("Newspaper Article", 23, "NEWS", "article-newspaper"),
    RecordType("Electronic Article", 43, "EJOUR", "article-journal"),
    RecordType("Book", 6, "BOOK", "book"),
    RecordType("Edited Book", 28, "EDBOOK", "book"),
    RecordType("Electronic Book", 44, "EBOOK", "book"),
    RecordType("Book Section", 5, "CHAP", "chapter"),
    RecordType("Electronic Book Section", 60, "ECHAP", "chapter"),
    RecordType("Conference Paper", 47, "CPAPER", "paper-conference"),
    RecordType("Conference Proceedings", 10, "CONF", "paper-conference"),
    RecordType("Thesis", 32, "THES", "thesis"),
    RecordType("Report", 27, "RPRT", "report"),
    RecordType("Government Document", 46, "GOVDOC", "report"),
    RecordType("Web Page", 12, "ELEC", "webpage"),
    RecordType("Blog", 56, "BLOG", "post-weblog"),
    RecordType("Dictionary", 52, "DICT", "entry-dictionary"),
    RecordType("Encyclopedia", 53, "ENCYC", "entry-encyclopedia"),
    RecordType("Case", 7, "CASE", "legal_case"),
    RecordType("Statute", 31, "STAT", "legislation"),
    RecordType("Legal Rule or Regulation", 50, "LEGAL", "regulation"),
    RecordType("Bill", 4, "BILL", "bill"),
    RecordType("Hearing", 14, "HEAR", "hearing"),
    RecordType("Patent", 25, "PAT", "patent"),
    RecordType("Standard", 58, "STAND", "standard"),
    RecordType("Dataset", 59, "DATA", "dataset"),
    RecordType("Aggregated Database", 55, "AGGR", "dataset"),
    RecordType("Online Database", 45, "DBASE", "dataset"),
    RecordType("Computer Program", 9, "COMP", "software"),
    RecordType("Film or Broadcast", 21, "MPCT", "motion_picture"),
    RecordType("Audiovisual Material", 3, "ADVS", "motion_picture"),
    RecordType("Music", 61, "MUSIC", "musical_score"),
    RecordType("Artwork", 2, "ART", "graphic"),
    RecordType("Figure", 37, "FIGURE", "figure"),
    RecordType("Chart or Table", 38, "CHART", "figure"),
    RecordType("Map", 20, "MAP", "map"),
    RecordType("Manuscript", 36, "MANSCPT", "manuscript"),
    RecordType("Unpublished Work", 34, "UNPB", "manuscript"),
    RecordType("Pamphlet", 24, "PAMP", "pamphlet"),
    RecordType("Personal Communication", 26, "PCOMM", "personal_communication"),
    RecordType("Classical Work", 49, "CLSWK", "classic"),
    RecordType("Ancient Text", 51, "ANCIENT", "classic"),
    RecordType("Catalog", 8, "CTLG", "book"),
    RecordType("Serial", 57, "SER", "periodical"),
    RecordType("Online Multimedia", 48, "MULTI", "webpage"),
    RecordType("Equation", 39, "EQUA", "document"),
    RecordType("Grant", 54, "GRANT", "document"),
    RecordType("Generic", 13, "GEN", "document"),
)

_MORE_RIS: Final = {
    "ABST": "article-journal", "INPR": "article-journal", "JFULL": "periodical", "ICOMM": "personal_communication",
    "SLIDE": "graphic", "SOUND": "song", "UNBILL": "bill", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage", "STD": "standard", "INTV": "interview", "MANSCRPT": "manuscript", "THESIS": "thesis",
    "DISS": "thesis", "CONFERENCE": "paper-conference", "PREPRINT": "article",
}  # fmt: skip
"""Codes of the older specification, and a few that programs write without any."""

_MORE_ENDNOTE: Final = {
    "Conference Proceeding": "paper-conference", "Press Release": "document", "Interview": "interview",
    "Podcast": "broadcast", "Television Episode": "broadcast", "Social Media": "post", "Discussion Forum": "post",
    "Multimedia Application": "webpage", "Journal": "periodical", "Dissertation": "thesis", "Preprint": "article",
    "Newspaper": "article-newspaper", "Electronic Source": "webpage", "Yearbook": "book",
}  # fmt: skip
"""Names of newer versions, and of databases that write in EndNote's format (CNKI, Wanfang)."""

_MORE_WRITTEN: Final = {
    "article": "article-journal", "review": "article-journal", "review-book": "article-journal", "entry": "chapter",
    "treaty": "legislation", "interview": "document", "song": "document", "post": "post-weblog",
    "broadcast": "motion_picture", "performance": "document", "speech": "document", "collection": "manuscript",
    "event": "document",
}  # fmt: skip
"""Types that the family lacks, as which of its types they are written; the type itself stands in our own field."""

RIS_TYPES: Final[Mapping[str, str]] = MappingProxyType({row.ris: row.csl for row in TYPES} | _MORE_RIS)
ENDNOTE_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {name.lower(): csl for name, csl in ({row.endnote: row.csl for row in TYPES} | _MORE_ENDNOTE).items()}
)
ENDNOTE_NUMBERS: Final[Mapping[int, str]] = MappingProxyType({row.number: row.csl for row in TYPES})
_GENERIC: Final = TYPES[-1]
# CONF is what most programs write for a paper.
_FIRST: Final = {row.csl: row for row in reversed(TYPES)} | {"paper-conference": TYPES[10], "document": _GENERIC}

WHOLE: Final = frozenset(
    """book thesis report software map manuscript motion_picture musical_score song standard patent dataset pamphlet
    collection classic periodical legislation regulation bill treaty""".split()
)
"""Works that stand by themselves: a second title of theirs is the series, not what contains them."""


def record_type(csl_type: str) -> RecordType:
    """Return the row by which a CSL type is written."""
    return _FIRST.get(_MORE_WRITTEN.get(csl_type, csl_type), _GENERIC)
