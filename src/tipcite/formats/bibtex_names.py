"""Name lists of BibTeX and BibLaTeX: `and`, commas, particles, braces, and how Chinese names are typed.

Western names follow BibTeX's rules (Patashnik, "Designing BibTeX Styles", 4) and biblatex's extended format
(`family=…, given=…`; biber manual, 3.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from tipcite.formats.latex import decode_latex
from tipcite.formats.latex_encode import encode_latex
from tipcite.lang import is_institution, split_chinese_name
from tipcite.model import Name

Report: TypeAlias = Callable[[str, str], None]
"""Told of everything that was not plain: a code and a message."""

OTHERS: Final = Name(literal="others")
"""`and others`: CSL has no word for an open list; pandoc writes this name, and style engines know it."""

_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_WORDS: Final = re.compile(r"[\s~]+")
_EXTENDED: Final = re.compile(r"(?:^|,\s*)(family|given|prefix|suffix|useprefix|given-i|family-i|prefix-i)\s*=\s*")
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·‧•．]+")
_HAN_COMMA: Final = re.compile(r"\s*[、，；;,]\s*")
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
# Words that stand in the names of bodies and are hardly ever a person's: such a name was not put in braces
# by mistake.
_BODY_WORDS: Final = frozenset(
    """agency association authority bureau commission committee company consortium corp corp. corporation council
    department federation foundation inc inc. institut institute institution laboratory limited ltd
    ltd. ministry nations office
    organisation organization programme secretariat society university universität université universidad""".split()
)
# `Smith, Anna Maria` and `王, 小明`, which most names are, need none of what follows.
_SIMPLE: Final = re.compile(r"([^\W\d_][\w’'-]*), ([^\W\d_](?:[\w.’-]|[ '](?=\w))*)")
_PLAIN_WORD: Final = re.compile(r"[^\\{}$~`'\-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A part of a name as typed, and as it reads."""

    raw: str
    text: str

    @property
    def is_particle(self) -> bool:
        """Tell whether the part begins with a small letter outside braces."""
        if self.raw.startswith("{") and not self.raw.startswith("{\\"):
            return False
        letter = next((char for char in self.text if char.isalpha()), "")
        return letter.islower()


def parse_names(value: str, report: Report, *, use_prefix: bool | None = None) -> tuple[Name, ...]:
    """Read a list of names; `use_prefix` is biblatex's option, by which a particle belongs to the family name."""
    names: list[Name] = []
    for raw in _split_list(value.strip(), report):
        if not raw:
            report("empty-name", f"there is an 'and' too many in {_short(value)}; remove it")
        elif raw == "others":
            names.append(OTHERS)
        else:
            names.append(_parse_name(raw, report))
    if use_prefix is False:
        names = [
            replace(name, dropping_particle=name.non_dropping_particle, non_dropping_particle="") for name in names
        ]
    return tuple(names)


def split_list(value: str) -> list[str]:
    """Split at every `and` outside braces, as BibLaTeX does with names, publishers and places."""
    if "{" not in value:
        return [part.strip() for part in _AND.split(value)] if "and" in value.lower() else [value.strip()]
    parts: list[str] = []
    begin = 0
    depths = list(_depths(value))
    for match in _AND.finditer(value):
        if depths[match.start()] == 0:
            parts.append(value[begin : match.start()].strip())
            begin = match.end()
    parts.append(value[begin:].strip())
    return parts


def write_names(names: Iterable[Name]) -> str:
    """Write a list of names: `van der Berg, Jr., Jan and {美國在台協會} and 王, 寬弘`."""
    return " and ".join(filter(None, map(_write_name, names)))


def _write_name(name: Name) -> str:
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{encode_latex(name.literal)}}}"
    particle = encode_latex(name.non_dropping_particle or name.dropping_particle)
    family = _guarded(name.family, is_family=True)
    last = f"{particle} {family}" if particle else family
    parts = [last, *([_guarded(name.suffix)] if name.suffix else []), _guarded(name.given)]
    if len(parts) == 2 and not parts[1]:
        is_one_word = not re.search(r"[\s~,]", last) and not _HAN.search(last)
        return last if is_one_word else f"{last},"
    return ", ".join(parts)


def _guarded(text: str, *, is_family: bool = False) -> str:
    """Put a part of a name into braces where a comma, `and` or a small letter in it would be read as syntax."""
    encoded = encode_latex(text)
    begins_small = is_family and " " in text and text[:1].islower()
    if begins_small or re.search(r"[,，、；;]", text) or _AND.search(f" {text} "):
        return f"{{{encoded}}}"
    return encoded


def _split_list(value: str, report: Report) -> Iterator[str]:
    if value[:4].lower() == "and " or value[-4:].lower() == " and":
        value = f" {value} "
    for part in split_list(value):
        yield from _split_other_marks(part, report)


def _split_other_marks(part: str, report: Report) -> list[str]:
    """Split where `;` or `、` was typed for `and`, which every BibTeX takes for one name."""
    if ("、" in part or "；" in part or ";" in part or "，" in part) and "{" not in part:
        for marks, said, code in (("；;", "';'", "name-separator"), ("、", "'、'", "name-joined")):
            pieces = [piece.strip() for piece in re.split(f"[{marks}]", part) if piece.strip()]
            if len(pieces) > 1 and "&" not in part:
                report(code, f"names in {_short(part)} are joined by {said}; write 'and' between them")
                return pieces
        pieces = [piece.strip() for piece in part.split("，")]
        if len(pieces) > 1 and all(len(piece) > 1 and _HAN_NAME.fullmatch(piece) for piece in pieces):
            report("name-joined", f"names in {_short(part)} are joined by '，'; write 'and' between them")
            return pieces
    return [part]


def _parse_name(raw: str, report: Report) -> Name:
    if match := _SIMPLE.fullmatch(raw):
        return Name(family=match[1], given=match[2])
    if _EXTENDED.match(raw):
        return _parse_extended(raw)
    if raw[0] == "{" and raw[1:2] != "\\" and _is_one_group(raw):
        return Name(literal=decode_latex(raw))
    parts = _split_at_commas(raw)
    if len(parts) == 1:
        return _parse_spoken_order(raw, report)
    if len(parts) > 3:
        report("name-commas", f"the name {_short(raw)} has {len(parts) - 1} commas; write 'Family, Suffix, Given'")
    return _parse_with_commas(parts)


def _parse_with_commas(parts: list[str]) -> Name:
    particle, family = _split_particle(_units(parts[0]))
    if len(parts) == 2:
        given, suffix = parts[1], ""
    elif len(parts) == 3:
        suffix, given = parts[1], parts[2]
        if given.lower() in _SUFFIXES and suffix.lower() not in _SUFFIXES:
            suffix, given = given, suffix
    else:
        given, suffix = parts[1], ", ".join(parts[2:])
    if not family and not particle:
        return Name(literal=_text(given))
    return Name(family=family, given=_text(given), non_dropping_particle=particle, suffix=_text(suffix))


def _parse_spoken_order(raw: str, report: Report) -> Name:
    if _HAN.search(raw):
        return _parse_chinese(_text(raw), report)
    units = _units(raw)
    if len(units) == 1:
        return Name(family=units[0].text)
    text = _join(units)
    if "{" not in raw and not _BODY_WORDS.isdisjoint(text.lower().replace(",", " ").split()):
        report("institution", f"{text!r} was taken for an institution; put it in braces: {{{{{text}}}}}")
        return Name(literal=text)
    last = len(units) - 1
    particles = [index for index in range(last) if units[index].is_particle]
    if not particles:
        return Name(family=units[-1].text, given=_join(units[:-1]))
    begin, end = particles[0], particles[-1]
    return Name(
        given=_join(units[:begin]),
        non_dropping_particle=_join(units[begin : end + 1]),
        family=_join(units[end + 1 :]),
    )


def _parse_chinese(text: str, report: Report) -> Name:
    """Read a Chinese name without a comma: a body, or family and given name run together."""
    if is_institution(text):
        return Name(literal=text)
    words = text.split()
    if len(words) == 2 and all(_HAN_NAME.fullmatch(word) for word in words):
        return Name(family=words[0], given=words[1])
    split = split_chinese_name(text)
    if split is not None:
        return Name(family=split[0], given=split[1])
    if len(words) > 1 and not _HAN.search(words[0]) and not _HAN.search(words[-1]):
        return Name(family=words[-1], given=" ".join(words[:-1]))
    report("name-kept-whole", f"{text!r} could not be split into family and given name; write 'family, given'")
    return Name(literal=text)


def _parse_extended(raw: str) -> Name:
    """Read biblatex's `family=…, given=…, prefix=…, suffix=…, useprefix=true`."""
    parts: dict[str, str] = {}
    for piece in _split_at_commas(raw):
        name, _, value = piece.partition("=")
        parts[name.strip().lower()] = _text(value)
    drops = parts.get("useprefix", "").lower() == "false"
    prefix = parts.get("prefix", "")
    return Name(
        family=parts.get("family", ""),
        given=parts.get("given", ""),
        suffix=parts.get("suffix", ""),
        dropping_particle=prefix if drops else "",
        non_dropping_particle="" if drops else prefix,
    )


def _split_particle(units: list[_Unit]) -> tuple[str, str]:
    """Split `de la Cruz` before the first part that is no particle; the last part is always the family name."""
    if len(units) < 2 or not units[0].is_particle:
        return "", _join(units)
    end = next((index for index, unit in enumerate(units) if not unit.is_particle), len(units) - 1)
    return _join(units[:end]), _join(units[end:])


def _units(raw: str) -> list[_Unit]:
    """Split at blanks and ties outside braces; a tie stays a no-break space when parts are joined again."""
    units: list[_Unit] = []
    begin = 0
    if "{" in raw:
        depths = list(_depths(raw))
        breaks = [match for match in _WORDS.finditer(raw) if depths[match.start()] == 0]
    else:
        breaks = list(_WORDS.finditer(raw))
    for match in [*breaks, None]:
        end = match.start() if match else len(raw)
        if end > begin:
            word = raw[begin:end]
            tie = "\xa0" if match and "~" in match[0] else ""
            units.append(_Unit(raw=word, text=_text(word) + tie))
        begin = match.end() if match else end
    return units


def _join(units: list[_Unit]) -> str:
    text = ""
    for unit in units:
        text += unit.text if unit.text.endswith("\xa0") else unit.text + " "
    return text.strip(" \xa0")


def _split_at_commas(raw: str) -> list[str]:
    normal = raw.replace("，", ",") if "，" in raw else raw
    if "," not in normal:
        return [raw]
    if "{" not in normal:
        return [part.strip() for part in normal.split(",")]
    parts: list[str] = []
    begin = 0
    for index, (char, depth) in enumerate(zip(normal, _depths(normal), strict=True)):
        if char == "," and depth == 0:
            parts.append(normal[begin:index].strip())
            begin = index + 1
    parts.append(normal[begin:].strip())
    return parts


def _is_one_group(raw: str) -> bool:
    depths = list(_depths(raw))
    return raw.endswith("}") and all(depth > 0 for depth in depths[:-1])


def _depths(text: str) -> Iterator[int]:
    """Yield for each character how many braces are open at it, counting its own."""
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
            yield depth
        elif char == "}":
            yield depth
            depth = max(depth - 1, 0)
        else:
            yield depth


def _text(raw: str) -> str:
    match = _PLAIN_WORD.match(raw)
    return raw.strip() if match and match.end() == len(raw) else decode_latex(raw)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else line[:59] + "…")
