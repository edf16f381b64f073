"""`tipcite add`: sources by identifier, address, title or place, from files, or by their fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipcite.cli.adding.choosing import Chooser, choices_json, show_open
from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, json_option, no_input_option, today_option
from tipcite.cli.output import echo, echo_json, exit_code, one_line, problem_json, say, say_problems
from tipcite.cli.session import command_line, open_library
from tipcite.errors import NotFound, ReadError, TipciteError, UsageError
from tipcite.model import Item, Problem, Retrieval, Severity, SourceAnswer

if TYPE_CHECKING:
    from tipcite.cli.files import Source
    from tipcite.fetch.gather import Outcome
    from tipcite.store import Library

_F = TypeVar("_F", bound=Callable[..., Any])
_FIELDS: Final = (
    "type", "title", "author", "editor", "translator", "issued", "container-title", "volume", "issue", "page",
    "publisher", "publisher-place", "edition", "genre", "language", "url", "doi", "isbn", "accessed",
)  # fmt: skip
_NAMES: Final = frozenset({"author", "editor", "translator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item that was found or made: what was answered, how its page was seen; `is_read` when it stands in a file."""

    item: Item
    answers: tuple[SourceAnswer, ...] = ()
    retrieval: Retrieval | None = None
    is_read: bool = False


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What was found of all that was named, and what was wrong, by what it was about."""

    found: list[Found] = field(default_factory=list)
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    failures: list[TipciteError] = field(default_factory=list)

    def take(self, text: str, outcome: Outcome, chooser: Chooser) -> None:
        """Take what was found of one thing, chosen where there are several."""
        if isinstance(outcome, TipciteError):
            self.fail(text, outcome)
            return
        from tipcite.fetch.choices import Choices

        chosen = chooser.choose(text, outcome) if isinstance(outcome, Choices) else outcome
        if chosen is None:
            return
        self.found.append(Found(item=chosen.item, answers=chosen.answers, retrieval=chosen.retrieval))
        notes = list(chosen.notes)
        if "title" in chosen.item.provenance.get("recased", ()):
            notes.append("its title was in capitals and was set in small letters: look for names in it")
        self.problems += [(text, Problem(severity=Severity.NOTE, code="source", message=note)) for note in notes]

    def read(self, source: Source) -> None:
        """Read a file, as `import` does."""
        from tipcite.cli.reading import problems_of, read_items

        try:
            reading = read_items(source, None)
        except ReadError as error:
            self.fail(source.name, error)
            return
        self.found += [Found(item=item, is_read=True) for item in reading.items]
        self.problems += [(source.name, problem) for problem in problems_of(source, reading)]

    def read_page(self, file: str, network: Network) -> None:
        """Read a saved web page or a PDF."""
        from tipcite.cli.saved_page import read_page_file

        try:
            self.found.append(Found(item=read_page_file(file, network)))
        except ReadError as error:
            self.fail(file, error)

    def fail(self, text: str, error: TipciteError) -> None:
        """Note that one thing could not be had."""
        self.failures.append(error)
        code = "not-found" if isinstance(error, NotFound) else "not-added"
        self.problems.append((text, Problem(severity=Severity.ERROR, code=code, message=str(error))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The keys of what is new, and those of what the library had already."""

    keys: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def _field_options(command: _F) -> _F:
    for name in reversed(_FIELDS):
        several = name in _NAMES
        text = f"Set {name}; can be repeated." if several else f"Set {name}."
        option = click.option(f"--{name}", name.replace("-", "_"), metavar="TEXT", multiple=several, help=text)
        command = option(command)
    return command


@click.command("add")
@click.argument("what", nargs=-1, metavar="[WHAT]...")
@click.option("-e", "--edit", is_flag=True, help="Open the new sources in $EDITOR before they are stored.")
@click.option("-k", "--key", metavar="KEY", help="Take this citation key instead of a made one.")
@click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help="Tag it; can be repeated.")
@click.option(
    "--pick", "picks", type=click.IntRange(0), multiple=True, metavar="N",
    help="Take the Nth work that the search for a title finds, 0 for none; once for each title.",
)  # fmt: skip
@_field_options
@no_input_option
@json_option
@network_options
@today_option
@common_options
@click.pass_context
def command(
    context: click.Context, /, what: tuple[str, ...], *, edit: bool, key: str | None, tags: tuple[str, ...],
    picks: tuple[int, ...], no_input: bool, as_json: bool, today: str | None, network: Network,
    **fields: str | tuple[str, ...] | None,
) -> int:  # fmt: skip
    """Add sources by what names them.

    WHAT is any mix of: a DOI, bare, short (10/abc) or in any address; an ISBN; numbers of arXiv, PubMed (PMID:123) and
    PubMed Central (PMC123); a handle (hdl:…); a place in a journal, as "1234-5679 12 345" (ISSN, volume, page); a web
    address; words of a title, of which one of the works found is chosen; a file, which is imported, a list of
    identifiers, a saved web page or a PDF; and -, identifiers or references on standard input. An argument that is an
    existing path is a file.

    Each is asked for at its own source: a DOI at the agency that registered it. All that is found is one change, which
    'tipcite undo' takes back; what is not found is named, and the others are added. Fields given as options win over
    what was found; without WHAT they are a source of their own.

    A web page is read for what it says of itself, and the day is recorded as retrieval date because it was seen.
    'show --json' says where each field comes from and how sure it is; [institutions] in tipcite.toml names the bodies
    behind hosts.

    \b
        tipcite add 10.1080/23322705.2020.1841985 9789575118211 arXiv:2101.00001
        tipcite add "The Wealth of Nations" --pick 1
        tipcite add https://www.ait.org.tw/zhtw/ --language zh-TW
        tipcite add --type book --author 王泰升 --title 台灣法律史概論 --issued 2001 --publisher 元照
        tipcite add - < dois.txt
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    assignments = [
        f"{name.replace('_', '-')}={'; '.join(value) if isinstance(value, tuple) else value}"
        for name, value in fields.items()
        if value is not None and value != ()
    ]
    if not what and not assignments and not edit:
        raise UsageError("nothing to add; name a DOI, ISBN, address, title or file, or give fields or --edit")
    chooser = Chooser(picks, asks=not (no_input or as_json))
    gathered = (
        _gather(what, chooser, network, today, as_json=as_json) if what else Gathered(found=[Found(item=Item(key=""))])
    )
    found = gathered.found
    if key and len(found) > 1:
        raise UsageError(f"--key names one source, and {len(found)} were found; add that one alone")
    items = [_finish(one, assignments, key, tags) for one in found]
    name = command_line(context, *what, *(f"--{one}" for one in assignments))
    stored = Stored()
    if items:
        with _edited(items) if edit else nullcontext(items) as final, open_library(today=today) as library:
            stored = _store(library, final, found, name)
    return _tell(gathered, stored, chooser, as_json=as_json)


def _edited(items: Sequence[Item]) -> AbstractContextManager[Sequence[Item]]:
    from tipcite.cli.edit import editing

    return editing(items)


def _gather(what: tuple[str, ...], chooser: Chooser, network: Network, today: str | None, *, as_json: bool) -> Gathered:
    """Find everything that is named, in its order.

    Raises:
        TipciteError: the only thing that is named can't be had.
    """
    from tipcite.cli.adding.asking import ask
    from tipcite.cli.adding.naming import read_names

    named = read_names(what)
    if len(named) == 1 and named[0].fault:
        raise UsageError(named[0].fault)
    outcomes = iter(ask([one.wanted for one in named if one.wanted is not None], network, today))
    gathered = Gathered()
    for one in named:
        if one.is_page:
            gathered.read_page(one.text, network)
        elif one.source is not None:
            gathered.read(one.source)
        elif one.wanted is None:
            gathered.fail(one.text, UsageError(one.fault))
        else:
            gathered.take(one.text, next(outcomes), chooser)
    if len(named) == 1 and gathered.failures and not as_json:
        raise gathered.failures[0]
    return gathered


def _tell(gathered: Gathered, stored: Stored, chooser: Chooser, *, as_json: bool) -> int:
    """Print what was added, what was not and why; return the exit code."""
    if as_json:
        echo_json(
            {
                "added": list(stored.keys),
                "known": list(stored.known),
                "problems": [problem_json(file, problem) for file, problem in gathered.problems],
                "candidates": [choices_json(text, choices) for text, choices in chooser.open],
            }
        )
    else:
        for file, problem in gathered.problems:
            say_problems(file, [problem])
        for text, choices in chooser.open:
            show_open(text, choices)
        for one in stored.keys:
            echo(one_line(one))
        say(f"added {', '.join(stored.keys)}" if stored.keys else "nothing was added")
    failed = bool(gathered.failures or chooser.open)
    if failed and not stored.keys and not stored.known:
        return 1
    return 3 if failed else exit_code(problem for _, problem in gathered.problems)


def _finish(found: Found, assignments: Sequence[str], key: str | None, tags: tuple[str, ...]) -> Item:
    from tipcite.cli.set import assign
    from tipcite.lang import decide_language

    item = assign(found.item, assignments)
    if item.type == "document" and item.names and not any(one.startswith("type=") for one in assignments):
        item = replace(item, type=_guess_type(item))
    if not item.language and not found.is_read and decide_language(item):
        item = replace(item, fields={**item.fields, "language": decide_language(item)})
    return replace(item, key=key or item.key, tags=tuple(sorted({*item.tags, *tags})))


def _guess_type(item: Item) -> str:
    """Take the type that the fields suggest where the user names none."""
    if "container-title" in item.fields:
        return "article-journal" if "volume" in item.fields or "issue" in item.fields else "chapter"
    if "ISBN" in item.fields or "publisher" in item.fields:
        return "book"
    return "webpage" if "URL" in item.fields else "document"


def _store(library: Library, items: Sequence[Item], found: Sequence[Found], name: str) -> Stored:
    told = [item for item in items if item.fields.keys() - {"language"} or item.names or item.dates]
    seen = [one.retrieval for one in found if one.retrieval is not None]
    added = library.add_new(told, command=name, retrievals=seen)
    library.keep_answers(_answers_of(added.fresh, found))
    filled = {one.key: one.fields for one in added.filled}
    for _, key in added.known:
        done = f"filled there: {', '.join(filled[key])}" if key in filled else "it was left as it is"
        say(f"the library has this source already, as {key!r}; {done}" if key else "it came twice")
    for one in added.similar:
        say(f"it may be {one.key!r} ({one.reason}); 'tipcite dedupe' compares them")
    for item, key in zip(added.fresh, added.keys, strict=True):
        if item.key and item.key != key:
            say(f"the key {item.key!r} is taken; this source has {key!r}")
    return Stored(keys=added.keys, known=tuple(key for _, key in added.known))


def _answers_of(items: Sequence[Item], found: Sequence[Found]) -> list[SourceAnswer]:
    """Return the answers that these items name."""
    named = {str(part.get("raw")) for item in items for part in (item.provenance, *item.provenance.get("also", ()))}
    return [answer for one in found for answer in one.answers if answer.digest in named]
