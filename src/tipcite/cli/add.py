"""`tipcite add`: one source by identifier, address, fields, CSL-JSON or editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tipcite.cli.network import Network, network_options
from tipcite.cli.options import common_options, today_option
from tipcite.cli.output import echo, one_line, say
from tipcite.cli.saved_page import is_page_file, read_page_file
from tipcite.cli.session import clock, command_line, open_library, settings_of, today_date
from tipcite.errors import InvalidIdentifier, UsageError
from tipcite.model import Doi, Item, Retrieval, Url, parse_doi, parse_url

if TYPE_CHECKING:
    from tipcite.store import Library

_F = TypeVar("_F", bound=Callable[..., Any])
_FIELDS: Final = (
    "type", "title", "author", "editor", "translator", "issued", "container-title", "volume", "issue", "page",
    "publisher", "publisher-place", "edition", "genre", "language", "url", "doi", "isbn", "accessed",
)  # fmt: skip
_NAMES: Final = frozenset({"author", "editor", "translator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item that was found or made, and, where a page was seen, how."""

    item: Item
    retrieval: Retrieval | None = None


def _field_options(command: _F) -> _F:
    for name in reversed(_FIELDS):
        several = name in _NAMES
        text = f"Set {name}; can be repeated." if several else f"Set {name}."
        option = click.option(f"--{name}", name.replace("-", "_"), metavar="TEXT", multiple=several, help=text)
        command = option(command)
    return command


@click.command("add")
@click.argument("what", required=False, metavar="[DOI|URL|PAGE]")
@click.option("--json", "json_file", metavar="FILE|-", help="Take CSL-JSON from a file or stdin.")
@click.option("-e", "--edit", is_flag=True, help="Open the new source in $EDITOR before it is stored.")
@click.option("-k", "--key", metavar="KEY", help="Take this citation key instead of a made one.")
@click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help="Tag it; can be repeated.")
@_field_options
@network_options
@today_option
@common_options
@click.pass_context
def command(
    context: click.Context, /, what: str | None, *, json_file: str | None, edit: bool, key: str | None,
    tags: tuple[str, ...], today: str | None, network: Network, **fields: str | tuple[str, ...] | None,
) -> None:  # fmt: skip
    """Add one source.

    A DOI is asked for at Crossref, then at doi.org. A web address is read for what its page says of itself, and the
    day is recorded as retrieval date because the page was seen; a page saved to a file (HTML, MHTML) is read alike, and
    a PDF for its DOI and title. 'show --json' says where each field comes from and how sure it is; [institutions] in
    tipcite.toml names the bodies behind hosts. Fields given as options win over what was found.

    \b
        tipcite add 10.1080/23322705.2020.1841985
        tipcite add https://www.ait.org.tw/zhtw/ --language zh-TW
        tipcite add --type book --author 王泰升 --title 台灣法律史概論 --issued 2001 --publisher 元照
        tipcite add --json - < item.json
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    assignments = [
        f"{name.replace('_', '-')}={'; '.join(value) if isinstance(value, tuple) else value}"
        for name, value in fields.items()
        if value is not None and value != ()
    ]
    found = _find(what, json_file, assignments, edit=edit, network=network, today=today)
    items = [_finish(one.item, assignments, key if len(found) == 1 else None, tags) for one in found]
    json_option = f"--json={json_file}" if json_file else ""
    name = command_line(context, what or "", json_option, *(f"--{one}" for one in assignments))
    with _edited(items) if edit else nullcontext(items) as final, open_library(today=today) as library:
        keys = _store(library, final, found, name)
    for one in keys:
        echo(one_line(one))
    say(f"added {', '.join(keys)}" if keys else "nothing was added")


def _edited(items: Sequence[Item]) -> AbstractContextManager[Sequence[Item]]:
    from tipcite.cli.edit import editing

    return editing(items)


def _find(
    what: str | None, json_file: str | None, assignments: Sequence[str], *,
    edit: bool, network: Network, today: str | None,
) -> list[Found]:  # fmt: skip
    if what is not None and json_file is not None:
        raise UsageError("name a DOI or an address, or --json, not both")
    if json_file is not None:
        return [Found(item=item) for item in _from_json(json_file)]
    if what is not None and is_page_file(what):
        return [Found(item=read_page_file(what, network))]
    if what is not None:
        return [_fetch(identifier(what), network, today)]
    if not assignments and not edit:
        raise UsageError("nothing to add; name a DOI or an address, or give fields, --json or --edit")
    return [Found(item=Item(key=""))]


def identifier(text: str) -> Doi | Url:
    """Read what the user names: a DOI in any form, else a web address.

    Raises:
        UsageError: it is neither.
    """
    for parse in (parse_doi, parse_url):
        try:
            return parse(text)
        except InvalidIdentifier:
            continue
    hint = "; a file is read by 'tipcite import'" if "." in text and "/" not in text.split(".", maxsplit=1)[0] else ""
    raise UsageError(f"{text!r} is no DOI and no web address{hint}")


def _fetch(wanted: Doi | Url, network: Network, today: str | None) -> Found:
    from tipcite.fetch import fetch_doi, fetch_page

    settings = settings_of()
    if isinstance(wanted, Doi):
        return Found(item=fetch_doi(wanted, network.settings(settings), network.services(settings)))
    year, month, day = today_date(today).parts[0]
    page = fetch_page(
        wanted,
        network.settings(settings),
        today=date(year, month, day),
        now=clock(today),
        services=network.services(settings),
        sites=settings.sites(),
    )
    return Found(item=page.item, retrieval=page.retrieval)


def _from_json(file: str) -> tuple[Item, ...]:
    from tipcite.cli.files import read_source
    from tipcite.cli.reading import read_items
    from tipcite.errors import ReadError

    source = read_source(file)
    reading = read_items(source, "csl-json")
    if reading.failed:
        failed = reading.failed[0]
        raise ReadError(f"{source.name}:{failed.line}: {failed.reason}")
    return reading.items


def _finish(item: Item, assignments: Sequence[str], key: str | None, tags: tuple[str, ...]) -> Item:
    from tipcite.cli.set import assign
    from tipcite.lang import decide_language

    item = assign(item, assignments)
    if item.type == "document" and item.names and not any(one.startswith("type=") for one in assignments):
        item = replace(item, type=_guess_type(item))
    if not item.language and decide_language(item):
        item = replace(item, fields={**item.fields, "language": decide_language(item)})
    return replace(item, key=key or item.key, tags=tuple(sorted({*item.tags, *tags})))


def _guess_type(item: Item) -> str:
    """Take the type that the fields suggest where the user names none."""
    if "container-title" in item.fields:
        return "article-journal" if "volume" in item.fields or "issue" in item.fields else "chapter"
    if "ISBN" in item.fields or "publisher" in item.fields:
        return "book"
    return "webpage" if "URL" in item.fields else "document"


def _store(library: Library, items: Sequence[Item], found: Sequence[Found], name: str) -> tuple[str, ...]:
    told = [item for item in items if item.fields.keys() - {"language"} or item.names or item.dates]
    seen = [one.retrieval for one in found if one.retrieval is not None]
    added = library.add_new(told, command=name, retrievals=seen)
    filled = {one.key: one.fields for one in added.filled}
    for _, key in added.known:
        done = f"filled there: {', '.join(filled[key])}" if key in filled else "it was left as it is"
        say(f"the library has this source already, as {key!r}; {done}" if key else "it came twice")
    for one in added.similar:
        say(f"it may be {one.key!r} ({one.reason}); 'tipcite dedupe' compares them")
    for item, key in zip(added.fresh, added.keys, strict=True):
        if item.key and item.key != key:
            say(f"the key {item.key!r} is taken; this source has {key!r}")
    return added.keys
