"""Lists of names in their usual forms, read at once: what most entries begin with needs no weighing.

`read_plain_names` answers what the readers of `hannames` and `westernnames` would, or None where one of these has
something to decide: bodies, particles, roles, `et al.`, two scripts, capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tipcite.formats.reftext.bodies import BODY_WORDS, LINKING_WORDS
from tipcite.formats.reftext.later import later
from tipcite.lang import split_chinese_name
from tipcite.model import Name

PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das du la le les af av bin ibn al el ter ten zu zur vom y e".split()
)
_ROLES: Final = frozenset(
    "ed eds editor editors hrsg trans translator translators tr dir director directors producer producers prod host"
    " hosts inc ltd llc co corp gmbh jr sr ii iii iv des mac saint ben et".split()
)
_WEIGHED: Final = BODY_WORDS | LINKING_WORDS | PARTICLES | _ROLES

FAMILY: Final = r"(?:[DO][’']|Mc)?[A-ZÀ-Þ][a-zß-ÿ]+(?:[-’'][A-ZÀ-Þ]?[a-zß-ÿ]+)*"
GIVEN: Final = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þa-z][a-zß-ÿ]+)?(?: [A-Z]\.)*"
INITIALS: Final = r"[A-Z]\.(?:[ -]?[A-Z]\.){0,3}"
SPOKEN: Final = rf"(?:{GIVEN}|{INITIALS}) {FAMILY}"
# GB/T 7714-2015: `GARCÍA J P`
UPPER: Final = r"[A-ZÀ-Þ]+(?:[-’'][A-ZÀ-Þ]+)*"
NEXT: Final = r"(?:, (?:& |and )?| (?:&|and) )"
_WESTERN: Final = later(
    rf"(?P<inverted>{FAMILY}, {INITIALS}(?:{NEXT}{FAMILY}, {INITIALS})*)"
    rf"|(?P<first>{FAMILY}, (?:{GIVEN}|{INITIALS})(?:{NEXT}(?:{GIVEN}|{INITIALS}) {FAMILY})*)"
    rf"|(?P<spoken>{SPOKEN}(?:{NEXT}{SPOKEN})*)"
    rf"|(?P<capitals>{FAMILY} [A-Z]{{1,3}}(?:, {FAMILY} [A-Z]{{1,3}})*)"
    rf"|(?P<upper>{UPPER}(?: [A-Z]){{1,3}}(?:, {UPPER}(?: [A-Z]){{1,3}})*)"
)
# `Dupont, J. & Petit, A. L’eau et la ville, …`: behind the last initials a title begins
_INVERTED: Final = later(rf"{FAMILY}, {INITIALS}(?:{NEXT}{FAMILY}, {INITIALS})*\s(?=[A-Z“][^\s,.]*[a-z])(?!{FAMILY},)")
# `Fried, D., and A. Polyakova. Democratic Defense`: the last of two or more is named as it is spoken
_JOINED: Final = later(
    rf"{FAMILY}, (?:{GIVEN}|{INITIALS})(?:, (?:{GIVEN}|{INITIALS}) {FAMILY})*"
    rf",? (?:and|&) (?:{GIVEN}|{INITIALS}) {FAMILY}(?=\. [A-Z“])"
)
_CUT: Final = later(NEXT)
_LONG_WORD: Final = later(r"[^\W\d_]{2,}")

HAN_LIST: Final = r"[\u4e00-\u9fff]{2,4}(?:[、,，;；] ?[\u4e00-\u9fff]{2,4})*"
_HAN: Final = later(HAN_LIST)
_HAN_CUT: Final = later("[、,，;；] ?")
# What joins two names, or ends as a role does.
_HAN_WEIGHED: Final = frozenset("與与及和暨等")
_HAN_ENDS: Final = frozenset("者譯译註注编編輯辑纂選选彙汇修校點点理著撰寫写文述人等")


def read_plain_names(text: str) -> tuple[Name, ...] | None:
    """Read a list in one of the usual forms; None when it has another."""
    if text[:1] > "\u3000":
        return _read_han(text)
    form = western_form(text)
    return None if form is None else _cut(text, form)


def listed_names(text: str, form: str) -> tuple[Name, ...] | None:
    """Read Western names that are known to have a form; None when a word among them is to be weighed."""
    return _cut(text, form) if _WEIGHED.isdisjoint(_LONG_WORD.findall(text.lower())) else None


def _cut(text: str, form: str) -> tuple[Name, ...]:
    pieces = _CUT.split(text)
    if form == "inverted":
        return tuple(_person(pieces[place], pieces[place + 1]) for place in range(0, len(pieces), 2))
    if form == "first":
        return (_person(pieces[0], pieces[1]), *map(_spoken, pieces[2:]))
    return tuple(map(_READERS[form], pieces))


def inverted_names_end(text: str) -> int | None:
    """Answer where inverted names with initials end before a title that no comma parts from them."""
    match = _INVERTED.match(text)
    return match.end() if match else None


def joined_names_end(text: str) -> int | None:
    """Answer where a list ends whose first name is inverted and whose last is not, before a full stop and a title."""
    match = _JOINED.match(text)
    return match.end() if match and western_form(match[0]) == "first" else None


def is_plain_list(text: str) -> bool:
    """Tell whether a text is a list in one of the usual forms; of Han names only how long they are is looked at."""
    if text[:1] > "\u3000":
        return _HAN.fullmatch(text) is not None and _HAN_WEIGHED.isdisjoint(text)
    return western_form(text) is not None


@lru_cache(maxsize=16)
def western_form(text: str) -> str | None:
    """Name the usual form that a list of Western names has, None when it has no such form or a word to be weighed."""
    match = _WESTERN.fullmatch(text)
    if match is None or not _WEIGHED.isdisjoint(_LONG_WORD.findall(text.lower())):
        return None
    return match.lastgroup


def _read_han(text: str) -> tuple[Name, ...] | None:
    if text[-1] in _HAN_ENDS or not _HAN.fullmatch(text) or not _HAN_WEIGHED.isdisjoint(text):
        return None
    names = []
    for piece in _HAN_CUT.split(text):
        split = split_chinese_name(piece)
        if split is None:
            return None
        names.append(_person(*split))
    return tuple(names)


def _person(family: str, given: str) -> Name:
    return Name(family=family, given=given)


def _spoken(text: str) -> Name:
    given, _, family = text.rpartition(" ")
    return Name(family=family, given=given)


def _capitals(text: str) -> Name:
    family, _, given = text.partition(" ")
    return Name(family=family, given=given)


def _upper(text: str) -> Name:
    family, _, given = text.partition(" ")
    return Name(family=_WORD.sub(_capitalised, family) if len(family) > 1 else family, given=given)


def _capitalised(match: re.Match[str]) -> str:
    return match[0].capitalize()


_WORD: Final = later(r"[^\W\d_]+")
_READERS: Final = {"spoken": _spoken, "capitals": _capitals, "upper": _upper}
