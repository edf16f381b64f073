"""NoteExpress's text format (`.net`): `{Reference Type}: Journal Article`, `{Title}: …`; CNKI and Wanfang export it.

Sources: the field names of NoteExpress's own export filter, and what files of CNKI (authors joined by `;` or `,`,
keywords by `;;`, the journal's number in the register as a note) and of Wanfang (a line for each author and keyword,
English titles and names beside the Chinese ones) look like. It is only read: NoteExpress imports RIS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tipcite.formats.record_read import Entry
from tipcite.formats.record_types import ENDNOTE_TYPES
from tipcite.formats.tagged import Dialect
from tipcite.formats.tagged_read import TaggedFormat, read_tagged
from tipcite.model import Reading

_MORE_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "期刊文章": "article-journal", "期刊论文": "article-journal", "学位论文": "thesis",
        "会议论文": "paper-conference",
        "会议论文集": "book", "图书": "book", "图书章节": "chapter", "报纸文章": "article-newspaper",
        "报纸": "article-newspaper",
        "杂志文章": "article-magazine", "专利": "patent", "标准": "standard", "报告": "report", "网页": "webpage",
        "電子資源": "webpage", "期刊文章類": "article-journal", "學位論文": "thesis", "書籍": "book",
        "journal": "article-journal", "article in conference proceedings": "paper-conference",
    }
)  # fmt: skip
_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Title": "title", "Translated Title": "translated-title", "Short Title": "title-short",
        "Author": "author", "Translated Author": "romanised-author", "Secondary Author": "secondary-author",
        "Tertiary Author": "tertiary-author", "Editor": "editor", "Translator": "translator",
        "Journal": "container-title", "Translated Journal": "translated-container",
        "Secondary Title": "secondary-title",
        "Tertiary Title": "tertiary-title", "Series Title": "tertiary-title", "Year": "year", "Date": "date",
        "Volume": "volume", "Issue": "issue", "Pages": "pages", "Number of Pages": "pages", "Edition": "edition",
        "Number of Volumes": "number-of-volumes", "Section": "section", "Publisher": "publisher",
        "Place Published": "publisher-place", "Type of Work": "genre", "ISBN/ISSN": "serial", "ISBN": "serial",
        "ISSN": "serial", "图书印刷版ISBN": "serial", "DOI": "DOI", "URL": "URL", "Abstract": "abstract",
        "Keywords": "keyword", "Notes": "note", "Language": "language", "Database Provider": "source",
        "Access Date": "accessed", "Call Number": "call-number", "Label": "key", "Number": "number",
    }
)  # fmt: skip
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("paper-conference", "Tertiary Title"): "proceedings-title",
        ("paper-conference", "Place Published"): "event-place",
        ("patent", "Type of Work"): "number",
    }
)
_CN_NUMBER: Final = re.compile(r"\d{2}-\d{4}(?:/[A-Z0-9]+)?")
# ZHANG San: Wanfang writes family names first, in capitals.
_SHOUTED: Final = re.compile(r"([A-Z]{2,}|[A-Z](?=\s))\s+([A-Z][a-z][\w' -]*)")
_REGISTER: Final = "CN"
_DIALECT: Final = Dialect(
    title="NoteExpress's format",
    line=re.compile(r"[ \t]*\{([^{}\n:：]{1,60}?),?\}[ \t]*[:：][ \t]?(.*)"),
    begins=frozenset({"Reference Type"}),
)


def read_noteexpress(text: str) -> Reading:
    """Read NoteExpress's format.

    Raises:
        ReadError: there is text, and no `{Reference Type}: ` in it.
    """
    return read_tagged(text, _FORMAT)


def _type(name: str) -> str:
    plain = " ".join(name.lower().split())
    return ENDNOTE_TYPES.get(plain, "") or _MORE_TYPES.get(plain, "")


def _prepared(csl_type: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Take the journal's number in the mainland's register, and a patent's, out of the notes; turn names round."""
    for entry in entries:
        if entry.tag == "Translated Author" and (shouted := _SHOUTED.fullmatch(entry.value.strip())):
            yield entry._replace(value=f"{shouted[1].capitalize()}, {shouted[2]}")
            continue
        is_number = entry.tag == "Notes" and _CN_NUMBER.fullmatch(entry.value.strip())
        if is_number:
            yield entry._replace(tag=_REGISTER)
        elif csl_type != "patent" or entry.tag != "Notes" or not re.fullmatch(r"[A-Z]{2}\d+\.?\w*", entry.value):
            yield entry
        else:
            yield entry._replace(tag="Type of Work")


_FORMAT: Final = TaggedFormat(
    name="noteexpress",
    dialect=_DIALECT,
    type_tag="Reference Type",
    read_type=_type,
    slots=_SLOTS,
    by_type=_BY_TYPE,
    prepare=_prepared,
)
