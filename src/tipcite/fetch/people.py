"""Creators as records have them, put right where it is plain what was meant.

Known faults: a whole name, or a list of names, in one string; a Chinese name whole in one part, swapped, or twice;
capitals throughout; marks of footnotes; a Chinese and a Latin form of the name in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tipcite.fetch.richtext import plain_text
from tipcite.formats.record_names import is_western_institution, person, read_names
from tipcite.lang import has_han, is_han, is_institution, split_chinese_name
from tipcite.lang.names import surname_of
from tipcite.lang.surnames import COMPOUND_SURNAMES, SINGLE_SURNAMES
from tipcite.model import JsonValue, Name, Variant, VariantKind

_MARKS: Final = re.compile(r"[\s*†‡§¶#]+$|^[\s*†‡§¶#]+|(?<=[^\W\d_])[\d,]+$")
_ORCID: Final = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_BOTH: Final = (
    re.compile(r"([\u3400-\u9fff·．]{2,12})\s*[(（\[]?\s*([A-Z][A-Za-z.,’' -]+?)\s*[)）\]]?"),
    re.compile(r"([A-Z][A-Za-z.,’' -]+?)\s*[(（\[]?\s*([\u3400-\u9fff·．]{2,12})\s*[)）\]]?"),
)
_JOINT: Final = re.compile(r"\s+(?:and|&|與|及|和)\s+|\s*&\s*", re.IGNORECASE)
_SPOKEN: Final = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
_WITH_PARTICLES: Final = re.compile(
    r"([^\W\d_][\w.’'-]*(?: [A-Z][\w.’'-]*)*) "
    r"((?:(?:af|av|da|de|del|della|den|der|di|dos|du|la|le|ten|ter|van|von|zu|zur) )+[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
)
"""`Karl von der Aue`: what stands before the particles is the given name."""
_BODY: Final = re.compile(
    r"^The |\b(?:collaboration|collective|consortium|experiment|initiative|investigators|alliance|task force)\b",
    re.IGNORECASE,
)
"""Bodies whose words no list of institutions has: experiments and study groups."""
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LOWER_PARTICLES: Final = frozenset("de den der di du la le van von zu da dos das del".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Creators:
    """The names of one role; `romanised` are their Latin forms where all have one, `recased` when capitals were set."""

    names: tuple[Name, ...] = ()
    romanised: tuple[Name, ...] = ()
    recased: bool = False

    def variants(self, role: str, source: str) -> tuple[Variant, ...]:
        """Return the variant that says the names in Latin letters."""
        if not self.romanised:
            return ()
        return (
            Variant(field=role, kind=VariantKind.ROMANISED, language="zh-Latn", names=self.romanised, source=source),
        )


def read_creators(members: Iterable[JsonValue], *, is_chinese: bool) -> Creators:
    """Read the creators of one role, each an object of CSL's parts (`name` and `literal` are whole names) or a text."""
    both = [pair for member in members for pair in _read(member, is_chinese=is_chinese)]
    names = tuple(name for name, _ in both if name != Name())
    latin = [other for _, other in both if other is not None]
    settled = tuple(map(_recased, names))
    return Creators(
        names=settled,
        romanised=tuple(latin) if latin and len(latin) == len(names) else (),
        recased=settled != names,
    )


def read_person(text: str) -> tuple[Name, ...]:
    """Read what stands in one string: a name in any order, a body, or several names."""
    body = _MARKS.sub("", plain_text(text))
    pieces = [body]
    if _JOINT.search(body) and not (has_han(body) and is_institution(body)):
        parts = _JOINT.split(body)
        pieces = parts if all(map(_is_persons, parts)) else pieces
    return tuple(name for piece in pieces for name in _spoken(piece))


def _is_persons(part: str) -> bool:
    """Tell whether a part between two `and` is the name of a person."""
    if is_western_institution(part):
        return False
    return bool(_SPOKEN.fullmatch(part)) or "," in part or split_chinese_name(part) is not None


def _spoken(piece: str) -> Iterable[Name]:
    """Read a name in the order in which it is spoken, or with its family name first and a comma."""
    if _BODY.search(piece):
        return (Name(literal=piece),)
    with_particles = _WITH_PARTICLES.fullmatch(piece)
    if with_particles and not is_western_institution(piece):
        return (person(with_particles[2], with_particles[1], ""),)
    return read_names(piece, lambda _code, _message: None, spoken=True)


def _read(member: JsonValue, *, is_chinese: bool) -> Iterator[tuple[Name, Name | None]]:
    if isinstance(member, str):
        member = {"literal": member}
    if not isinstance(member, Mapping):
        return
    parts = {name: _MARKS.sub("", plain_text(text)) for name, text in member.items() if isinstance(text, str)}
    family, given = parts.get("family", ""), parts.get("given", "")
    whole = "" if family else parts.get("literal") or parts.get("name") or ""
    extra = _orcid(member)
    for name, latin in _names(family, given, whole, parts, is_chinese=is_chinese):
        yield replace(name, extra=extra), latin


def _names(
    family: str, given: str, whole: str, parts: Mapping[str, str], *, is_chinese: bool
) -> Iterable[tuple[Name, Name | None]]:
    if family and given:
        return [(_person(family, given, parts, is_chinese=is_chinese), None)]
    single = family or whole or given
    both = _in_both_scripts(single)
    if both is not None:
        return [both]
    if has_han(single):
        return [(name, None) for name in read_person(single)]
    if ";" in single or (single.count(",") == 1 and not is_western_institution(single)):
        return [(name, None) for name in read_person(single)]
    if whole:
        names = read_person(whole) if _JOINT.search(whole) else ()
        return [(name, None) for name in names] if len(names) > 1 else [(Name(literal=whole), None)]
    if family and is_western_institution(family) and " " in family:
        return [(Name(literal=family), None)]
    if family:
        return [(_western(family, "", parts), None)]
    return [(Name(literal=given), None)] if given else []


def _person(family: str, given: str, parts: Mapping[str, str], *, is_chinese: bool) -> Name:
    if is_han(_joined(family)) and is_han(_joined(given)):
        return _chinese(_joined(family), _joined(given), is_chinese=is_chinese)
    return _western(family, given, parts)


def _western(family: str, given: str, parts: Mapping[str, str]) -> Name:
    suffix = parts.get("suffix", "")
    dropping, non_dropping = parts.get("dropping-particle", ""), parts.get("non-dropping-particle", "")
    head, comma, tail = family.rpartition(",")
    if comma and tail.strip().lower() in _SUFFIXES and not suffix:
        family, suffix = head.strip(), tail.strip()
    if dropping or non_dropping:
        return Name(
            family=family,
            given=given,
            suffix=suffix,
            dropping_particle=dropping,
            non_dropping_particle=non_dropping,
        )
    return person(family, given, suffix)


def _chinese(family: str, given: str, *, is_chinese: bool) -> Name:
    """Put a Chinese name right: whole in both parts, its surname once more, or surname and given name swapped."""
    if family == given or (len(given) >= 3 and given.startswith(family) and surname_of(given) == family):
        split = split_chinese_name(given)
        if split:
            return Name(family=split[0], given=split[1])
    if len(family) > len(given) and family.endswith(given) and surname_of(family) == family[: -len(given)]:
        return Name(family=family[: -len(given)], given=given)
    if is_chinese and _is_surname(given) and not _is_surname(family) and len(family) <= 2:
        return Name(family=given, given=family)
    return Name(family=family, given=given)


def _is_surname(text: str) -> bool:
    return text in SINGLE_SURNAMES or text in COMPOUND_SURNAMES


def _in_both_scripts(text: str) -> tuple[Name, Name | None] | None:
    """Read a name that stands there in Han and in Latin letters: `王寬弘 (Kuan-Hung Wang)`."""
    for number, pattern in enumerate(_BOTH):
        found = pattern.fullmatch(text)
        if not found:
            continue
        han, latin = (found[1], found[2]) if number == 0 else (found[2], found[1])
        split = split_chinese_name(han)
        if split is None:
            return None
        romanised = read_person(latin)
        return Name(family=split[0], given=split[1]), romanised[0] if len(romanised) == 1 else None
    return None


def _recased(name: Name) -> Name:
    """Set a person's name of capitals as names are; initials and short abbreviations stay."""
    if name.literal or not (len(name.family) > 1 and name.family.isupper() and name.family.isascii()):
        return name
    given = name.given
    if given.isupper() and any(len(word) > 3 for word in re.split(r"[\s.]+", given)):
        given = re.sub(r"[^\W\d_]{2,}", lambda match: _capital(match.group()), given)
    return replace(name, family=_family(name.family), given=given)


def _family(text: str) -> str:
    words = [_capital(word) for word in re.split(r"(?<=[\s’'-])", text) if word]
    spoken = "".join(words)
    first, *rest = spoken.split(" ")
    return " ".join([first, *(word.lower() if word.lower() in _LOWER_PARTICLES else word for word in rest)])


def _capital(word: str) -> str:
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2]}{word[3:].lower()}"
    return word[:1] + word[1:].lower()


def _orcid(member: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Keep the person's ORCID, which no part of CSL's names says."""
    found = _ORCID.search(str(member.get("ORCID") or ""))
    return {"ORCID": found.group()} if found else {}


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text) if has_han(text) else text
