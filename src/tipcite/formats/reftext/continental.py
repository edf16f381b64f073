"""Creators as German and French lists set them: `Weber, Max: Titel`, `Roth, Eva / Groß, Uwe: Titel`, `Nom, Prénom, …`.

Family names stand first and given names in full; only what stands around them shows that they are names, so a place
or a body among them speaks against it. The colon and the semicolon are those of DIN 1505-2, the slash that of German
law reviews, the commas those of the French humanities.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word, is_body
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publication import PLACES
from tipcite.formats.reftext.wording import PARTICLE, UPPER

_WORD: Final = rf"[{UPPER}][\w’'-]+"
# Two words may be the name of a person in spoken order, with a title behind the comma.
_FAMILY: Final = rf"{PARTICLE}{{0,2}}{_WORD}"
_GIVEN: Final = rf"{_WORD}(?: (?:{_WORD}|[{UPPER}]\.))?(?: (?:von|van|de|zu)(?: der| den)?)?"
_INITIALS: Final = rf"[{UPPER}]\.(?:[ -]?[{UPPER}]\.)*"
_ONE: Final = rf"{_FAMILY}, (?:{_GIVEN}|{_INITIALS})"
_BEFORE_COLON: Final = later(
    rf"(?P<names>{_ONE}(?:\s?[/;]\s?{_ONE}){{0,9}})(?P<role>(?:\s\((?:[Hh]rsg|[Hh]g|[Ee]ds?)\.?\))?):\s(?=\S)"
)
# A title has a word without a capital, and commas behind it before place, publisher and year.
_BEFORE_COMMA: Final = later(
    rf"(?P<names>{_WORD}, {_WORD}), "
    rf"(?=(?P<title>[{UPPER}][^\s.,;]*\s(?:[^,;]*\s)?[^\W\d_A-Z][^\s,;]{{2,}}[^,;]*), [^,]+, [^,]+)"
)
# `Foucault M., Surveiller et punir. Naissance de la prison, …`
_SHORT: Final = rf"{PARTICLE}{{0,2}}{_WORD} (?:[{UPPER}]\.[ -]?)*[{UPPER}]\."
_BEFORE_TITLE: Final = later(
    rf"(?P<names>{_SHORT}(?:(?:,| et| e| y| &| and) {_SHORT}){{0,8}}), (?!{_SHORT})(?=[{UPPER}][\w’']*\s[\w’'])"
)
# `NOIRIEL Gérard, Le creuset`, `Assier-Andrieu (L.), Le droit`
_CAPITALS: Final = rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{2,}})* [{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?"
_BRACKETED: Final = rf"{_WORD} \((?:[{UPPER}]\.[ -]?)+\)"
_FRENCH: Final = later(
    rf"(?P<names>(?:{_CAPITALS}(?:(?:,| et) {_CAPITALS})*|{_BRACKETED}(?:(?:,| et) {_BRACKETED})*))"
    rf"(?P<role>(?:\s\((?:dir|[ée]d)s?\.\))?), "
    rf"(?=[{UPPER}«“])"
)
_YEAR_LAST: Final = later(r",?\s(?:1[5-9]|20)\d\d[\s.,\x00]*$")


def inverted_end(text: str) -> tuple[int, int] | None:
    """Answer where names in full and the separator behind them end; None where the entry begins otherwise."""
    comma = text.find(", ", 0, 60)
    if comma < 0:
        return None
    if text.find(": ", comma, 400) > 0 and (found := _BEFORE_COLON.match(text)):
        return (found.end("role"), found.end()) if _are_persons(found["names"]) else None
    short = _BEFORE_TITLE.match(text) if text[comma - 1] == "." else None
    if short is not None:
        return short.end("names"), short.end()
    french = _FRENCH.match(text)
    if french is not None:
        return french.end("role"), french.end()
    found = _BEFORE_COMMA.match(text) if text.find(", ", comma + 2, comma + 40) > 0 else None
    if found is None or not _are_persons(found["names"]) or _YEAR_LAST.search(text) is None:
        return None
    if is_body(found["title"]) and has_body_word(found["title"]):
        return None  # `Aristotle, Poetics, University of Chicago Press, …`
    return found.end("names"), found.end()


def _are_persons(names: str) -> bool:
    pieces = [piece.strip() for piece in re.split("[,/;]", names)]
    return not any(is_body(piece) or PLACES.match(piece) for piece in pieces)
