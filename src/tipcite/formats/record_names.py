"""Names as export files have them, one a line: `Family, Given, Suffix`, Chinese names whole, institutions whole.

Sources: the RIS format specification (Reference Manager, 2001 and 2012: "Lastname, Firstname, Suffix"); EndNote's
manual, "Entering author names" (a comma at the end keeps the name of a body whole).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.formats.findings import Report, short
from tipcite.lang import has_han, is_han, split_chinese_name
from tipcite.lang import is_institution as is_han_institution
from tipcite.model import Name

_SEPARATORS: Final = re.compile(r"\s*(?:\|\||[;；、])\s*")
_HAN_COMMAS: Final = re.compile(r"[一-鿿]{2,4}(?:[,，][一-鿿]{2,4})+")
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
_PARTICLES: Final = frozenset(
    """a af al am auf av d' da dal das de degli dei del della den der des di do dos du el l' la las le lo los op 't ten
    ter van vom von zu zum zur y e""".split()
)
# `Smith J`, `Wang KH`: the family name, and initials without stops.
_INITIALS: Final = re.compile(r"([^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?) ([A-Z]{1,3}(?:-[A-Z])?)")
# `Kimberly A. Hogan`: with initials that have stops it is a person in the order in which it is spoken.
_SPOKEN: Final = re.compile(
    r"([^\W\d_][\w’'-]*\.?(?: [^\W\d_][\w’'-]+)?(?: [A-Z]\.)+|[A-Z]\.(?: ?[A-Z]\.)*) ([^\W\d_][\w’'-]+)"
)
_PLAIN: Final = re.compile(r"([^\W\d_][\w’'-]*), ([^\W\d_](?:[\w.’-]|[ '](?=\w))*)")


def read_names(text: str, report: Report, *, spoken: bool = False) -> Iterator[Name]:
    """Read the name, or the names joined by `;`, `；`, `、` or `||`, of one line.

    `spoken` is for formats in which a name without a comma is `Given Family`.
    """
    body = " ".join(text.split())
    pieces = [piece for piece in _SEPARATORS.split(body) if piece] if _may_be_several(body) else [body]
    if _HAN_COMMAS.fullmatch(body) and all(split_chinese_name(piece) for piece in re.split("[,，]", body)):
        pieces = re.split("[,，]", body)
    if len(pieces) > 1:
        report("name-separator", f"{short(body)} holds {len(pieces)} names; a line for each is surer")
    for piece in pieces:
        if piece.strip(" ,，"):
            yield read_name(piece, report, spoken=spoken)


def read_name(text: str, report: Report, *, spoken: bool = False) -> Name:
    """Read one name."""
    if match := _PLAIN.fullmatch(text):
        return person(match[1], match[2], "")
    body = text.replace("，", ",") if "，" in text else text
    if body.endswith(","):
        return Name(literal=text[:-1].rstrip())
    parts = [part.strip() for part in body.split(",")]
    if len(parts) == 1:
        return _without_comma(body, report, spoken=spoken)
    if len(parts) > 3 or not parts[0]:
        report("name-commas", f"the name {short(body)} has {len(parts) - 1} commas; it is kept whole")
        return Name(literal=text)
    suffix = parts[2] if len(parts) == 3 else ""
    given = parts[1]
    if given.lower() in _SUFFIXES and suffix and suffix.lower() not in _SUFFIXES:
        given, suffix = suffix, given
    return person(parts[0], given, suffix)


def write_name(name: Name, *, marks_bodies: bool = False) -> str:
    """Write a name so that `read_name` gives it back as far as the form can say it.

    With `marks_bodies` every body of several Latin words gets the comma at its end that EndNote wants.
    """
    if name.literal:
        literal = " ".join(name.literal.split())
        is_plain = not (marks_bodies and " " in literal) and read_name(literal, _silent, spoken=True) == name
        return literal if is_plain else f"{literal},"
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    parts = [family, given, name.suffix] if name.suffix else [family, given] if given else [family]
    return ", ".join(parts)


def _silent(_code: str, _message: str) -> None:
    """Pass over what reading back what was written has to say."""


def _may_be_several(body: str) -> bool:
    return "||" in body or ";" in body or "；" in body or ("、" in body and has_han(body))


def person(family: str, given: str, suffix: str) -> Name:
    """Make a person of the parts, particles set apart: `van den Berg`, `Alexander von`."""
    before, family = _leading_particles(family) if " " in family else ("", family)
    given, behind = _trailing_particles(given) if " " in given else (given, "")
    return Name(family=family, given=given, suffix=suffix, non_dropping_particle=before, dropping_particle=behind)


def _leading_particles(family: str) -> tuple[str, str]:
    words = family.split()
    end = 0
    while end < len(words) - 1 and words[end] in _PARTICLES:
        end += 1
    return " ".join(words[:end]), " ".join(words[end:])


def _trailing_particles(given: str) -> tuple[str, str]:
    words = given.split()
    begin = len(words)
    while begin > 1 and words[begin - 1] in _PARTICLES:
        begin -= 1
    return " ".join(words[:begin]), " ".join(words[begin:])


def _without_comma(body: str, report: Report, *, spoken: bool) -> Name:
    if has_han(body):
        return _han(body)
    if " " not in body:
        # One word is a person's only name (Aristotle) unless it is an abbreviation (UNICEF).
        return Name(literal=body) if not body.isalpha() or body.isupper() else Name(family=body)
    if match := _INITIALS.fullmatch(body):
        return Name(family=match[1], given=match[2])
    if match := _SPOKEN.fullmatch(body):
        return Name(given=match[1], family=match[2])
    if spoken and not is_western_institution(body) and len(body.split()) <= 3:
        given, family = body.rsplit(" ", 1)
        return Name(given=given, family=family)
    if not is_western_institution(body):
        report("name-kept-whole", f"{short(body)} has no comma and is kept whole; a person is 'Family, Given'")
    return Name(literal=body)


def _han(body: str) -> Name:
    if is_han_institution(body):
        return Name(literal=body)
    words = body.split()
    if len(words) == 2 and all(is_han(word) for word in words) and len(words[0]) <= 2:
        return Name(family=words[0], given=words[1])
    split = split_chinese_name(body)
    return Name(family=split[0], given=split[1]) if split else Name(literal=body)


def is_western_institution(text: str) -> bool:
    """Tell the name of a body by its words: `Office of the Inspector General`."""
    return not _BODY_WORDS.isdisjoint(text.lower().replace(",", " ").replace(".", " ").split())


_BODY_WORDS: Final = frozenset(
    """agency and association authority bank board bureau center centre church college commission committee company
    consortium corp corporation council court department division embassy federation for foundation fund government
    group house inc institut institute institution international laboratory league library limited ltd ministry museum
    national nations network of office organisation organization party police press programme project republic school
    secretariat service services society state states taiwan team trust union united university universität
    université universidad watch world""".split()
)
