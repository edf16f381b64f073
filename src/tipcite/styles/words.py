"""The words of a style: terms that its languages have no text for, and variables that CSL does not know."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, NamedTuple

from lxml import etree

from tipcite.csl import LoadLocale, Style, taxonomy
from tipcite.csl.locale import Locale, build_locale
from tipcite.csl.markup import CSL
from tipcite.errors import StyleError
from tipcite.model import Problem, Severity
from tipcite.styles.calls import elements_of, reached
from tipcite.styles.elements import finding

_SHOWN: Final = (f"{CSL}text", f"{CSL}number", f"{CSL}key", f"{CSL}if", f"{CSL}else-if")
_OWN: Final = frozenset("locator journalAbbreviation shortTitle archive-url".split())
_VARIABLES: Final = taxonomy.NAMES | taxonomy.DATES | taxonomy.NUMBERS | taxonomy.TEXTS | _OWN


class _Word(NamedTuple):
    """A term in one form."""

    name: str
    form: str


def check_terms(root: etree._Element, style: Style, load_locale: LoadLocale) -> Iterator[Problem]:
    """Name terms for which the language of a layout has no text, or none but that of English."""
    locales: dict[str, tuple[Locale, Locale | None]] = {}
    for layout in root.iterfind(f"*/{CSL}layout"):
        language = (layout.get("locale") or "").split()[:1] or [style.default_locale or "en-US"]
        if language[0] not in locales:
            locales[language[0]] = _locales(language[0], style, load_locale)
        whole, without_english = locales[language[0]]
        for element, word in _terms(root, layout):
            term = whole.find(*word)
            if term is None:
                yield finding(element, "term-missing", f"{_named(word)} has no text in {whole.language}")
            elif without_english and without_english.find(*word) != term:
                problem = f"{_named(word)} has no text in {whole.language}; the English one is printed"
                yield finding(element, "term-english", problem, severity=Severity.NOTE)


def _named(word: _Word) -> str:
    return f"the term {word.name!r}" + ("" if word.form == "long" else f" ({word.form})")


def _locales(language: str, style: Style, load_locale: LoadLocale) -> tuple[Locale, Locale | None]:
    """Return the words of a language, and, unless that is English, those that do not come from English."""

    def load(tag: str) -> bytes | str:
        if tag == "en-US":
            raise LookupError(tag)
        return load_locale(tag)

    whole = build_locale(language, style.locales, load_locale)
    try:
        return whole, None if whole.is_english else build_locale(language, style.locales, load)
    except StyleError:  # there is no file of that language at all
        return whole, None


def _terms(root: etree._Element, layout: etree._Element) -> Iterator[tuple[etree._Element, _Word]]:
    """Go through the terms that a layout names, and those of the labels of its variables."""
    for part in (layout, *reached(root, [layout]).values()):
        for element in part.iter(f"{CSL}text", f"{CSL}et-al", f"{CSL}label", f"{CSL}names"):
            form = element.get("form") or "long"
            if element.get("term") and form in taxonomy.FORMS["term"]:
                yield element, _Word(element.get("term") or "", form)
            elif element.tag == f"{CSL}label" and element.get("variable") not in (None, "locator"):
                yield element, _Word(element.get("variable") or "", form)
            elif element.tag == f"{CSL}names" and (label := element.find(f"{CSL}label")) is not None:
                for variable in (element.get("variable") or "").split():
                    yield label, _Word(variable, label.get("form") or "long")


def check_variables(root: etree._Element) -> Iterator[Problem]:
    """Name the variables that CSL does not know, each where it is used first; fields of that name are printed."""
    seen: set[str] = set()
    for element in elements_of(root):
        tested = [element.get(name) or "" for name in ("variable", "is-numeric")] if element.tag in _SHOWN else []
        for variable in " ".join(tested).split():
            if variable in _VARIABLES or variable in seen:
                continue
            seen.add(variable)
            near = get_close_matches(variable, _VARIABLES, n=1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            yield finding(element, "variable-unknown", f"{variable!r} is no variable of CSL{meant}")
