"""Numbers: is-numeric, ordinals, roman numerals, page ranges, and the labels that stand with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tipcite.csl.locale import Locale
from tipcite.csl.nodes import Label, Number
from tipcite.csl.situation import Situation
from tipcite.csl.taxonomy import LOCATORS
from tipcite.csl.tree import EMPTY, MISSING, Status, Tag, Text, Tree, Wrap, sequence

Closure = Callable[[Situation], Tree]

# A number is digits with letters around them; several are joined by comma, hyphen or ampersand
# (CSL 1.0.2, "is-numeric").
_LETTERS: Final = "[A-Za-z\u00c0-\u024f]*"
_ONE: Final = rf"(?:{_LETTERS}\d+{_LETTERS}|[ivxlcdm]+)"
_NUMERIC: Final = re.compile(rf"\s*(?:{_ONE})(?:\s*(?:[,&\-–]|\band\b)\s*(?:{_ONE}))*\s*")
_TOKENS: Final = re.compile(r"(\s*[,;&\-–]\s*|\s+)")
_SEVERAL: Final = re.compile(
    rf"(?<![\w.]){_ONE}\s*(?:[-–,&;、，和]|\b(?:and|et|und|y|e)\b)[\s,]*(?:(?:and|et|und|y|e)\s+)?{_ONE}(?![\w.])"
)
_PAGE_END: Final = re.compile(rf"{_LETTERS}\d+{_LETTERS}|[ivxlcdm]+|[IVXLCDM]+")
_BOUND: Final = "\ue000"
"""What stands for a hyphen that joins no range, while a number is written."""
_FRAME: Final = "%s"
_RANGE: Final = re.compile(r"\s*[-–]+\s*")
_LONGEST: Final = 30
_PAGE: Final = re.compile(rf"^((?:\d*[A-Za-z]+)?)(\d{{1,{_LONGEST}}})$")
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


def is_numeric(text: str) -> bool:
    """Tell whether a value counts as a number."""
    return _NUMERIC.fullmatch(text.replace("\\-", "")) is not None


def is_ranged(text: str) -> bool:
    """Tell whether hyphens in a value join numbers: roman ones in capitals too, which are no numbers to count with."""
    return "\\-" not in text and is_numeric(text.lower())


def is_whole(text: str) -> bool:
    """Tell whether a text is a number to count with; Python reads no run of thousands of digits as one."""
    return text.isdecimal() and len(text) <= _LONGEST


def is_plural(text: str, variable: str = "") -> bool:
    """Tell whether a value names several: `3-5`, `3, 7`, `3 & 4`; `number-of-…` when it is not 1."""
    cleaned = text.strip().replace("\\-", "")
    if variable.startswith("number-of-") and cleaned.isdecimal():
        return not (is_whole(cleaned) and int(cleaned) <= 1)
    if variable not in ("page", "locator") and not is_numeric(cleaned):
        return False
    return _SEVERAL.search(cleaned) is not None


def roman(number: int) -> str:
    """Write a number between 1 and 3999 in small roman numerals."""
    if not 0 < number < 4000:
        return str(number)
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Write a number with its ordinal suffix: `2nd`."""
    return f"{number}{_suffix(number, locale, gender)}"


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Write a number up to ten as a word: `second`; beyond with its suffix."""
    if 1 <= number <= 10:
        name = f"long-ordinal-{number:02d}"
        word = (locale.term(f"{name}:{gender}") if gender else "") or locale.term(name)
        if word:
            return word
    return ordinal(number, locale, gender)


def _suffix(number: int, locale: Locale, gender: str) -> str:
    """Choose the suffix: two digits before one, the gender's own before the neutral (CSL 1.0.2, Ordinal Suffixes)."""
    best = ""
    rank = -1
    for term in locale.ordinals:
        if term.gender and term.gender != gender:
            continue
        fit = _fit(number, term.number, term.match)
        if fit < 0:
            continue
        fit = fit * 2 + (1 if term.gender else 0)
        if fit > rank:
            best, rank = term.text, fit
    return best


def _fit(number: int, wanted: int | None, match: str) -> int:
    if wanted is None:
        return 0
    if match == "whole-number":
        return 3 if number == wanted else -1
    if match == "last-two-digits":
        return 2 if number % 100 == wanted else -1
    return 1 if number % 10 == wanted else -1


def page_range(text: str, format_: str, delimiter: str) -> str:
    """Write ranges in a format, `42-5` → `42–45`; what is no range of pages only gets the delimiter."""
    if not any(mark in text for mark in "-–"):
        return text
    if "\\-" in text:
        return text.replace("\\-", "-")
    parts = re.split(r"(\s*[,;&]\s*)", text)
    return "".join(part if index % 2 else _one_range(part, format_, delimiter) for index, part in enumerate(parts))


def _one_range(text: str, format_: str, delimiter: str) -> str:
    ends = _RANGE.split(text.strip())
    if len(ends) != 2 or not all(ends):
        return text.replace("–", "-")
    first, second = _PAGE.match(ends[0]), _PAGE.match(ends[1])
    if not first or not second:
        if all(_PAGE_END.fullmatch(end) for end in ends):
            return delimiter.join(ends)
        return text.replace("–", "-")
    if first[1] != second[1]:
        # `N110-5` names no range that could be shortened or filled up: it stays as it was typed.
        return "-".join(ends) if format_ else delimiter.join(ends)
    if not format_:
        return delimiter.join(ends)
    return _formatted((first[1], first[2]), (second[1], second[2]), format_, delimiter)


def _formatted(first: tuple[str, str], second: tuple[str, str], format_: str, delimiter: str) -> str:
    if second[0] and second[0] != first[0]:
        return f"{''.join(first)}{delimiter}{''.join(second)}"
    start, end = first[1], second[1]
    full = start[: len(start) - len(end)] + end if len(end) < len(start) else end
    if int(full) <= int(start):
        return f"{''.join(first)}{delimiter}{''.join(second)}"
    prefix = second[0] if format_ not in ("expanded", "chicago", "chicago-15", "chicago-16") else first[0]
    match format_:
        case "expanded":
            shown = full
        case "minimal":
            shown = _minimal(start, full, 1)
        case "minimal-two":
            shown = _minimal(start, full, 2)
        case "chicago-16":
            shown = _chicago(start, full, four_digits=False)
        case _:
            shown = _chicago(start, full, four_digits=True)
    if format_ in ("minimal", "minimal-two") or shown != full:
        prefix = ""
    return f"{first[0]}{start}{delimiter}{prefix}{shown}"


def _minimal(start: str, end: str, least: int) -> str:
    if len(start) != len(end):
        return end
    same = 0
    while same < len(end) - least and start[same] == end[same]:
        same += 1
    return end[same:]


def _chicago(start: str, end: str, *, four_digits: bool) -> str:
    """Shorten as the Chicago Manual does (CSL 1.0.2, appendix V)."""
    if len(start) != len(end) or int(start) < 100 or int(start) % 100 == 0:
        return end
    if int(start) % 100 < 10:
        return _minimal(start, end, 1)
    changed = _minimal(start, end, 2)
    if four_digits and len(start) == 4 and len(changed) >= 3:
        return end
    return changed


def compile_number(node: Number, locale: Locale, wrap: Wrap | None, page_format: str, range_delimiter: str) -> Closure:
    """Compile `<number>`."""
    variable = node.variable
    term = locale.find(variable if variable != "locator" else "page")
    gender = term.gender if term else ""
    tag = Tag.CITATION_NUMBER if variable == "citation-number" else Tag.NONE

    def number(situation: Situation) -> Tree:
        value = situation.text(variable)
        if not value:
            return MISSING
        if situation.substituted is not None:
            situation.substituted.add(variable)
        if variable in ("page", "locator"):
            value = page_range(value, page_format, range_delimiter)
        elif is_numeric(value):
            value = _write_number(value.replace("\\-", _BOUND), node.form, locale, gender, range_delimiter)
            value = value.replace(_BOUND, "-")
        elif is_ranged(value):
            value = page_range(value, "", range_delimiter)
        return sequence((Text(value, Status.RENDERED),), wrap, tag=tag)

    return number


def _write_number(value: str, form: str, locale: Locale, gender: str, range_delimiter: str) -> str:
    out = []
    for piece in _TOKENS.split(value.strip()):
        mark = piece.strip()
        if mark == ",":
            out.append(", ")
        elif mark == "&":
            out.append(" & ")
        elif mark in ("-", "–"):
            out.append(range_delimiter)
        elif form != "numeric" and is_whole(mark):
            out.append(_one_number(int(mark), form, locale, gender))
        else:
            out.append(mark or piece)
    return "".join(out)


def _one_number(number: int, form: str, locale: Locale, gender: str) -> str:
    match form:
        case "ordinal":
            return ordinal(number, locale, gender)
        case "long-ordinal":
            return long_ordinal(number, locale, gender)
        case _:
            return roman(number)


def _own_labels(locale: Locale) -> tuple[str, ...]:
    terms = (locale.find(locator, "short") for locator in LOCATORS)
    texts = {text for term in terms if term is not None for text in (term.single, term.multiple)}
    return tuple(f"{text} " for text in sorted(texts) if text.endswith(".") and len(text) > 2)


def compile_label(node: Label, locale: Locale, wrap: Wrap | None, range_delimiter: str, *, always: bool) -> Closure:
    """Compile `<label>` outside of `<names>`; a locator's term is the one that the cite names."""
    variable, form, plural = node.variable, node.form, node.plural
    own_labels = _own_labels(locale) if variable == "locator" else ()

    def label(situation: Situation) -> Tree:
        value = situation.text(variable)
        if not value and not always:
            return EMPTY
        if own_labels and value.startswith(own_labels):
            # `vol. 1, fol. 186`: what is cited brings its own label.
            return EMPTY
        name = situation.label or "page" if variable == "locator" else variable
        if name == "sub verbo":
            name = "sub-verbo"
        many = plural == "always" or (plural == "contextual" and is_plural(value, variable))
        term = locale.find(name, form)
        if term is None and name == "sub-verbo":
            term = locale.find("sub verbo", form)
        if term is None:
            return EMPTY
        text = term.multiple if many else term.single
        if _FRAME in text and value:
            situation.framed.add(variable)
            shown = page_range(value, "", range_delimiter)
            return sequence((Text(text.replace(_FRAME, shown), Status.RENDERED),), wrap)
        # Alone it prints, and yet a group of nothing else disappears.
        status = Status.CONSTANT if value else Status.CALLED
        text = text.replace(_FRAME, "")
        return sequence((Text(text, status),), wrap) if text else EMPTY

    return label
