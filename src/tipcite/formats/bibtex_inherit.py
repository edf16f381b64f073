"""What an entry takes over from the entries that `xdata` and `crossref` name.

Which title goes where follows biber's default rules (biblatex manual, appendix B, "Default Inheritance Setup");
BibTeX hands on fields under their own names (btxdoc, 3.2), which is what remains where no rule is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tipcite.formats.bibtex_model import Entry

_IN_BOOK: Final = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTION: Final = frozenset({"incollection", "inreference", "suppcollection"})
_MAIN: Final = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_BOOK: Final = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_JOURNAL: Final = {"title": "journaltitle", "subtitle": "journalsubtitle"}

# (parents, children, renamed fields)
_RULES: Final[tuple[tuple[frozenset[str], frozenset[str], Mapping[str, str]], ...]] = (
    (frozenset({"mvbook"}), _IN_BOOK | {"book"}, _MAIN),
    (frozenset({"mvcollection", "mvreference"}), _IN_COLLECTION | {"collection", "reference"}, _MAIN),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings", "conference"}), _MAIN),
    (frozenset({"book"}), _IN_BOOK | _IN_COLLECTION, _BOOK),
    (frozenset({"collection", "reference"}), _IN_COLLECTION | _IN_BOOK, _BOOK),
    (frozenset({"proceedings"}), frozenset({"inproceedings", "conference"}), _BOOK),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), _JOURNAL),
)
_NEVER: Final = frozenset(
    """ids crossref xref entryset entrysubtype execute gender label options presort related relatedoptions
    relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle
    sortkey sortname sortshorthand sorttitle sortyear indextitle indexsorttitle xdata keywords langid hyphenation
    langidopts""".split()
)
_BY_AUTHOR: Final = frozenset({"mvbook", "book"})


def inherit(entries: Sequence[Entry], *, missing: Callable[[Entry, str], None]) -> Iterator[Entry]:
    """Yield every entry with what it inherits; `missing` is told of every parent that is not there."""
    if not any("crossref" in entry.fields or "xdata" in entry.fields for entry in entries):
        yield from entries
        return
    family = _Family(entries)
    for entry in entries:
        for name in _parents(entry):
            if family.find(name) is None:
                missing(entry, name)
        yield family.complete(entry)


class _Family:
    """The entries by key, and those that are complete already."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._by_key: dict[str, Entry] = {}
        self._done: dict[int, Entry] = {}
        for entry in entries:
            self._by_key.setdefault(entry.key, entry)
            self._by_key.setdefault(entry.key.lower(), entry)

    def find(self, name: str) -> Entry | None:
        """Find an entry by its key; BibTeX does not mind the case of a crossref."""
        return self._by_key.get(name) or self._by_key.get(name.lower())

    def complete(self, wanted: Entry) -> Entry:
        """Complete an entry after its parents, without recursion: chains may be as long as the file."""
        stack = [wanted]
        begun = {wanted.place}
        while stack:
            entry = stack[-1]
            parents = [parent for parent in map(self.find, _parents(entry)) if parent is not None]
            waiting = next(
                (parent for parent in parents if parent.place not in begun and parent.place not in self._done), None
            )
            if waiting is not None:
                stack.append(waiting)
                begun.add(waiting.place)
                continue
            ready = [self._done[parent.place] for parent in parents if parent.place in self._done]
            self._done.setdefault(entry.place, _merge(entry, ready))
            stack.pop()
        return self._done[wanted.place]


def _parents(entry: Entry) -> list[str]:
    names = [name.strip() for name in entry.fields.get("xdata", "").split(",")]
    names.append(entry.fields.get("crossref", "").strip())
    return [name for name in names if name]


def _merge(entry: Entry, parents: list[Entry]) -> Entry:
    fields = dict(entry.fields)
    for parent in parents:
        renamed = _renamed(parent.kind, entry.kind)
        if parent.kind in _BY_AUTHOR and entry.kind in _IN_BOOK and "author" in parent.fields:
            fields.setdefault("bookauthor", parent.fields["author"])
        dated = "date" in fields or "year" in fields
        for name, value in parent.fields.items():
            if name in _NEVER or (dated and name in ("date", "year", "month", "day")):
                continue
            target = renamed.get(name, name)
            if target not in fields:
                fields[target] = value
    return replace(entry, fields=fields)


def _renamed(parent: str, child: str) -> Mapping[str, str]:
    return next((names for parents, children, names in _RULES if parent in parents and child in children), {})
