"""A stretch of folded text → tokens: text between separators, and brackets or quotes as one piece each.

Two passes, both linear: brackets are matched with a stack, then the text outside them is cut at separators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from tipcite.formats.reftext.draft import HOLE

_CLOSERS: Final = {"(": ")", "[": "]", "〈": "〉", "《": "》", "「": "」", "『": "』", "“": "”", "【": "】"}
_OPENERS: Final = {closer: opener for opener, closer in _CLOSERS.items()}
TITLE_MARKS: Final = frozenset("〈《「『“")
_ABBREVIATIONS: Final = frozenset(
    """vol vols no nos pp p ed eds edn trans tr st dr mr mrs ms prof inc ltd co corp univ dept jr sr vs v al
    ch chap fig cf e.g i.e approx ca mass repr rev comp fasc ser suppl amend cal ill conn calif pa va
    fla stat cong rec supp const art para exec res jan feb mar apr
     jun jul aug sep sept oct nov dec u.s u.k d.c n.y b.c a.d ph.d m.a bros assn govt""".split()
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


SEPARATORS: Final = frozenset(Kind) - {Kind.TEXT, Kind.GROUP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One piece; a GROUP spans its brackets, `opener` being the first. A `weak` stop may be an abbreviation's."""

    kind: Kind
    start: int
    end: int
    opener: str = ""
    weak: bool = False


def match_brackets(text: str) -> tuple[dict[int, int], tuple[int, ...]]:
    """Pair every opening bracket or quote with its end; return the pairs and the openers that have none."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    depth: dict[str, int] = {}
    unclosed: list[int] = []
    for match in _BRACKET.finditer(text):
        char, index = match.group(), match.start()
        opener = _opener(char, depth)
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
    return pairs, tuple(sorted([*unclosed, *stack]))


_BRACKET: Final = re.compile("[" + re.escape("".join((*_CLOSERS, *_OPENERS))) + '"]')
# Whatever may end a text: the scanner jumps from one of these to the next.
_MARK: Final = re.compile("[" + re.escape("".join(_CLOSERS)) + '".,:;。、/' + HOLE + "]")


def _opener(char: str, depth: dict[str, int]) -> str:
    """Answer "" for an opening mark, else the opener that the mark closes."""
    if char == '"':
        return '"' if depth.get('"') else ""
    return _OPENERS.get(char, "")


@lru_cache(maxsize=64)
def scan(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut a stretch of folded text into tokens; positions are those of the whole text."""
    end = len(text) if end is None else end
    pairs, _ = match_brackets(text[start:end])
    tokens: list[Token] = []
    begin = start
    index = _next_mark(text, start, end)
    while index < end:
        close = pairs.get(index - start)
        piece = _separator(text, index, start, end)
        if close is not None:
            piece = Token(kind=Kind.GROUP, start=index, end=start + close + 1, opener=text[index])
        if piece is not None:
            _add_text(tokens, text, begin, index)
            tokens.append(piece)
            begin = piece.end
        index = _next_mark(text, piece.end if piece else index + 1, end)
    _add_text(tokens, text, begin, end)
    return tuple(tokens)


def _next_mark(text: str, index: int, end: int) -> int:
    match = _MARK.search(text, index, end)
    return match.start() if match else end


def _add_text(tokens: list[Token], text: str, start: int, end: int) -> None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if start < end:
        tokens.append(Token(kind=Kind.TEXT, start=start, end=end))


_SIMPLE: Final = {
    "。": Kind.STOP,
    ";": Kind.SEMICOLON,
    "、": Kind.ENUMERATION,
    HOLE: Kind.HOLE,
}


def _separator(text: str, index: int, start: int, end: int) -> Token | None:
    char = text[index]
    kind = _SIMPLE.get(char)
    if kind is not None:
        run = _HOLES.match(text, index, end)
        return Token(kind=kind, start=index, end=run.end() if run else index + 1)
    following = text[index + 1] if index + 1 < end else " "
    before = text[index - 1] if index > start else " "
    if char == "/" and following == "/":
        return Token(kind=Kind.SLASHES, start=index, end=index + 2)
    if char == "," and not (before.isdigit() and _THOUSANDS.match(text, index + 1)):
        return Token(kind=Kind.COMMA, start=index, end=index + 1)
    if char == ":" and not (before.isdigit() and following.isdigit() and _CLOCK.match(text, index - 1)):
        return Token(kind=Kind.COLON, start=index, end=index + 1)
    if char == ".":
        return _stop(text, index, start, before, following)
    return None


_HOLES: Final = re.compile(HOLE + "+")
_THOUSANDS: Final = re.compile(r"\d{3}(?![\d-])")
_CLOCK: Final = re.compile(r"\d:\d\d(?![\d-])\s*(?:am|pm|AM|PM)")
_WORD_BEFORE: Final = re.compile(r"[^\s\x00()\[\],;:]{1,12}$")


def _stop(text: str, index: int, start: int, before: str, following: str) -> Token | None:
    """A full stop ends a field before a blank or a bracket, after Han, and between `word.Word`."""
    word_match = _WORD_BEFORE.search(text, max(start, index - 12), index)
    word = word_match.group() if word_match else ""
    spaced = following in ' \x00"“[(【〈《「『”）)' or is_han(following)
    joined = following.isalpha() and following.isupper() and (before.islower() or before in ')]”"')
    if not (spaced or joined or is_han(before)):
        return None
    initial = len(word.rsplit(".", 1)[-1].rsplit("-", 1)[-1]) == 1 and before.isalpha() and not is_han(before)
    return Token(
        kind=Kind.STOP,
        start=index,
        end=index + 1,
        weak=initial or word.lower().strip(".") in _ABBREVIATIONS,
    )


def is_han(char: str) -> bool:
    """Tell whether a character is Han or kana: a text whose words have no blanks between them."""
    return "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def han_share(text: str) -> float:
    """Answer how much of a text's letters is Han."""
    if text.isascii():
        return 0.0
    letters = len(_LETTERS.sub("", text))
    return 1 - len(_NO_HAN.sub("", text)) / letters if letters else 0.0


_LETTERS: Final = re.compile(r"[\W\d_]+")
_NO_HAN: Final = re.compile(r"[\W\d_\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")
