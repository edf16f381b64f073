"""RIS: `TY  - JOUR` … `ER  - `, one field a line, as reference managers and databases exchange it.

Sources: "RIS Format Specifications" (Research Information Systems, 2001; Thomson Reuters, 2012) for tags and
types; EndNote's and Zotero's exports, and files of CNKI, Wanfang and Airiti, for what programs really write.
Zotero's code was not used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.record_types import RIS_TYPES, WHOLE, record_type
from tipcite.formats.tagged import Dialect
from tipcite.formats.tagged_read import TaggedFormat, read_tagged
from tipcite.formats.tagged_write import TaggedWriting, write_record
from tipcite.model import Item, Reading

_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "TI": "title", "T1": "title", "CT": "title", "BT": "book-title", "T2": "secondary-title",
        "T3": "tertiary-title", "JF": "container-title", "JO": "journal-any", "JA": "container-title-short",
        "J1": "container-title-short", "J2": "container-title-short", "ST": "title-short", "TT": "translated-title",
        "AU": "author", "A1": "author", "ED": "editor", "A2": "secondary-author", "A3": "tertiary-author",
        "A4": "subsidiary-author", "TA": "subsidiary-author",
        "PY": "year", "Y1": "year", "DA": "date", "Y2": "accessed",
        "VL": "volume", "VO": "volume", "IS": "issue", "CP": "issue", "SP": "start", "EP": "end", "M1": "number",
        "ET": "edition", "NV": "number-of-volumes", "SE": "section", "M3": "genre",
        "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "SN": "serial",
        "DO": "DOI", "UR": "URL", "L3": "link", "AB": "abstract", "N2": "abstract", "N1": "note", "KW": "keyword",
        "LA": "language", "CN": "call-number", "DB": "source", "AV": "archive_location",
        "RN": "annote", "RI": "reviewed-title",
        "ID": "key", "U5": "own",
    }
)  # fmt: skip
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("paper-conference", "C1"): "event-place", ("paper-conference", "C3"): "proceedings-title",
        ("article-journal", "C2"): "PMCID", ("article-journal", "C7"): "number",
        ("legislation", "SE"): "section",
    }
)  # fmt: skip
"""C1 to C8 mean something else in each type; EndNote's table names them."""

_KNOWN: Final = frozenset(_SLOTS) | frozenset(
    """TY ER A5 AD AN AR C1 C2 C3 C4 C5 C6 C7 C8 CA CL CR DP DS FD ID LB LK L1 L2 L4 M2 OP PA PE PM RI RN RP SA SO SR
    U1 U2 U3 U4 WT WV Y3""".split()
)
_KNOWN_TAGS: Final = "|".join(sorted(_KNOWN))
_DIALECT: Final = Dialect(
    title="RIS",
    # By the book `TY  - JOUR`; with other blanks only where the tag is a known one.
    line=re.compile(
        rf"[ \t]*([A-Z][A-Z0-9](?= {{2}}-(?: |$))|(?:{_KNOWN_TAGS})(?= {{2}}-|[ \t]{{1,4}}-(?:\s|$)))"
        r"[ \t]{1,4}- ?(.*)"
    ),
    begins=frozenset({"TY"}),
    end="ER",
)
_FORMAT: Final = TaggedFormat(
    name="ris",
    dialect=_DIALECT,
    type_tag="TY",
    read_type=lambda name: RIS_TYPES.get(name.upper(), ""),
    slots=_SLOTS,
    by_type=_BY_TYPE,
    known=_KNOWN,
)
_WRITING: Final = TaggedWriting(
    name="ris",
    dialect=_DIALECT,
    tags={
        "author": "AU", "secondary-author": "A2", "tertiary-author": "A3", "subsidiary-author": "A4",
        "title": "TI", "secondary-title": "T2", "container-title": "JF", "tertiary-title": "T3",
        "title-short": "ST", "container-title-short": "J2", "translated-title": "TT",
        "year": "PY", "date-slashes": "DA", "accessed": "Y2", "start": "SP", "end": "EP", "volume": "VL", "issue": "IS",
        "number": "M1", "edition": "ET", "publisher": "PB", "publisher-place": "CY", "number-of-volumes": "NV",
        "section": "SE", "genre": "M3", "language": "LA", "call-number": "CN", "source": "DB",
        "archive_location": "AV", "DOI": "DO", "URL": "UR", "abstract": "AB", "note": "N1", "annote": "RN",
        "reviewed-title": "RI", "keyword": "KW", "serial": "SN",
    },
    by_type={
        ("paper-conference", "event-place"): "C1", ("paper-conference", "proceedings-title"): "C3",
        ("article-journal", "PMCID"): "C2", ("article-journal", "number"): "C7",
        # A2 of a book is the series' editor to EndNote.
        **{(kind, "secondary-author"): "ED" for kind in WHOLE - {"thesis"}},
    },
    line="{tag}  - {value}",
    key_tag="ID",
    own_tag="U5",
    not_kept=frozenset({"TY", "ER", "ID"}),
)  # fmt: skip


def read_ris(text: str) -> Reading:
    """Read RIS.

    Raises:
        ReadError: there is text, and no `TY  - ` in it.
    """
    return read_tagged(text, _FORMAT)


def write_ris(items: Sequence[Item]) -> str:
    """Write items as RIS, with line feeds as line ends."""
    return "\n".join(
        write_record(item, _WRITING, f"TY  - {record_type(item.type).ris}", "ER  - ", read_ris) for item in items
    )
