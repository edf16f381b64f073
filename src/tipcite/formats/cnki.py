"""The plain text that CNKI (中国知网) exports for its E-Study (知网研学) and by its own choice of fields (自定义).

Every line is a field with its English and its Chinese name: `Title-题名: …`. E-Study's begin with `DataType: 1` (1 is
an article, 2 a thesis), the others with `SrcDatabase-来源库: 期刊`. Authors,
institutions and keywords are joined by `;`.
Source: the exports as their users describe them; CNKI has no specification. It is only read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.record_read import Entry
from tipcite.formats.tagged import Dialect
from tipcite.formats.tagged_read import TaggedFormat, read_tagged
from tipcite.model import Reading

_DATA_TYPES: Final = {"1": "article-journal", "2": "thesis"}
_DATABASES: Final = (
    ("期刊", "article-journal"), ("辑刊", "article-journal"), ("硕士", "thesis"), ("博士", "thesis"), ("学位",
    "thesis"),
    ("会议", "paper-conference"), ("报纸", "article-newspaper"), ("专利", "patent"), ("标准", "standard"),
    ("图书", "book"), ("成果", "report"), ("年鉴", "document"), ("法律", "legislation"),
)  # fmt: skip
"""Words in the name of the database that a record is from, and the kind of work that they mean."""
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Title": "title", "Author": "author", "Source": "container-title", "Year": "year", "PubTime": "date",
        "Keyword": "keyword", "Summary": "abstract", "Period": "issue", "Volume": "volume", "Roll": "volume",
        "Page": "pages", "ISSN": "serial", "ISBN": "serial", "DOI": "DOI", "Link": "URL", "URL": "URL",
        "Teacher": "tertiary-author", "Tutor": "tertiary-author", "Degree": "genre", "Publisher": "publisher",
        "Meeting": "event-title",
    }
)  # fmt: skip
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType({("thesis", "Source"): "publisher"})
_FIELD: Final = r"[ \t]*((?:DataType|(?:%s)-[^\s:：]{1,12}))[ \t]*[:：][ \t]?(.*)"
_NAMES: Final = "|".join([*_SLOTS, "SrcDatabase", "Organ", "PageCount", "FirstDuty", "Fund", "CLC"])
_LINE: Final = re.compile(_FIELD % _NAMES)
_DATA_TYPE: Final = re.compile(r"^[ \t\ufeff]*DataType[ \t]*[:：]", re.MULTILINE)
_DATABASE: Final = re.compile(r"^[ \t\ufeff]*(SrcDatabase-[^\s:：]{1,12})[ \t]*[:：]", re.MULTILINE)


def read_cnki(text: str) -> Reading:
    """Read CNKI's own text format.

    Raises:
        ReadError: there is text, and no record in it.
    """
    if _DATA_TYPE.search(text):
        begins, type_tag = frozenset({"DataType"}), "DataType"
    else:
        begins = frozenset(_DATABASE.findall(text)) or frozenset({"SrcDatabase-来源库"})
        type_tag = min(begins)
    dialect = Dialect(title="CNKI's text format", line=_LINE, begins=begins)
    return read_tagged(
        text,
        TaggedFormat(
            name="cnki",
            dialect=dialect,
            type_tag=type_tag,
            read_type=_type,
            slots=_SLOTS,
            by_type=_BY_TYPE,
            prepare=_prepared,
            retype=_retype,
        ),
    )


def _type(value: str) -> str:
    return _DATA_TYPES.get(value.strip(), "") or _of_database(value) or "document"


def _of_database(value: str) -> str:
    return next((csl_type for word, csl_type in _DATABASES if word in value), "")


def _retype(csl_type: str, entries: Sequence[Entry]) -> str:
    """Return what the database says, which E-Study's number of a type is coarser than."""
    said = (_of_database(entry.value) for entry in entries if entry.tag.startswith("SrcDatabase"))
    return next(filter(None, said), csl_type)


def _prepared(csl_type: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Take the Chinese names off the fields; only they say whether `PageCount` counts pages or names them."""
    for entry in entries:
        name, _, chinese = entry.tag.partition("-")
        value = entry.value.strip().rstrip(";；")
        if (name == "PageCount" and chinese in ("页码", "頁碼")) or (name == "PageCount" and csl_type == "thesis"):
            name = "Page"
        elif name == "SrcDatabase" and csl_type == "thesis" and value in ("硕士", "博士"):
            yield entry._replace(tag="Degree", value=f"{value}学位论文")
            continue
        yield entry._replace(tag=name, value=value)
