"""Lists of names compared: order, initials, particles, Han names whole or split, bodies and their initials.

A name in Han characters and one in Latin letters can't be compared: whether 王寬弘 is Wang Kuan-hung only a reader
knows. Names in other systems of romanisation (Hsu, Xu) differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from tipcite.lang import fold_text, has_han
from tipcite.match.sameness import Sameness, missing
from tipcite.model import Name

_OTHERS: Final = re.compile(r"(?:\bet\.?\s*al\.?|\band others|\bothers|等人?)\s*$|^\W*(?:…|\.\.\.)\W*$", re.IGNORECASE)
_PARTICLES: Final = frozenset(
    "al bin da das de del della den der di do dos du el ibn la le ten ter van von zu zur".split()
)
_BODY_WORDS: Final = frozenset("a an and for in of on the to ltd inc co llc corp".split())
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t"}
)
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_COUNTRIES: Final = {
    ("u", "s"): ("united", "states"), ("us",): ("united", "states"), ("u", "k"): ("united", "kingdom"),
    ("uk",): ("united", "kingdom"), ("u", "n"): ("united", "nations"), ("un",): ("united", "nations"),
}  # fmt: skip
_SUFFIX: Final = re.compile(r"(?:,\s*|\s+)(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$", re.IGNORECASE)


NO_NAMES: Final = "no names"
"""The note where neither list has a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A name, folded: `han` is a Han name without blanks; else `family` and `given`, or the words of a `body`."""

    han: str = ""
    family: str = ""
    given: tuple[str, ...] = ()
    body: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """What a name is looked for under: the Han name, the family name, the body."""
        return self.han or self.family or "".join(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesCompared:
    """Two lists of names: how they compare, whether the first ones may be one person, a word on the difference."""

    sameness: Sameness
    first: Sameness
    note: str = ""


def compare_names(here: Sequence[Name], there: Sequence[Name]) -> NamesCompared:
    """Compare two lists of names in their order; a list that ends in `et al.` or 等 is one that was cut."""
    left, left_cut = _listed(here)
    right, right_cut = _listed(there)
    absent = missing(left, right)
    if absent is not None:
        return NamesCompared(sameness=absent, first=absent, note=NO_NAMES if absent is Sameness.SAME else "")
    pairs = [compare_name(one, other) for one, other in zip(left, right, strict=False)]
    first = pairs[0]
    if Sameness.INCOMPARABLE in pairs and Sameness.DIFFERS not in pairs:
        return NamesCompared(sameness=Sameness.INCOMPARABLE, first=first, note="names in different scripts")
    if Sameness.DIFFERS in pairs:
        return _out_of_order(left, right, pairs)
    if len(left) != len(right) and not (left_cut if len(left) < len(right) else right_cut):
        note = f"{len(left)} of {len(right)} names" if len(left) < len(right) else f"{len(left)} names for {len(right)}"
        return NamesCompared(sameness=Sameness.DIFFERS, first=first, note=note)
    if len(left) != len(right) or left_cut != right_cut:
        return NamesCompared(sameness=Sameness.CLOSE, first=first, note="a list that was cut")
    close = Sameness.CLOSE in pairs
    return NamesCompared(
        sameness=Sameness.CLOSE if close else Sameness.SAME, first=first, note="initials" if close else ""
    )


def compare_name(one: NameForm, other: NameForm) -> Sameness:
    """Compare two names."""
    if one == other:
        return Sameness.SAME
    if one.han and other.han:
        return Sameness.CLOSE if _is_turned(one.han, other.han) else Sameness.DIFFERS
    if one.han or other.han:
        return Sameness.INCOMPARABLE
    if one.body or other.body:
        return _compare_bodies(one, other)
    if one.family == other.family:
        return _compare_given(one.given, other.given)
    if (one.family,) == other.given[-1:] and (other.family,) == one.given[-1:]:
        return Sameness.CLOSE  # family and given name turned round
    if _without_particles(one.family) == _without_particles(other.family):
        return Sameness.DIFFERS if _compare_given(one.given, other.given) is Sameness.DIFFERS else Sameness.CLOSE
    return Sameness.DIFFERS


@lru_cache(maxsize=1 << 14)
def _form(family: str, given: str, literal: str) -> NameForm:
    text = literal or f"{family}{given}"
    if has_han(text):
        return NameForm(han=re.sub(r"[\W_]+", "", fold_text(text)))
    if literal:
        return _latin_literal(literal)
    words = _words(family)
    if not words:
        return NameForm(family="".join(_words(given)))
    return NameForm(family=" ".join(words), given=_given(given))


def name_form(name: Name) -> NameForm:
    """Fold a name."""
    family = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle, name.family)))
    return _form(family, name.given, name.literal)


def names_form(names: Sequence[Name]) -> tuple[NameForm, ...]:
    """Fold names; an `et al.` is none."""
    return _listed(names)[0]


def _latin_literal(literal: str) -> NameForm:
    """Read a name that was kept whole: `Hogan, Kimberly A.` is a person, anything else is compared as words."""
    text = _SUFFIX.sub("", literal.strip())
    family, comma, given = text.partition(",")
    if comma and 0 < len(_words(given)) <= 3 and len(_words(family)) <= 3 and not _BODY_WORDS & {*_words(text)}:
        return NameForm(family=" ".join(_words(family)), given=_given(given))
    words = tuple(_words(literal))
    for short, whole in _COUNTRIES.items():
        if words[: len(short)] == short:
            words = whole + words[len(short) :]
            break
    return NameForm(body=tuple(word for word in words if word not in _BODY_WORDS) or words)


def _listed(names: Sequence[Name]) -> tuple[tuple[NameForm, ...], bool]:
    """Fold a list, and tell whether it says that there are more."""
    forms: list[NameForm] = []
    cut = False
    for name in names:
        text = name.literal or name.family
        rest = _OTHERS.sub("", text).strip(" ,、") if _OTHERS.search(text) else text
        if rest != text and not (has_han(text) and len(rest) < 2 and rest):
            cut = True
            if not rest:
                continue
            name = Name(literal=rest) if name.literal else Name(family=rest, given=name.given)  # noqa: PLW2901
        form = name_form(name)
        if form != NameForm():
            forms.append(form)
    return tuple(forms), cut


def _out_of_order(left: Sequence[NameForm], right: Sequence[NameForm], pairs: Sequence[Sameness]) -> NamesCompared:
    """Say how lists differ of which not every pair is one name."""
    fits = (Sameness.SAME, Sameness.CLOSE)
    shared = [one for one in left if any(compare_name(one, other) in fits for other in right)]
    if len(shared) == len(left) == len(right):
        return NamesCompared(sameness=Sameness.DIFFERS, first=Sameness.CLOSE, note="another order")
    different = next(
        (number for number, (pair, *_) in enumerate(zip_longest(pairs), start=1) if pair is Sameness.DIFFERS), 1
    )
    note = "other names" if not shared else f"name {different} is another"
    return NamesCompared(sameness=Sameness.DIFFERS, first=pairs[0], note=note)


def _compare_given(one: tuple[str, ...], other: tuple[str, ...]) -> Sameness:
    """Compare given names: an initial stands for a name, a middle name may be left out, hyphens are nothing."""
    if "".join(one) == "".join(other):
        return Sameness.SAME
    if not one or not other:
        return Sameness.CLOSE
    joined, joined_other = "".join(one), "".join(other)
    if _initials(one) == joined_other or _initials(other) == joined:
        return Sameness.CLOSE
    agree = all(a == b or a == b[:1] or b == a[:1] for a, b in zip(one, other, strict=False))
    return (
        Sameness.CLOSE
        if agree or joined.startswith(joined_other) or joined_other.startswith(joined)
        else Sameness.DIFFERS
    )


def _compare_bodies(one: NameForm, other: NameForm) -> Sameness:
    """Compare bodies, or a body with a person that was kept whole (`Kimberly Hogan`)."""
    left, right = (form.body or (*form.given, *form.family.split()) for form in (one, other))
    if "".join(left) == "".join(right) or sorted(left) == sorted(right):
        return Sameness.SAME if one.body and other.body else Sameness.CLOSE
    if _initials(left) == "".join(right) or _initials(right) == "".join(left):
        return Sameness.CLOSE  # WHO, World Health Organization
    if len(left) == len(right) and not (one.body and other.body):
        return (
            Sameness.CLOSE
            if all(a[:1] == b[:1] for a, b in zip(left, right, strict=True)) and left[-1] == right[-1]
            else Sameness.DIFFERS
        )
    shorter, longer = sorted((left, right), key=len)
    return Sameness.CLOSE if len(shorter) > 1 and set(shorter) < set(longer) else Sameness.DIFFERS


def _is_turned(one: str, other: str) -> bool:
    return any(one[place:] + one[:place] == other for place in range(1, len(one)))


def _without_particles(family: str) -> str:
    return " ".join(word for word in family.split() if word not in _PARTICLES) or family


def _given(text: str) -> tuple[str, ...]:
    """Take given names apart: `K.A.` is two initials, `KA` in capitals too; `Kuan-hung` is one name."""
    plain = re.sub(r"(?<=\w)[-‐‑‒–](?=\w{2})", "", text)
    if re.fullmatch(r"[A-Z]{2,3}", plain.strip()):
        plain = " ".join(plain.strip())
    return tuple(_words(plain))


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _WORD.findall(re.sub("['’ʻʼ`´]", "", plain))
