"""A pasted text → its entries, with the place of every character. The passes, in their order:

1. Markup and invisible characters are taken out (`markup`), the text is cut into lines (`lines`).
2. Numbers and bullets are cut off (`lines`), page numbers and running headers taken out (`furniture`),
   notes about the article and its authors set apart (`aside`).
3. Lines are put together to entries (`wrapping`) and joined as a reader would print them (`joining`).
4. Entries that run together are parted (`joined`), an English pair is joined to its Chinese entry (`pairs`),
   and text before and behind the list is set apart (`aside`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tipcite.formats.reftext.aside import is_note, is_prose, without_notes
from tipcite.formats.reftext.begins import LIKELY, strength
from tipcite.formats.reftext.furniture import without_furniture
from tipcite.formats.reftext.headings import is_heading, is_main_heading, letter_of
from tipcite.formats.reftext.joined import part_entry
from tipcite.formats.reftext.joining import separator
from tipcite.formats.reftext.lines import Line, physical_lines, unnumbered
from tipcite.formats.reftext.markup import plain
from tipcite.formats.reftext.pairs import with_pairs
from tipcite.formats.reftext.rawentry import Heading, LeftOut, RawEntry
from tipcite.formats.reftext.source import LineStarts, Source, line_breaks
from tipcite.formats.reftext.wrapping import group

__all__ = ["Heading", "LeftOut", "RawEntry", "is_heading", "split_entries"]

Piece = RawEntry | Heading | LeftOut


def split_entries(text: str) -> tuple[Piece, ...]:
    """Cut a pasted text into entries, headings and what is left out, in their order."""
    source = plain(text)
    breaks = line_breaks(text)
    join = _Joiner(source, LineStarts(breaks))
    lines = unnumbered(physical_lines(source, breaks if source.text is text else line_breaks(source.text)))
    if len(lines) == 1:
        return _alone(lines[0], join)
    lines, pages = without_furniture(lines)
    lines, notes = without_notes(lines)
    found: list[Piece] = []
    for lines_of_one in group(_with_headings(lines)):
        if lines_of_one[0].heading:
            found.append(Heading(text=lines_of_one[0].text, line=join.place(lines_of_one[0].start)[0]))
        else:
            found.extend(part_entry(join.entry(lines_of_one)))
    found = _without_prose(with_pairs(found))
    left = [join.left_out([line], "page") for line in pages] + [join.left_out(note, "no-reference") for note in notes]
    return tuple(_in_order(found, left)) if left else tuple(found)


def _alone(line: Line, join: _Joiner) -> tuple[Piece, ...]:
    """Cut a text of one line: there is no page around it, and no line to which it could belong."""
    if not line.marked and is_note(line.text):
        return (join.left_out([line], "no-reference"),)
    if not line.marked and len(line.text) <= _LONGEST_HEADING and is_heading(line.text):
        return (Heading(text=line.text, line=join.place(line.start)[0]),)
    entries = part_entry(join.entry([line]))
    return tuple(entries) if len(entries) == 1 else tuple(_without_prose(with_pairs([*entries])))


def _in_order(found: list[Piece], left: list[LeftOut]) -> list[Piece]:
    return sorted([*found, *left], key=lambda piece: piece.line)


class _Joiner:
    """Joins lines to entries that know their places."""

    def __init__(self, source: Source, starts: LineStarts) -> None:
        self._source: Final = source
        self._starts: Final = starts
        self._words: frozenset[str] | None = None

    def place(self, index: int) -> tuple[int, int]:
        """Answer line and column in the paste of an index into the cleaned text."""
        return self._starts.place(self._source.origin(index))

    def entry(self, lines: Sequence[Line]) -> RawEntry:
        """Join lines to one entry."""
        if len(lines) == 1:
            return RawEntry(text=lines[0].text, places=tuple(self._places(lines[0], 0)))
        pieces: list[str] = []
        places: list[tuple[int, int, int]] = []
        length = 0
        for number, line in enumerate(lines):
            places.extend(self._places(line, length))
            text = line.text
            if number + 1 < len(lines):
                less, between = separator(text, lines[number + 1].text, self._knows)
                text = text[: len(text) - less] + between
            pieces.append(text)
            length += len(text)
        return RawEntry(text="".join(pieces), places=tuple(places))

    def left_out(self, lines: Sequence[Line], code: str) -> LeftOut:
        """Make lines that are no entry known by their text and place."""
        line, column = self.place(lines[0].start)
        return LeftOut(text=self.entry(lines).text, line=line, column=column, code=code)

    def _places(self, line: Line, length: int) -> list[tuple[int, int, int]]:
        if len(self._source.marks) == 1:
            return [(length, *self.place(line.start))]
        pieces = self._source.pieces(line.start, line.start + len(line.text))
        return [(length + offset, *self._starts.place(origin)) for offset, origin in pieces]

    def _knows(self, word: str) -> bool:
        if self._words is None:
            text = self._source.text.lower()
            self._words = frozenset(_WORD.findall(text)) | frozenset(_LONG_WORD.findall(text))
        return word in self._words


# Words that are not divided at a line's end, alone and with their hyphens
_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,40}(?![^\W\d_])(?![-‐]\s*[\r\n])")
_LONG_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){1,3}(?![\w-])")


_LONGEST_HEADING: Final = 60


def _with_headings(lines: Sequence[Line]) -> list[Line]:
    letters = _letters(lines)
    return [
        line._replace(heading=True)
        if not line.marked and len(line.text) <= _LONGEST_HEADING and (line.start in letters or is_heading(line.text))
        else line
        for line in lines
    ]


def _letters(lines: Sequence[Line]) -> frozenset[int]:
    """Find the headings of an alphabetical list: lines of one letter each, at least two, in order."""
    found = [(letter, line.start) for line in lines if not line.marked and (letter := letter_of(line.text))]
    names = [letter for letter, _ in found]
    return frozenset(start for _, start in found) if len(found) > 1 and names == sorted(set(names)) else frozenset()


def _without_prose(found: list[Piece]) -> list[Piece]:
    """Set apart the paragraphs before the first and behind the last entry that are running text."""
    if len(found) < 2:
        return found
    headed = any(isinstance(piece, Heading) and is_main_heading(piece.text) for piece in found)
    first = next((place for place, piece in enumerate(found) if _is_reference(piece)), None)
    if first is None:
        return found
    last = next(place for place in range(len(found) - 1, -1, -1) if _is_reference(found[place]))
    if first == last and not headed:
        return found
    return [
        _set_apart(piece, is_prose) if place < first or place > last else piece for place, piece in enumerate(found)
    ]


def _is_reference(piece: Piece) -> bool:
    return isinstance(piece, RawEntry) and strength(piece.text) >= LIKELY


def _set_apart(piece: Piece, test: Callable[[str], bool]) -> Piece:
    if not isinstance(piece, RawEntry) or not test(piece.text):
        return piece
    line, column = piece.place(0)
    return LeftOut(text=piece.text, line=line, column=column, code="no-reference")
