"""An item in other words: the record in which its variants stand for its own fields.

`variants` on `<text macro>` is tipcite's: `variants="parallel [romanised]"` calls a macro on an item whose title is its
`parallel-title`, else its `romanised-title`, and so for every field. In square brackets are kinds that are no
official form: what is taken from them is printed in square brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from tipcite.csl import taxonomy
from tipcite.csl.nodes import VariantUse
from tipcite.csl.person import Person
from tipcite.csl.situation import Record
from tipcite.lang import has_han, primary_language
from tipcite.model import VariantKind

_T = TypeVar("_T")

_EAST_ASIAN: Final = frozenset({"zh", "ja", "ko"})
_LATIN: Final = (VariantKind.PARALLEL, VariantKind.ROMANISED, VariantKind.TRANSLATED)
_TITLES: Final = frozenset({"title", "title-short"})
_WORDS_OF_STYLE: Final = ("genre", "medium", "status")
"""Fields that hold a word of the item's language: without a variant they are left out in another language."""


def in_other_words(record: Record, uses: tuple[VariantUse, ...], language: str) -> Record | None:
    """Return the record in other words and in a language ("" keeps its own); None when its title has no such form.

    In a Western language whatever is still written in Han characters takes any form that it has, the official one
    first; words such as 碩士論文 that have none are left out. The variants that were asked for are used up. What others
    stand for is `own-title`, `own-author` … for as long.
    """
    titled = next((use for use in uses if record.texts.get(f"{use.kind}-title")), None)
    if titled is None:
        return None
    western = bool(language) and primary_language(language) not in _EAST_ASIAN
    texts = _replaced(record.texts, uses, _in_brackets)
    names = _replaced(record.names, uses, _named_in_brackets)
    if western:
        texts = {name: _western(record.texts, name, text) for name, text in texts.items()}
        texts = {name: text for name, text in texts.items() if not (name in _WORDS_OF_STYLE and has_han(text))}
        names = {name: _western_names(record.names, name, people) for name, people in names.items()}
    texts |= _own(record.texts, texts)
    names |= _own(record.names, names)
    english = primary_language(language or record.language) == "en" and titled.kind is not VariantKind.ROMANISED
    return replace(
        record,
        language=language or record.language,
        texts=texts,
        names=names,
        is_english=english,
        has_language=True,
        present=frozenset((*texts, *names, *record.dates)),
    )


def _replaced(fields: Mapping[str, _T], uses: tuple[VariantUse, ...], bracket: Callable[[_T], _T]) -> dict[str, _T]:
    """Put variants in the place of fields, those of the first kind that there is, and take the used ones away."""
    prefixes = tuple(f"{use.kind}-" for use in uses)
    found = {name: value for name, value in fields.items() if not name.startswith(prefixes) or name in taxonomy.DATES}
    for use in reversed(uses):
        prefix = f"{use.kind}-"
        for name, value in fields.items():
            if name.startswith(prefix):
                found[name.removeprefix(prefix)] = bracket(value) if use.bracketed else value
    return found


def _own(before: Mapping[str, _T], now: Mapping[str, _T]) -> dict[str, _T]:
    """Keep what something else stands for now."""
    return {f"own-{name}": value for name, value in before.items() if name in now and now[name] != value}


def _western(fields: Mapping[str, str], name: str, text: str) -> str:
    if name in _TITLES or not has_han(text):
        return text
    return next((fields[f"{kind}-{name}"] for kind in _LATIN if fields.get(f"{kind}-{name}")), text)


def _western_names(
    fields: Mapping[str, tuple[Person, ...]], name: str, people: tuple[Person, ...]
) -> tuple[Person, ...]:
    if not any(has_han(person.literal or person.family) for person in people):
        return people
    return next((fields[f"{kind}-{name}"] for kind in _LATIN if fields.get(f"{kind}-{name}")), people)


def _in_brackets(text: str) -> str:
    return f"[{text}]"


def _named_in_brackets(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(replace(person, bracketed=True) for person in people)
