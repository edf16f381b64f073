"""Text case: CSL's six cases over text that may be split by markup; fixed pieces keep theirs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

# CSL 1.0.2, "Title Case Conversion": the words that stay small inside a title.
STOP_WORDS: Final = frozenset(
    """a about according across afore after against ahead along alongside amid amidst among amongst an and anenst
    apart around as aside at atop away before behind below beneath beside besides between beyond but by ca
    circa despite down during except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thru
    till to toward towards under underneath until unto up upon versus via vis-à-vis vs with within without
    yet d' de van von et v y""".split()
)
_WORD: Final = re.compile(r"[^\s\u00a0—–/]+")
_SENTENCE_END: Final = frozenset(":?!.—")
_LETTER: Final = re.compile(r"[^\W\d_]")


class Chunk:
    """A stretch of text between markup; `fixed` ones are never changed."""

    __slots__ = ("fixed", "text")

    def __init__(self, text: str, *, fixed: bool = False) -> None:
        self.text = text
        self.fixed = fixed


def apply_case(case: str, chunks: list[Chunk]) -> None:
    """Change the chunks, read as one text, to a case."""
    match case:
        case "lowercase":
            _each(chunks, str.lower)
        case "uppercase":
            _each(chunks, str.upper)
        case "uppercase-turkic":
            _each(chunks, lambda text: text.replace("i", "İ").upper())
        case "capitalize-first":
            _first(chunks)
        case "capitalize-all":
            _spread(chunks, _capitalize_all)
        case "sentence":
            _spread(chunks, _sentence)
        case "title":
            _spread(chunks, _title)


def _each(chunks: list[Chunk], change: Callable[[str], str]) -> None:
    for chunk in chunks:
        if not chunk.fixed:
            chunk.text = change(chunk.text)


def _first(chunks: list[Chunk]) -> None:
    for chunk in chunks:
        found = _LETTER.search(chunk.text)
        if chunk.fixed:
            if chunk.text:
                return
            continue
        if any(char.isalnum() for char in chunk.text):
            if found and not any(char.isdigit() for char in chunk.text[: found.start()]):
                at = found.start()
                chunk.text = chunk.text[:at] + _upper(chunk.text[at]) + chunk.text[at + 1 :]
            return


def _upper(char: str) -> str:
    upper = char.upper()
    return upper if len(upper) == 1 else char


def _spread(chunks: list[Chunk], change: Callable[[str, list[bool]], list[str]]) -> None:
    """Let `change` see the whole text, with marks where it is fixed, and cut its answer up again."""
    whole = "".join(chunk.text for chunk in chunks)
    fixed = [chunk.fixed for chunk in chunks for _ in chunk.text]
    new = change(whole, fixed)
    at = 0
    for chunk in chunks:
        end = at + len(chunk.text)
        if not chunk.fixed:
            chunk.text = "".join(new[at:end])
        at = end


def _capitalize_all(text: str, fixed: list[bool]) -> list[str]:
    out = list(text)
    for match in re.finditer(r"\S+", text):
        _capitalize(out, match.start(), match.end(), text, fixed)
    return out


def _capitalize(out: list[str], start: int, end: int, text: str, fixed: list[bool]) -> None:
    for at in range(start, end):
        if text[at].isalnum():
            if text[at].islower() and not fixed[at] and text[start:end] == text[start:end].lower():
                out[at] = _upper(text[at])
            return


def _sentence(text: str, fixed: list[bool]) -> list[str]:
    """Keep a capital at the start only; words with capitals inside are names or abbreviations and stay."""
    out = list(text)
    shouting = text.upper() == text and text.lower() != text
    first = True
    for match in _SENTENCE_WORD.finditer(text):
        word, start = match[0], match.start()
        letter = _LETTER.search(word)
        if letter is None:
            first = first and not any(char.isdigit() for char in word)
            continue
        at = start + letter.start()
        if shouting or word[letter.start() + 1 :] == word[letter.start() + 1 :].lower():
            for index in range(at, match.end()):
                if not fixed[index] and len(text[index].lower()) == 1:
                    out[index] = text[index].lower()
        if first and not fixed[at]:
            out[at] = _upper(out[at])
        first = False
    return out


def _title(text: str, fixed: list[bool]) -> list[str]:
    """Capitalise as English titles are: all words but the stop words, those at either end always."""
    out = list(text)
    matches = [match for match in _WORD.finditer(text) if any(char.isalnum() for char in match[0])]
    last = len(matches) - 1
    compounds = False
    for number, match in enumerate(matches):
        word, start = match[0], match.start()
        core = word.strip(_AROUND)
        before = text[:start].rstrip(" \u00a0\"'“”‘’([")
        opens = number == 0 or (bool(before) and before[-1] in _TITLE_BREAKS)
        if opens or number == last or not (core.lower() in STOP_WORDS and core[1:] == core[1:].lower()):
            place = _WordPlace(opens=opens, closes=number == last, first_compound="-" in core and not compounds)
            _capitalize_word(out, start, word, place, fixed)
        compounds = compounds or "-" in core
    return out


class _WordPlace(NamedTuple):
    """Where a word stands in a title."""

    opens: bool
    closes: bool
    first_compound: bool
    """It is the first hyphenated word: a small word that begins it is capitalised, as in `In-House`."""


_AROUND: Final = "“”‘’\"'()[]{}.,:;!?«»"
_SENTENCE_WORD: Final = re.compile(r"[^\s\u00a0—–/-]+")
_PIECES: Final = re.compile(r"([-.])")
_LAST_LATIN: Final = 0x2FF
_TITLE_BREAKS: Final = frozenset(":?!")


def _capitalize_word(out: list[str], start: int, word: str, place: _WordPlace, fixed: list[bool]) -> None:
    """Capitalise the parts of a word, divided by hyphens and full stops, that have no capitals of their own."""
    pieces = _PIECES.split(word)
    ends = [index for index, piece in enumerate(pieces) if index % 2 == 0 and piece.strip(_AROUND)]
    position = start
    for index, piece in enumerate(pieces):
        letters = piece.strip(_AROUND) if index % 2 == 0 else ""
        if letters and letters == letters.lower():
            opens, closes = place.opens and index == ends[0], place.closes and index == ends[-1]
            at = position + piece.index(letters)
            if letters[0].isalpha() and not fixed[at] and _takes_capital(letters, index, place, opens, closes):
                out[at] = _upper(out[at])
        position += len(piece)


def _takes_capital(letters: str, index: int, place: _WordPlace, opens: bool, closes: bool) -> bool:
    if len(letters) == 1 and ord(letters) > _LAST_LATIN:
        # A single Greek letter is a symbol: β-carotene.
        return False
    if opens:
        return True
    if letters[1:2] == "’" or (len(letters) == 1 and not (index == 0 and place.first_compound)):
        return False
    return closes or letters not in STOP_WORDS or (index == 0 and place.first_compound)
