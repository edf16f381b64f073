"""`check --fix` and `check --save`: what was found is put right, one change of the library each, as the author says.

(1) What may be offered is looked up, (2) each offer is shown and answered, or chosen by its kind, (3) each that is
taken is an entry of the history, which `tipcite undo` takes back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipcite.cli.network import Network
from tipcite.cli.output import count, one_line, say, style, write_error
from tipcite.cli.session import clock, open_library
from tipcite.cli.settings import Settings
from tipcite.errors import UsageError
from tipcite.model import Flag, Retrieval, Verdict, archived, with_archived

if TYPE_CHECKING:
    from datetime import datetime

    from tipcite.links.archive import Found
    from tipcite.links.offers import Case, Offer, Questions
    from tipcite.links.result import Outcome
    from tipcite.links.saving import SaveSettings
    from tipcite.links.targets import Target
    from tipcite.net import NetSettings, Services

_F = TypeVar("_F", bound=Callable[..., Any])
_ASK: Final = "ask"
_FIX_KINDS: Final = (_ASK, "all", "moved", "doi", "archive")


class Answer(StrEnum):
    """What the author says to an offer."""

    YES = "y"
    NO = "n"
    SKIP = "s"
    """No to this source's other offers, too."""
    ALL = "a"
    """Yes to this one and all that follow."""
    QUIT = "q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """How and whom to ask."""

    settings: NetSettings
    services: Services
    now: Callable[[], datetime]


def fix_options(command: _F) -> _F:
    """Add `--fix` and `--save`."""
    fix = click.option(
        "--fix",
        flag_value=_ASK,
        is_flag=False,
        type=click.Choice(_FIX_KINDS),
        metavar="[all|moved|doi|archive]",
        help="Offer the new address, the DOI or a snapshot for what was found; with a word, take these without asking.",
    )
    save = click.option("--save", is_flag=True, help="Have the Wayback Machine save the pages that were seen.")
    decorated: _F = fix(save(command))
    return decorated


def require_fixable(fix: str | None, *, save: bool, files: Sequence[str], is_ci: bool, offline: bool) -> None:
    """Refuse what can't be: in CI nobody decides, and files are not written.

    Raises:
        UsageError: the words do not go together.
    """
    named = "--fix" if fix else "--save" if save else ""
    if not named:
        return
    if is_ci or os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        raise UsageError(f"{named} changes the library, which is for its author to do; it is not for CI")
    if files:
        raise UsageError(f"{named} changes the library, not files; import them first")
    if offline:
        raise UsageError(f"{named} needs the network; it does not go with --offline")
    if fix == _ASK and not sys.stdin.isatty():
        raise UsageError(
            "--fix asks on a terminal; in a script say what may be changed: --fix=moved, doi, archive or all"
        )


def fix_links(outcome: Outcome, fix: str, online: Online, *, today: str | None) -> tuple[Offer, ...]:
    """Offer what may be cited instead, make the changes that are taken, and return them."""
    from tipcite.links.offers import cases_of

    with open_library(read_only=True, today=today) as library:
        items = {item.key: item for item in library.items()}
    seen = [(one.target, one.retrieval) for one in outcome.findings if one.retrieval and one.waiver is None]
    offered = look_up(cases_of(items, seen), online, wanted=fix)
    if not offered:
        say("there is nothing to offer")
        return ()
    made = []
    for offer in _ask_for(offered) if fix == _ASK else _chosen(offered, fix):
        # At once: what was taken before Ctrl-C stands. The library is not held while the author thinks.
        with open_library(today=today) as library:
            if library.alter([offer.key], offer.apply, command=f"check --fix={offer.kind} {offer.key}"):
                made.append(offer)
                say(f"{offer.key}: {_change(offer)}")
    say(
        f"{count(len(made), 'change')} made; 'tipcite undo' takes back one at a time" if made else "nothing was changed"
    )
    return tuple(made)


def look_up(cases: Sequence[Case], online: Online, *, wanted: str = "all") -> tuple[Offer, ...]:
    """Ask for everything that offers need, and make them; `wanted` may name one kind."""
    from tipcite.links.archives import look_up_snapshots
    from tipcite.links.offers import offers, questions

    asked = questions(cases)
    is_all = wanted in (_ASK, "all")
    dois = _checked_dois(asked.dois, online) if is_all or wanted == "doi" else {}
    pages = _page_dois(asked, cases, online) if is_all or wanted == "doi" else {}
    archive = asked.snapshots if is_all or wanted == "archive" else {}
    if archive:
        say(f"looking for snapshots of {count(len(archive), 'page')}")
    found = dict(
        zip(archive, look_up_snapshots(tuple(archive.values()), online.settings, online.services), strict=True)
    )
    _say_unanswered(found.values())
    made = [offer for case in cases for offer in offers(case, dois=dois, page_dois=pages, snapshots=found)]
    return tuple(offer for offer in made if is_all or offer.kind == wanted)


def save_pages(
    outcome: Outcome, online: Online, saving: SaveSettings, *, today: str | None
) -> int:  # fmt: skip
    """Have the pages that were seen saved, and keep each snapshot with its items; return how many were."""
    from tipcite.links.archive import is_archive
    from tipcite.links.archives import save_snapshots
    from tipcite.links.targets import TargetKind

    with open_library(read_only=True, today=today) as library:
        kept = {item.key for item in library.items() if archived(item)}
    pages = {
        one.target.value: [key for key in one.target.keys if key not in kept]
        for one in outcome.findings
        if one.is_asked and one.target.kind is TargetKind.URL and _is_seen(one.retrieval)
    }
    wanted = [address for address, keys in pages.items() if keys and not is_archive(address)]
    if not wanted:
        say("there is no page to save")
        return 0
    say(f"having {count(len(wanted), 'page')} saved; the archive takes a few a minute")
    saved = 0

    def keep(number: int, found: Found) -> None:
        nonlocal saved
        address = wanted[number]
        if found.snapshot is None:
            write_error(f"{one_line(address)}: {one_line(found.message)}")
            return
        snapshot = found.snapshot.as_archived(is_live=True)
        with open_library(today=today) as library:
            for key in pages[address]:
                library.alter([key], lambda item: with_archived(item, snapshot), command=f"check --save {key}")
        saved += 1
        say(f"{one_line(address)}: saved, {snapshot.url}")

    save_snapshots(wanted, online.settings, online.services, saving, keep)
    return saved


def save_settings(settings: Settings) -> SaveSettings:
    """Read the keys of archive.org from the environment, for git would keep settings; the pace is one."""
    from tipcite.links.saving import SaveSettings

    return SaveSettings(
        access_key=os.environ.get("IA_ACCESS_KEY_ID", ""),
        secret_key=os.environ.get("IA_SECRET_ACCESS_KEY", ""),
        pause=settings.number("links.save-interval-keys"),
        pause_anonymous=settings.number("links.save-interval"),
        poll=settings.number("links.save-poll"),
        patience=settings.number("links.save-patience"),
    )


def _is_seen(one: Retrieval | None) -> bool:
    return one is not None and one.verdict in (Verdict.OK, Verdict.MOVED) and Flag.TITLE_MISMATCH not in one.flags


def _checked_dois(dois: Mapping[str, Target], online: Online) -> dict[str, Retrieval]:
    from tipcite.links import check_links

    if not dois:
        return {}
    report = check_links(tuple(dois.values()), online.settings, online.services, now=online.now)
    checked = {one.target: one for one in report.retrievals}
    return {address: checked[target.value] for address, target in dois.items() if target.value in checked}


def _page_dois(asked: Questions, cases: Sequence[Case], online: Online) -> dict[str, str]:
    """Read the DOIs that pages name as their own, those that a check confirms."""
    from tipcite.formats.html import read_page
    from tipcite.links.offers import doi_target, is_confirmed
    from tipcite.net import get

    named: dict[str, Target] = {}
    by_page = {case.retrieval.final_url: case for case in cases}
    for address in asked.pages:
        answer = get(address, online.settings)
        doi = read_page(answer.body, answer.content_type).doi if answer.ok else ""
        if doi:
            named[address] = doi_target(by_page[address], doi)
    return {address: one.target for address, one in _checked_dois(named, online).items() if is_confirmed(one)}


def _say_unanswered(found: Iterable[Found]) -> None:
    unanswered = [one for one in found if one.unanswered]
    if unanswered:
        write_error(f"{count(len(unanswered), 'page')}: {unanswered[0].message}")


def _chosen(offered: Sequence[Offer], fix: str) -> Iterable[Offer]:
    """Take the first safe offer of each kind wanted; of an address that is replaced no other change is made."""
    done: set[tuple[str, str]] = set()
    for offer in offered:
        if fix not in ("all", offer.kind) or not offer.is_safe or (offer.key, offer.field) in done:
            continue
        done.add((offer.key, offer.field))
        yield offer


def _ask_for(offered: Sequence[Offer]) -> Iterable[Offer]:
    """Show each offer and take the author's answer; the first that is taken for a field ends its other offers."""
    done: set[tuple[str, str]] = set()
    skipped: set[str] = set()
    takes_all = False
    for offer in offered:
        if (offer.key, offer.field) in done or offer.key in skipped:
            continue
        answer = Answer.ALL if takes_all and offer.is_safe else _answer(offer)
        takes_all = takes_all or answer is Answer.ALL
        match answer:
            case Answer.YES | Answer.ALL:
                done.add((offer.key, offer.field))
                yield offer
            case Answer.SKIP:
                skipped.add(offer.key)
            case Answer.QUIT:
                return
            case Answer.NO:
                pass


def _answer(offer: Offer) -> Answer:
    click.echo(f"{style(offer.key, '', bold=True)}: {_change(offer)}\n    {one_line(offer.reason)}", err=True)
    said = click.prompt(
        "    take it? yes, no, skip this source, all, quit",
        type=click.Choice([str(one) for one in Answer], case_sensitive=False),
        default=str(Answer.NO),
        show_choices=True,
        err=True,
    )
    return Answer(said.lower())


def _change(offer: Offer) -> str:
    new = f"https://doi.org/{offer.new}" if offer.kind == "doi" else offer.new
    if offer.snapshot is not None:
        return f"snapshot {one_line(new)} beside {one_line(offer.old)}"
    return f"{offer.field} {one_line(offer.old)} → {one_line(new)}"


def fix_and_save(
    outcome: Outcome, network: Network, settings: Settings, *, fix: str | None, save: bool, today: str | None
) -> None:
    """Do what `--fix` and `--save` ask for, after the report was shown."""
    if not fix and not save:
        return
    online = Online(settings=network.settings(settings), services=network.services(settings), now=clock(today))
    if fix:
        fix_links(outcome, fix, online, today=today)
    if save:
        save_pages(outcome, online, save_settings(settings), today=today)
