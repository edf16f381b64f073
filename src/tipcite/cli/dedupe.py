"""`tipcite dedupe`: sources that are one work, found, compared and merged."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tipcite.cli.options import common_options, dry_run_option, json_option, no_input_option, optional_keys_argument
from tipcite.cli.output import count, echo_json, echo_table, say
from tipcite.cli.session import open_library
from tipcite.errors import UsageError
from tipcite.match import Certainty, Pair, contradictions, differences, find_pairs
from tipcite.model import JsonValue

if TYPE_CHECKING:
    from tipcite.cli.deduping.deciding import Done


@click.command("dedupe")
@optional_keys_argument
@click.option("-y", "--yes", is_flag=True, help="Merge the certain pairs in which no field contradicts another.")
@click.option("--forget", is_flag=True, help="Take back that the sources KEY... were told apart from others.")
@dry_run_option
@no_input_option
@json_option
@common_options
def command(keys: tuple[str, ...], *, yes: bool, forget: bool, dry_run: bool, no_input: bool, as_json: bool) -> int:
    """Find sources that are one work, among all or with those named, and merge them.

    On a terminal each pair is shown side by side: merge it, keep both, skip it. Where fields differ you choose one
    (a: left, b: right); tags, notes and other forms are united. One key stays, the other goes on to name the merged
    source, so that what is written already still works. Pairs that you keep are not asked for again. Every merge is
    one change, which 'tipcite undo' takes back.

    Piped, or with --no-input, the pairs are listed: both keys, how sure it is, a score up to 100, the reason. An
    original and its translation are no duplicates; they are named, and 'tipcite variant' links them. Pairs that are
    left make exit status 3.
    """
    if forget:
        return _forget(keys, dry_run=dry_run)
    with open_library(read_only=True) as library:
        about = [library.get(key).key for key in keys]
        items = library.items()
    from tipcite.cli.deduping.deciding import ask, in_order, is_mergeable, merge_sure

    pairs = [in_order(pair) for pair in find_pairs(items, about=about)]
    duplicates = [pair for pair in pairs if pair.match.certainty is not Certainty.TRANSLATION]
    asks = not (yes or dry_run or no_input or as_json) and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        done = tuple(ask(duplicates))
    else:
        done = tuple(merge_sure(pairs)) if yes and not dry_run else ()
        _print(pairs, done, as_json=as_json)
    if yes and dry_run:
        say(f"{count(sum(map(is_mergeable, pairs)), 'pair')} would be merged")
    left = _left(duplicates, done)
    _say_what_was_done(len(items), pairs, done, left)
    return 3 if left else 0


def _forget(keys: Sequence[str], *, dry_run: bool) -> int:
    from tipcite.cli.deduping.deciding import forget

    if not keys:
        raise UsageError("--forget needs the keys of the sources that were told apart")
    with open_library(read_only=dry_run) as library:
        told_apart = tuple(key for key in keys if library.get(key).distinct_from)
        touched = told_apart if dry_run else forget(keys, library)
    verb = "would be compared" if dry_run else "are compared"
    say(f"{', '.join(touched)}: {verb} with others again" if touched else "nothing was told apart there")
    return 0


def _print(pairs: Sequence[Pair], done: Sequence[Done], *, as_json: bool) -> None:
    kept = {(one.pair.first.key, one.pair.second.key): one.kept for one in done}
    if as_json:
        echo_json([_json(pair, kept.get((pair.first.key, pair.second.key), "")) for pair in pairs])
        return
    rows = [
        (pair.first.key, pair.second.key, str(pair.match.certainty), str(pair.match.score), pair.match.reason)
        for pair in pairs
    ]
    echo_table(("left", "right", "how sure", "score", "reason"), rows)


def _json(pair: Pair, kept: str) -> JsonValue:
    contradicting = {one.field for one in contradictions(pair.first, pair.second)}
    return {
        "keys": [pair.first.key, pair.second.key],
        "certainty": str(pair.match.certainty),
        "score": pair.match.score,
        "reason": pair.match.reason,
        "merged_into": kept or None,
        "differences": [
            {
                "field": one.field,
                "sameness": str(one.sameness),
                "left": one.here,
                "right": one.there,
                "contradicts": one.field in contradicting,
            }
            for one in differences(pair.first, pair.second)
        ],
    }


def _left(pairs: Sequence[Pair], done: Sequence[Done]) -> int:
    """Count the pairs about which nothing was done, neither with them nor with what they were merged into."""
    into: dict[str, str] = {}
    settled: set[frozenset[str]] = set()
    for one in done:
        first, second = one.pair.first.key, one.pair.second.key
        if one.kept:
            into[second if one.kept == first else first] = one.kept
        else:
            settled.add(frozenset((first, second)))

    def now(key: str) -> str:
        while key in into:
            key = into[key]
        return key

    left = {frozenset((now(pair.first.key), now(pair.second.key))) for pair in pairs}
    return sum(len(keys) == 2 for keys in left - settled)


def _say_what_was_done(items: int, pairs: Sequence[Pair], done: Sequence[Done], left: int) -> None:
    merged = sum(bool(one.kept) for one in done)
    said = [f"{count(items, 'source')}"]
    said += [f"{count(merged, 'pair')} merged"] if merged else []
    said += [f"{count(left, 'pair')} to look at"] if left else ([] if done else ["no duplicates"])
    translations = sum(pair.match.certainty is Certainty.TRANSLATION for pair in pairs)
    said += [f"{count(translations, 'translation')}, to be linked with 'tipcite variant'"] if translations else []
    say(", ".join(said))
