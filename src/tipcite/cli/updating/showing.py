"""What an update found: a line for each field that is said otherwise, JSON, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from tipcite.cli.output import count, echo, one_line, say, say_more, style, write_error
from tipcite.cli.updating.asking import Asked
from tipcite.match.updating import Proposal
from tipcite.model import JsonValue

NOTHING: Final = "(nothing)"
_LONG: Final = 200
"""Characters of what is new (an abstract) that are shown; `--json` has all."""


def show(found: Asked, *, offers: bool, is_named: bool) -> None:
    """Print what is said of one item: faults and notes on stderr, with `offers` these on stdout."""
    key = one_line(found.item.key)
    if not found.wanted and not found.faults:
        (write_error if is_named else say_more)(
            f"{key}: it has no identifier and no address to ask by; set DOI, ISBN, PMID, number (arXiv) or URL"
        )
    for fault in found.faults:
        write_error(f"{key}: {one_line(fault)}")
    for note in found.notes:
        say(f"{key}: {one_line(note)}")
    if offers:
        for proposal in found.offered:
            place = style(f"{key}: {proposal.field}:", "bright_black")
            held = style(f" [{proposal.held}]", "yellow") if proposal.held else ""
            source = style(f" ({one_line(found.name)})", "bright_black")
            echo(f"{place} {change(proposal)}{held}{source}")


def shortened(asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Leave out all but the first of what could not be asked without a network, and let that one tell of the others."""
    offline = [one for one in asked if one.is_offline]
    if len(offline) < 2:
        return tuple(asked)
    keys = ", ".join(one.item.key for one in offline[1:4]) + (" …" if len(offline) > 4 else "")
    others = f"{len(offline) - 1} more could not be asked either: {keys}"
    told = replace(offline[0], faults=(*offline[0].faults, others))
    return tuple(told if one is offline[0] else one for one in asked if one is offline[0] or not one.is_offline)


def change(proposal: Proposal) -> str:
    """Write what was and what would be."""
    if proposal.old:
        return f"{one_line(proposal.old)} → {one_line(proposal.new)}"
    new = one_line(proposal.new)
    return f"{NOTHING} → {new if len(new) <= _LONG else f'{new[:_LONG]}…'}"


def as_object(one: Asked, taken: Sequence[str]) -> dict[str, JsonValue]:
    """Shape what came of one item as `--json` prints it."""
    from tipcite.fetch.sources import source_ids

    sources = source_ids(one.told) if one.told else ()
    return {
        "key": one.item.key,
        "asked": one.wanted or None,
        "source": next(iter(sources), None),
        "sources": list(sources),
        "error": "; ".join(one.faults) or None,
        "notes": list(one.notes),
        "fields": [
            {
                "field": proposal.field,
                "old": proposal.old or None,
                "new": proposal.new,
                "held": proposal.held or None,
                "taken": proposal.field in taken,
            }
            for proposal in one.offered
        ],
    }


def end(asked: Sequence[Asked], taken: Mapping[str, Sequence[str]], *, is_named: bool, asks: bool) -> int:
    """Say what was asked and changed, and return the exit status: offers are news, no fault."""
    put = [one for one in asked if one.wanted]
    unasked = len(asked) - len(put)
    silent = sum(one.told is None for one in put)
    offered, changed = sum(len(one.offered) for one in asked), sum(map(len, taken.values()))
    said = [f"{count(len(put), 'source')} asked about"]
    said += [f"{unasked} with nothing to ask by"] if unasked else []
    said += [f"{silent} gave no answer"] if silent else []
    said += [f"{count(offered, 'field')} said otherwise, {changed} taken"] if offered else ["nothing is said otherwise"]
    say(", ".join(said))
    left = [p for one in asked for p in one.offered if p.field not in taken.get(one.item.key, ())]
    if any(one.held for one in left):
        say("what is [held back] is taken with --field NAME")
    if any(not one.held for one in left) and not changed and not asks:
        say("nothing was changed; --yes takes what is offered")
    failed = silent + (unasked if is_named else 0)
    if failed and failed == len(put) + (unasked if is_named else 0):
        return 1
    return 3 if failed or any(one.faults for one in asked) else 0
