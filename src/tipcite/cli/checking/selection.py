"""What a check is about: all links that are reported, and those of them that are asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from tipcite.cli.checking.choice import Shard, new_since
from tipcite.cli.checking.ci import Base
from tipcite.cli.checking.sources import Cited, cited_in_bytes, cited_in_files, cited_in_items, cited_in_mirror
from tipcite.cli.output import count, say
from tipcite.cli.session import chosen_items, clock, library_paths, open_library
from tipcite.errors import NoLibrary
from tipcite.model import Retrieval

if TYPE_CHECKING:
    from tipcite.cli.settings import Settings
    from tipcite.links.targets import Target
    from tipcite.model import Item
    from tipcite.store import Library
    from tipcite.store.unfinished import Unfinished

_LASTS: Final = timedelta(hours=24)
"""An interrupted check is gone on with for so long; then what it saw is old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the user asked a check to be about."""

    files: Sequence[str] = ()
    keys: Sequence[str] = ()
    kind: str = ""
    base: str = ""
    due: bool = False
    offline: bool = False
    restart: bool = False
    shard: Shard | None = None
    is_ci: bool = False
    today: str | None = None

    @property
    def about(self) -> str:
        """Name the check, so that an interrupted one is known again."""
        shard = f"{self.shard.number}/{self.shard.of}" if self.shard else ""
        return json.dumps([*self.files, *sorted(self.keys), shard, self.base], ensure_ascii=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """All links of a check, those to be asked for, and what is known before it begins.

    `done` are the retrievals of an interrupted check that this one goes on with; `check` names it in the library,
    None where no history is kept.
    """

    cited: Cited
    wanted: tuple[Target, ...]
    new: frozenset[str] = frozenset()
    done: tuple[Retrieval, ...] = ()
    items: tuple[Item, ...] = ()
    check: Unfinished | None = None


def select(wish: Wish, settings: Settings) -> Selection:
    """Find the links and choose those that are asked for.

    Raises:
        TipciteError: a file, the library or the base can't be read.
    """
    library = _library(wish)
    try:
        items = chosen_items(library, wish.keys) if library and not wish.files else ()
        if wish.files:
            cited = cited_in_files(wish.files, wish.kind)
        else:
            cited = cited_in_items(items, library_paths(settings).references)
        if wish.shard:
            cited = Cited(targets=wish.shard.part(cited.targets), problems=cited.problems)
        return _chosen(wish, settings, library, cited, items)
    finally:
        if library:
            library.close()


def _library(wish: Wish) -> Library | None:
    """Open the library for reading; files are checked without one, but in CI their histories are kept there.

    Raises:
        NoLibrary: there is none, and no files were named.
    """
    if wish.files and not wish.is_ci:
        return None
    try:
        return open_library(read_only=True, today=wish.today)
    except NoLibrary:
        if wish.files:
            return None
        raise


def _chosen(
    wish: Wish, settings: Settings, library: Library | None, cited: Cited, items: tuple[Item, ...]
) -> Selection:
    from tipcite.store import due

    now = clock(wish.today)()
    new = frozenset(new_since(cited.targets, _at_base(wish, settings))) if wish.base else frozenset[str]()
    states = library.link_states() if library else ()
    unknown = frozenset(one.value for one in cited.targets) - {state.target for state in states}
    late = due(states, now, settings.state_rules()) | unknown if wish.due else frozenset[str]()
    wanted = () if wish.offline else _wanted(wish, cited.targets, new, late)
    if library is None:
        return Selection(cited=cited, wanted=wanted, new=new, items=items)
    check, done = _going_on(library, wish, now)
    seen = {one.target for one in done}
    left = tuple(target for target in wanted if target.value not in seen)
    done = tuple(one for one in done if one.target in {target.value for target in wanted})
    if done:
        say(f"going on with the check of {check.began}: {len(done)} of {count(len(wanted), 'link')} were done")
    return Selection(cited=cited, wanted=left, new=new, done=done, items=items, check=check)


def _wanted(wish: Wish, targets: tuple[Target, ...], new: frozenset[str], late: frozenset[str]) -> tuple[Target, ...]:
    if not wish.base and not wish.due:
        return targets
    wanted = tuple(one for one in targets if one.value in new or one.value in late)
    why = "new or changed" if wish.base and not wish.due else "due"
    since = f" since {wish.base}" if wish.base else ""
    say(f"{len(wanted)} of {count(len(targets), 'link')} {'is' if len(wanted) == 1 else 'are'} {why}{since}")
    return wanted


def _at_base(wish: Wish, settings: Settings) -> tuple[Target, ...]:
    """List the links of the same files, or of the library, as the base has them."""
    base = Base(wish.base)
    if not wish.files:
        mirror = library_paths(settings).references
        data = base.read(mirror)
        return cited_in_mirror(data.decode("utf-8-sig", "replace"), f"{wish.base}:{mirror.name}") if data else ()
    found: list[Target] = []
    for file in wish.files:
        data = None if file == "-" else base.read(file)
        if data:
            found += cited_in_bytes(file, data, wish.kind).targets
    return tuple(found)


def _going_on(library: Library, wish: Wish, now: datetime) -> tuple[Unfinished, tuple[Retrieval, ...]]:
    """Return the interrupted check of the same name with what it saw, else a new one."""
    from tipcite.store.unfinished import Unfinished

    before = library.unfinished_check()
    began = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    earliest = (now - _LASTS).strftime("%Y-%m-%dT%H:%M:%SZ")
    if before is None or wish.restart or before.about != wish.about or not earliest <= before.began <= began:
        return Unfinished(began=began, about=wish.about), ()
    newest = {one.target: one for one in library.retrievals() if one.time >= before.began}
    return before, tuple(newest.values())
