"""One person's or institution's name: particles, initials, order, and names that are written without spaces."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Final

from tipcite.csl.locale import Quotes
from tipcite.csl.richtext import parse_field
from tipcite.csl.tree import Status, Text, Tree, Wrap, is_empty, plain, sequence
from tipcite.model import Name, is_han_name

_MARKS: Final = Quotes()
_PARTICLE: Final = re.compile(r"['’‘]?[^\s'’-]+(?:\s+|['’]\s*|-(?=\w))")
_INSIDE: Final = re.compile(r"\.(?=[^\s.\-’'])")
_MARKED: Final = re.compile(r"((?:<[^<>/]+>)+)(.+?)((?:</[^<>]+>)+)")
_WORD: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name taken apart, its particles found."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    short: str = ""
    """An institution's short name."""
    introduced: bool = False
    """The document has named the institution already, with the short name."""
    static: bool = False
    bracketed: bool = False
    """Printed in square brackets: a form of the name that is not its bearer's own."""
    joined: bool = False
    """Written in a script without spaces between names: family first, nothing between."""


_BRACKETS: Final = Wrap(prefix="[", suffix="]")


def read_person(name: Name, *, static: bool = False, short: str = "") -> Person:
    """Take a name apart: particles at the head of the family name, a suffix after a comma in the given one.

    `short` is the short name of an institution.
    """
    if name.literal or not (name.family or name.given):
        return Person(literal=name.literal, short=short)
    family, given = name.family.strip(), name.given.strip()
    dropping, non_dropping, suffix = name.dropping_particle, name.non_dropping_particle, name.suffix
    comma = name.comma_suffix
    parse = name.parse_names is not False and not (dropping or non_dropping)
    if "," in given and not suffix:
        given, _, suffix = (part.strip() for part in given.partition(","))
        if suffix.startswith("!"):
            comma, suffix = True, suffix[1:].strip()
    if parse and family[:1] == family[-1:] == '"':
        family, parse = family.strip('"'), False
    if parse:
        non_dropping, family = _split_leading(family)
        given, dropping = _split_trailing(given)
    return Person(
        family=family,
        given=given,
        dropping=dropping,
        non_dropping=non_dropping,
        suffix=suffix,
        comma_suffix=comma,
        static=name.static_ordering or static,
        joined=is_han_name(name) or _is_joined(name.family + name.given),
    )


def _split_leading(family: str) -> tuple[str, str]:
    """Part the particles at the head of a family name: `van der Vlist`, `d’Aubignac`, `al-Hakim`."""
    at = 0
    for match in _PARTICLE.finditer(family):
        if match.start() != at or not match[0].lstrip("'’‘")[:1].islower() or match.end() == len(family):
            break
        at = match.end()
    return family[:at], family[at:]


def _split_trailing(given: str) -> tuple[str, str]:
    """Part the particles at the end of a given name: `Alexander von`."""
    words = given.split(" ")
    keep = len(words)
    while keep > 1 and words[keep - 1][:1].islower():
        keep -= 1
    return " ".join(words[:keep]), " ".join(words[keep:])


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionFormat:
    """How a style writes institutions that have a short name."""

    parts: str
    long: Wrap | None
    short: Wrap | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFormat:
    """How a style writes one name."""

    short: bool
    inversion: str
    separator: str
    initialize: bool
    initialize_with: str | None
    keep_hyphens: bool
    demotion: str
    family: Wrap | None
    given: Wrap | None
    institution: InstitutionFormat | None = None
    particle_joint: str = " "
    """What joins a particle to the name after it."""
    written: dict[tuple[Person, int, bool, bool], Tree] = field(default_factory=dict, compare=False, repr=False)
    """What has been written so far: the same people come again and again in a list."""
    keys: dict[tuple[Person, int, bool], str] = field(default_factory=dict, compare=False, repr=False)

    def is_inverted(self, person: Person, position: int) -> bool:
        """Tell whether the family name comes first with a separator: not for Chinese names or institutions."""
        return not self.short and self._inverts(person, position)

    def _inverts(self, person: Person, position: int) -> bool:
        if person.joined or person.static or person.literal:
            return False
        return self.inversion == "all" or (self.inversion == "first" and position == 0)

    def key(self, person: Person, position: int, given: int) -> str:
        """Return the name as text, to compare names by."""
        wanted = (person, given, self._inverts(person, position))
        key = self.keys.get(wanted)
        if key is None:
            key = self.keys[wanted] = plain(self.render(person, position, given, sorting=False))
        return key

    def render(self, person: Person, position: int, given: int, *, sorting: bool) -> Tree:
        """Write the name; `given` is how much of the given name disambiguation asks for."""
        inverted = self._inverts(person, position)
        wanted = (person, given, inverted, sorting)
        tree = self.written.get(wanted)
        if tree is None:
            tree = self._render(person, given, inverted=inverted, sorting=sorting)
            if person.bracketed and not sorting:
                tree = sequence((tree,), _BRACKETS)
            self.written[wanted] = tree
        return tree

    def _render(self, person: Person, given: int, *, inverted: bool, sorting: bool) -> Tree:
        if person.literal:
            return self._institution(person)
        if person.joined:
            return self._joined(person, short=self.short and given == 0)
        if sorting:
            return self._for_sorting(person)
        if person.static:
            return self._static(person, given)
        if self.short and given == 0:
            return self._short(person, inverted=inverted)
        text = self._given(person, given)
        if inverted and not self.short:
            return self._inverted(person, text)
        return self._in_order(person, text)

    def _literal_wrap(self) -> Wrap | None:
        """An institution's name takes the looks of a family name, not its affixes."""
        if self.family is None or self.institution is not None:
            return None
        return replace(self.family, prefix="", suffix="")

    def _institution(self, person: Person) -> Tree:
        """Write an institution in full, by its short name, or in full and with the short name that is used later."""
        name = sequence((parse_field(person.literal, _MARKS),), self._literal_wrap())
        format_ = self.institution
        if format_ is None or not person.short or format_.parts == "long":
            return name if format_ is None else sequence((name,), format_.long)
        short: Tree = Text(person.short, Status.RENDERED)
        if format_.parts == "short" or person.introduced:
            return short
        return sequence([sequence((name,), format_.long), sequence((short,), format_.short)])

    def _joined(self, person: Person, *, short: bool) -> Tree:
        family = self._part(person.family, self.family)
        if short and person.family:
            return family
        return sequence([family, self._part(person.given, self.given)])

    def _static(self, person: Person, given: int) -> Tree:
        family = self._family(person)
        if self.short and given == 0:
            return family
        return _spaced([family, self._part(self._given(person, given), self.given)])

    def _for_sorting(self, person: Person) -> Tree:
        """Write the name as a sort key: its parts in their order of weight (CSL 1.0.2, "Sorting by names")."""
        demoted = self.demotion in ("sort-only", "display-and-sort")
        particles = f"{person.dropping} {person.non_dropping}" if demoted else person.dropping
        family = person.family if demoted else f"{person.non_dropping} {person.family}"
        given = "" if self.short else self._given_text(person, 0)
        parts = [family, particles, given, person.suffix]
        if self.short:
            parts = [family]
        text = "  ".join(part.strip() for part in parts if part.strip())
        return Text(text, Status.RENDERED) if text else Text(person.given, Status.RENDERED)

    def _short(self, person: Person, *, inverted: bool) -> Tree:
        if not person.family:
            return self._part(person.given, self.given)
        if inverted and person.non_dropping and self.demotion == "display-and-sort":
            particle = self._bare(person.non_dropping, self.family)
            return sequence([self._part(person.family, self.family), particle], None, self.separator)
        return self._family(person)

    def _in_order(self, person: Person, given: str) -> Tree:
        family: list[Tree] = [
            self._bare(person.dropping, self.given),
            self._bare(person.non_dropping, self.family),
            self._bare(person.family, self.family),
        ]
        texts = (person.dropping, person.non_dropping, person.family)
        unit = _glued(family, texts, self.particle_joint)
        if person.suffix:
            joint = ", " if person.comma_suffix else " "
            unit = sequence([unit, self._suffix(person)], None, joint)
        return _spaced([self._part(given, self.given), self._affixed(unit, self.family)])

    def _inverted(self, person: Person, given: str) -> Tree:
        demoted = self.demotion == "display-and-sort"
        after_texts = (given, person.dropping, person.non_dropping if demoted else "")
        after = _glued(
            [
                self._bare(given, self.given),
                self._bare(person.dropping, self.given),
                self._bare(after_texts[2], self.family),
            ],
            after_texts,
        )
        family = self._part(person.family, self.family) if demoted else self._family(person)
        parts = [family, self._affixed(after, self.given)]
        if person.suffix:
            parts.append(self._suffix(person))
        return sequence([part for part in parts if not is_empty(part)], None, self.separator)

    def _family(self, person: Person) -> Tree:
        parts = [self._bare(person.non_dropping, self.family), self._bare(person.family, self.family)]
        texts = (person.non_dropping, person.family)
        return self._affixed(_glued(parts, texts, self.particle_joint), self.family)

    def _suffix(self, person: Person) -> Tree:
        """Write `Jr.`; a style whose initials have no stops takes it without one."""
        stopped = self.initialize_with is None or "." in self.initialize_with
        suffix = person.suffix.replace("'", "’")
        return Text(suffix if stopped else suffix.rstrip("."), Status.RENDERED)

    def _bare(self, text: str, wrap: Wrap | None) -> Tree:
        """Write one piece with the looks of a name part, not its affixes."""
        text = text.strip().replace("'", "’")
        return sequence((parse_field(text, _MARKS),), replace(wrap, prefix="", suffix="") if wrap else None)

    def _affixed(self, tree: Tree, wrap: Wrap | None) -> Tree:
        if wrap is None or is_empty(tree) or not (wrap.prefix or wrap.suffix):
            return tree
        return sequence((tree,), Wrap(prefix=wrap.prefix, suffix=wrap.suffix))

    def _part(self, text: str, wrap: Wrap | None) -> Tree:
        return sequence((parse_field(text, _MARKS),), wrap)

    def _given(self, person: Person, given: int) -> str:
        return self._given_text(person, 2 if given == 2 else 0)

    def _given_text(self, person: Person, given: int) -> str:
        if self.initialize_with is None or not person.family or given == 2:
            return person.given
        return initials(person.given, self.initialize_with, all_words=self.initialize, keep_hyphens=self.keep_hyphens)


def sort_text(person: Person, demotion: str) -> str:
    """Return a name as it weighs in sorting, in full."""
    format_ = PersonFormat(
        short=False,
        inversion="all",
        separator=", ",
        initialize=False,
        initialize_with=None,
        keep_hyphens=True,
        demotion=demotion,
        family=None,
        given=None,
    )
    return plain(format_.render(person, 0, 0, sorting=True))


def initials(given: str, mark: str, *, all_words: bool, keep_hyphens: bool) -> str:
    """Write a given name with initials: `Kimberly A.` → `K. A.`; without `all_words` only single letters change."""
    if not keep_hyphens:
        given = given.replace("-", " ")
    text = ""
    for word in _WORD.split(_INSIDE.sub(". ", given)):
        head, *tail = [part for part in word.split("-") if part] or [""]
        # `Guo-ping` is one initial, `Jean-Paul` two.
        parts = [head, *(part for part in tail if not (all_words and part[0].islower()))] if head else []
        written = [_initial(part, mark, all_words=all_words) for part in parts]
        if not written:
            continue
        if len(written) == 1 or not all(part.short for part in written):
            new = written[0] if len(written) == 1 else _Written(text=word, short=False)
        else:
            # Initials that were typed with hyphens lose them where the style parts initials by spaces.
            spaced = not all_words and mark.endswith(" ")
            joint = "" if spaced else "-"
            head = joint.join(part.text if spaced else part.text.rstrip() for part in written[:-1])
            new = _Written(text=f"{head}{joint}{written[-1].text}", short=True)
        if text and not new.short and not text.endswith(" "):
            text += " "
        text += new.text if new.short else f"{new.text} "
    return text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A word of a given name as it will be printed; `short` words carry the style's mark."""

    text: str
    short: bool


def _initial(part: str, mark: str, *, all_words: bool) -> _Written:
    marked = _MARKED.fullmatch(part)
    if marked:
        inside = _initial(marked[2], mark, all_words=all_words)
        rest = " " if inside.text.endswith(" ") else ""
        return _Written(text=f"{marked[1]}{inside.text.rstrip()}{marked[3]}{rest}", short=inside.short)
    letters = part.rstrip(".")
    if not letters or not (letters[0].isupper() or letters[0].islower()):
        return _Written(text=part, short=False)
    if len(letters) == 1 or part.endswith("."):
        # What ends in a stop is an abbreviation already: `Ph.`, `Ts.`.
        return _Written(text=letters + mark, short=True)
    if letters[0].islower() or not all_words:
        return _Written(text=part, short=False)
    # `TSerendorj` and `IJsbrand` begin with one letter that is written with two.
    return _Written(text=letters[: _capitals(letters)].capitalize() + mark, short=True)


def _capitals(letters: str) -> int:
    count = next((index for index, char in enumerate(letters) if not char.isupper()), len(letters))
    return count if 1 < count < len(letters) and letters[count].islower() else 1


def _glued(parts: list[Tree], texts: tuple[str, ...], last_joint: str = " ") -> Tree:
    """Join particles and names with spaces, the last with a joint of its own; none after an apostrophe or hyphen."""
    out: list[Tree] = []
    bound = True
    for number, (part, text) in enumerate(zip(parts, texts, strict=True), start=1):
        if is_empty(part):
            continue
        if out and not bound:
            out.append(Text(last_joint if number == len(parts) else " "))
        out.append(part)
        bound = text.endswith(("'", "’", "-"))
    return sequence(out)


def _spaced(parts: list[Tree]) -> Tree:
    return sequence([part for part in parts if not is_empty(part)], None, " ")


def is_east_asian(text: str) -> bool:
    """Tell whether a text is in Han, kana or Hangul without a letter or figure of another script."""
    return not text.isascii() and not any((char.isalnum() or char == "-") and not _is_east_asian(char) for char in text)


def _is_joined(text: str) -> bool:
    """Tell whether a name is in Han, kana or Hangul alone."""
    letters = [char for char in text if char.isalpha()]
    if not letters or any(char.isascii() for char in letters):
        return False
    return all(_is_east_asian(char) for char in letters)


def _is_east_asian(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" or unicodedata.east_asian_width(char) == "W"
