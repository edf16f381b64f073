"""The order of items: sort keys as CSL says, compared as each key's language does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from tipcite.csl import taxonomy
from tipcite.csl.dates import sort_value
from tipcite.csl.labels import make_label
from tipcite.csl.layout import CompiledKey, CompiledSection
from tipcite.csl.locale import Quotes
from tipcite.csl.numbers import is_whole
from tipcite.csl.person import sort_text
from tipcite.csl.richtext import parse_field
from tipcite.csl.situation import Situation
from tipcite.csl.tree import Settled, is_empty, plain
from tipcite.lang import is_chinese, latin_key, pinyin_key, stroke_key
from tipcite.model import Item

Collation: TypeAlias = Callable[[str, str], tuple[Any, ...]]
"""(text of a sort key, language of the item) → what is compared."""

_NUMERIC: Final = taxonomy.NUMBERS - {"citation-number"}
_MARKS: Final = Quotes()
_WEIGHTLESS: Final = dict.fromkeys(map(ord, "“”‘’«»„'\"[].@#*_/\\!?¡¿†‡§"))
"""Marks that do not count in an order: `D’Souza` stands with `Dsouza`, `[2020]` with `2020`, `@name` with `name`."""
_BY_PINYIN: Final = frozenset({"zh", "zh-cn", "zh-hans", "zh-sg"})
_UNSETTLED: Final = Settled()


@dataclass(frozen=True, slots=True, kw_only=True)
class SortOrder:
    """How a caller wants items ordered: how texts compare, and which group of items comes first."""

    collation: Collation | None = None
    group_of: Callable[[Item], int] | None = None


def default_collation(locale: str) -> Collation:
    """Return the usual order in a document: Chinese by strokes or, in mainland China, by pinyin, then letters.

    In any other language the alphabet comes first and Han follows by strokes.
    """
    han = pinyin_key if locale.lower() in _BY_PINYIN else stroke_key
    in_chinese = is_chinese(locale)

    def collate(text: str, language: str) -> tuple[Any, ...]:  # noqa: ARG001  (part of the interface)
        if in_chinese:
            return (0, han(text))
        return (1, han(text)) if _begins_in_han(text) else (0, latin_key(text))

    return collate


def sort_records(
    section: CompiledSection,
    situations: Sequence[Situation],
    collation: Collation,
    settled: Sequence[Settled] | None = None,
) -> list[int]:
    """Return the positions of the situations in the order of a section's sort keys; ties keep their order."""
    order = list(range(len(situations)))
    if not section.section.keys:
        return order
    known = settled or [_UNSETTLED] * len(order)
    values = [_values(section, situation, collation, facts) for situation, facts in zip(situations, known, strict=True)]
    for number, key in reversed(list(enumerate(section.keys))):
        ranks = [_rank(own[number], descending=key.descending) for own in values]
        order.sort(key=ranks.__getitem__, reverse=key.descending)
    return order


def _rank(value: tuple[Any, ...] | None, *, descending: bool) -> tuple[bool, tuple[Any, ...]]:
    """Put what is empty last, in either direction (CSL 1.0.2, Sorting)."""
    return (value is None) != descending, value or ()


def _values(
    section: CompiledSection, situation: Situation, collation: Collation, settled: Settled
) -> list[tuple[Any, ...] | None]:
    return [_value(key, situation, collation, settled) for key in section.keys]


def _value(key: CompiledKey, situation: Situation, collation: Collation, settled: Settled) -> tuple[Any, ...] | None:
    record = situation.record
    if key.body is None:
        return _variable_value(key.variable, situation, collation, key.demotion)
    if not key.body.parts(record):
        return None
    fresh = Situation(record=record, number=situation.number, sorting=True, in_citation=False, settled=settled)
    tree = key.body.render(fresh)
    if is_empty(tree):
        return None
    text = plain(tree).translate(_WEIGHTLESS).strip()
    return collation(text, record.language) if text else None


def _variable_value(variable: str, situation: Situation, collation: Collation, demotion: str) -> tuple[Any, ...] | None:
    record = situation.record
    if variable == "citation-number":
        return (situation.number,)
    if variable in taxonomy.DATES:
        text = sort_value(record.dates.get(variable))
        return (text,) if text else None
    if variable in record.names:
        people = [sort_text(name, demotion) for name in record.names[variable]]
        return collation("   ".join(people).translate(_WEIGHTLESS), record.language)
    value = record.texts.get(variable, "") or (make_label(record) if variable == "citation-label" else "")
    if not value:
        return None
    value = plain(parse_field(value, _MARKS)).translate(_WEIGHTLESS)
    if variable in _NUMERIC and is_whole(value.strip()):
        return (0, int(value), ())
    if variable in _NUMERIC:
        return (1, 0, collation(value, record.language))
    return collation(value, record.language)


def _begins_in_han(text: str) -> bool:
    return bool(text) and ("\u3400" <= text[0] <= "\u9fff" or text[0] >= "\U00020000")
