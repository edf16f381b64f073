"""CSL's rich text to LaTeX that Unicode engines and biber read, and that `decode_latex` reads back to the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from tipcite.formats.latex import has_small_word

Guard: TypeAlias = Callable[[str, bool], bool]
"""Told a word, and whether it is the first; says whether it needs braces."""

_TAG: Final = re.compile(r"<(/?)(i|b|sup|sub|span)(?: ([^<>]*))?>")
_COMMANDS: Final = {
    ("i", ""): ("\\textit{", "}"),
    ("b", ""): ("\\textbf{", "}"),
    ("sup", ""): ("\\textsuperscript{", "}"),
    ("sub", ""): ("\\textsubscript{", "}"),
    ("span", 'style="font-variant:small-caps;"'): ("\\textsc{", "}"),
    ("span", 'style="font-variant: small-caps;"'): ("\\textsc{", "}"),
    ("span", 'class="nocase"'): ("{{", "}}"),
}
_ESCAPES: Final = {
    ord(char): code
    for char, code in {
        "\\": "\\textbackslash{}",
        # BibTeX counts braces even behind a backslash, so `\{` would leave one open.
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "$": "\\$",
        "&": "\\&",
        "#": "\\#",
        "%": "\\%",
        "_": "\\_",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "`": "\\textasciigrave{}",
        "\xa0": "~",
        "\u202f": "\\,",
        "\n": "\\par ",
    }.items()
}
_LIGATURES: Final = re.compile(r"-(?=-)|'(?=')|\"(?=')")
_FORMULA: Final = re.compile(r"\$[^$]*\\[^$]*\$")
_WORD: Final = re.compile(r"[^\s{}\\<>~—–/“”‘’\"()\[\]:,;!?]+")
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def encode_latex(text: str, *, protect: bool = False) -> str:
    """Turn rich text into LaTeX; with `protect`, capitals that BibTeX's styles would make small are put in braces."""
    guard = _guard(text) if protect else _as_it_is
    out: list[str] = []
    open_tags: list[str] = []
    place = 0
    tags = list(_TAG.finditer(text)) if "<" in text and _is_nested(text) else []
    for tag in tags:
        inner = _as_it_is if "}}" in open_tags else guard
        out.append(_encode_plain(text[place : tag.start()], inner, is_start=place == 0))
        place = tag.end()
        if tag[1]:
            out.append(open_tags.pop())
        else:
            before, behind = _COMMANDS[tag[2], tag[3] or ""]
            out.append(before)
            open_tags.append(behind)
    out.append(_encode_plain(text[place:], guard, is_start=place == 0))
    return "".join(out)


def _is_nested(text: str) -> bool:
    """Tell whether the tags are CSL's and closed in order; else `<` is only a sign."""
    stack: list[str] = []
    for tag in _TAG.finditer(text):
        if not tag[1]:
            if (tag[2], tag[3] or "") not in _COMMANDS:
                return False
            stack.append(tag[2])
        elif not stack or stack.pop() != tag[2]:
            return False
    return not stack


def _encode_plain(text: str, guard: Guard, *, is_start: bool) -> str:
    if "$" not in text:
        return _escape(text, guard, is_start)
    out: list[str] = []
    place = 0
    for formula in _FORMULA.finditer(text):
        if formula[0].count("{") != formula[0].count("}"):
            continue
        out.append(_escape(text[place : formula.start()], guard, is_start and place == 0))
        out.append(formula[0])
        place = formula.end()
    out.append(_escape(text[place:], guard, is_start and place == 0))
    return "".join(out)


def _escape(text: str, guard: Guard, is_start: bool) -> str:
    pieces: list[str] = []
    place = 0
    for word in _WORD.finditer(text):
        pieces.append(text[place : word.start()].translate(_ESCAPES))
        escaped = word[0].translate(_ESCAPES)
        first = is_start and not text[: word.start()].strip()
        pieces.append(f"{{{escaped}}}" if guard(word[0], first) else escaped)
        place = word.end()
    pieces.append(text[place:].translate(_ESCAPES))
    return _LIGATURES.sub(lambda match: match[0] + "{}", "".join(pieces))


def _guard(text: str) -> Guard:
    """Return what decides which words need braces: names and abbreviations, in titles that are not all capitalised."""
    if _HAN.search(text):
        return _as_it_is
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", _TAG.sub("", text)) if len(word) > 3]
    is_title_case = sum(word[0].isupper() for word in words) * 2 > len(words)

    def guard(word: str, first: bool) -> bool:
        if has_small_word(word):
            return False
        inner = any(char.isupper() for char in word[1:])
        return inner or (word[:1].isupper() and not first and not is_title_case)

    return guard


def _as_it_is(word: str, first: bool) -> bool:  # noqa: ARG001 - has the shape of a guard
    return False
