"""Western creators: `Hogan, Kimberly A. & Dominique Roe-Sepowitz`, `Hogan KA, Roe D`, bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word, is_body
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.plainnames import PARTICLES, western_form
from tipcite.formats.reftext.wording import UPPER
from tipcite.model import Name

_SUFFIX: Final = later(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", re.IGNORECASE)
_INITIALS: Final = later(r"(?:[^\W\d_]\.[ -]*|[^\W\d_](?:[a-z])?\.-)*(?:[^\W\d_]\.|[A-Z]{1,3})(?:-[A-Z]\.?)*")
# Family name and capitals without stops (Vancouver, GB/T 7714): `Roe-Sepowitz DA`, `DES MARAIS D J`, `Chen S.Y.`
_VANCOUVER: Final = later(
    rf"(?P<family>[^\s,]{{2,}}(?: [^\s,.]{{2,}}){{0,3}}) (?P<given>[{UPPER}]{{1,3}}"
    rf"|[{UPPER}]\.?(?:[ -]?[{UPPER}]\.?){{0,3}})(?: (?P<suffix>Jr|Sr|II|III|2nd"
    r"|3rd|4th)\.?)?(?: (?P<particle>(?:van|von|de|der|den|la|du|del|di|da)(?: (?:der|den"
    r"|la|de|las|los))?))?"
)
_ET_AL: Final = later(r"[,\s]+(?:et al|and others)\.?$|\s?\[@\w+\]")
_AND: Final = later(r"\s*,?\s+(?:and|with|und|et)\s+|\s*,?\s*&\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    after_and: bool


def read_western_names(text: str) -> tuple[Name, ...]:
    """Cut a list of Western names; a body is one literal."""
    text = _BLANKS.sub(" ", without_ellipsis(text)).strip(" ,;")
    if "(" in text:
        text = _BRACKETED_INITIALS.sub(r", \1", text)
    if " / " in text and "," in text:
        text = text.replace(" / ", "; ")  # `Schmidt, Anna / Weiß, Jörg` (German law)
    if not text:
        return ()
    bodies = _joined_bodies(text)
    if bodies:
        return tuple(Name(literal=body) for body in bodies)
    person, _, body = text.rpartition(", and " if ", and " in text else ", & ")
    if person and is_name_list(person) and not is_body(person) and is_body(body) and "," in person:
        return (*read_western_names(person), Name(literal=body))
    if is_one_body(text) or _FIRM.fullmatch(text):
        return (Name(literal=text),)
    if ";" in text:
        parts = [part for part in re.split(r"\s*;\s*(?:&|and)?\s*", text) if part]
        return tuple(name for part in parts for name in read_western_names(part))
    chunks = _chunks(text)
    names: list[Name] = []
    index = 0
    while index < len(chunks):
        name, used = _next_name(chunks, index, first=not names)
        if name is not None:
            names.append(name)
        index += used
    return tuple(names)


def _joined_bodies(text: str) -> list[str]:
    """Cut `UNODC and World Bank`: an acronym stands for a whole body, so the other side is one too."""
    sides = re.split(r"\s(?:and|&)\s", text)
    if len(sides) == 2 and "," not in text and _are_alike(sides):
        return sides
    listed = [part.strip() for part in text.split(",")]
    if (
        len(listed) > 1
        and len({part.split()[-1:][0] if part else "" for part in listed}) == 1
        and all(map(is_body, listed))
    ):
        return listed
    acronyms = [side for side in sides if re.fullmatch(r"[A-Z]{3,}", side)]
    return sides if len(sides) == 2 and acronyms and "," not in text and all(map(_is_body_or_acronym, sides)) else []


# `Assier-Andrieu (L.)` (French)
_BRACKETED_INITIALS: Final = later(rf"\s\(((?:[{UPPER}]\.[ -]?)+)\)")
_FIRM: Final = later(r"[^,]+,\s(?:Inc|Ltd|LLC|Co|Corp|S\.A|GmbH)\.?")


def _are_alike(sides: list[str]) -> bool:
    """Tell whether bodies' names are built alike: `X Board` and `Y Board`, `Institute for X` and `Academy of Y`."""
    words = [side.split() for side in sides]
    if any(len(part) < 3 for part in words):
        return False
    same = words[0][-1] == words[1][-1] and has_body_word(words[0][-1])
    return same or all(has_body_word(part[0]) and part[1].lower() in ("of", "for") for part in words)


def _is_body_or_acronym(side: str) -> bool:
    return is_body(side) or re.fullmatch(r"[A-Z]{3,}", side) is not None


def is_one_body(text: str) -> bool:
    """Tell whether a text is an institution: a known word of one, or small words that no list of names has."""
    words = text.replace("&", " ").split()
    small = [word for word in words if word.isalpha() and word.islower() and word not in PARTICLES]
    small = [word for word in small if word not in ("and", "et", "al", "with", "und", "others", "eds", "ed")]
    if small:
        return True
    if "," in text or ";" in text:
        return len(words) > 3 and "," not in _before_body(text) and is_body(text)
    return is_body(text) or len(words) == 1


def _before_body(text: str) -> str:
    return text.split(",", 1)[0]


_BLANKS: Final = later(r"\s+")
_NOT_IN_NAMES: Final = later(r"[\d¹²³⁰-⁹?!:()/]")


# `Brandt JP 3rd`
_ORDINAL: Final = later(r"(?<=[A-Z]) (?:2nd|3rd|4th)\b")


# The last author behind those that are left out: `..., Zoller, K.`, `. . . Abbott, G.`, `… Abbott, G.`
_ELLIPSIS: Final = later(r",?\s?(?:…+|\.\.\.+|\.(?:\s\.){2,})\s?,?\s?(?:&\s|and\s)?")


def without_ellipsis(text: str) -> str:
    """Take out the dots that stand for names, a comma for them."""
    return _ELLIPSIS.sub(", ", text) if "…" in text or ".." in text or ". ." in text else text


def is_name_list(text: str) -> bool:
    """Tell whether a stretch is nothing but persons' names, in any of the usual forms."""
    text = _BLANKS.sub(" ", without_ellipsis(text)).strip(" ,;.")
    if "d" in text and _ORDINAL.search(text):
        text = _ORDINAL.sub("", text)
    if len(text) > 1500 or _NOT_IN_NAMES.search(text):
        return False
    if western_form(text) is not None:
        return True
    short = _ET_AL.sub("", text)
    if short != text and western_form(short) is not None:
        return True
    text = short
    if not text:
        return False
    chunks = [chunk for part in text.split(";") for chunk in _chunks(part)]
    return all(_looks_like_name(chunk.text) for chunk in chunks)


def ends_name_list(text: str) -> bool:
    """Tell whether a list's last piece is complete: initials after a family name, or a whole name."""
    chunks = _chunks(_ET_AL.sub("", text.strip(" ,;.")).rpartition(";")[2])
    if not chunks:
        return False
    last = chunks[-1].text
    if _VANCOUVER.fullmatch(last) or " " in last:
        return not re.fullmatch(rf"[{UPPER}](?:[. -]+[{UPPER}])*\.?", last) or _has_family_before(chunks)
    return _has_family_before(chunks)


def is_vancouver(text: str) -> bool:
    """Tell whether a list's first name is a family name and bare capitals: `Roe-Sepowitz DA`."""
    return bool(_VANCOUVER.fullmatch(text.split(",", 1)[0].strip()))


def ends_with_initial(text: str) -> bool:
    """Tell whether a full stop behind the list is its last initial's: not so where initials have none (Vancouver)."""
    if not re.search(rf"(?:[\s.,-]|^)[{UPPER}]$", text):
        return False
    first = text.split(",", 1)[0].strip()
    return bool(re.search(r"\b[A-Z]\.", text)) or ("," in text and not _VANCOUVER.fullmatch(first))


def _has_family_before(chunks: list[_Chunk]) -> bool:
    return len(chunks) > 1 and not chunks[-1].after_and and not re.search(r"\b[A-Z]\.", chunks[-2].text)


# A word with a stop that no initial and no title (Jr., St., Dr.) has: a sentence ends there.
_SENTENCE: Final = later(r"[A-Z][a-z]{3,}\.")


def _looks_like_name(text: str) -> bool:
    words = text.split()
    if not words or len(words) > 5 or any(map(_SENTENCE.fullmatch, words[:-1])):
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals > 0 and all(
        word[:1].isupper() or word.lower() in PARTICLES or word[:2] in ("d'", "d’", "l’", "l'") for word in words
    )


_AND_WORD: Final = later(r"\s(?:and|with|und|et)\s", re.IGNORECASE)


def _chunks(text: str) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    joined = "&" in text or _AND_WORD.search(text)
    for number, side in enumerate(_AND.split(text) if joined else [text]):
        for place, part in enumerate(side.split(",")):
            stripped = part.strip().strip("…").strip()
            if stripped:
                chunks.append(_Chunk(stripped, number > 0 and place == 0))
    return chunks


def _next_name(chunks: list[_Chunk], index: int, *, first: bool) -> tuple[Name | None, int]:
    """Read one name that begins at a chunk; return it and how many chunks it took."""
    text = chunks[index].text
    following = chunks[index + 1] if index + 1 < len(chunks) and not chunks[index + 1].after_and else None
    match = _VANCOUVER.fullmatch(text)
    words = text.split()
    several = match is not None and len(match["family"]) > len(words[0])
    if match and (several or not _is_initials(words[0]) or all(len(word.strip(".")) == 1 for word in words[1:])):
        particle = f"{match['particle']} " if match["particle"] else ""
        return _person(particle + _title_case(match["family"]), match["given"], match["suffix"] or ""), 1
    if following and _is_given(text, following.text, alone=len(chunks) == 2, first=first):
        suffix = chunks[index + 2].text if index + 2 < len(chunks) else ""
        if suffix and _SUFFIX.fullmatch(suffix):
            return _person(text, following.text, suffix), 3
        return _person(text, following.text), 2
    if is_body(text) or len(text.split()) == 1:
        return Name(literal=text), 1
    return _natural(text), 1


def _is_given(family: str, given: str, *, alone: bool, first: bool) -> bool:
    """Tell whether a chunk is the given name of the family name before it."""
    if _is_initials(given):
        return True
    if is_body(family) or re.fullmatch(r"\S+ [A-Z]{2,3}", given):
        return False
    words = [word for word in family.split() if word.lower() not in PARTICLES]
    if len(words) == 1:
        return len(given.split()) <= 3 and not _is_initials(family)
    return alone and first and len(words) == 2 and (len(given.split()) == 1 or given.endswith("."))


def _is_initials(text: str) -> bool:
    return bool(_INITIALS.fullmatch(text)) and len(text) <= 14


def _title_case(family: str) -> str:
    """GB/T 7714-2015 sets surnames in capitals: `DES MARAIS` is Des Marais."""
    letters = [char for char in family if char.isalpha()]
    if len(letters) < 2 or not all(char.isupper() for char in letters):
        return family
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), family)


def _person(family: str, given: str, suffix: str = "") -> Name:
    given_words = given.split()
    if len(given_words) > 1 and _SUFFIX.fullmatch(given_words[-1]):
        given, suffix = " ".join(given_words[:-1]), given_words[-1]
    family_words = family.split()
    if not suffix and len(family_words) > 1 and _SUFFIX.fullmatch(family_words[-1]):
        family, suffix = " ".join(family_words[:-1]), family_words[-1]  # `Strunk Jr., W.` (Elsevier)
    particle, family = _split_particle(_title_case(family))
    return Name(family=family, given=given, non_dropping_particle=particle, suffix=suffix)


_IN_CAPITALS: Final = later(rf"[{UPPER}]{{3,}}(?:-[{UPPER}]{{2,}})*")


def _natural(text: str) -> Name:
    """Split `Dominique van der Berg Jr.`: the last word is the family name, particles go with it."""
    words = text.split()
    suffix = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if len(words) > 1 and _IN_CAPITALS.fullmatch(words[0]) and not any(map(str.isupper, words[1:])):
        # `NOIRIEL Gérard` (French)
        return Name(family=_title_case(words[0]), given=" ".join(words[1:]), suffix=suffix)
    place = len(words) - 1
    while place > 1 and words[place - 1].islower() and words[place - 1] in PARTICLES:
        place -= 1
    place = _family_start(words, place)
    particle, family = _split_particle(" ".join(words[place:]))
    return Name(
        family=_title_case(family), given=" ".join(words[:place]), non_dropping_particle=particle, suffix=suffix
    )


def _family_start(words: list[str], place: int) -> int:
    """A particle with a capital and, behind two initials or more, all other words are of the family name."""
    if place > 1 and words[place - 1].lower() in PARTICLES and len(words[place - 1]) > 1:
        return place - 1
    if place > 1 and words[place - 1] in ("Des", "Mac", "Saint", "St.", "Ben"):
        return place - 1
    initials = next((index for index, word in enumerate(words) if not re.fullmatch(r"(?:[A-Z]\.-?)+", word)), 0)
    many = "".join(words[:initials]).count(".")
    return initials if many > 1 and 0 < initials < place and len(words) - initials == 2 else place


def _split_particle(family: str) -> tuple[str, str]:
    words = family.split()
    place = 0
    while place < len(words) - 1 and words[place].islower() and words[place] in PARTICLES:
        place += 1
    return " ".join(words[:place]), " ".join(words[place:])
