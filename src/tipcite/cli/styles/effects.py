"""What every value of a style's options prints: for each option the source that shows it best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from tipcite.cli.output import one_line, style

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.cli.styles.sample import Printed
    from tipcite.csl import StyleOption
    from tipcite.model import Item

_MOST = 40
"""How many of the library's items are tried."""
_BEFORE = 12
"""How much of an entry stands before the change where the line is too short for all of it."""


_ADDRESS = re.compile(r"(https?://[^/\s]+/)[!-~]+")
_PLACES = ((True, "text"), (False, "text"), (True, "markdown"), (False, "markdown"))
"""Where an effect is looked for, in turn: in the library's items or else in examples, in a format."""


class Effect(NamedTuple):
    """An option, and what each of its values prints of one source, in their order; nothing where none shows it."""

    option: StyleOption
    texts: tuple[str, ...]
    in_text: bool
    """Whether plain text shows it, not Markdown alone."""


def option_effects(
    xml: bytes, chosen: Mapping[str, str], items: Sequence[Item], examples: Sequence[Item], settings: Settings
) -> Iterator[Effect]:
    """Yield the effect of each option that a style offers.

    It is looked for in the library's items, then in examples; where plain text does not show it, in Markdown, which
    shows italics.

    Raises:
        StyleError: the style is faulty, or has no such option or value as was chosen.
    """
    from tipcite.cli.styles.sample import printed
    from tipcite.csl import style_options, with_options

    @cache
    def sources(settled: bytes, place: int) -> tuple[Printed, ...]:
        some, to = _PLACES[place]
        return printed(settled, items[:_MOST] if some else examples, settings, to=to)

    usual = with_options(xml, chosen)
    for option in style_options(xml):
        current = chosen.get(option.name, option.values[0] if option.values else "")
        settled = [usual if v == current else with_options(xml, {**chosen, option.name: v}) for v in option.values]
        tried = (
            Effect(option, _clearest([sources(one, place) for one in settled]), to == "text")
            for place, (_, to) in enumerate(_PLACES)
        )
        yield next((effect for effect in tried if effect.texts), Effect(option, (), False))


def _clearest(lists: Sequence[tuple[Printed, ...]]) -> tuple[str, ...]:
    """Return what the values print where they differ most: in an entry, else in a citation; nothing if nowhere."""
    rows = list(zip(*lists, strict=True))
    parts = ("entry", "citation", "again")
    texts = [tuple(str(getattr(one, part)) for one in row) for part in parts for row in rows]
    best: tuple[str, ...] = max(texts, key=lambda texts: len(set(texts)), default=())
    return best if len(set(best)) > 1 else ()


def effect_lines(effect: Effect, chosen: Mapping[str, str], width: int | None) -> Iterator[str]:
    """Yield an option's name and meaning, then each value with what it prints, cut to the width around the change."""
    option = effect.option
    yield f"{style(one_line(option.name), 'cyan', bold=True)}: {one_line(option.title)}"
    current = chosen.get(option.name, option.values[0] if option.values else "")
    label = max((cell_len(value) for value in option.values), default=0)
    texts = [_ADDRESS.sub(r"\1…", text) if width else text for text in effect.texts]
    room = (width or 0) - label - 6
    usual = dict(zip(option.values, texts, strict=False)).get(current, "")
    for value, text in zip_longest(option.values, texts, fillvalue="(no source here shows it)"):
        mark = "*" if value == current else " "
        start, end = _change(text, texts, usual, room) if texts else (0, 0)
        yield f"  {mark} {set_cell_size(value, label)}  {_cut(text, start, end, room)}".rstrip()


def _change(text: str, texts: Sequence[str], usual: str, room: int) -> tuple[int, int]:
    """Return where what changes begins and ends: that of all values, and where this has no room, of the one alone."""
    start, end = _apart(text, texts)
    own = _apart(text, (text, usual))
    seen = text[max(0, start - _BEFORE) : own[0] + 1]
    return own if text != usual and 0 < room <= cell_len(seen) + 2 else (start, end)


def _apart(text: str, texts: Sequence[str]) -> tuple[int, int]:
    """Return where one of these texts begins to differ from the others, and where it ends to."""
    before = _same(texts)
    return before, len(text) - _same([one[before:][::-1] for one in texts])


def _same(texts: Sequence[str]) -> int:
    """Return how many characters all texts begin with."""
    columns = enumerate(zip(*texts, strict=False))
    return next((place for place, signs in columns if len(set(signs)) > 1), min(map(len, texts)))


def _cut(text: str, start: int, end: int, room: int) -> str:
    """Mark what changes, and leave out what has no room (room below 1: nothing)."""
    first = 0
    if 0 < room < cell_len(text):
        first = max(0, start - _BEFORE)
        lead = "…" if first else ""
        if cell_len(lead + text[first:]) > room:
            text = text[:first] + set_cell_size(text[first:], room - len(lead) - 1).rstrip() + "…"
    changed = text[start:end]
    marked = style(changed, "yellow", bold=True) if changed else ""
    return f"{'…' if first else ''}{text[first:start]}{marked}{text[max(end, start) :]}"
