"""EndNote's tagged format (`.enw`, "EndNote Import", once Refer): `%0 Journal Article`, `%A Name`, `%T Title`.

Sources: EndNote's manual, "Tagged 'EndNote Import' format", for the tags; Lesk, "Some Applications of Inverted
Indexes on the UNIX System" (1978), for what is older; files of CNKI, Wanfang and Airiti for what they really write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.record_read import Entry
from tipcite.formats.record_types import ENDNOTE_TYPES, record_type
from tipcite.formats.tagged import Dialect
from tipcite.formats.tagged_read import TaggedFormat, read_tagged
from tipcite.formats.tagged_write import TaggedWriting, write_record
from tipcite.model import Item, Reading

_SLOTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "%A": "author", "%E": "secondary-author", "%Y": "tertiary-author", "%?": "subsidiary-author",
        "%H": "translator", "%T": "title", "%B": "secondary-title", "%S": "tertiary-title", "%J": "container-title",
        "%!": "title-short", "%Q": "translated-title", "%O": "container-title-short",
        "%D": "year", "%8": "date", "%[": "accessed", "%V": "volume", "%N": "issue", "%P": "pages", "%&": "section",
        "%6": "number-of-volumes", "%7": "edition", "%9": "genre", "%I": "publisher", "%C": "publisher-place",
        "%@": "serial", "%R": "DOI", "%U": "URL", "%X": "abstract", "%Z": "note", "%K": "keyword", "%G": "language",
        "%L": "call-number", "%~": "source", "%<": "annote", "%*": "reviewed-title", "%F": "key", "%4": "own",
    }
)  # fmt: skip
_BY_TYPE: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("article-journal", "%&"): "start", ("article-journal", "%2"): "PMCID",
        ("paper-conference", "%1"): "event-place",
        ("paper-conference", "%3"): "proceedings-title", ("article-journal", "%]"): "number",
        ("patent", "%@"): "number", ("standard", "%@"): "number",
    }
)  # fmt: skip
_NAME_TAGS: Final = frozenset({"%A", "%E", "%Y", "%?", "%H"})
_DIALECT: Final = Dialect(
    title="EndNote's tagged format",
    line=re.compile(r"[ \t]*(%[0-9A-Z@!#$\]&()*+^><\[=~?\-])(?: |\t|$|(?=[^\x00-\x7f]))(.*)"),
    begins=frozenset({"%0"}),
    begins_after_blank=True,
)
_FORMAT: Final = TaggedFormat(
    name="enw",
    dialect=_DIALECT,
    type_tag="%0",
    read_type=lambda name: ENDNOTE_TYPES.get(" ".join(name.lower().split()), ""),
    slots=_SLOTS,
    by_type=_BY_TYPE,
    spoken=True,
    prepare=lambda _type, entries: _one_name_each(entries),
)
_WRITING: Final = TaggedWriting(
    name="enw",
    dialect=_DIALECT,
    tags={
        "author": "%A", "secondary-author": "%E", "tertiary-author": "%Y", "subsidiary-author": "%?", "title": "%T",
        "secondary-title": "%B", "container-title": "%J", "tertiary-title": "%S", "title-short": "%!",
        "container-title-short": "%O", "translated-title": "%Q", "year": "%D", "date": "%8", "accessed": "%[",
        "volume": "%V", "issue": "%N", "pages": "%P", "section": "%&", "number-of-volumes": "%6", "edition": "%7",
        "genre": "%9", "publisher": "%I", "publisher-place": "%C", "serial": "%@", "DOI": "%R", "URL": "%U",
        "abstract": "%X", "note": "%Z", "keyword": "%K", "language": "%G", "call-number": "%L", "source": "%~",
        "annote": "%<", "reviewed-title": "%*",
    },
    by_type={
        ("article-journal", "PMCID"): "%2", ("paper-conference", "event-place"): "%1",
        ("paper-conference", "proceedings-title"): "%3", ("article-journal", "secondary-title"): "%J",
        ("article-magazine", "secondary-title"): "%J", ("article-newspaper", "secondary-title"): "%J",
        ("article-journal", "number"): "%]", ("article-journal", "section"): "",
    },
    line="{tag} {value}",
    key_tag="%F",
    own_tag="%4",
    not_kept=frozenset({"%0", "%F"}),
    marks_bodies=True,
)  # fmt: skip


def _one_name_each(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Part names that CNKI runs together on one line: `%A 张三%A 李四`."""
    for entry in entries:
        if entry.tag in _NAME_TAGS and f"{entry.tag} " in entry.value:
            for value in entry.value.split(f"{entry.tag} "):
                yield entry._replace(value=value.strip())
        else:
            yield entry


def read_enw(text: str) -> Reading:
    """Read EndNote's tagged format.

    Raises:
        ReadError: there is text, and no tag in it.
    """
    return read_tagged(text, _FORMAT)


def write_enw(items: Sequence[Item]) -> str:
    """Write items in EndNote's tagged format."""
    return "\n".join(
        write_record(item, _WRITING, f"%0 {record_type(item.type).endnote}", "", read_enw) for item in items
    )
