"""A .bib text to its blocks: what is clean is taken as it is, the rest is split by bibtexparser and checked.

1. `bibtex_clean` finds the entries that need no repair; what stands between them goes to bibtexparser (2.1).
2. Each entry is checked: does every value consist of whole terms? bibtexparser merges two fields when a comma is
   missing, keeps fields named `% title`, and refuses entries that can be repaired; those are read again by
   `bibtex_scan`.
3. What stands between blocks is looked at: a block start that bibtexparser does not see (`@ book {`), the rest of
   an entry that an extra brace closed too early (which it drops without a word), or a comment.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from tipcite.formats.bibtex_clean import clean_entries
from tipcite.formats.bibtex_model import Fault, RawEntry, RawMacro, Rejected, Splitting
from tipcite.formats.bibtex_scan import BLOCK_START, closing_brace, scan_entry

# bibtexparser logs every fault as a warning, which Python prints when nobody listens.
_SILENCE: Final = logging.NullHandler()

_NAME: Final = re.compile(r"[^\W\d][\w:.+/'-]*")
_KEY: Final = re.compile(r"[^\s,，={}\"＝｛｝()][^\s,，={}\"＝｛｝]*(?: [^\s,，={}\"＝｛｝%]+)*")
_BARE_VALUE: Final = re.compile(r"[^\s,，{}\"#=%()@]+")
_BRACES: Final = re.compile(r"[{}]")
_FREE_BRACES: Final = re.compile(r"(?<!\\)[{}]")
_STRAY_FIELD: Final = re.compile(r"[\w-]+\s*=")


@dataclass(slots=True)
class _Collector:
    entries: list[RawEntry] = field(default_factory=list)
    macros: list[RawMacro] = field(default_factory=list)
    preambles: list[str] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    search_left: int = 0
    """How many characters may still be searched for the ends of comments, of which a file may have many without."""


def split_bibtex(text: str) -> Splitting:
    """Take a .bib text apart; every character but blanks is in one of the parts."""
    out = _Collector(search_left=4 * len(text) + 10_000)
    known_names: set[str] = set()
    place = 0
    for entry in clean_entries(text):
        if _has_open_comment(text, place, entry.place):
            break
        _take_stretch(text, place, entry.place, out, known_names)
        out.entries.append(entry)
        place = entry.place + len(entry.raw)
    _take_stretch(text, place, len(text), out, known_names)
    return Splitting(
        entries=tuple(out.entries),
        macros=tuple(out.macros),
        preambles=tuple(out.preambles),
        comments=tuple(out.comments),
        rejected=tuple(out.rejected),
        faults=tuple(out.faults),
    )


def _has_open_comment(text: str, start: int, end: int) -> bool:
    """Tell whether a `@comment` begins here and does not end here: what looks like an entry may stand in it."""
    return any(
        match[1].lower() == "comment" and closing_brace(text, match.end() - 1, end) < 0
        for match in BLOCK_START.finditer(text, start, end)
    )


def _take_stretch(text: str, start: int, end: int, out: _Collector, known: set[str]) -> None:
    """Take what stands from one clean entry to the next."""
    if start == end or text[start:end].isspace():
        return
    place = start
    located = list(_locate(text, start, _split(text[start:end])))
    for number, (block, begin) in enumerate(located):
        limit = located[number + 1][1] if number + 1 < len(located) else end
        if begin < place:
            continue
        _take_gap(text, place, begin, out)
        if _is_commented_out(text, place, begin):
            place = begin + len(block.raw)
            out.comments.append((begin, block.raw))
            continue
        place = _take_block(text, block, begin, limit, out, known)
    _take_gap(text, place, end, out)


def _split(text: str) -> list[Any]:
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").addHandler(_SILENCE)
    return list(Splitter(text).split().blocks)


def _locate(text: str, start: int, blocks: list[Any]) -> Iterator[tuple[Any, int]]:
    """Yield every block but the free text between blocks, with the place where it begins."""
    from bibtexparser.model import ImplicitComment

    place = start
    for block in blocks:
        if isinstance(block, ImplicitComment):
            continue
        found = text.find(block.raw, place)
        if found >= 0:
            yield block, found
            place = found + max(len(block.raw), 1)


def _is_commented_out(text: str, place: int, start: int) -> bool:
    """Tell whether a `%` stands before the block on its line, as TeX and biber read it."""
    line = max(text.rfind("\n", 0, start) + 1, place)
    return "%" in text[line:start]


def _take_block(text: str, block: Any, start: int, limit: int, out: _Collector, known: set[str]) -> int:
    """Put one block where it belongs; return where it ends."""
    from bibtexparser import model

    match block:
        case model.ParsingFailedBlock():
            entry = getattr(block, "ignore_error_block", None)
            if isinstance(entry, model.Entry):
                return _take_entry(text, entry, start, limit, out, known)
            return _scan(text, start, limit, out)
        case model.Entry():
            return _take_entry(text, block, start, limit, out, known)
        case model.String():
            out.macros.append(RawMacro(name=block.key.lower(), value=block.value, place=start))
        case model.Preamble():
            out.preambles.append(block.value)
        case _:
            out.comments.append((start, block.raw))
    return start + len(block.raw)


def _take_entry(text: str, block: Any, start: int, limit: int, out: _Collector, known: set[str]) -> int:
    values: dict[str, str] = {}
    repeated: list[tuple[str, str]] = []
    if not block.entry_type:
        # `@ {` in running text
        out.comments.append((start, block.raw))
        return start + len(block.raw)
    sound = _is_key(block.key)
    for item in block.fields:
        name, value = item.key, item.value
        if not sound or not (name in known or _is_name(name, known)) or not _is_whole(value):
            return _scan(text, start, limit, out)
        name = name.lower()
        if name in values:
            repeated.append((name, value))
        else:
            values[name] = value
    if not sound:
        return _scan(text, start, limit, out)
    end = start + len(block.raw)
    if _closed_too_early(text, end, limit):
        _reject_early_end(text, start, end, limit, out)
        return limit
    out.entries.append(
        RawEntry(
            kind=block.entry_type.lower(),
            key=block.key,
            place=start,
            raw=block.raw,
            values=values,
            repeated=tuple(repeated),
        )
    )
    return end


def _is_key(key: str) -> bool:
    return not key or key.isalnum() or _KEY.fullmatch(key) is not None


def _is_name(name: str, known: set[str]) -> bool:
    """Tell whether a text is a field's name; what was right once is remembered for this file."""
    if _NAME.fullmatch(name) is None:
        return False
    known.add(name)
    return True


def _is_whole(value: str) -> bool:
    """Tell whether a value is one term, or terms joined by `#`."""
    if not value:
        return False
    first = value[0]
    if first == "{":
        close = value.find("}")
        if close == len(value) - 1:
            return value.count("{") == 1
        return (value[-1] == "}" and _is_one_group(value)) or _is_concatenation(value)
    if first == '"' and value.find('"', 1) == len(value) - 1 and "{" not in value:
        return "}" not in value
    return _BARE_VALUE.fullmatch(value) is not None or _is_concatenation(value)


def _is_one_group(value: str) -> bool:
    """Tell whether the last brace closes the first, by BibTeX's count or without those behind a backslash."""
    last = len(value) - 1
    for pattern in (_BRACES, _FREE_BRACES) if "\\" in value else (_BRACES,):
        depth = 0
        for match in pattern.finditer(value):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                if match.start() == last:
                    return True
                break
    return False


def _is_concatenation(value: str) -> bool:
    """Tell whether the tolerant reader takes the value whole and finds nothing wrong in it."""
    wrapped = "@a{b,c=" + value + "}"
    scan = scan_entry(wrapped, 0, len(wrapped))
    return scan.entry is not None and scan.end == len(wrapped) and not scan.entry.faults


def _closed_too_early(text: str, end: int, limit: int) -> bool:
    """Tell whether what follows an entry up to the next block is its own rest, cut off by an extra brace."""
    close = text.find("}", end, limit)
    if close < 0:
        return False
    opening = text.find("{", end, limit)
    before = text[end:close] if opening < 0 else text[end : min(opening, close)]
    rest = text[end:limit]
    return _STRAY_FIELD.search(rest) is not None and _depth_falls(rest) and not BLOCK_START.search(before)


def _depth_falls(text: str) -> bool:
    depth = 0
    for match in _BRACES.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return True
    return False


def _reject_early_end(text: str, start: int, end: int, limit: int, out: _Collector) -> None:
    raw = text[start:limit].rstrip()
    fault = Fault(
        place=end - 1,
        code="extra-brace",
        message="the entry is closed here by a brace too many, and its other fields stand outside; remove the brace",
        fatal=True,
    )
    out.rejected.append(Rejected(place=start, raw=raw, fault=fault))


def _scan(text: str, start: int, limit: int, out: _Collector) -> int:
    """Read an entry with the tolerant reader; return where it ends."""
    kind = BLOCK_START.match(text, start)
    if kind is not None and kind[1].lower() == "comment":
        # A comment may hold whole entries, at which bibtexparser gives up.
        end = closing_brace(text, kind.end() - 1, min(start + out.search_left, len(text))) + 1
        out.search_left -= min((end or len(text)) - start, out.search_left)
        end = end or limit
        out.comments.append((start, text[start:end].rstrip()))
        return end
    scan = scan_entry(text, start, limit)
    if scan.entry is None:
        raw = text[start:limit].rstrip()
        fault = scan.fault or Fault(place=start, code="syntax", message="this is no entry", fatal=True)
        out.rejected.append(Rejected(place=start, raw=raw, fault=fault))
        return limit
    if scan.entry.kind == "string":
        out.macros.extend(RawMacro(name=name, value=value, place=start) for name, value in scan.entry.values.items())
        out.faults.extend(scan.entry.faults)
    elif _closed_too_early(text, scan.end, limit):
        _reject_early_end(text, start, scan.end, limit, out)
        return limit
    else:
        out.entries.append(scan.entry)
    return scan.end


def _take_gap(text: str, start: int, end: int, out: _Collector) -> None:
    """Look at what stands between two blocks: entries that bibtexparser does not see, stray braces, comments."""
    while start < end:
        match = BLOCK_START.search(text, start, end)
        if match is None:
            break
        if _is_commented_out(text, start, match.start()):
            line_end = text.find("\n", match.start(), end)
            stop = end if line_end < 0 else line_end
            _take_comment(text, start, stop, out)
            start = stop
            continue
        _take_comment(text, start, match.start(), out)
        start = _scan(text, match.start(), end, out)
    _take_comment(text, start, end, out)


def _take_comment(text: str, start: int, end: int, out: _Collector) -> None:
    raw = text[start:end].strip()
    if not raw:
        return
    place = text.index(raw, start)
    if set(raw) <= set("{}(), \n\t"):
        out.faults.append(
            Fault(place=place, code="stray-brace", message=f"{raw!r} stands outside any entry; remove it")
        )
    else:
        out.comments.append((place, raw))
