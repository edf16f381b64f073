"""A stretch of folded text → tokens: text between separators, and brackets or quotes as one piece each.

Two passes, both linear: brackets are matched with a stack, then the text outside them is cut at separators.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from tipcite.formats.reftext.abbreviations import ends_abbreviation
from tipcite.formats.reftext.draft import HOLE
from tipcite.formats.reftext.later import later

_CLOSERS: Final = {"(": ")", "[": "]", "〈": "〉", "《": "》", "「": "」", "『": "』", "“": "”", "【": "】"}
_OPENERS: Final = {closer: opener for opener, closer in _CLOSERS.items()}
TITLE_MARKS: Final = frozenset("〈《「『“")
ABBREVIATIONS: Final = frozenset(
    """vol vols no nos pp p ed eds éd coll edn trans tr st dr mr mrs ms prof inc ltd co corp univ dept jr sr vs v al
    ch chap fig cf e.g i.e approx ca mass repr rev comp fasc ser suppl amend cal ill conn calif pa va
    fla stat cong rec supp const art para exec res jan feb mar apr
     jun jul aug sep sept oct nov dec proc int conf symp assoc annu
     u.s u.k d.c n.y b.c a.d ph.d m.a bros assn govt""".split()
)


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    GROUP = auto()
    STOP = auto()
    COMMA = auto()
    COLON = auto()
    SEMICOLON = auto()
    ENUMERATION = auto()
    SLASHES = auto()
    HOLE = auto()


class Token(NamedTuple):
    """One piece; a GROUP spans its brackets, `opener` being the first. A `weak` stop may be an abbreviation's."""

    kind: Kind
    start: int
    end: int
    opener: str = ""
    weak: bool = False


def match_brackets(text: str) -> tuple[dict[int, int], tuple[int, ...]]:
    """Pair every opening bracket or quote with its end; return the pairs and the openers that have none."""
    return _pairs(text, 0, len(text))


def _pairs(text: str, start: int, end: int) -> tuple[dict[int, int], tuple[int, ...]]:
    pairs: dict[int, int] = {}
    stack: list[int] = []
    depth: dict[str, int] = {}
    unclosed: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        char, index = match[0], match.start()
        opener = _OPENERS.get(char, "") if char != '"' else '"' if depth.get('"') else ""
        if opener == "":
            stack.append(index)
            depth[char] = depth.get(char, 0) + 1
            continue
        if not depth.get(opener):
            continue
        while text[stack[-1]] != opener:
            lost = stack.pop()
            depth[text[lost]] -= 1
            unclosed.append(lost)
        pairs[stack.pop()] = index
        depth[opener] -= 1
    return pairs, tuple(sorted([*unclosed, *stack])) if unclosed or stack else ()


_BRACKET: Final = later("[" + re.escape("".join((*_CLOSERS, *_OPENERS))) + '"]')
# Whatever may end a text: the scanner jumps from one of these to the next.
_MARK: Final = later("[" + re.escape("".join(_CLOSERS)) + f'".,:;。、/{HOLE}](?:(?<={HOLE}){HOLE}+)?')


@lru_cache(maxsize=64)
def scan(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut a stretch of folded text into tokens; positions are those of the whole text."""
    end = len(text) if end is None else end
    pairs = _pairs(text, start, end)[0]
    tokens: list[Token] = []
    begin = start
    for match in _MARK.finditer(text, start, end):
        index = match.start()
        if index < begin:
            continue
        char = text[index]
        kind = _SIMPLE.get(char)
        if kind is not None:
            piece: Token | None = _make(kind, index, match.end())
        elif index in pairs:
            piece = _make(Kind.GROUP, index, pairs[index] + 1, char)
        else:
            piece = _separator(text, index, start, end)
        if piece is None:
            continue
        if begin < index:
            _add_text(tokens, text, begin, index)
        tokens.append(piece)
        begin = piece[2]
    if begin < end:
        _add_text(tokens, text, begin, end)
    return tuple(tokens)


def _make(kind: Kind, start: int, end: int, opener: str = "", weak: bool = False) -> Token:
    """Make a token without the call that a named tuple's own constructor is."""
    return _NEW(Token, (kind, start, end, opener, weak))


_NEW: Final = tuple.__new__


def _add_text(tokens: list[Token], text: str, start: int, end: int) -> None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if start < end:
        tokens.append(_NEW(Token, (Kind.TEXT, start, end, "", False)))


_SIMPLE: Final = {
    "。": Kind.STOP,
    ";": Kind.SEMICOLON,
    "、": Kind.ENUMERATION,
    HOLE: Kind.HOLE,
}


def _separator(text: str, index: int, start: int, end: int) -> Token | None:
    char = text[index]
    following = text[index + 1] if index + 1 < end else " "
    before = text[index - 1] if index > start else " "
    if char == ",":
        if not (before.isdigit() and _THOUSANDS.match(text, index + 1)):
            return _make(Kind.COMMA, index, index + 1)
    elif char == ".":
        return _stop(text, index, start, before, following)
    elif char == ":":
        if not (before.isdigit() and following.isdigit() and _CLOCK.match(text, index - 1)):
            return _make(Kind.COLON, index, index + 1)
    elif char == "/" and following == "/":
        return _make(Kind.SLASHES, index, index + 2)
    return None


_THOUSANDS: Final = later(r"\d{3}(?![\d-])")
_CLOCK: Final = later(r"\d:\d\d(?![\d-])\s*(?:am|pm|AM|PM)")
_WORD_BEFORE: Final = later(r"[^\s\x00()\[\],;:]{1,12}$")


def _stop(text: str, index: int, start: int, before: str, following: str) -> Token | None:
    """A full stop ends a field before a blank or a bracket, after Han, and between `word.Word`."""
    if not (following in _BEHIND_STOP or is_han(following) or is_han(before)):
        joined = following.isupper() and following.isalpha() and (before.islower() or before in ')]”"')
        if not joined:
            return None
    if before == "t" and text.startswith(" no", index + 1) and text.startswith("cat", index - 3):
        return None  # `cat. no. 6523.0`
    if before.isdigit() and _EDITION_BEHIND.match(text, index + 1):
        return None
    if before in ". " and _ELLIPSIS.search(text[max(start, index - 4) : index + 5]):
        return None
    return _make(Kind.STOP, index, index + 1, "", _is_weak(text, index, start, before))


# `..., Zoller, K.` and `. . . Abbott, G.`: names are left out there (APA 6, 6.27)
_ELLIPSIS: Final = later(r"\.\.\.|\.\s\.\s\.")
# `9. Aufl.`, `17. ed.`: the stop of an ordinal number
_EDITION_BEHIND: Final = later(r"\s(?:Auf|aufl|[ée]d[\s.i]|üb|ver|neub|erw)")
_BEHIND_STOP: Final = frozenset(' \x00"“[(【〈《「『”)）')


def _is_weak(text: str, index: int, start: int, before: str) -> bool:
    """Tell whether a full stop may be an initial's or an abbreviation's: a Latin letter (or a stop) is before it."""
    if before > "\u3000" or not (before.isalpha() or before == "."):
        return False
    piece = text[max(start, index - 12) : index]
    last = piece[piece.rfind(" ") + 1 :]
    if last.isalpha():
        short = last.lower() in ABBREVIATIONS and not _is_word(text, index, last)
        return len(last) == 1 or short or ends_abbreviation(text, start, index)
    match = _WORD_BEFORE.search(text, max(start, index - 12), index)
    word = match.group() if match else ""
    if before != "." and len(word.rsplit(".", 1)[-1].rsplit("-", 1)[-1]) == 1:
        return True
    return word.lower().strip(".") in ABBREVIATIONS


_NUMBER_NEXT: Final = later(r"\.\s?[\dIVX]")


def _is_word(text: str, index: int, last: str) -> bool:
    """Tell a word that ends a sentence from what is written alike: `Programming as an art.`, `The meaning of mass.`"""
    return last in ("mass", "ill") or (last.lower() == "art" and not _NUMBER_NEXT.match(text, index))


def is_han(char: str) -> bool:
    """Tell whether a character is Han or kana: a text whose words have no blanks between them."""
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


@lru_cache(maxsize=64)
def han_share(text: str) -> float:
    """Answer how much of a text's letters is Han."""
    if text.isascii():
        return 0.0
    han = sum(map(len, _HAN_RUNS.findall(text)))
    return han / (han + sum(map(len, _OTHER_RUNS.findall(text)))) if han else 0.0


_HAN_RUNS: Final = later(r"[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")
_OTHER_RUNS: Final = later(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")
