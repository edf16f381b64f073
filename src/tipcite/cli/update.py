"""`tipcite update`: what the sources' own sources say now, shown as a diff and taken as the author says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import (
    common_options,
    dry_run_option,
    json_option,
    no_input_option,
    optional_keys_argument,
    today_option,
)
from tipcite.cli.output import count, echo, echo_json, one_line, say, style, write_error
from tipcite.cli.session import chosen_items, clock, open_library, settings_of, today_date
from tipcite.errors import FetchError, ForbiddenAddress, NoNetwork, NotFound
from tipcite.match.updating import Proposal, proposals, updated
from tipcite.model import Item, JsonValue, Retrieval

if TYPE_CHECKING:
    from tipcite.net import NetSettings, Services

_ANSWERS: Final = ("y", "n", "c", "q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One source and what came when it was asked about: an item, or why there is none."""

    item: Item
    told: Item | None = None
    fault: str = ""
    retrieval: Retrieval | None = None
    offered: tuple[Proposal, ...] = ()


@dataclass(slots=True)
class Taken:
    """The fields that are taken, by key."""

    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)


@click.command("update")
@optional_keys_argument
@click.option("-y", "--yes", is_flag=True, help="Take what is offered without asking.")
@click.option(
    "--field",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this field, also where it was made by hand; may be given again.",
)
@dry_run_option
@no_input_option
@network_options
@today_option
@json_option
@common_options
def command(
    keys: tuple[str, ...], *, yes: bool, names: tuple[str, ...], dry_run: bool, no_input: bool, network: Network,
    today: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Ask again where sources come from, and show what is said otherwise now.

    The agency of the DOI is asked, for a web page the page. Each field is shown as old → new: on a terminal you take
    all of a source, none, or choose; else --yes takes what is offered. What you made by hand (set, edit) is shown
    and left, and so is a title or name in another script; --field takes it. What the agency does not say stays. Each
    source is one change, with --yes all are, which 'tipcite undo' takes back. A source that could not be asked is
    one line on stderr, and makes exit status 3, or 1 when none could.

    \b
        tipcite update hogan2020lgbtq
        tipcite update --yes --field volume --field issue --field page
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    from tipcite.formats.assign import field_name

    named = tuple(map(field_name, names))
    with open_library(read_only=True) as library:
        items = chosen_items(library, keys)
        handmade = library.handmade([item.key for item in items])
    asks = not (yes or dry_run or no_input or as_json) and sys.stdin.isatty() and sys.stdout.isatty()
    asked: list[Asked] = []
    taken = Taken()
    for one in _ask_all(items, network, today):
        found = replace(one, offered=_offers(one, handmade, named))
        asked.append(found)
        if found.fault:
            write_error(f"{one_line(found.item.key)}: {one_line(found.fault)}")
        elif found.offered and not as_json:
            _show(found)
        if asks and found.offered and not _choose(found, taken, today):
            break
    if yes and not dry_run:
        _take_all(asked, taken, today)
    if not dry_run:
        _record(asked, today)
    if as_json:
        echo_json([_json(one, taken.fields.get(one.item.key, ())) for one in asked])
    return _end(items, asked, taken, asks=asks)


def _ask_all(items: Sequence[Item], network: Network, today: str | None) -> Iterator[Asked]:
    """Ask for each item that has a source; the network as a whole failing ends it."""
    settings = settings_of()
    net, services = network.settings(settings), network.services(settings)
    year, month, day = today_date(today).parts[0]
    for item in items:
        ask = _source_of(item)
        if ask is None:
            continue
        try:
            yield ask(item, net, services, date(year, month, day), clock(today))
        except (FetchError, ForbiddenAddress, NotFound) as error:
            yield Asked(item=item, fault=str(error))
        except NoNetwork as error:
            yield Asked(item=item, fault=str(error))
            return


_Ask = Callable[[Item, "NetSettings", "Services", date, Callable[[], datetime]], Asked]


def _source_of(item: Item) -> _Ask | None:
    """Return what asks for an item again: its DOI's agency, the page it was made of; None when there is nothing."""
    if item.doi is not None:
        return _ask_agency
    is_page = item.type == "webpage" or item.provenance.get("source") == "webpage"
    return _ask_page if is_page and item.url is not None else None


def _ask_agency(item: Item, net: NetSettings, services: Services, today: date, now: Callable[[], datetime]) -> Asked:
    from tipcite.fetch import fetch_doi

    assert item.doi is not None
    return Asked(item=item, told=fetch_doi(item.doi, net, services, now=now))


def _ask_page(item: Item, net: NetSettings, services: Services, today: date, now: Callable[[], datetime]) -> Asked:
    from tipcite.fetch import fetch_page

    assert item.url is not None
    page = fetch_page(item.url, net, today=today, now=now)
    return Asked(item=item, told=page.item, retrieval=page.retrieval)


def _offers(one: Asked, handmade: Mapping[str, frozenset[str]], named: Sequence[str]) -> tuple[Proposal, ...]:
    if one.told is None:
        return ()
    return proposals(one.item, one.told, handmade=handmade.get(one.item.key, frozenset()), named=named)


def _show(found: Asked) -> None:
    """Print the diff of a source, a line a field."""
    for proposal in found.offered:
        place = style(f"{one_line(found.item.key)}: {proposal.field}:", "bright_black")
        held = style(f" [{proposal.held}]", "yellow") if proposal.held else ""
        old = one_line(proposal.old) if proposal.old else "(nothing)"
        echo(f"{place} {old} → {one_line(proposal.new)}{held}")


def _choose(found: Asked, taken: Taken, today: str | None) -> bool:
    """Ask what of a source is taken, take it at once, and tell whether to go on."""
    free = tuple(one.field for one in found.offered if not one.held)
    said = click.prompt(
        f"take {count(len(free), 'field')}? yes, no, choose, quit" if free else "all are held back; choose, no, quit",
        type=click.Choice(_ANSWERS, case_sensitive=False),
        default="y" if free else "n",
    ).lower()
    if said == "q":
        return False
    fields = free if said == "y" else ()
    if said == "c":
        fields = tuple(one.field for one in found.offered if _wants(one))
    if fields:
        taken.fields[found.item.key] = fields
        _apply([found], taken, f"update {found.item.key}", today)
    return True


def _wants(proposal: Proposal) -> bool:
    old = one_line(proposal.old) if proposal.old else "(nothing)"
    held = f" [{proposal.held}]" if proposal.held else ""
    return click.confirm(f"  {proposal.field}: {old} → {one_line(proposal.new)}{held}?", default=not proposal.held)


def _take_all(asked: Sequence[Asked], taken: Taken, today: str | None) -> None:
    """Take everything that is not held back, as one change."""
    for found in asked:
        fields = tuple(one.field for one in found.offered if not one.held)
        if fields:
            taken.fields[found.item.key] = fields
    keys = " ".join(list(taken.fields)[:3]) + (" …" if len(taken.fields) > 3 else "")
    _apply([found for found in asked if found.item.key in taken.fields], taken, f"update {keys}", today)


def _apply(asked: Sequence[Asked], taken: Taken, name: str, today: str | None) -> None:
    """Store what was taken; a field that somebody changed meanwhile stays as it is now."""
    told = {found.item.key: found for found in asked}
    if not told:
        return

    def change(item: Item) -> Item:
        found = told[item.key]
        assert found.told is not None
        before = {one.field: one.old for one in found.offered}
        still = [one for one in taken.fields[item.key] if _is_as_shown(item, found.item, one)]
        return updated(item, found.told, [one for one in still if one in before])

    with open_library(today=today) as library:
        library.alter(list(told), change, command=name)


def _is_as_shown(now: Item, before: Item, name: str) -> bool:
    from tipcite.match import shown_field

    return shown_field(now, name) == shown_field(before, name)


def _record(asked: Sequence[Asked], today: str | None) -> None:
    """Keep that pages were seen."""
    seen = [one.retrieval for one in asked if one.retrieval is not None]
    if seen:
        with open_library(today=today) as library:
            library.record_checks(seen)


def _json(one: Asked, taken: Sequence[str]) -> dict[str, JsonValue]:
    source: Any = one.told.provenance.get("source") if one.told else None
    return {
        "key": one.item.key,
        "source": source,
        "error": one.fault or None,
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


def _end(items: Sequence[Item], asked: Sequence[Asked], taken: Taken, *, asks: bool) -> int:
    """Say what was asked and changed, and return the exit status."""
    failed = sum(bool(one.fault) for one in asked)
    offered = sum(len(one.offered) for one in asked)
    changed = sum(map(len, taken.fields.values()))
    said = [f"{count(len(asked), 'source')} asked about"]
    said += [f"{len(items) - len(asked)} without a DOI or page to ask"] if len(items) > len(asked) and not asks else []
    said += [f"{failed} gave no answer"] if failed else []
    said += [f"{count(offered, 'field')} said otherwise, {changed} taken"] if offered else ["nothing is said otherwise"]
    say(", ".join(said))
    if any(
        one.held for found in asked for one in found.offered if one.field not in taken.fields.get(found.item.key, ())
    ):
        say("what is [held back] is taken with --field NAME")
    if offered and not changed and not asks:
        say("nothing was changed; --yes takes what is offered")
    return (1 if failed == len(asked) else 3) if failed else 0
