"""What a key pattern does to the text of a marker: `:lower`, `:abbr`, `:truncate3`, and Better BibTeX's filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.key_words import FUNCTION_WORDS, in_ascii


def modify(text: str, name: str, arguments: Sequence[str]) -> str:
    """Change a text by the modifier of this name."""
    return MODIFIERS[name](text, arguments)


def _abbreviated(text: str, _arguments: Sequence[str]) -> str:
    return "".join(word[:1] for word in re.findall(r"[^\s\-]+", text))


def _capitalized(text: str, _arguments: Sequence[str]) -> str:
    return re.sub(r"\S+", lambda word: word[0][:1].upper() + word[0][1:].lower(), text)


def _title_case(text: str, _arguments: Sequence[str]) -> str:
    return re.sub(
        r"\S+",
        lambda word: word[0].lower() if word[0].lower() in FUNCTION_WORDS and word.start() else word[0].capitalize(),
        text,
    )


def _sentence_case(text: str, _arguments: Sequence[str]) -> str:
    return text[:1].upper() + text[1:].lower()


def _truncated(text: str, arguments: Sequence[str]) -> str:
    return text[: _number(arguments, 0, len(text))].rstrip()


def _replaced(text: str, arguments: Sequence[str]) -> str:
    return re.sub(arguments[0], arguments[1] if len(arguments) > 1 else "", text)


def _default(text: str, arguments: Sequence[str]) -> str:
    return text if text.strip() or not arguments else arguments[0]


def _prefixed(text: str, arguments: Sequence[str]) -> str:
    return arguments[0] + text if text and arguments else text


def _postfixed(text: str, arguments: Sequence[str]) -> str:
    return text + arguments[0] if text and arguments else text


def _selected(text: str, arguments: Sequence[str]) -> str:
    words = text.split()
    start = _number(arguments, 0, 1) - 1
    return " ".join(words[start : start + _number(arguments, 1, len(words))])


def _part(text: str, arguments: Sequence[str]) -> str:
    start = _number(arguments, 0, 1) - 1
    return text[start : start + _number(arguments, 1, len(text))]


def _condensed(text: str, arguments: Sequence[str]) -> str:
    return re.sub(r"\s+", arguments[0] if arguments else "", text)


def _without_function_words(text: str, _arguments: Sequence[str]) -> str:
    return " ".join(word for word in text.split() if word.lower() not in FUNCTION_WORDS)


def _number(arguments: Sequence[str], place: int, otherwise: int) -> int:
    text = arguments[place] if len(arguments) > place else ""
    return max(int(text), 0) if text.isdecimal() else otherwise


MODIFIERS: Final[Mapping[str, Callable[[str, Sequence[str]], str]]] = MappingProxyType(
    {
        "abbr": _abbreviated, "lower": lambda text, _: text.lower(), "upper": lambda text, _: text.upper(),
        "capitalize": _capitalized, "titlecase": _title_case, "title_case": _title_case, "sentencecase": _sentence_case,
        "sentence_case": _sentence_case, "truncate": _truncated, "regex": _replaced, "replace": _replaced,
        "default": _default, "prefix": _prefixed, "postfix": _postfixed, "select": _selected, "substring": _part,
        "condense": _condensed, "skipwords": _without_function_words, "fold": lambda text, _: in_ascii(text),
        "ascii": lambda text, _: in_ascii(text).encode("ascii", "ignore").decode(),
        "alphanum": lambda text, _: re.sub(r"[^\w\s]|_", "", text),
        "nopunct": lambda text, _: re.sub(r"[^\w\s]", "", text), "clean": lambda text, _: in_ascii(text),
        "pinyin": lambda text, _: in_ascii(text),
    }
)  # fmt: skip
