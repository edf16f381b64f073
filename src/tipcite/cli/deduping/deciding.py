"""What becomes of a pair: asked on a terminal, or decided by itself where nothing contradicts; one change each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

import click

from tipcite.cli.deduping.showing import field_lines, side_by_side
from tipcite.cli.output import echo, one_line, say, style
from tipcite.cli.session import open_library
from tipcite.errors import UnknownKey
from tipcite.match import Certainty, Pair, are_told_apart, contradictions, differences, features_of, judge, merged
from tipcite.model import Item

if TYPE_CHECKING:
    from tipcite.store import Library


class Answer(StrEnum):
    """What the author says of a pair."""

    MERGE = "m"
    OTHER_KEY = "o"
    """Merge, and keep the key on the right."""
    BOTH = "k"
    """They are two works; it is not asked again."""
    SKIP = "s"
    QUIT = "q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done with one pair: `kept` is the key that stays, "" when both do."""

    pair: Pair
    kept: str = ""
    told_apart: bool = False


def in_order(pair: Pair) -> Pair:
    """Put in front the source whose key stays by default: the shorter one, which was made first."""
    one, other = sorted((pair.first, pair.second), key=lambda item: (len(item.key), item.key))
    return replace(pair, first=one, second=other)


def is_mergeable(pair: Pair) -> bool:
    """Tell whether a pair is merged without a question: certain, and no field says that one of them is wrong."""
    return pair.match.certainty is Certainty.CERTAIN and not contradictions(pair.first, pair.second)


def merge_sure(pairs: Sequence[Pair]) -> Iterator[Done]:
    """Merge the pairs that need no question; what was merged meanwhile is looked at anew."""
    for pair in pairs:
        if not is_mergeable(pair):
            continue
        now = _as_they_stand(pair)
        if now is not None and is_mergeable(now):
            yield _merge(now, {})


def ask(pairs: Sequence[Pair]) -> Iterator[Done]:
    """Show pair after pair and do what the author says; ends at the last one, or when it is quit."""
    seen: set[frozenset[str]] = set()
    for number, pair in enumerate(pairs, start=1):
        now = _as_they_stand(pair)
        names = frozenset((now.first.key, now.second.key)) if now else frozenset[str]()
        if now is None or names in seen:
            continue
        seen.add(names)
        _show(now, number, len(pairs))
        answer = _answer(now)
        if answer is Answer.QUIT:
            return
        if answer is Answer.SKIP:
            continue
        if answer is Answer.BOTH:
            yield tell_apart(now)
            continue
        if answer is Answer.OTHER_KEY:
            now = replace(now, first=now.second, second=now.first)
        yield _merge(now, _choices(now))


def tell_apart(pair: Pair) -> Done:
    """Keep both, and note in the first that they are two works."""
    one, other = pair.first.key, pair.second.key

    def note(item: Item) -> Item:
        return replace(item, distinct_from=tuple(sorted({*item.distinct_from, other})))

    with open_library() as library:
        library.alter([one], note, command=f"dedupe {one} {other}")
    say(f"{one} and {other}: two works; 'tipcite dedupe --forget {one}' takes that back")
    return Done(pair=pair, told_apart=True)


def forget(keys: Sequence[str], library: Library) -> tuple[str, ...]:
    """Take back that sources were told apart, and return the keys of those that were."""
    wanted = {library.get(key).key for key in keys}
    touched = [item.key for item in library.items() if wanted & {item.key, *item.distinct_from} and item.distinct_from]

    def clear(item: Item) -> Item:
        left = () if item.key in wanted else tuple(key for key in item.distinct_from if key not in wanted)
        return replace(item, distinct_from=left)

    changed = library.alter(touched, clear, command=f"dedupe --forget {' '.join(keys)}")
    return tuple(item.key for item in changed)


def _merge(pair: Pair, choices: dict[str, Item]) -> Done:
    """Merge a pair as it was shown; each choice names the side whose field is taken."""
    taken = {name for name, item in choices.items() if item is pair.second}
    kept, gone = pair.first.key, pair.second.key
    merge = partial(_merged, taken=frozenset(taken))
    with open_library() as library:
        library.merge(kept, gone, merge, command=f"dedupe {kept} {gone}")
    say(f"{gone} is merged into {kept}, and can still be cited as {gone}")
    return Done(pair=pair, kept=kept)


def _merged(kept: Item, gone: Item, *, taken: frozenset[str]) -> Item:
    return merged(kept, gone, dict.fromkeys(taken, gone))


def _as_they_stand(pair: Pair) -> Pair | None:
    """Return the pair as the library has it now, None when it is none any longer."""
    with open_library(read_only=True) as library:
        try:
            first, second = library.get(pair.first.key), library.get(pair.second.key)
        except UnknownKey:
            return None
    if first.key == second.key or are_told_apart(first, second):
        return None
    if (first, second) == (pair.first, pair.second):
        return pair
    match = judge(features_of(first), features_of(second))
    return None if match is None else in_order(Pair(first=first, second=second, match=match))


def _show(pair: Pair, number: int, total: int) -> None:
    head = f"{number} of {total}: {pair.match.certainty}, {pair.match.score}: {pair.match.reason}"
    echo(f"\n{style(head, 'cyan')}")
    for line in side_by_side(pair.first, pair.second):
        echo(line)


def _answer(pair: Pair) -> Answer:
    if pair.match.certainty is Certainty.TRANSLATION:
        echo("an original and its translation are two sources; 'tipcite variant' links their titles")
    left, right = one_line(pair.first.key), one_line(pair.second.key)
    said = click.prompt(
        f"merge (keeps {left}), o: merge and keep {right}, keep both, skip, quit",
        type=click.Choice([str(one) for one in Answer], case_sensitive=False),
        default=str(Answer.SKIP),
        show_choices=True,
    )
    return Answer(said.lower())


def _choices(pair: Pair) -> dict[str, Item]:
    """Ask for each field in which the two differ which one stays; Enter takes the left one."""
    chosen: dict[str, Item] = {}
    for compared in differences(pair.first, pair.second):
        left, right = field_lines(pair.first, pair.second, compared.field)
        echo(f"{style(compared.field, '', bold=True)}\n  a: {left}\n  b: {right}")
        said = click.prompt("  which?", type=click.Choice(["a", "b"], case_sensitive=False), default="a")
        chosen[compared.field] = pair.first if said.lower() == "a" else pair.second
    return chosen
