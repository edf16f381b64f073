"""What in an item is doubtful: its language, its names, its forms and keys; nothing here needs the network.

In this order: 1 the language that it states, 2 each name, 3 the year, 4 variants and sort keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from tipcite.lang import (
    decide_language,
    decide_text_language,
    has_han,
    is_chinese,
    is_institution,
    is_traditional,
    is_valid_language,
    meant_tag,
    primary_language,
    roc_year_to_ad,
    split_chinese_name,
)
from tipcite.model import Item, Name, Problem, Severity

_TRADITIONAL: Final = frozenset({"zh-tw", "zh-hk", "zh-mo", "zh-hant"})
_SIMPLIFIED: Final = frozenset({"zh-cn", "zh-sg", "zh-hans"})
_LATIN: Final = "latin"
# Languages of one script are not told apart well enough to contradict what an item states; these have their own.
_SCRIPTS: Final = {
    "zh": "zh", "ja": "ja", "ko": "ko", "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "sr": "cyrillic",
    "mk": "cyrillic", "be": "cyrillic", "mn": "cyrillic", "kk": "cyrillic", "el": "greek", "ar": "arabic",
    "fa": "arabic", "ur": "arabic", "he": "hebrew", "yi": "hebrew", "th": "thai", "hi": "devanagari",
    "sa": "devanagari", "ne": "devanagari",
}  # fmt: skip
_TWO_SCRIPTS: Final = frozenset({"sr", "kk", "mn", "sa", "yi"})
_SCRIPT_SUBTAGS: Final = frozenset("latn cyrl arab".split())
"""A tag with one of these says that the text is not in the usual script."""
_LEFT_OUT: Final = ("et al", "et al.", "等", "等人", "and others", "others")
_OLDEST_AD: Final = 150
"""Years of the Republic are below this; works so old are cited with an original date."""

Check = Callable[[Item], Iterator[Problem]]


def lint(items: Iterable[Item]) -> tuple[Problem, ...]:
    """Return what is doubtful in items, in their order."""
    return tuple(problem for item in items for problem in chain.from_iterable(check(item) for check in _CHECKS))


def _language(item: Item) -> Iterator[Problem]:
    stated = item.language.strip()
    decided = decide_language(item)
    if not stated:
        taken = f"it is taken for {decided}" if decided else "and nothing tells it"
        severity = Severity.NOTE if decided else Severity.WARNING
        yield _problem(item, severity, "language-missing", f"no language is stated; {taken}")
    elif not is_valid_language(stated):
        meant = meant_tag(stated) or decided
        hint = f"; {meant} is meant" if meant else ""
        yield _problem(item, Severity.WARNING, "language-invalid", f"{stated!r} is no language tag{hint}")
    else:
        yield from _against_title(item, stated.lower())


def _against_title(item: Item, stated: str) -> Iterator[Problem]:
    """Compare a valid language with the script of the title, and of the container where there is no title."""
    text = item.title or item.fields.get("container-title", "")
    seen = decide_text_language(text)
    if not seen or not _SCRIPT_SUBTAGS.isdisjoint(stated.split("-")[1:]):
        return
    script, seen_script = _script(stated), _script(seen)
    if script != seen_script and not _may_be(stated, seen):
        message = f"the language is {item.language!r}, but {text!r} is written as {seen}"
        yield _problem(item, Severity.WARNING, "language-doubtful", message)
    elif is_chinese(stated) and is_chinese(seen):
        yield from _orthography(item, stated, text)


def _orthography(item: Item, stated: str, text: str) -> Iterator[Problem]:
    traditional = is_traditional(text)
    tag = "-".join(stated.split("-")[:2])
    if (tag in _TRADITIONAL and traditional is False) or (tag in _SIMPLIFIED and traditional):
        kind = "Traditional" if traditional else "Simplified"
        message = f"the language is {item.language!r}, but {text!r} is in {kind} characters"
        yield _problem(item, Severity.WARNING, "orthography", message)


def _may_be(stated: str, seen: str) -> bool:
    """Tell whether a title can be of the stated language all the same: Japanese in kanji, Serbian in Latin letters."""
    language = primary_language(stated)
    if language in ("ja", "ko"):
        return is_chinese(seen) and seen != "zh-Hans"
    return language in _TWO_SCRIPTS


def _script(tag: str) -> str:
    return "zh" if is_chinese(tag) else _SCRIPTS.get(primary_language(tag), _LATIN)


def _names(item: Item) -> Iterator[Problem]:
    for variable, names in sorted(item.names.items()):
        for name in names:
            code, message = _fault(name)
            if code:
                severity = Severity.NOTE if code == "person-as-institution" else Severity.WARNING
                yield _problem(item, severity, code, f"{variable}: {message}")


def _fault(name: Name) -> tuple[str, str]:
    """Return what is doubtful in a name, the gravest only; nothing is ("", "")."""
    text = name.literal or name.family
    if text.strip(" ,，、").lower() in _LEFT_OUT and not (name.literal and name.family):
        return "names-left-out", f"{text!r} stands for names; write them all"
    if name.literal:
        return _fault_of_literal(name.literal)
    if not has_han(name.family + name.given):
        wrong = "," in name.family or ";" in name.family
        return ("names-joined", f"the family name is {name.family!r}; part it") if wrong else ("", "")
    if is_institution(name.full):
        return "institution-as-person", f"{name.full!r} looks like a body; put it in {{braces}} when you set it"
    return _fault_of_split(name)


def _fault_of_literal(text: str) -> tuple[str, str]:
    if has_han(text) and any(mark in text for mark in "、；;"):
        return "names-joined", f"{text!r} looks like several names; write each for itself"
    split = split_chinese_name(text)
    if split is None:
        return "", ""
    return "person-as-institution", f"{text!r} looks like a person, {split[0]} {split[1]}"


def _fault_of_split(name: Name) -> tuple[str, str]:
    """Compare family and given name with what the whole would be parted into."""
    family, given = name.family.strip(), name.given.strip()
    whole, turned = split_chinese_name(family + given), split_chinese_name(given + family)
    if not given or whole == (family, given):
        return "", ""
    if turned == (given, family) and len(family) > len(given):
        return "name-turned", f"family name {family!r} and given name {given!r} look turned round"
    if whole and len(whole[0]) > len(family):
        return "compound-surname", f"{name.full!r} looks like {whole[0]} {whole[1]}, not {family} {given}"
    return "", ""


def _year(item: Item) -> Iterator[Problem]:
    if item.year is not None and 0 < item.year < _OLDEST_AD and is_chinese(decide_language(item)):
        message = f"the year {item.year} looks like one of the Republic: {roc_year_to_ad(item.year)}"
        yield _problem(item, Severity.WARNING, "roc-year", message)


def _forms(item: Item) -> Iterator[Problem]:
    unread = [f"{variant.field}, {variant.kind}" for variant in item.variants if not variant.confirmed]
    if unread:
        message = f"not confirmed, so not printed: {'; '.join(unread)}"
        yield _problem(item, Severity.NOTE, "form-unconfirmed", message)
    creators = {name.full for names in item.names.values() for name in names}
    for name in item.sort_keys:
        if name not in creators:
            yield _problem(item, Severity.WARNING, "sort-key-unused", f"a sort key is for {name!r}, who is no creator")


def _problem(item: Item, severity: Severity, code: str, message: str) -> Problem:
    return Problem(severity=severity, code=code, message=message, key=item.key)


_CHECKS: Final[tuple[Check, ...]] = (_language, _names, _year, _forms)
